import Foundation
import TestSupport
import Testing

/// What the documentation shows of pandas and R is run, on tables that the program wrote.
struct AnalysisTests {
    /// A language's interpreter, and the words with which a block of it begins.
    struct Language: Sendable, CustomTestStringConvertible {
        let block: String
        let interpreter: String?
        let absence: String

        var testDescription: String { block }
    }

    static let python = Language(
        block: "python",
        interpreter: interpreter([ProcessInfo.processInfo.environment["VLENS_PYTHON"], "python3"], "import pandas"),
        absence: "no Python with pandas found; install python3-pandas, or set VLENS_PYTHON to one that has it")
    static let r = Language(
        block: "r", interpreter: interpreter(["Rscript"], "0"), absence: "no Rscript found; install r-base-core")

    @Test(.enabled(if: python.interpreter != nil, Comment(rawValue: python.absence)))
    func `every block of Python works on the tables of two runs`() async throws { try await run(Self.python) }

    @Test(.enabled(if: r.interpreter != nil, Comment(rawValue: r.absence)))
    func `every block of R works on the tables of two runs`() async throws {
        let files = try await run(Self.r)
        #expect(files.contains("groups.pdf"))
    }

    /// Runs the page's commands, then its blocks of a language as one program.
    ///
    /// - Returns: the names of what lies in the folder then.
    @discardableResult
    private func run(_ language: Language) async throws -> [String] {
        let vlens = try Program()
        defer { vlens.remove() }
        let page = SharedFolder.projectRoot.appending(path: "docs/analysis.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        for line in Self.blocks("sh", in: text).joined().split(separator: "\n") {
            let result = try await vlens.shell(String(line))
            #expect(result.status == 0, "\(line)\n\(result.error)")
        }
        let blocks = Self.blocks(language.block, in: text)
        #expect(blocks.count >= 3)
        try vlens.write(blocks.joined(separator: "\n"), to: "analysis")
        let result = try await vlens.shell("'\(language.interpreter ?? "")' analysis")
        #expect(result.status == 0, "\(result.output)\n\(result.error)")
        #expect(!result.output.isEmpty && !result.error.contains("Warning"))
        return try vlens.names()
    }

    /// The blocks of a language, without their fences.
    static func blocks(_ language: String, in text: String) -> [String] {
        var blocks: [String] = []
        var isInside = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isInside = line == "```\(language)"
                if isInside { blocks.append("") }
            } else if isInside {
                blocks[blocks.count - 1] += line + "\n"
            }
        }
        return blocks
    }

    /// The first of some interpreters that runs a line of code.
    static func interpreter(_ names: [String?], _ code: String) -> String? {
        names.compactMap(\.self).first { name in
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = [name, name.hasSuffix("Rscript") ? "-e" : "-c", code]
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            guard (try? process.run()) != nil else { return false }
            process.waitUntilExit()
            return process.terminationStatus == 0
        }
    }
}

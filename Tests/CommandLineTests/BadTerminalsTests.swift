import Foundation
import TestServers
import TestSupport
import Testing

/// Narrow terminals and pipes: nothing is wider than they are, and colour only where a person looks.
struct BadTerminalsTests {
    private static let script = "/usr/bin/script"

    @Test(arguments: ["40", "20", "1", "x"])
    func `through a pipe the summary keeps to COLUMNS, without colour`(columns: String) async throws {
        try await withProgram { program in
            var vlens = program
            vlens.environment["COLUMNS"] = columns
            let width = max(40, Int(columns) ?? 80)
            let run = try await vlens.run("run")
            expect(run, exits: 0, says: [])
            Self.expectLines(of: run.output, fit: width)
            #expect(!run.output.contains("\u{1B}"))
            #expect(!run.error.contains("\u{1B}"))
            let measured = try await vlens.run("measure")
            expect(measured, exits: 0, says: [])
            #expect(!measured.output.contains("\u{1B}"))
            Self.expectLines(of: measured.output, fit: width)
        }
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: script), "'script' is not here to make a terminal"))
    func `on a terminal of 40 columns no line is wider, progress included`() async throws {
        try await withProgram { vlens in
            try await LoopbackServer.run(handler: { request in
                .chat(SmallPart.text(request), delay: .milliseconds(150))
            }) { server in
                let arguments = [
                    "run", "--model", "local/m", "--base-url", server.baseURL, "--countries", "Philippines", "--topics",
                    "Politics", "--variants", "0,1", "--concurrency", "1", "--no-report",
                ]
                let shown = try await Self.onTerminal(vlens, columns: 40, arguments)
                #expect(shown.status == 0, "\(shown.output)")
                #expect(shown.output.contains("\u{1B}[K"), "no progress was shown")
                // What is said before the progress are sentences, which a terminal wraps.
                let parts = shown.output.split(separator: "\r\u{1B}[K", omittingEmptySubsequences: false)
                Self.expectLines(of: parts.dropFirst().joined(separator: "\n"), fit: 40)
            }
        }
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: script), "'script' is not here to make a terminal"))
    func `colour is for terminals alone, and NO_COLOR takes it away`() async throws {
        try await withProgram { program in
            var vlens = program
            vlens.environment["TERM"] = "xterm"
            let coloured = try await Self.onTerminal(vlens, columns: 80, ["run", "--quiet", "--no-report"])
            #expect(coloured.status == 0)
            #expect(coloured.output.contains("\u{1B}["))
            vlens.environment["NO_COLOR"] = "1"
            let plain = try await Self.onTerminal(vlens, columns: 80, ["run", "--quiet", "--no-report"])
            #expect(plain.status == 0)
            #expect(!plain.output.contains("\u{1B}["))
            vlens.environment["NO_COLOR"] = nil
            vlens.environment["TERM"] = "dumb"
            let dumb = try await Self.onTerminal(vlens, columns: 80, ["run", "--quiet", "--no-report"])
            #expect(!dumb.output.contains("\u{1B}["))
        }
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: script), "'script' is not here to make a terminal"))
    func `a terminal without Unicode gets bars in ASCII`() async throws {
        try await withProgram { program in
            var vlens = program
            vlens.environment["LANG"] = "C"
            let result = try await Self.onTerminal(vlens, columns: 80, ["run", "--no-report", "--quiet"])
            #expect(result.status == 0, "\(result.output)")
            #expect(result.output.contains("##"))
            #expect(!result.output.contains("█"))
        }
    }

    @Test func `a reader that goes away does not make it fail`() async throws {
        try await withProgram { vlens in
            let result = try await vlens.shell(
                ["/bin/bash", "-c", "\"$0\" run --quiet --no-report | head -1; exit ${PIPESTATUS[0]}", Program.path])
            #expect(result.status == 0, "\(result.error)")
            #expect(result.output.contains("Value"))
        }
    }

    /// Runs it in a pseudo-terminal of so many columns; what both outputs showed comes back as one.
    private static func onTerminal(
        _ vlens: Program, columns: Int, _ arguments: [String]
    ) async throws -> Program.Result {
        let words = ([Program.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
        return try await vlens.shell([script, "-qec", "stty cols \(columns); \(words)", "/dev/null"])
    }

    /// Every line, redrawn ones included, has so many columns at most.
    private static func expectLines(of text: String, fit width: Int, location: SourceLocation = #_sourceLocation) {
        let plain = text.replacing(#/\u{1B}\[[0-9;]*[A-Za-z]/#, with: "")
        for line in plain.split(whereSeparator: \.isNewline).flatMap({ $0.split(separator: "\r") }) {
            #expect(line.count <= width, "“\(line)”", sourceLocation: location)
        }
    }
}

import Foundation
import TestServers
import TestSupport
import Testing

/// Every command that the documentation shows is run, page by page, in a folder of the page's own.
struct DocumentationTests {
    static let pages = ["README.md", "CONTRIBUTING.md"] + ((try? docs()) ?? [])

    private static func docs() throws -> [String] {
        let folder = SharedFolder.projectRoot.appending(path: "docs")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }.sorted()
            .map { "docs/\($0)" }
    }

    @Test(arguments: pages)
    func `every command of a page works`(page: String) async throws {
        var vlens = try Program()
        defer { vlens.remove() }
        let text = try String(contentsOf: SharedFolder.projectRoot.appending(path: page), encoding: .utf8)
        if SharedFolder.isPresent {
            try FileManager.default.createSymbolicLink(
                at: vlens.file("release"), withDestinationURL: SharedFolder.file("data/release"))
        }
        let server = try await LoopbackServer.start { .chat(PilotAnswers.answer(to: $0.body)) }
        for line in Self.commands(in: text) {
            if let setting = line.wholeMatch(of: /export (\w+)=(.*)/) {
                vlens.environment[String(setting.1)] = String(setting.2)
                continue
            }
            guard SharedFolder.isPresent || !line.contains("release/") else { continue }
            if line.firstMatch(of: /^(\.\/)?vlens (serve|annotate --)/) != nil {
                try await Self.serve(line, vlens)
                continue
            }
            let result = try await vlens.shell(Self.runnable(line, server: server.baseURL))
            #expect(result.status == 0, "\(page): \(line)\n\(result.error)")
        }
        await server.stop()
    }

    @Test(arguments: pages + ["ARCHITECTURE.md", "CHANGELOG.md", "examples/README.md", "Benchmarks/README.md"])
    func `every link of a page leads somewhere`(page: String) throws {
        let root = SharedFolder.projectRoot
        let text = try String(contentsOf: root.appending(path: page), encoding: .utf8)
        let folder = root.appending(path: page).deletingLastPathComponent()
        for link in text.matches(of: /\]\(([^)\s]+)\)/).map({ String($0.output.1) }) where !link.contains("://") {
            let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let target = parts[0].isEmpty ? root.appending(path: page) : folder.appending(path: parts[0])
            #expect(FileManager.default.fileExists(atPath: target.path), "\(page): \(link)")
            guard parts.count == 2, let other = try? String(contentsOf: target, encoding: .utf8) else { continue }
            #expect(Self.anchors(in: other).contains(parts[1]), "\(page): \(link)")
        }
    }

    /// The names of a page's headings as code hosts make them: small letters, marks left out, spaces as hyphens.
    private static func anchors(in text: String) -> Set<String> {
        Set(
            text.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
                let title = line.drop { $0 == "#" }.dropFirst().lowercased()
                return String(
                    title.filter { $0.isLetter || $0.isNumber || "-_ ".contains($0) }.map { $0 == " " ? "-" : $0 })
            })
    }

    @Test func `the documentation shows commands at all`() throws {
        let text = try String(contentsOf: SharedFolder.projectRoot.appending(path: "README.md"), encoding: .utf8)
        #expect(Self.commands(in: text).contains("./vlens run"))
        #expect(Self.pages.count >= 6)
    }

    @Test func `the output that the README shows is what its first command prints`() async throws {
        let vlens = try Program()
        defer { vlens.remove() }
        let text = try String(contentsOf: SharedFolder.projectRoot.appending(path: "README.md"), encoding: .utf8)
        let shown = try #require(text.firstMatch(of: /```text\n(.*?)```/.dotMatchesNewlines())).output.1
        let result = try await vlens.run("run")
        #expect(result.output.hasPrefix(shown))
    }

    @Test(arguments: ["two-respondents.sh", "own-study.sh", "gate.sh", "manual.sh"])
    func `every example runs`(script: String) async throws {
        var vlens = try Program()
        defer { vlens.remove() }
        vlens.environment["VLENS"] = Program.path
        let path = SharedFolder.projectRoot.appending(path: "examples/\(script)").path
        let result = try await vlens.shell("bash '\(path)'")
        #expect(result.status == 0, "\(result.error)")
    }

    /// The lines of the `sh` blocks, but for the one that runs these tests.
    private static func commands(in text: String) -> [String] {
        var commands: [String] = []
        var isInside = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isInside = line == "```sh"
            } else if isInside, !line.isEmpty, line != "./test" {
                commands.append(String(line))
            }
        }
        return commands
    }

    /// Starts an explorer as it is shown, on a port that is free, and ends it as a person would once it has said where it is.
    private static func serve(_ line: String, _ vlens: Program) async throws {
        let words = line.split(separator: " ").dropFirst().map(String.init)
        let running = try vlens.start(words + ["--port", "0"])
        for _ in 0..<300 where !running.outputSoFar.contains("Ctrl-C") { try await Task.sleep(for: .milliseconds(100)) }
        #expect(running.outputSoFar.contains("http"), "\(line)\n\(running.errorSoFar)")
        running.signal(SIGINT)
        #expect(try await running.result().status == 0)
    }

    /// The command with the built program, and with our server in the place of those that it names.
    private static func runnable(_ line: String, server: String) -> String {
        var line = line.hasPrefix("./") ? String(line.dropFirst(2)) : line
        line = line.replacing("http://127.0.0.1:8000/v1", with: server)
        // An import names who answered, and asks nobody.
        let asks = line.contains("--model ") && !line.hasPrefix("vlens import ")
        if asks, !line.contains("simulated/"), !line.contains("--base-url") {
            line += " --base-url \(server)"
        }
        return line
    }
}

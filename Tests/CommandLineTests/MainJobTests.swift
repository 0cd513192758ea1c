import Foundation
import TestSupport
import Testing
import Text

struct MainJobTests {
    @Test func `in an empty folder, run asks the pilot study and leaves a store and a report`() async throws {
        let vlens = try Program()
        defer { vlens.remove() }
        let result = try await vlens.run("run")
        #expect(result.status == 0, "\(result.error)")
        #expect(result.output.contains("simulated respondent"))
        #expect(result.output.contains("80 cells"))
        let names = try FileManager.default.contentsOfDirectory(atPath: vlens.folder.path).sorted()
        #expect(names == ["report-pilot-simulated-subject", "vlens.sqlite"])
        let page = try String(
            contentsOf: vlens.file("report-pilot-simulated-subject/report.html"), encoding: .utf8)
        #expect(page.contains("<svg"))
        #expect(result.error.contains("report-pilot-simulated-subject/report.html"))
    }

    @Test func `the same command again asks nothing and says the same`() async throws {
        let vlens = try Program()
        defer { vlens.remove() }
        let first = try await vlens.run("run", "--json")
        let second = try await vlens.run("run", "--json")
        #expect(first.status == 0)
        #expect(second.status == 0)
        #expect(try figures(first.output) == figures(second.output))
    }

    @Test func `two machines get the same figures from the same seed`() async throws {
        let (one, other) = (try Program(), try Program())
        defer {
            one.remove()
            other.remove()
        }
        let first = try await one.run("run", "--json", "--concurrency", "1", "--no-report")
        let second = try await other.run("run", "--json", "--concurrency", "64", "--no-report")
        #expect(try figures(first.output) == figures(second.output))
    }

    @Test func `without an argument it says what it does and the first thing to type`() async throws {
        let vlens = try Program()
        defer { vlens.remove() }
        let result = try await vlens.run()
        #expect(result.status == 0)
        #expect(result.output.contains("vlens run"))
        #expect(result.output.contains("vlens run --help"))
    }

    /// A command as the program describes itself.
    private struct Description: Decodable {
        let commandName: String
        let subcommands: [Description]?

        /// What is typed behind the program's name, for it and all below it.
        func commands(below path: [String] = []) -> [[String]] {
            [path] + (subcommands ?? []).flatMap { $0.commands(below: path + [$0.commandName]) }
        }
    }

    private struct Dump: Decodable { let command: Description }

    @Test func `every command has help with an example`() async throws {
        let vlens = try Program()
        defer { vlens.remove() }
        let dump = try await vlens.run("--experimental-dump-help")
        let commands = try JSONDecoder().decode(Dump.self, from: Data(dump.output.utf8)).command.commands()
            .filter { $0.first != "help" && $0.last != "help" }
        #expect(Set([["run"], ["calibrate"], ["reproduce"], ["reread"], ["study", "new"]]).isSubset(of: commands))
        for command in commands {
            let result = try await vlens.run(command + ["--help"])
            #expect(result.status == 0)
            // 'read' is left for those who know it, and names the commands that took its place.
            let named = command.isEmpty ? ["run"] : command == ["read"] ? ["reread"] : command
            #expect(result.output.contains("vlens \(named.joined(separator: " "))"), "\(command)")
            #expect(result.output.contains(command.isEmpty ? "Start with" : "Example"), "\(command)")
        }
    }

    @Test(arguments: [
        (["run", "--dry-run", "--replicates", "2"], ["run", "--dry-run", "--repeats", "2"]),
        (["run", "--dry-run", "--sample=20", "--seed=3"], ["run", "--dry-run", "--sample=20", "--sample-seed=3"]),
        (["read", "--show", "--limit", "2"], ["replies", "--limit", "2"]),
        (["read", "--run", "1", "--again"], ["reread", "--run", "1"]),
        (
            ["measure", "--json", "--replicates", "100", "--seed", "5"],
            ["measure", "--json", "--draws", "100", "--draws-seed", "5"]
        ),
        (
            ["compare", "1", "1", "--replicates=100", "--seed=5"],
            ["compare", "1", "1", "--draws=100", "--draws-seed=5"]
        ),
    ])
    func `an old name of an option or command does what the new one does`(old: [String], new: [String]) async throws {
        let vlens = try Program()
        defer { vlens.remove() }
        let asked = try await vlens.run(
            "run", "--no-report", "--quiet", "--countries", "Philippines", "--no-intervals", "--json")
        #expect(asked.status == 0)
        let (one, other) = (try await vlens.run(old), try await vlens.run(new))
        #expect(one.status == 0 && one.output == other.output && !one.output.isEmpty, "\(one.error)")
    }

    @Test func `run draws its intervals as it is told`() async throws {
        let vlens = try Program()
        defer { vlens.remove() }
        let part = ["run", "--no-report", "--quiet", "--countries", "Philippines", "--json"]
        let none = try await vlens.run(part + ["--no-intervals"])
        #expect(!none.output.contains("\"method\": \"bca\""))
        let drawn = try await vlens.run(part + ["--draws", "100", "--clusters", "scenario"])
        let measured = try await vlens.run("measure", "--json", "--draws", "100", "--clusters", "scenario")
        #expect(drawn.output.contains("\"method\": \"bca\""))
        #expect(try figures(drawn.output) == figures(measured.output))
    }

    @Test func `report, JSON and list of runs tell the hash that the store has, for a part of a study, too`()
        async throws
    {
        let vlens = try Program()
        defer { vlens.remove() }
        let run = try await vlens.run(
            "run", "--json", "--quiet", "--no-intervals", "--countries", "Philippines", "--report", "r")
        let hash = try #require(
            try await vlens.run("study", "show", "pilot").output.firstMatch(of: /protocol +([0-9a-f]{64})/)?.output.1)
        #expect(run.output.contains("\"protocol_hash\": \"\(hash)\""))
        #expect(try await vlens.run("runs", "--json").output.contains("\"protocol_hash\": \"\(hash)\""))
        for file in ["report.json", "report.html"] {
            #expect(try String(contentsOf: vlens.file("r/\(file)"), encoding: .utf8).contains(hash))
        }
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `completions are written for every shell`(shell: String) async throws {
        let vlens = try Program()
        defer { vlens.remove() }
        let result = try await vlens.run("--generate-completion-script", shell)
        #expect(result.status == 0)
        #expect(result.output.contains("measure"))
    }

    /// The figures alone, without dates and versions.
    private func figures(_ json: String) throws -> [String: String] {
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any] ?? [:]
        let kept = ["counts", "overall", "country", "topic", "value", "pooled", "states", "ranking_country_top10"]
        var figures: [String: String] = [:]
        for key in kept {
            let part = try #require(object[key], "no \(key) in the JSON")
            let data = try JSONSerialization.data(withJSONObject: part, options: .sortedKeys)
            figures[key] = String(decoding: data, as: UTF8.self)
        }
        return figures
    }
}

import Foundation
import TestSupport
import Testing

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

    @Test(arguments: [
        [], ["run"], ["measure"], ["report"], ["import"], ["read"], ["doctor"], ["study"], ["study", "show"],
        ["study", "validate"], ["study", "new"], ["runs"], ["compare"],
    ])
    func `every command has help with an example`(command: [String]) async throws {
        let vlens = try Program()
        defer { vlens.remove() }
        let result = try await vlens.run(command + ["--help"])
        #expect(result.status == 0)
        #expect(result.output.contains("vlens \((command.isEmpty ? ["run"] : command).joined(separator: " "))"))
        #expect(result.output.contains(command.isEmpty ? "Start with" : "Example"))
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

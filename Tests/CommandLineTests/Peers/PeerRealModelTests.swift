import Foundation
import TestServers
import TestSupport
import Testing
import Text

/// The example that asks a real small language model, with a server and weights that are here already.
@Suite(
    .enabled(
        if: PeerProgram.smallModel.isExpected && PeerProgram.llama.isExpected, Comment(rawValue: PeerProgram.absence)),
    .serialized, .timeLimit(.minutes(10)))
struct PeerRealModelTests {
    private func line(_ rest: String) -> String {
        let script = SharedFolder.projectRoot.appending(path: "examples/real-model/run.sh").path
        return "bash '\(script)' --quiet \(rest)"
    }

    private func settings(_ vlens: Program) -> [String: String] {
        [
            "VLENS": Program.path, "LLAMA_SERVER": PeerProgram.llama.file("llama-server").path,
            "MODEL": PeerProgram.smallModel.file("SmolLM2-135M-Instruct.Q4_1.gguf").path,
            "CACHE": vlens.file("cache").path, "PORT": "\(18_191 + Int.random(in: 0..<400))",
        ]
    }

    @Test func `one scenario is asked, read and reported, and the server is gone when the script ends`() async throws {
        var vlens = try Program()
        defer { vlens.remove() }
        vlens.environment = settings(vlens)
        let result = try await vlens.shell(line("--variants 0 --countries Philippines --topics Politics"))
        #expect(result.status == 0, "\(result.error)")
        let page = try String(contentsOf: vlens.file("report-real-model/report.html"), encoding: .utf8)
        #expect(page.contains("smollm2-135m-instruct") && !page.contains("simulated respondent"))
        let measured = try await vlens.run("measure", "--json", "--no-intervals")
        let json = try #require(JSONReader.read(Array(measured.output.utf8), manner: .strict))
        #expect(json["counts"]?["both"]?.integer == 10)
        let port = vlens.environment["PORT"] ?? ""
        let gone = try await vlens.shell("! curl -s -m 5 http://127.0.0.1:\(port)/health")
        #expect(gone.status == 0)
    }

    @Test func `a server that does not start is told with the file that says why`() async throws {
        var vlens = try Program()
        defer { vlens.remove() }
        vlens.environment = settings(vlens)
        vlens.environment["MODEL"] = vlens.file("none.gguf").path
        let result = try await vlens.shell(line(""))
        #expect(result.status == 1)
        let log = vlens.file("cache/server.log").path
        #expect(result.error.contains("real-model: llama-server did not start; '\(log)' says why"))
    }
}

import AnswerStore
import Foundation
import TestServers
import TestSupport
import Testing

/// A run that starts a real llama-server with a real small model, SmolLM2-135M-Instruct, and stops it.
@Suite(
    .enabled(
        if: PeerProgram.smallModel.isExpected && PeerProgram.llama.isExpected, Comment(rawValue: PeerProgram.absence)),
    .serialized, .timeLimit(.minutes(10)))
struct PeerServedModelTests {
    @Test func `llama-server is started with a model, asked two questions, and is gone afterwards`() async throws {
        let server = PeerProgram.llama.file("llama-server").path
        let model = PeerProgram.smallModel.file("SmolLM2-135M-Instruct.Q4_1.gguf").path
        let command =
            "exec '\(server)' -m '\(model)' --alias smollm2 --host 127.0.0.1 --port {port} -np 1 -c 2048 -t 2 --cache-ram 0 "
            + "--jinja --no-webui --seed 1"
        try await withProgram { vlens in
            let arguments = [
                "run", "--model", "llamacpp/smollm2", "--serve", command, "--countries", "Philippines", "--topics",
                "Politics", "--variants", "0", "--structured-output", "json-schema", "--max-tokens", "400",
                "--concurrency", "1", "--timeout", "240", "--quiet", "--no-report", "--task", "acted", "--limit", "2",
            ]
            let result = try await vlens.run(arguments)
            expect(result, exits: 3, says: ["--limit is reached: 2 of 10 questions have their reply"])
            let stored = try vlens.storedRun()
            #expect(stored.replies.count == 2)
            #expect(stored.replies.allSatisfy { $0.reading.state == "answered" && $0.model == "smollm2" })
            #expect(stored.run.settings.contains("http://127.0.0.1:{port}/v1"))
            let log = try String(contentsOf: vlens.file("vlens.server.log"), encoding: .utf8)
            let port = try #require(log.firstMatch(of: /starting the model server on port (\d+)/)?.output.1)
            let left = try await vlens.shell(["/bin/sh", "-c", "ps -eo args | grep -- '--port \(port)' | grep -v grep"])
            #expect(left.output.isEmpty)
        }
    }
}

import AnswerStore
import Foundation
import TestServers
import TestSupport
import Testing

/// A real small language model, SmolLM2-135M-Instruct on llama.cpp's server, asked a scenario of the pilot study.
@Suite(
    .enabled(
        if: PeerProgram.smallModel.isExpected && PeerProgram.llama.isExpected, Comment(rawValue: PeerProgram.absence)),
    .serialized, .timeLimit(.minutes(10)))
struct PeerSmallModelTests {
    /// One scenario of ten values: one question of Task 1 and ten of Task 2.
    private func arguments(_ server: PeerServer) -> [String] {
        [
            "run", "--model", "llamacpp/smollm2-135m-instruct", "--base-url", server.baseURL, "--countries",
            "Philippines", "--topics", "Politics", "--variants", "0", "--structured-output", "json-schema",
            "--max-tokens", "400", "--concurrency", "2", "--timeout", "240", "--quiet", "--no-report", "--json",
        ]
    }

    @Test func `held to a schema it answers a scenario, killed and resumed, and no question is paid for twice`()
        async throws
    {
        let server = try await PeerServer.start(
            .smallModel, settings: ["SLOTS": "2", "CTX_PER_SLOT": "2048", "SMOL_ARGS": "--seed 1"])
        do {
            try await askKillAndResume(server)
        } catch {
            await server.stop()
            throw error
        }
        await server.stop()
    }

    private func askKillAndResume(_ server: PeerServer) async throws {
        try await withProgram { vlens in
            let client = try vlens.start(arguments(server))
            try await vlens.untilStored(4, by: client)
            client.signal(SIGKILL)
            #expect(try await client.result().status == -SIGKILL)
            let before = try vlens.storedRun().replies
            #expect((4..<11).contains(before.count))

            let result = try await vlens.run(arguments(server))
            expect(result, exits: 0, says: [])
            let stored = try vlens.storedRun()
            #expect(stored.run.status == .finished)
            #expect(stored.failures.isEmpty)
            #expect(stored.replies.count == 11)
            #expect(Set(stored.replies.map(\.question.id)).count == 11)
            #expect(Array(stored.replies.prefix(before.count)) == before)
            #expect(stored.replies.allSatisfy { $0.model == "smollm2-135m-instruct" && $0.finishReason == "stop" })
            // Held to a form, whatever it says can be read.
            #expect(stored.replies.allSatisfy { $0.reading.state == "answered" })
            let json = try #require(
                try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
            let counts = try #require(json["counts"] as? [String: Any])
            #expect(counts["both"] as? Int == 10)
        }
    }
}

import AnswerStore
import Elicitation
import Foundation
import TestServers
import TestSupport
import Testing

/// Whole runs that ask a real llama-server.
@Suite(
    .enabled(if: PeerProgram.llama.isExpected, Comment(rawValue: PeerProgram.absence)), .llama(), .serialized,
    .timeLimit(.minutes(5)))
struct PeerLlamaRunTests {
    private static let selection = [
        "--countries", "Philippines", "--topics", "Politics", "--variants", "0", "--concurrency", "8",
    ]

    private func arguments(_ server: PeerServer, model: String = "llamacpp/tiny", _ more: String...) -> [String] {
        ["run", "--model", model, "--base-url", server.baseURL, "--quiet", "--no-report"] + more
    }

    /// How many tokens of prompts the server has read, from its memory or anew.
    private func promptTokens(_ server: PeerServer) async throws -> Int {
        Int(try await server.metric("prompt_tokens_total") + server.metric("prompt_tokens_cached_total"))
    }

    @Test(arguments: ["llamacpp/tiny", "anthropic/tiny"])
    func `noise is kept, reply by reply, and not asked for twice`(model: String) async throws {
        let server = try Peers.llama()
        let before = try await promptTokens(server)
        try await withProgram { vlens in
            let command = arguments(server, model: model, "--max-tokens", "16") + Self.selection
            expect(try await vlens.run(command), exits: 1, says: ["there is nothing to measure"])
            let stored = try vlens.storedRun()
            #expect(stored.run.status == .finished)
            #expect(stored.failures.isEmpty)
            #expect(stored.replies.count == 11)
            #expect(Set(stored.replies.map(\.question.id)).count == 11)
            for reply in stored.replies {
                #expect(reply.model == "tiny")
                #expect(["length", "stop"].contains(reply.finishReason))
                #expect(try #require(reply.completionTokens) <= 16)
                #expect(reply.attempts == 1)
                #expect(reply.response?.isEmpty == false)
            }
            #expect(stored.replies.filter { $0.finishReason == "length" }.count > 5)
            // The server has read each prompt once.
            let read = try await promptTokens(server)
            #expect(read - before == stored.replies.reduce(0) { $0 + ($1.promptTokens ?? 0) })

            expect(try await vlens.run(command), exits: 1, says: ["there is nothing to measure"])
            #expect(try await promptTokens(server) == read)
            #expect(try vlens.storedRun().replies == stored.replies)
        }
    }

    @Test(arguments: ["json-schema", "grammar"])
    func `held to a form, every question of both tasks is answered and the measures come out`(
        form: String
    ) async throws {
        let server = try Peers.llama()
        try await withProgram { vlens in
            let result = try await vlens.run(
                arguments(
                    server, "--structured-output", form, "--logprobs", "5", "--max-tokens", "800", "--json")
                    + Self.selection)
            expect(result, exits: 0, says: [])
            let stored = try vlens.storedRun()
            #expect(stored.replies.count == 11)
            #expect(stored.replies.allSatisfy { $0.reading.state == "answered" })
            for reply in stored.replies where reply.question.kind == "acted" {
                let probabilities = OptionProbabilities(json: reply.optionLogProbabilities ?? "")
                #expect((5...6).contains(probabilities?.alternatives.count ?? 0))
            }
            let ratings = stored.replies.first { $0.question.kind == "stated" }?.reading.content?.split(separator: ",")
            #expect(ratings?.count == 10)

            let json = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
            let overall = try #require(json["overall"] as? [String: Any])
            #expect(!overall.isEmpty)
            let counts = try #require(json["counts"] as? [String: Any])
            #expect(counts["both"] as? Int == 10)
        }
    }

    @Test func `connections that the server closes after a hundred requests cost no attempt`() async throws {
        let server = try Peers.llama()
        try await withProgram { vlens in
            // On two connections these are 160 requests each.
            let result = try await vlens.run(
                arguments(
                    server, "--task", "acted", "--variants", "0,2,4,6", "--structured-output", "json-schema",
                    "--max-tokens", "200", "--concurrency", "2"))
            expect(result, exits: 0, says: [])
            let stored = try vlens.storedRun()
            #expect(stored.replies.count == 320)
            #expect(stored.replies.allSatisfy { $0.attempts == 1 })
            #expect(stored.replies.filter { $0.reading.state == "answered" }.count > 288)
        }
    }
}

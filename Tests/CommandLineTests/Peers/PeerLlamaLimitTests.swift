import AnswerStore
import Foundation
import Respondents
import TestServers
import TestSupport
import Testing

private let key = "sk-peer-0b1e55ed5c4e"
private let wrong = "sk-peer-0ff1ce0ff1ce"

/// A real llama-server that wants a key and reads no more than 1,024 tokens: Task 2 fits, ten ratings do not.
@Suite(
    .enabled(if: PeerProgram.llama.isExpected, Comment(rawValue: PeerProgram.absence)),
    .llama(slots: 2, context: 1024, key: key), .serialized, .timeLimit(.minutes(5)))
struct PeerLlamaLimitTests {
    @Test(arguments: ["llamacpp/tiny", "anthropic/tiny"])
    func `its key is taken in the header of either format`(model: String) async throws {
        let reply = try await PeerAsking.reply(of: model, at: Peers.llama(), key: key)
        #expect(reply.reportedModel == "tiny")
    }

    @Test(arguments: ["llamacpp/tiny", "anthropic/tiny"])
    func `a wrong key and none are errors of the run`(model: String) async throws {
        for given in [wrong, nil] {
            let error = try await PeerAsking.failure(of: model, at: Peers.llama(), key: given)
            #expect(error.code == .unauthorized)
            #expect(error.classification == .permanentForRun)
            #expect(error.status == 401)
            #expect(!error.description.contains(wrong))
        }
    }

    @Test(arguments: ["llamacpp/tiny", "anthropic/tiny"])
    func `a question that is too long is an error of that question alone`(model: String) async throws {
        let long = PeerAsking.acted(String(repeating: "I speak, and I speak again. ", count: 50))
        let error = try await PeerAsking.failure(of: model, at: Peers.llama(), to: long, key: key)
        #expect(error.code == .contextTooLong)
        #expect(error.classification == .permanentForQuestion)
        #expect(error.what.contains("exceeds the available context size (1024 tokens)"))
        #expect(error.remedy.contains("the question does not fit the model"))
    }

    private func arguments(_ server: PeerServer, _ more: String...) -> [String] {
        [
            "run", "--model", "llamacpp/tiny", "--base-url", server.baseURL, "--countries", "Philippines", "--topics",
            "Politics", "--variants", "0", "--max-tokens", "200", "--structured-output", "json-schema",
            "--concurrency", "2", "--quiet", "--no-report",
        ] + more
    }

    @Test func `a wrong key ends a run at its first question, and is shown nowhere`() async throws {
        let server = try Peers.llama()
        var vlens = try Program()
        defer { vlens.remove() }
        vlens.environment["LLAMA_API_KEY"] = wrong
        let result = try await vlens.run(arguments(server))
        expect(
            result, exits: 1,
            says: ["/v1/chat/completions answered with HTTP 401", "check the API key, and that it may use 'tiny'"])
        #expect(!result.error.contains(wrong))
        #expect(!result.output.contains(wrong))
        let stored = try vlens.storedRun()
        #expect(stored.replies.isEmpty)
        #expect(stored.run.status == .stopped)
        for file in try vlens.allBytes() {
            #expect(file.bytes.range(of: Data(wrong.utf8)) == nil, "the key is in \(file.name)")
        }
    }

    @Test func `questions that are too long are given up at once; the others have their reply`() async throws {
        let server = try Peers.llama()
        var vlens = try Program()
        defer { vlens.remove() }
        vlens.environment["LLAMA_API_KEY"] = key
        let result = try await vlens.run(arguments(server))
        expect(
            result, exits: 3,
            says: [
                "1 of 11 questions have no reply (last error: ", "exceeds the available context size (1024 tokens)",
                "ask them again with: vlens run --model llamacpp/tiny",
            ])
        let stored = try vlens.storedRun()
        #expect(stored.replies.count == 10)
        #expect(stored.replies.allSatisfy { $0.question.kind == "acted" && $0.attempts == 1 })
        #expect(stored.failures.map(\.code) == ["contextTooLong"])
        #expect(stored.failures.map(\.attempts) == [1])
    }
}

import AnswerStore
import TestServers
import TestSupport
import Testing

/// Whole runs through a real gateway.
extension PeerGatewayTests {
    private func arguments(_ gateway: PeerServer, model: String, _ more: [String]) -> [String] {
        [
            "run", "--model", model, "--base-url", gateway.baseURL, "--countries", "Philippines", "--topics",
            "Politics", "--variants", "0", "--concurrency", "8", "--quiet", "--no-report",
        ] + more
    }

    /// Runs with the gateway's key, or another.
    private func run(
        _ model: String, key: String? = nil, _ more: String..., check: (Program, Program.Result) throws -> Void
    ) async throws {
        let gateway = try Peers.gateway()
        var vlens = try Program()
        defer { vlens.remove() }
        let own = try await self.key(gateway)
        vlens.environment["VLENS_API_KEY"] = key ?? own
        let result = try await vlens.run(arguments(gateway, model: model, more))
        #expect(!result.error.contains(key ?? own))
        try check(vlens, result)
    }

    @Test(arguments: ["gateway/mock-ok", "anthropic/mock-claude"])
    func `a run asks each question once`(model: String) async throws {
        try await run(model, "--task", "acted") { vlens, result in
            expect(result, exits: 0, says: [])
            let stored = try vlens.storedRun()
            #expect(stored.replies.count == 10)
            #expect(stored.replies.allSatisfy { $0.attempts == 1 && $0.reading.state == "answered" })
        }
    }

    @Test func `a run reaches the server behind it, and the measures come out`() async throws {
        try await run(
            "gateway/tiny", "--structured-output", "json-schema", "--max-tokens", "800", "--json"
        ) { vlens, result in
            expect(result, exits: 0, says: [])
            #expect(result.output.contains("\"overall\""))
            let stored = try vlens.storedRun()
            #expect(stored.replies.count == 11)
        }
    }

    @Test(arguments: [
        ("gateway/mock-500", "this is a mock internal server error", "the server is in trouble"),
        ("gateway/dead", "Connection error", "the server is in trouble"),
        ("gateway/nobody", "Invalid model name passed in model=nobody", "check the model's name 'nobody'"),
        ("anthropic/nobody", "Invalid model name passed in model=nobody", "check the model's name 'nobody'"),
    ])
    func `a run that can't begin ends with 1 and says what to do`(
        model: String, says: String, remedy: String
    ) async throws {
        try await run(model, "--attempts", "1") { vlens, result in
            expect(result, exits: 1, says: [says, remedy])
            let stored = try vlens.storedRun()
            #expect(stored.replies.isEmpty)
        }
    }

    @Test(arguments: ["gateway/mock-ok", "anthropic/mock-claude"])
    func `a wrong key ends a run at its first question`(model: String) async throws {
        try await run(model, key: "sk-wrong-0ff1ce5c4e") { vlens, result in
            expect(result, exits: 1, says: ["\"No connected db.\"", "check the API key"])
            let stored = try vlens.storedRun()
            #expect(stored.replies.isEmpty)
            #expect(stored.failures.isEmpty)
        }
    }

    @Test func `where no question fits the model, each is given up after one attempt`() async throws {
        try await run("gateway/mock-ctx") { vlens, result in
            expect(result, exits: 3, says: ["11 of 11 questions have no reply", "ContextWindowExceededError"])
            let stored = try vlens.storedRun()
            #expect(stored.failures.count == 11)
            #expect(stored.failures.allSatisfy { $0.code == "contextTooLong" && $0.attempts == 1 })
        }
    }
}

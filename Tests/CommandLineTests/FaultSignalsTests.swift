import Foundation
import TestServers
import TestSupport
import Testing

/// Signals that end a run: the first in good order, so that it dies of that signal in the end; the second now.
@Suite(.timeLimit(.minutes(10)))
struct FaultSignalsTests {
    /// Answers so many requests, and leaves all later ones without an answer.
    private static func server(answers: Int) -> Behaviour {
        Behaviour { $0.number <= answers ? .chat(PilotAnswers.answer(to: $0.body)) : .hang }
    }

    private func arguments(_ server: LoopbackServer, grace: String) -> [String] {
        [
            "run", "--model", "local/m", "--base-url", server.baseURL, "--concurrency", "4", "--no-report", "--grace",
            grace,
        ]
    }

    private func until(_ condition: () throws -> Bool) async throws {
        for _ in 0..<6000 where try !condition() { try await Task.sleep(for: .milliseconds(10)) }
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func `the first signal keeps what came, waits for the grace time, dies of it and says how to go on`(
        signal: Int32
    ) async throws {
        try await withProgram { vlens in
            try await LoopbackServer.run(handler: Self.server(answers: 30).answer) { server in
                let program = try vlens.start(arguments(server, grace: "0.3"))
                try await until { server.requestCount >= 34 }
                program.signal(signal)
                let result = try await program.result()
                expect(
                    result, exits: -signal,
                    says: [
                        "stopping; waiting up to 0 s for the requests in flight",
                        "stopped: 30 of 704 questions have their reply; go on with: vlens run --model local/m",
                    ])
                #expect(try vlens.replyCount() == 30)
            }
        }
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func `the second signal ends the program at once with 128 and its number`(signal: Int32) async throws {
        try await withProgram { vlens in
            try await LoopbackServer.run(handler: Self.server(answers: 30).answer) { server in
                let program = try vlens.start(arguments(server, grace: "3600"))
                try await until { server.requestCount >= 34 }
                program.signal(signal)
                try await until { program.errorSoFar.contains("again to stop now") }
                program.signal(signal)
                let result = try await program.result()
                #expect(result.status == 128 + signal)
                #expect(try vlens.replyCount() == 30)
            }
        }
    }

    @Test func `a run whose first question hangs stops after the grace time, too`() async throws {
        try await withProgram { vlens in
            try await LoopbackServer.run(handler: { _ in .hang }) { server in
                let program = try vlens.start(arguments(server, grace: "0.1"))
                try await until { server.requestCount == 1 }
                program.signal(SIGTERM)
                expect(
                    try await program.result(), exits: -SIGTERM, says: ["stopped: 0 of 704 questions have their reply"])
            }
        }
    }
}

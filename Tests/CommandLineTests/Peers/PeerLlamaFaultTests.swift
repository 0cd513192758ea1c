import AnswerStore
import Foundation
import TestServers
import TestSupport
import Testing

/// A real llama-server in trouble: hung, killed, and unable to keep to a form.
@Suite(
    .enabled(if: PeerProgram.llama.isExpected, Comment(rawValue: PeerProgram.absence)), .llama(), .serialized,
    .timeLimit(.minutes(5)))
struct PeerLlamaFaultTests {
    private static let questions = 320

    private func arguments(_ server: PeerServer, _ more: String...) -> [String] {
        [
            "run", "--model", "llamacpp/tiny", "--base-url", server.baseURL, "--task", "acted", "--quiet",
            "--no-report", "--structured-output",
        ] + more
    }

    /// Starts a run of 320 questions, spoils the server in the middle of it, and looks at what is stored in the end.
    private func runThrough(_ trouble: (PeerServer) async throws -> Void) async throws {
        let server = try Peers.llama()
        try await withProgram { vlens in
            let program = try vlens.start(
                arguments(
                    server, "json-schema", "--variants", "0,2,4,6", "--max-tokens", "200", "--concurrency", "4",
                    "--timeout", "2"))
            try await vlens.untilStored(40, by: program)
            let before = try vlens.storedRun().replies
            try await trouble(server)
            expect(try await program.result(), exits: 0, says: [])
            let stored = try vlens.storedRun()
            #expect(stored.run.status == .finished)
            #expect(stored.failures.isEmpty)
            #expect(stored.replies.count == Self.questions)
            #expect(Set(stored.replies.map(\.question.id)).count == Self.questions)
            // What was out when the trouble began was asked again; what had its reply kept it.
            #expect(stored.replies.contains { $0.attempts > 1 })
            #expect(Array(stored.replies.prefix(before.count)) == before)
        }
    }

    @Test func `a server that hangs for a while costs no reply`() async throws {
        try await runThrough { server in
            server.signal(SIGSTOP)
            try await Task.sleep(for: .seconds(3))
            server.signal(SIGCONT)
        }
    }

    @Test func `a server that is killed and started again costs no reply`() async throws {
        try await runThrough { server in
            server.signal(SIGKILL)
            try await server.start()
        }
    }

    @Test func `a server that fails at random is asked again, up to the ceiling, and nothing is lost`() async throws {
        let server = try Peers.llama()
        try await withProgram { vlens in
            // It can't hold this model to "some JSON object": one answer in two is status 500.
            let command = arguments(
                server, "json-object", "--countries", "Philippines", "--topics", "Politics,Social Inequality",
                "--variants", "0", "--max-tokens", "64", "--temperature", "1", "--attempts", "4", "--concurrency", "8")
            // A run whose very first question fails three times ends there; the next start goes on.
            for _ in 0..<20 {
                let result = try await vlens.run(command)
                #expect([0, 1, 3].contains(result.status), "\(result.error)")
                let stored = try vlens.storedRun()
                #expect(stored.failures.allSatisfy { $0.code == "generationFailed" })
                #expect(stored.replies.count + stored.failures.count <= 20)
                if result.status == 3 { #expect(stored.replies.count + stored.failures.count == 20) }
                if stored.replies.count == 20 { break }
            }
            let stored = try vlens.storedRun()
            #expect(stored.failures.isEmpty)
            #expect(stored.replies.count == 20)
            #expect(stored.replies.allSatisfy { (1...4).contains($0.attempts) })
            #expect(stored.replies.contains { $0.attempts > 1 })
        }
    }
}

import Foundation
import TestServers
import TestSupport
import Testing

/// A process that may open few files.
@Suite(.timeLimit(.minutes(3)))
struct OpenFilesTests {
    private func run(
        _ limit: String, _ concurrency: Int, at server: LoopbackServer, _ vlens: Program
    ) async throws -> Program.Result {
        try await vlens.shell(
            "ulimit \(limit) && exec vlens run --model local/m --base-url \(server.baseURL) --no-report --quiet "
                + "--task acted --concurrency \(concurrency)")
    }

    @Test func `as many questions are out as there are files for, and a line says so`() async throws {
        try await LoopbackServer.run { _ in
            .chat("Option 1", delay: .milliseconds(50))
        } _: { server in
            try await withProgram { vlens in
                // The hard limit, too: the soft one is raised.
                let result = try await run("-n 72", 512, at: server, vlens)
                let words = result.error.replacing("\n", with: " ")
                #expect(result.status == 0, "\(result.error)")
                #expect(words.contains("requests in flight, because the process may open 72 files: raise 'ulimit -n'"))
                #expect((20...60).contains(server.connectionCount))
                #expect(try vlens.replyCount() == 640)
            }
        }
    }

    @Test func `a soft limit is raised, so that nothing is to be said`() async throws {
        try await LoopbackServer.run { _ in
            .chat("Option 1", delay: .milliseconds(20))
        } _: { server in
            try await withProgram { vlens in
                let result = try await run("-S -n 64", 200, at: server, vlens)
                #expect(result.status == 0)
                #expect(result.error == "")
            }
        }
    }

    @Test(arguments: [12, 16, 20, 24, 28]) func `a limit too low for anything is told, and crashes nothing`(limit: Int)
        async throws
    {
        try await LoopbackServer.run { _ in
            .chat("Option 1")
        } _: { server in
            try await withProgram { vlens in
                let result = try await run("-n \(limit)", 16, at: server, vlens)
                #expect(result.status == 0 || result.status == 1, "\(result.error)")
                if result.status == 1 {
                    expect(result, exits: 1, says: ["the process may open \(limit) files", "ulimit -n"])
                }
            }
        }
    }
}

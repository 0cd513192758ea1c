import Foundation
import TestServers
import TestSupport
import Testing

/// Runs of which nothing can be measured.
struct BadRepliesTests {
    @Test(arguments: [
        (
            "Bananas are yellow.", "0 answered, 0 refused, 1 unreadable, 0 missing of 1",
            "0 answered, 0 refused, 10 unreadable"
        ),
        ("I'm sorry, but I can't help with that.", "0 answered, 1 refused, 0 unreadable", "0 answered, 10 refused"),
        ("", "0 answered, 0 refused, 1 unreadable", "0 answered, 0 refused, 10 unreadable"),
    ])
    func `zero readable replies end with 1, their states, and the replies kept`(
        text: String, stated: String, acted: String
    ) async throws {
        try await withProgram { vlens in
            try await LoopbackServer.run(handler: { _ in .chat(text) }) { server in
                let result = try await vlens.run(SmallPart.run(server))
                expect(
                    result, exits: 1,
                    says: [
                        "vlens: no cell has both a stated and an acted answer, so there is nothing to measure",
                        "stated: \(stated)", "acted: \(acted)",
                        "All replies are kept. Look at some with: vlens replies",
                    ])
                #expect(result.output == "")
                #expect(server.requestCount == SmallPart.questions)
                #expect(try vlens.replyCount() == SmallPart.questions)
                #expect(try vlens.names().filter { !$0.hasPrefix("vlens.sqlite") } == [])

                let shown = try await vlens.run("replies", "--limit", "1")
                expect(shown, exits: 0, says: [])
                #expect(text.isEmpty || shown.output.contains(text))
                for command in ["measure", "report"] {
                    expect(try await vlens.run(command), exits: 1, says: ["there is nothing to measure", stated])
                }
                // Nothing is asked twice.
                expect(try await vlens.run(SmallPart.run(server)), exits: 1, says: ["there is nothing to measure"])
                #expect(server.requestCount == SmallPart.questions)
            }
        }
    }

    @Test func `one task alone that nobody can read is no success`() async throws {
        try await withProgram { vlens in
            try await LoopbackServer.run(handler: { _ in .chat("Bananas.") }) { server in
                let result = try await vlens.run(SmallPart.run(server, "--task", "acted"))
                expect(result, exits: 1, says: ["there is nothing to measure", "10 unreadable"])
            }
        }
    }

    private static let flagged = LoopbackServer.Response.answer(
        400, #"{"error": {"message": "flagged", "code": "content_filter"}}"#)

    @Test func `questions that a filter rejects are failures, and none of them ends the run`() async throws {
        try await withProgram { vlens in
            try await LoopbackServer.run(handler: { _ in Self.flagged }) { server in
                let result = try await vlens.run(SmallPart.run(server))
                expect(
                    result, exits: 3,
                    says: [
                        "there is nothing to measure", "0 answered, 0 refused, 0 unreadable, 1 missing of 1",
                        "10 missing of 10", "11 of 11 questions have no reply (last error: ", "\"flagged\"",
                        "ask them again with: vlens run --model local/m",
                    ])
                #expect(server.requestCount == SmallPart.questions)
            }
        }
    }

    @Test func `a limit that leaves nothing to be measured yet says how to go on`() async throws {
        try await withProgram { vlens in
            try await LoopbackServer.run(handler: SmallPart.answer) { server in
                let result = try await vlens.run(SmallPart.run(server, "--limit", "1"))
                expect(
                    result, exits: 3,
                    says: [
                        "there is nothing to measure",
                        "--limit is reached: 1 of 11 questions have their reply; go on with: vlens run --model local/m",
                    ])
            }
        }
    }

    @Test func `one task alone of which questions lack a reply says so, after what came`() async throws {
        let server = Behaviour { $0.number <= 6 ? SmallPart.answer($0) : Self.flagged }
        try await withProgram { vlens in
            try await LoopbackServer.run(handler: server.answer) { loopback in
                let task = SmallPart.run(loopback, "--task", "acted")
                let limited = try await vlens.run(task + ["--limit", "2"])
                expect(
                    limited, exits: 3, says: ["--limit is reached: 2 of 10 questions have their reply; go on with: "])
                #expect(limited.output.contains("2 of 10 questions have their reply."))
                let result = try await vlens.run(task)
                expect(result, exits: 3, says: ["4 of 10 questions have no reply (last error: ", "\"flagged\""])
                #expect(result.output.contains("6 of 10 questions have their reply."))
                #expect(loopback.requestCount == 10)
            }
        }
    }

    @Test func `replies that the limit of tokens cut off are counted, with the limit`() async throws {
        try await withProgram { vlens in
            let answer: LoopbackServer.Handler = { request in
                request.number % 2 == 0 ? .chat("I would", finishReason: "length") : SmallPart.answer(request)
            }
            try await LoopbackServer.run(handler: answer) { server in
                let options = SmallPart.options.filter { $0 != "--quiet" }
                let result = try await vlens.run(
                    ["run", "--model", "local/m", "--base-url", server.baseURL, "--max-tokens", "512"] + options)
                expect(result, exits: 0, says: [])
                #expect(
                    result.error.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
                        "note: 5 of 11 replies reached the limit of tokens (--max-tokens 512); with another limit it is "
                            + "another run"))
            }
        }
    }
}

import Foundation
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
                        "All replies are kept. Look at some with: vlens read --show",
                    ])
                #expect(result.output == "")
                #expect(server.requestCount == SmallPart.questions)
                #expect(try vlens.replyCount() == SmallPart.questions)
                #expect(try vlens.names().filter { !$0.hasPrefix("vlens.sqlite") } == [])

                let shown = try await vlens.run("read", "--show", "--limit", "1")
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

    @Test func `questions that a filter rejects are failures, and none of them ends the run`() async throws {
        try await withProgram { vlens in
            let blocked = LoopbackServer.Response.answer(
                400, #"{"error": {"message": "flagged", "code": "content_filter"}}"#)
            try await LoopbackServer.run(handler: { _ in blocked }) { server in
                let result = try await vlens.run(SmallPart.run(server))
                expect(
                    result, exits: 1,
                    says: ["0 answered, 0 refused, 0 unreadable, 1 missing of 1", "10 missing of 10"])
                #expect(server.requestCount == SmallPart.questions)
            }
        }
    }
}

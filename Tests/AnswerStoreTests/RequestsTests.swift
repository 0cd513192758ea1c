import AnswerStore
import Foundation
import GRDB
import Testing

/// A request comes back to the last byte, though its prompt is stored once for all that share it.
struct RequestsTests {
    private func asked(_ id: String, system: String?, prompt: String?, request: String) -> ReplyRecord {
        var reply = reply(id)
        (reply.question.system, reply.question.prompt) = (system, prompt)
        reply.request = Data(request.utf8)
        return reply
    }

    @Test func `requests of every form come back as they were sent`() async throws {
        try await withStore { store, path in
            let id = try store.begin(run(), of: study).id
            let prompt = "Say \"yes\",\nor \\ no\u{7}. Ünï \u{1F600}\u{0}"
            let escaped = #"Say \"yes\",\nor \\ no\u0007. Ünï 😀\u0000"#
            let requests = [
                #"{"messages":[{"role":"system","content":"Be brief"},{"role":"user","content":"\#(escaped)"}],"seed":1}"#,
                #"{"system":"Be brief","prompt":"\#(escaped)"}"#,
                #"{"prompt":"\#(escaped)","again":"\#(escaped)"}"#,
                // Escaped in another way, or not there at all: kept whole.
                #"{"prompt":"Say \u0022yes\u0022"}"#, "", "\"", "no JSON",
                #"{"prompt":"Be brief\n\n\#(escaped)"}"#,
            ]
            let journal = ReplyJournal(store: store, run: id)
            for (number, request) in requests.enumerated() {
                try await journal.save(asked("a\(number)", system: "Be brief", prompt: prompt, request: request))
                try await journal.save(asked("b\(number)", system: nil, prompt: prompt, request: request))
                try await journal.save(asked("c\(number)", system: "", prompt: "", request: request))
                try await journal.save(asked("d\(number)", system: nil, prompt: nil, request: request))
                try await journal.save(asked("e\(number)", system: prompt, prompt: prompt, request: request))
            }
            let stored = try allReplies(store, run: id)
            #expect(stored.count == 5 * requests.count)
            for reply in stored {
                let number = try #require(Int(reply.question.id.dropFirst()))
                #expect(reply.request == Data(requests[number].utf8), "\(reply.question.id)")
            }
            #expect(stored[0].question.prompt == prompt)
            #expect(stored[0].question.system == "Be brief")
        }
    }

    @Test func `what many requests share is stored once, and so is a prompt`() async throws {
        try await withStore { store, path in
            let id = try store.begin(run(), of: study).id
            let replies = (0..<100).map { number in
                let prompt = "Question \(number / 2)"
                return asked(
                    "q\(number)", system: "Be brief", prompt: prompt,
                    request: #"{"system":"Be brief","prompt":"\#(prompt)","schema":{}}"#)
            }
            try await ReplyJournal(store: store, run: id).save(replies)
            let counts = try await DatabaseQueue(path: path).read { db in
                try ["sent", "prompt", "item", "raw WHERE request IS NOT NULL"].map {
                    try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)")
                }
            }
            #expect(counts == [1, 51, 1, 0])
            #expect(try allReplies(store, run: id).map(\.request) == replies.map(\.request))
        }
    }

    @Test func `a prompt that is no longer what was sent is damage`() async throws {
        try await withStore { store, path in
            let id = try store.begin(run(), of: study).id
            let reply = asked("q1", system: nil, prompt: "Which?", request: #"{"prompt":"Which?"}"#)
            try await ReplyJournal(store: store, run: id).save(reply)
            try sqlite(path, "UPDATE question SET promptID = NULL")
            #expect(
                throws: StoreError.damaged(path: path, detail: "the request of reply 1 does not fit its prompt")
            ) { try allReplies(store, run: id) }
        }
    }
}

import AnswerStore
import Foundation
import Testing

struct RepliesTests {
    @Test func `a reply comes back as it was saved`() async throws {
        try await withStore { store, _ in
            let run = try store.begin(run(), of: study)
            try await ReplyJournal(store: store, run: run.id).save(reply("q1"))
            var saved = try allReplies(store, run: run.id)
            #expect(saved.count == 1)
            saved[0].id = 0
            #expect(saved[0] == reply("q1"))
        }
    }

    @Test func `the time of the first and of the last reply is that of the replies, not of the run`() async throws {
        try await withStore { store, _ in
            let run = try store.begin(run(), of: study)
            #expect(try store.replied(run: run.id) == nil)
            let journal = ReplyJournal(store: store, run: run.id)
            for (question, later) in [("q1", 60.0), ("q2", 7200), ("q3", 90.5)] {
                var reply = reply(question)
                reply.replied = now + later
                try await journal.save(reply)
            }
            #expect(try store.replied(run: run.id) == now + 60...now + 90.5)
        }
    }

    @Test func `a question keeps its first reply whatever comes later`() async throws {
        try await withStore { store, _ in
            let run = try store.begin(run(), of: study)
            let journal = ReplyJournal(store: store, run: run.id)
            try await journal.save(reply("q1", text: "first"))
            try await journal.save(reply("q1", text: "second"))
            #expect(try allReplies(store, run: run.id).map(\.text) == ["first"])
        }
    }

    @Test func `replies saved at once are all stored`() async throws {
        try await withStore { store, path in
            let run = try store.begin(run(), of: study)
            let journal = ReplyJournal(store: store, run: run.id)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<500 { group.addTask { try await journal.save(reply("q\(number)")) } }
                try await group.waitForAll()
            }
            let other = try AnswerStore(path: path, mode: .readOnly)
            #expect(try other.counts(run: run.id).answered == 500)
        }
    }

    @Test func `a reply takes away the failure that came before it`() async throws {
        try await withStore { store, _ in
            let run = try store.begin(run(), of: study)
            let failure = FailureRecord(
                questionID: "q1", attempts: 5, code: "timeout", message: "no answer", failed: now)
            try await store.save(failure, run: run.id)
            #expect(try store.failures(run: run.id) == [failure])
            try await ReplyJournal(store: store, run: run.id).save(reply("q1"))
            #expect(try store.failures(run: run.id).isEmpty)
        }
    }

    @Test func `a later reader's reading is the one that counts and the earlier stays`() async throws {
        try await withStore { store, _ in
            let run = try store.begin(run(), of: study)
            try await ReplyJournal(store: store, run: run.id).save(reply("q1", state: "unreadable"))
            let id = try allReplies(store, run: run.id)[0].id
            let better = ReadingRecord(readerVersion: 2, state: "answered", content: "2")
            try store.add(readings: [(id, better)])
            #expect(try allReplies(store, run: run.id).map(\.reading) == [better])
            let counts = try store.counts(run: run.id)
            #expect(counts.answered == 1)
            #expect(counts.unreadable == 0)
        }
    }

    @Test func `text with NUL, quotes and other planes survives`() async throws {
        try await withStore { store, _ in
            let run = try store.begin(run(), of: study)
            let text = "a\u{0}b'\"); DROP TABLE reply; -- \u{1F600}\r\n"
            try await ReplyJournal(store: store, run: run.id).save(reply("q1", text: text))
            #expect(try allReplies(store, run: run.id).map(\.text) == [text])
        }
    }
}

import AnswerStore
import Foundation
import GRDB
import Testing

/// Stores of shards become one.
struct MergingTests {
    @Test func `a merge holds what one store would, in whatever order and however often`() async throws {
        let world = try MergeWorld()
        defer { world.remove() }
        let replies = (0..<12).map { (question: "q\($0)", text: "text \($0)", at: 100 + Double($0)) }
        try await world.store("one.sqlite", replies)
        for shard in 0..<3 {
            let own = replies.enumerated().filter { $0.offset % 3 == shard }.map(\.element)
            try await world.store("s\(shard).sqlite", own)
        }
        let one = try world.contents("one.sqlite")
        try world.merge(["s0.sqlite", "s1.sqlite", "s2.sqlite"])
        #expect(try world.contents("all.sqlite") == one)
        try world.merge(["s0.sqlite", "s1.sqlite", "s2.sqlite"])
        try world.merge(["s1.sqlite"])
        #expect(try world.contents("all.sqlite") == one)
        try world.merge(["s2.sqlite", "s0.sqlite"], into: "other.sqlite")
        try world.merge(["s1.sqlite"], into: "other.sqlite")
        #expect(try world.contents("other.sqlite") == one)
        // A merged store is one like any other.
        try world.merge(["all.sqlite", "other.sqlite"], into: "third.sqlite")
        #expect(try world.contents("third.sqlite") == one)
    }

    @Test func `of two replies to a question the first stands, and the other is kept as paid`() async throws {
        let world = try MergeWorld()
        defer { world.remove() }
        try await world.store("a.sqlite", [("q1", "late", 20), ("q2", "only", 5)])
        try await world.store("b.sqlite", [("q1", "early", 10)])
        try world.merge(["a.sqlite", "b.sqlite"])
        try world.merge(["b.sqlite"], into: "other.sqlite")
        try world.merge(["a.sqlite"], into: "other.sqlite")
        let store = try AnswerStore(path: world.path("all.sqlite"))
        #expect(try allReplies(store, run: 1).map(\.text).sorted() == ["early", "only"])
        #expect(try store.setAside(run: 1).map(\.text) == ["late"])
        #expect(try store.setAside(run: 1).map(\.cause) == [.late])
        #expect(try store.spending(run: 1).replies == 3)
        #expect(try store.counts(run: 1).replied == 2)
        #expect(try world.contents("other.sqlite") == (try world.contents("all.sqlite")))
    }

    @Test func `a reply that was asked again on purpose stands nowhere any more`() async throws {
        let world = try MergeWorld()
        defer { world.remove() }
        let first = try await world.store("a.sqlite", [("q1", "first", 10)])
        // A copy of it goes on elsewhere, before the question is asked again.
        try world.merge(["a.sqlite"], into: "copy.sqlite")
        let standing = try #require(try first.standing(run: 1, question: "q1"))
        var kept = MergeWorld.paid
        kept.replaces = standing.reply
        let journal = ReplyJournal(store: first, run: 1)
        try await journal.save(MergeWorld.reply("q1", "again", at: 30), as: kept)
        for order in [["a.sqlite", "copy.sqlite"], ["copy.sqlite", "a.sqlite"]] {
            let target = order[0] + ".all"
            try world.merge(order, into: target)
            let store = try AnswerStore(path: world.path(target))
            #expect(try allReplies(store, run: 1).map(\.text) == ["again"])
            #expect(try store.setAside(run: 1).map(\.cause) == [.askedAgain])
            #expect(try store.spending(run: 1).replies == 2)
        }
    }

    @Test func `requests are the same to the last byte, and what they share is stored once`() async throws {
        let world = try MergeWorld()
        defer { world.remove() }
        try await world.store("a.sqlite", [("q1", "one", 1), ("q2", "two", 2)])
        try await world.store("b.sqlite", [("q3", "three", 3)])
        try world.merge(["a.sqlite", "b.sqlite"])
        let store = try AnswerStore(path: world.path("all.sqlite"))
        let replies = try allReplies(store, run: 1).sorted { $0.question.id < $1.question.id }
        for (reply, id) in zip(replies, ["q1", "q2", "q3"]) {
            #expect(reply.request == MergeWorld.reply(id, "", at: 0).request)
            #expect(reply.question.prompt == "Which \"one\" of \(id)?")
            #expect(reply.response == Data([0, 255]))
        }
        #expect(try world.contents("all.sqlite").contains("[1]"))
    }

    @Test func `failures last until a reply comes from any store, and lost attempts are counted once`() async throws {
        let world = try MergeWorld()
        defer { world.remove() }
        let failing = try await world.store("a.sqlite", [("q1", "one", 1)])
        for (id, seconds) in [("q2", 5.0), ("q3", 6.0)] {
            try await failing.save(
                FailureRecord(
                    questionID: id, attempts: 2, code: "timeout", message: "no answer",
                    failed: Date(timeIntervalSince1970: seconds)), run: 1)
        }
        try await failing.addLostAttempt(run: 1)
        try await failing.addLostAttempt(run: 1)
        try await world.store("b.sqlite", [("q2", "two", 9)])
        for _ in 0..<2 { try world.merge(["a.sqlite", "b.sqlite"]) }
        let store = try AnswerStore(path: world.path("all.sqlite"))
        #expect(try store.failures(run: 1).map(\.questionID) == ["q3"])
        #expect(try store.spending(run: 1).lost == 2)
        // The store of before is no other source when it comes by way of another merge.
        try world.merge(["all.sqlite", "a.sqlite"], into: "more.sqlite")
        #expect(try AnswerStore(path: world.path("more.sqlite")).spending(run: 1).lost == 2)
    }

    @Test func `labels are joined, each once, with what they undo`() async throws {
        let world = try MergeWorld()
        defer { world.remove() }
        let store = try await world.store("a.sqlite", [("q1", "one", 1)])
        try await world.store("b.sqlite", [("q2", "two", 2)])
        _ = store
        try sqlite(
            world.path("a.sqlite"),
            """
            INSERT INTO judge VALUES (1, 'person', 'Ada', '', 5.0);
            INSERT INTO label VALUES (1, 1, 1, 'reading', 'x', NULL, 6.0), (2, 1, 1, 'reading', '', 1, 7.0);
            """)
        for _ in 0..<2 { try world.merge(["b.sqlite", "a.sqlite"]) }
        let queue = try DatabaseQueue(path: world.path("all.sqlite"))
        let labels = try await queue.read { db in
            try Row.fetchAll(db, sql: "SELECT content, undoes, labelled FROM label ORDER BY id").map {
                "\(Array($0.databaseValues))"
            }
        }
        try queue.close()
        #expect(labels == [#"["x", NULL, 6.0]"#, #"["", 1, 7.0]"#])
    }
}

import Foundation
import GRDB
import Testing

@testable import AnswerStore

/// What is asked of a store often stays quick however many replies it holds.
struct QueriesTests {
    @Test func `replies come in their order without a run being sorted, from an index alone`() async throws {
        try await withStore { store, _ in
            let plan = try await store.database.read { db in
                try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(AnswerStore.narrowReplies)", arguments: [1])
                    .map { try $0.decode(String.self, forColumn: "detail") }
            }
            #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
            #expect(plan.contains { $0.contains("COVERING INDEX replyPlace") }, "\(plan)")
            #expect(!plan.contains { $0.contains("SUBQUERY") }, "\(plan)")
        }
    }

    @Test func `a limit and a state are kept, and later readings count`() async throws {
        try await withStore { store, _ in
            let id = try store.begin(run(), of: study).id
            let states = ["answered", "unreadable", "answered", "unreadable", "refused"]
            try await ReplyJournal(store: store, run: id).save(
                states.enumerated().map { reply("q\($0.offset)", state: $0.element) })
            let last = try #require(try allReplies(store, run: id).last)
            try store.add(readings: [(last.id, ReadingRecord(readerVersion: 9, state: "unreadable", reason: "empty"))])
            func questions(_ state: String?, _ limit: Int) throws -> [String] {
                var found: [String] = []
                try store.forEachReply(run: id, raw: true, state: state, limit: limit) {
                    found.append($0.question.id)
                }
                return found
            }
            #expect(try questions(nil, 2) == ["q0", "q1"])
            #expect(try questions("unreadable", 2) == ["q1", "q3"])
            #expect(try questions("unreadable", 10) == ["q1", "q3", "q4"])
            #expect(try questions("refused", 10) == [])
            #expect(try questions(nil, 0) == [])
            let counts = try store.counts(run: id)
            #expect((counts.answered, counts.refused, counts.unreadable) == (2, 0, 3))
        }
    }

    @Test func `an earlier reader's reading that is added late changes no count`() async throws {
        try await withStore { store, _ in
            let id = try store.begin(run(), of: study).id
            try await ReplyJournal(store: store, run: id).save(reply("q1"))
            let reply = try allReplies(store, run: id)[0].id
            try store.add(readings: [(reply, ReadingRecord(readerVersion: 0, state: "refused"))])
            try store.add(readings: [(reply, ReadingRecord(readerVersion: 1, state: "unreadable", reason: "ambiguous"))]
            )
            let counts = try store.counts(run: id)
            #expect((counts.answered, counts.refused, counts.unreadable) == (0, 0, 1))
        }
    }
}

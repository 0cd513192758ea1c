import AnswerStore
import Foundation
import Testing

/// What is asked of a store stays quick however many replies it holds.
struct QueriesTests {
    @Test(arguments: StoreQuery.allCases)
    func `no query sorts, and none looks at all rows of a table that grows with a run`(query: StoreQuery) async throws {
        try await withStore { store, _ in
            let plan = try store.plan(of: query)
            #expect(!plan.contains { $0.contains("TEMP B-TREE") || $0.contains("AUTOMATIC") }, "\(plan)")
            #expect(!plan.contains { $0.hasPrefix("SCAN") && !$0.contains("json_each") }, "\(plan)")
            #expect(!plan.isEmpty)
        }
    }

    @Test func `measuring reads indexes and narrow rows alone`() async throws {
        try await withStore { store, _ in
            let plan = try store.plan(of: .readings)
            #expect(plan.first?.contains("COVERING INDEX replyByRun") == true, "\(plan)")
            #expect(!plan.contains { $0.contains("raw") }, "\(plan)")
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

    @Test func `replies come page after page, each of them once and in order`() async throws {
        try await withStore { store, _ in
            let id = try store.begin(run(), of: study).id
            let other = try store.begin(run(key: "other"), of: study).id
            for number in 0..<450 {
                let journal = ReplyJournal(store: store, run: number.isMultiple(of: 3) ? other : id)
                try await journal.save([reply("q\(number)")])
            }
            let expected = (0..<450).filter { !$0.isMultiple(of: 3) }.map { "q\($0)" }
            #expect(try allReplies(store, run: id).map(\.question.id) == expected)
            var (rows, items) = ([ReadingRow](), [Int64: ItemRecord]())
            try store.forEachReading(run: id, item: { items[$0] = $1 }) { row in
                rows.append(row)
                return rows.count < 299
            }
            #expect(rows.count == 299)
            #expect(Set(rows.map { items[$0.item] }) == [reply("").question.item])
            #expect(rows.map(\.reply) == rows.map(\.reply).sorted())
        }
    }

    @Test func `a cancelled task stops reading`() async throws {
        try await withFolder { path in
            try OldStores.makeMany(3, at: path, replies: 9000)
            let store = try AnswerStore(path: path)
            let reading = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                var rows = 0
                do throws(StoreError) {
                    try store.forEachReading(run: 1) { _ in
                        rows += 1
                        return true
                    }
                } catch {
                    return (rows, Optional(error))
                }
                return (rows, nil)
            }
            let (rows, error) = await reading.value
            #expect(rows < 9000)
            #expect(error == .stopped(path: path))
        }
    }
}

import Foundation
import GRDB

/// The replies of several runs to the same questions.
extension AnswerStore {
    /// Walks several runs together in the order of the questions' numbers, in one view of the store, and hands every question to which
    /// two of them have a reply to `body`: memory stays flat. `body` does not use the store.
    ///
    /// - Parameters:
    ///   - item: gets each item before the first question about it.
    ///   - body: returns whether to go on.
    /// - Throws: ``StoreError``, or what the closures throw, as one; `stopped` where the task is cancelled.
    package func forEachSharedQuestion(
        of runs: [Int64], item: (Int64, ItemRecord) throws -> Void, _ body: (SideBySideRow) throws -> Bool
    ) throws(StoreError) {
        try read { db in
            var walks = try runs.map { try QuestionWalk(run: $0, db) }
            var (seen, count) = (Set<Int64>(), 0)
            while let least = walks.compactMap({ $0.current?.question }).min() {
                count += 1
                if count.isMultiple(of: 4096), Task.isCancelled { throw StoreError.stopped(path: path) }
                var joined: SideBySideRow?
                for place in walks.indices {
                    guard let row = walks[place].current, row.question == least else { continue }
                    if joined == nil {
                        joined = row
                        joined?.readings = Array(repeating: nil, count: runs.count)
                    }
                    joined?.readings[place] = row.readings[0]
                    try walks[place].advance()
                }
                guard let joined, joined.readings.count(where: { $0 != nil }) > 1 else { continue }
                if seen.insert(joined.item).inserted, let record = try Self.item(joined.item, db) {
                    try item(joined.item, record)
                }
                guard try body(joined) else { return }
            }
        }
    }

    /// How the replies of some runs to a question begin, in the order of the runs; nil where a run has none.
    ///
    /// - Parameters:
    ///   - question: the store's number of the question.
    ///   - bytes: the most of each text; a reply may be long.
    package func beginnings(
        question: Int64, runs: [Int64], bytes: Int
    ) throws(StoreError) -> [ReplyBeginning?] {
        try read { db in
            let statement = try db.cachedStatement(sql: StoreQuery.beginning.rawValue)
            return try runs.map { run in
                guard let row = try Row.fetchOne(statement, arguments: [bytes, run, question]) else { return nil }
                let id = try row.decode(Int64.self, atIndex: 0)
                guard let reading = try Self.currentReading(ofReply: id, db) else { return nil }
                return ReplyBeginning(
                    reply: id, text: Self.wholeCharacters(try row.decode(Data?.self, atIndex: 3) ?? Data()),
                    bytes: try row.decode(Int?.self, atIndex: 2) ?? 0,
                    finishReason: Self.filled(try row.decode(String.self, atIndex: 1)), reading: reading)
            }
        }
    }

    /// A question by the store's number; nil where there is none.
    package func askedQuestion(number: Int64) throws(StoreError) -> QuestionRecord? {
        try read { db in
            let statement = try db.cachedStatement(sql: StoreQuery.questionByNumber.rawValue)
            guard let row = try Row.fetchOne(statement, arguments: [number]) else { return nil }
            return QuestionRecord(
                id: try row.get("hash"), kind: try row.get("kind"),
                item: try Self.item(try row.get("itemID"), db) ?? ItemRecord(kind: "", dimensions: []),
                variant: try row.get("variant"), replicate: try row.get("replicate"), first: try row.get("first"),
                system: Self.text(try row.get("system")), prompt: Self.text(try row.get("prompt")))
        }
    }

    /// Bytes as text, without the beginning of a character at their end.
    private static func wholeCharacters(_ bytes: Data) -> String {
        var bytes = bytes
        let tail = bytes.suffix(4)
        if let start = tail.lastIndex(where: { $0 & 0xC0 == 0xC0 }) {
            let length = bytes[start] >= 0xF0 ? 4 : bytes[start] >= 0xE0 ? 3 : 2
            if bytes.endIndex - start < length { bytes = bytes[..<start] }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// A run's replies, one after another in the order of the questions' numbers.
private struct QuestionWalk {
    private let rows: RowCursor
    /// The reply at which the walk stands, with its one reading; nil at the end.
    private(set) var current: SideBySideRow?
    private var next: SideBySideRow?

    init(run: Int64, _ db: Database) throws {
        rows = try Row.fetchCursor(db, sql: StoreQuery.readingsByQuestion.rawValue, arguments: [run, 0])
        next = try Self.row(rows)
        try advance()
    }

    /// Goes on to the next reply; of its readings the last one counts.
    mutating func advance() throws {
        current = next
        while let row = try Self.row(rows) {
            next = row
            guard row.question == current?.question else { return }
            current = row
        }
        next = nil
    }

    private static func row(_ rows: RowCursor) throws -> SideBySideRow? {
        guard let row = try rows.next() else { return nil }
        let reading = ReadingRecord(
            readerVersion: 0, state: try row.decode(String.self, atIndex: 5),
            reason: try row.decode(String?.self, atIndex: 6), content: try row.decode(String?.self, atIndex: 7))
        return SideBySideRow(
            question: try row.decode(Int64.self, atIndex: 0), id: try row.decode(String.self, atIndex: 4),
            item: try row.decode(Int64.self, atIndex: 1), kind: try row.decode(String.self, atIndex: 2),
            first: try row.decode(Int?.self, atIndex: 3), readings: [reading])
    }
}

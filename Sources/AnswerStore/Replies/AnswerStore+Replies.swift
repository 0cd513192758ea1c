import Foundation
import GRDB

/// Reads of a run's replies: the narrow ones walk an index, the whole ones come a page at a time.
extension AnswerStore {
    /// Hands what measuring needs of every reply of a run to `body`, in the order of arrival and in one view of the store,
    /// one at a time: memory stays flat, and the first comes at once. `body` does not use the store.
    ///
    /// - Parameters:
    ///   - after: only replies of a higher number.
    ///   - item: gets each item before the first reply about it.
    ///   - body: returns whether to go on.
    /// - Throws: ``StoreError``, or what the closures throw, as one; `stopped` where the task is cancelled.
    package func forEachReading(
        run: Int64, after: Int64 = 0, item: (Int64, ItemRecord) throws -> Void = { _, _ in },
        _ body: (ReadingRow) throws -> Bool
    ) throws(StoreError) {
        try read { db in
            var seen: Set<Int64> = []
            try Self.forEachCurrent(run: run, after: after, path, db) { row in
                if seen.insert(row.item).inserted, let record = try Self.item(row.item, db) {
                    try item(row.item, record)
                }
                return try body(row)
            }
        }
    }

    /// What the reply of a row said; only that, since a reply may be long.
    package func text(ofReply id: Int64) throws(StoreError) -> String {
        try read { db in
            let statement = try db.cachedStatement(sql: StoreQuery.text.rawValue)
            return Self.text(try Data.fetchOne(statement, arguments: [id])) ?? ""
        }
    }

    /// A page of a run's replies, whole, in the order of arrival.
    ///
    /// - Parameters:
    ///   - state: only replies whose current reading is in this state.
    ///   - after: only replies of a higher number.
    ///   - limit: the most replies of a page; they are all in memory.
    package func replies(
        run: Int64, state: String? = nil, after: Int64 = 0, limit: Int
    ) throws(StoreError) -> [ReplyRecord] {
        try read { db in
            guard limit > 0 else { return [] }
            return try Self.page(run: run, state: state, after: after, limit: limit, path, db).compactMap {
                try Self.whole($0, path, db)
            }
        }
    }

    /// Hands every reply of a run to `body`, in the order of arrival.
    ///
    /// - Parameters:
    ///   - raw: whether all of a reply is wanted. Without it a record holds what its question was about and the current
    ///     reading; the rest is empty.
    ///   - state: only replies whose current reading is in this state.
    ///   - after: only replies of a higher number.
    ///   - limit: only so many.
    /// - Throws: ``StoreError``, or what `body` throws, as one.
    package func forEachReply(
        run: Int64, raw: Bool, state: String? = nil, after: Int64 = 0, limit: Int = .max,
        _ body: (ReplyRecord) throws -> Void
    ) throws(StoreError) {
        guard limit > 0 else { return }
        guard raw else { return try forEachNarrowReply(run: run, state: state, after: after, limit: limit, body) }
        var (last, left) = (after, limit)
        while left > 0 {
            let page = try replies(run: run, state: state, after: last, limit: min(left, 200))
            guard let end = page.last?.id else { return }
            (last, left) = (end, left - page.count)
            try storeErrors(path) { try page.forEach(body) }
        }
    }

    private func forEachNarrowReply(
        run: Int64, state: String?, after: Int64, limit: Int, _ body: (ReplyRecord) throws -> Void
    ) throws(StoreError) {
        var (items, left) = ([Int64: ItemRecord](), limit)
        try forEachReading(run: run, after: after, item: { items[$0] = $1 }) { row in
            guard state == nil || row.reading.state == state else { return true }
            let item = items[row.item] ?? ItemRecord(kind: "", dimensions: [])
            var record = ReplyRecord(
                question: QuestionRecord(
                    id: "", kind: row.kind, item: item, variant: row.variant, replicate: row.replicate, first: row.first
                ),
                text: "", replied: .distantPast, reading: row.reading)
            record.id = row.reply
            try body(record)
            left -= 1
            return left > 0
        }
    }

    /// The reply to a question of a run; `nil` where there is none.
    package func reply(run: Int64, question: String) throws(StoreError) -> ReplyRecord? {
        try read { db in
            let statement = try db.cachedStatement(sql: StoreQuery.replyToQuestion.rawValue)
            return try Int64.fetchOne(statement, arguments: [run, question]).flatMap { try Self.whole($0, path, db) }
        }
    }

    // MARK: - Rows

    /// - Parameter body: returns whether to go on.
    static func forEachCurrent(
        run: Int64, after: Int64, _ path: String, _ db: Database, _ body: (ReadingRow) throws -> Bool
    ) throws {
        var last: ReadingRow?
        var count = 0
        let rows = try Row.fetchCursor(db, sql: StoreQuery.readings.rawValue, arguments: [run, after])
        while let row = try rows.next() {
            count += 1
            if count.isMultiple(of: 4096), Task.isCancelled { throw StoreError.stopped(path: path) }
            let id = try row.decode(Int64.self, atIndex: 0)
            let reading = ReadingRecord(
                readerVersion: try row.decode(Int.self, atIndex: 6), state: try row.decode(String.self, atIndex: 7),
                reason: try row.decode(String?.self, atIndex: 8), content: try row.decode(String?.self, atIndex: 9))
            if last?.reply == id {
                last?.reading = reading
                continue
            }
            if let last, try !body(last) { return }
            last = ReadingRow(
                reply: id, item: try row.decode(Int64.self, atIndex: 1), kind: try row.decode(String.self, atIndex: 2),
                variant: try row.decode(Int.self, atIndex: 3), replicate: try row.decode(Int.self, atIndex: 4),
                first: try row.decode(Int?.self, atIndex: 5), reading: reading)
            if let last { try check(last, path) }
        }
        if let last { _ = try body(last) }
    }

    /// Measuring counts places by these.
    private static func check(_ row: ReadingRow, _ path: String) throws {
        guard (0..<10_000).contains(row.variant), (0..<10_000_000).contains(row.replicate) else {
            throw StoreError.damaged(
                path: path, detail: "reply \(row.reply) has a variant or replicate it can't have")
        }
    }

    private static func page(
        run: Int64, state: String?, after: Int64, limit: Int, _ path: String, _ db: Database
    ) throws -> [Int64] {
        guard let state else {
            let statement = try db.cachedStatement(sql: StoreQuery.page.rawValue)
            return try Int64.fetchAll(statement, arguments: [run, after, limit])
        }
        var found: [Int64] = []
        try forEachCurrent(run: run, after: after, path, db) { row in
            if row.reading.state == state { found.append(row.reply) }
            return found.count < limit
        }
        return found
    }

    private static func whole(_ id: Int64, _ path: String, _ db: Database) throws -> ReplyRecord? {
        let statement = try db.cachedStatement(sql: StoreQuery.whole.rawValue)
        guard let row = try Row.fetchOne(statement, arguments: [id]),
            let reading = try currentReading(ofReply: id, db)
        else { return nil }
        let question = QuestionRecord(
            id: try row.get("hash"), kind: try row.get("kind"),
            item: try item(try row.get("itemID"), db) ?? ItemRecord(kind: "", dimensions: []),
            variant: try row.get("variant"), replicate: try row.get("replicate"), first: try row.get("first"),
            system: text(try row.get("system")), prompt: text(try row.get("prompt")))
        var record = ReplyRecord(
            question: question, text: text(try row.get("text")) ?? "", reasoning: text(try row.get("reasoning")),
            finishReason: filled(try row.get("finishReason")), model: filled(try row.get("model")),
            promptTokens: try row.get("promptTokens"), completionTokens: try row.get("completionTokens"),
            reasoningTokens: try row.get("reasoningTokens"), latency: try row.get("latency"),
            attempts: try row.get("attempts"), request: try request(row, question, id, path),
            response: try row.get("response"), replied: date(try row.get("replied")) ?? .distantPast, reading: reading)
        record.id = id
        record.optionLogProbabilities = try row.get("optionLogProbabilities")
        record.provider = filled(try row.get("provider"))
        record.fingerprint = filled(try row.get("fingerprint"))
        record.omittedSettings = settings(try row.get("omitted"))
        return record
    }

    /// A request as it was sent, to the last byte.
    static func request(
        _ row: Row, _ question: QuestionRecord, _ id: Int64, _ path: String
    ) throws -> Data? {
        guard let bytes: Data = try row.get("bytes") else { return try row.get("request") }
        let sent = SentRequest(bytes: bytes, systemAt: try row.get("systemAt"), promptAt: try row.get("promptAt"))
        guard let request = sent.restored(system: question.system, prompt: question.prompt) else {
            throw StoreError.damaged(path: path, detail: "the request of reply \(id) does not fit its prompt")
        }
        return request
    }

    static func text(_ bytes: Data?) -> String? {
        bytes.map { String(decoding: $0, as: UTF8.self) }
    }

    /// What a server did not say is kept as an empty text, so that it counts as one.
    static func filled(_ text: String) -> String? { text.isEmpty ? nil : text }

    /// "temperature,seed" as a list.
    static func settings(_ text: String) -> [String] {
        text.split(separator: ",").map(String.init)
    }
}

import Foundation
import GRDB

extension AnswerStore {
    /// Hands every reply of a run to `body`, in the order of arrival, one at a time: memory stays flat, and the first
    /// comes at once.
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
        try read { db in
            var left = limit
            guard left > 0 else { return }
            let whole = try db.makeStatement(sql: Self.wholeReply)
            try Self.forEachCurrent(run: run, after: after, path, db) { record in
                guard state == nil || record.reading.state == state else { return true }
                var record = record
                if raw { try Self.complete(&record, whole) }
                try body(record)
                left -= 1
                return left > 0
            }
        }
    }

    /// What measuring needs of each reply, from an index that holds just that: rows of replies are long. A reply's
    /// readings follow each other, so that its last is the current one without a search for each.
    static let narrowReplies = """
        SELECT r.id, r.task, r.country, r.topic, r.value, r.variant, r.replicate, r.first,
            g.readerVersion, g.state, g.reason, g.content
        FROM reply r INDEXED BY replyPlace CROSS JOIN reading g ON g.replyID = r.id
        WHERE r.runID = ? ORDER BY r.id, g.readerVersion
        """

    /// The same, of higher numbers than one.
    static let laterReplies = narrowReplies.replacing("r.runID = ?", with: "r.runID = ? AND r.id > ?")

    /// - Parameter body: returns whether to go on.
    private static func forEachCurrent(
        run: Int64, after: Int64, _ path: String, _ db: Database, _ body: (ReplyRecord) throws -> Bool
    ) throws {
        var last: ReplyRecord?
        let rows = try Row.fetchCursor(db, sql: laterReplies, arguments: [run, after])
        while let row = try rows.next() {
            let id = try row.decode(Int64.self, atIndex: 0)
            let reading = ReadingRecord(
                readerVersion: try row.decode(Int.self, atIndex: 8), state: try row.decode(String.self, atIndex: 9),
                reason: try row.decode(String?.self, atIndex: 10), content: try row.decode(String?.self, atIndex: 11))
            if last?.id == id {
                last?.reading = reading
                continue
            }
            if let last, try !body(last) { return }
            last = try narrowRecord(row, id, reading, path)
        }
        if let last { _ = try body(last) }
    }

    private static func narrowRecord(
        _ row: Row, _ id: Int64, _ reading: ReadingRecord, _ path: String
    ) throws -> ReplyRecord {
        let (variant, replicate) = (try row.decode(Int.self, atIndex: 5), try row.decode(Int.self, atIndex: 6))
        // Measuring counts places by these.
        guard (0..<10_000).contains(variant), (0..<10_000_000).contains(replicate) else {
            throw StoreError.damaged(path: path, detail: "reply \(id) has a variant or replicate it can't have")
        }
        var record = ReplyRecord(
            question: QuestionRecord(
                id: "", kind: try row.decode(String.self, atIndex: 1),
                item: .place(
                    country: try row.decode(String.self, atIndex: 2), topic: try row.decode(String.self, atIndex: 3),
                    value: try row.decode(String?.self, atIndex: 4)),
                variant: variant, replicate: replicate, first: try row.decode(Int?.self, atIndex: 7)),
            text: "", replied: .distantPast, reading: reading)
        record.id = id
        return record
    }

    /// Adds readings by a later reader; replies keep their earlier ones.
    package func add(readings: [(replyID: Int64, reading: ReadingRecord)]) throws(StoreError) {
        try write { db in
            for (id, reading) in readings { try Self.insert(reading, of: id, db) }
        }
    }

    /// Keeps that a question was asked in vain.
    package func save(_ failure: FailureRecord, run: Int64) async throws(StoreError) {
        try await asyncWrite { db in
            try db.execute(
                sql: """
                    INSERT OR REPLACE INTO failure (runID, questionID, attempts, code, message, failed)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    run, failure.questionID, failure.attempts, failure.code, failure.message, Self.text(failure.failed),
                ])
            try db.execute(
                sql: "DELETE FROM claim WHERE runID = ? AND questionID = ?", arguments: [run, failure.questionID])
        }
    }

    /// Questions of a run that were asked in vain and still have no reply.
    package func failures(run: Int64) throws(StoreError) -> [FailureRecord] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM failure WHERE runID = ? ORDER BY questionID", arguments: [run])
                .map { row in
                    FailureRecord(
                        questionID: try row.get("questionID"), attempts: try row.get("attempts"),
                        code: try row.get("code"), message: try row.get("message"),
                        failed: Self.date(try row.get("failed")) ?? .distantPast)
                }
        }
    }

    // MARK: - Rows

    /// All of a reply that ``narrowReplies`` leaves out. Texts travel as bytes: SQLite's text functions end at a NUL, and a
    /// reply may hold one.
    private static let wholeReply = """
        SELECT questionID, CAST(text AS BLOB) AS text, CAST(reasoning AS BLOB) AS reasoning, finishReason, model,
            promptTokens, completionTokens, reasoningTokens, latency, attempts, request, response, replied,
            optionLogProbabilities, provider, fingerprint, omitted
        FROM reply WHERE id = ?
        """

    private static func complete(_ record: inout ReplyRecord, _ statement: Statement) throws {
        guard let row = try Row.fetchOne(statement, arguments: [record.id]) else { return }
        record.question.id = try row.get("questionID")
        record.text = text(try row.get("text")) ?? ""
        record.reasoning = text(try row.get("reasoning"))
        record.finishReason = try row.get("finishReason")
        record.model = try row.get("model")
        record.promptTokens = try row.get("promptTokens")
        record.completionTokens = try row.get("completionTokens")
        record.reasoningTokens = try row.get("reasoningTokens")
        record.latency = try row.get("latency")
        record.attempts = try row.get("attempts")
        record.request = try row.get("request")
        record.response = try row.get("response")
        record.replied = date(try row.get("replied")) ?? .distantPast
        record.optionLogProbabilities = try row.get("optionLogProbabilities")
        record.provider = try row.get("provider")
        record.fingerprint = try row.get("fingerprint")
        record.omittedSettings = settings(try row.get("omitted") ?? "")
    }

    /// Stores a reply with its reading and lets go of its claim and its failure.
    ///
    /// A question that has a reply keeps it, and the later one is set aside, unless it was asked again in place of that
    /// reply: then that one is set aside.
    ///
    /// - Returns: whether it stands.
    static func insert(_ reply: ReplyRecord, as kept: KeptReply, run: Int64, _ db: Database) throws -> Bool {
        let question = reply.question.id
        let standing = try db.cachedStatement(sql: "SELECT id FROM reply WHERE runID = ? AND questionID = ?")
        var id: Int64?
        if let old = try Int64.fetchOne(standing, arguments: [run, question]) {
            guard old == kept.replaces else {
                if kept.isPaid { try setAside(reply, run: run, by: kept.workerID, db) }
                if kept.wasGivenUpAsLost { try takeBackLost(run: run, db) }
                return false
            }
            id = try setAside(replyID: old, run: run, by: kept.workerID, db)
        }
        try db.cachedStatement(sql: insertReply)
            .execute(arguments: StatementArguments([id, run]) + values(of: reply))
        try insert(reply.reading, of: db.lastInsertedRowID, db)
        for table in ["claim", "failure"] {
            try db.cachedStatement(sql: "DELETE FROM \(table) WHERE runID = ? AND questionID = ?")
                .execute(arguments: [run, question])
        }
        if kept.wasGivenUpAsLost { try takeBackLost(run: run, db) }
        return true
    }

    static let insertReply = insertion(into: "reply", before: ["id", "runID"])

    /// A statement that takes a reply's columns behind some of its own.
    static func insertion(into table: String, before: [String]) -> String {
        let places = before.map { _ in "?" } + Schema.replyColumns.map { isText($0) ? "CAST(? AS TEXT)" : "?" }
        let columns = (before + Schema.replyColumns).joined(separator: ", ")
        return "INSERT INTO \(table) (\(columns)) VALUES (\(places.joined(separator: ", ")))"
    }

    private static func isText(_ column: String) -> Bool { ["text", "reasoning"].contains(column) }

    /// In the order of ``Schema/replyColumns``.
    static func values(of reply: ReplyRecord) -> StatementArguments {
        let question = reply.question
        return [
            question.id, question.kind, question.item["country"] ?? "", question.item["topic"] ?? "",
            question.item["value"], question.variant, question.replicate, question.first, Data(reply.text.utf8),
            reply.reasoning.map { Data($0.utf8) }, reply.finishReason, reply.model,
            reply.promptTokens, reply.completionTokens, reply.reasoningTokens, reply.latency, reply.attempts,
            reply.request, reply.response, text(reply.replied), reply.optionLogProbabilities, reply.provider,
            reply.fingerprint, reply.omittedSettings.isEmpty ? nil : reply.omittedSettings.joined(separator: ","),
        ]
    }

    private static func insert(_ reading: ReadingRecord, of id: Int64, _ db: Database) throws {
        let sql = """
            INSERT INTO reading (replyID, readerVersion, state, reason, content) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (replyID, readerVersion) DO UPDATE
            SET state = excluded.state, reason = excluded.reason, content = excluded.content
            """
        try db.cachedStatement(sql: sql).execute(arguments: [
            id, reading.readerVersion, reading.state, reading.reason, reading.content,
        ])
    }

    private static func text(_ bytes: Data?) -> String? {
        bytes.map { String(decoding: $0, as: UTF8.self) }
    }

    /// "temperature,seed" as a list.
    static func settings(_ text: String) -> [String] {
        text.split(separator: ",").map(String.init)
    }
}

import Foundation
import GRDB

extension AnswerStore {
    /// Hands every reply of a run to `body`, in the order of arrival, one at a time: memory stays flat.
    ///
    /// - Parameter raw: whether texts and bodies are wanted; without them those fields are empty.
    /// - Throws: ``StoreError``.
    public func forEachReply(run: Int64, raw: Bool, _ body: (ReplyRecord) throws -> Void) throws(StoreError) {
        try read { db in
            let columns = raw ? Self.rawColumns : Self.noRawColumns
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT r.id, r.questionID, r.task, r.country, r.topic, r.value, r.variant, r.replicate, r.first,
                        r.finishReason, r.model, r.promptTokens, r.completionTokens, r.reasoningTokens, r.latency,
                        r.attempts, r.replied, r.optionLogProbabilities, \(columns), g.readerVersion, g.state, g.reason, g.content
                    FROM reply r JOIN reading g ON g.replyID = r.id AND g.readerVersion =
                        (SELECT max(readerVersion) FROM reading WHERE replyID = r.id)
                    WHERE r.runID = ? ORDER BY r.id
                    """, arguments: [run])
            while let row = try rows.next() { try body(Self.replyRecord(row)) }
        }
    }

    /// Adds readings by a later reader; replies keep their earlier ones.
    public func add(readings: [(replyID: Int64, reading: ReadingRecord)]) throws(StoreError) {
        try write { db in
            for (id, reading) in readings { try Self.insert(reading, of: id, db, orReplace: true) }
        }
    }

    /// Keeps that a question was asked in vain.
    public func save(_ failure: FailureRecord, run: Int64) async throws(StoreError) {
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
    public func failures(run: Int64) throws(StoreError) -> [FailureRecord] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM failure WHERE runID = ? ORDER BY questionID", arguments: [run])
                .map { row in
                    FailureRecord(
                        questionID: row["questionID"], attempts: row["attempts"], code: row["code"],
                        message: row["message"], failed: Self.date(row["failed"]) ?? .distantPast)
                }
        }
    }

    // MARK: - Rows

    /// Texts travel as bytes: SQLite's text functions end at a NUL, and a reply may hold one.
    private static let rawColumns = """
        CAST(r.text AS BLOB) AS text, r.request, r.response, CAST(r.reasoning AS BLOB) AS reasoning
        """
    private static let noRawColumns = "NULL AS text, NULL AS request, NULL AS response, NULL AS reasoning"

    /// Stores a reply with its reading and lets go of its claim and its failure. A question that has a reply keeps it.
    static func insert(_ reply: ReplyRecord, run: Int64, _ db: Database) throws {
        let asked = reply.asked
        let statement = try db.cachedStatement(sql: insertReply)
        try statement.execute(arguments: [
            run, asked.questionID, asked.task, asked.country, asked.topic, asked.value, asked.variant,
            asked.replicate, asked.first, Data(reply.text.utf8), reply.reasoning.map { Data($0.utf8) },
            reply.finishReason, reply.model,
            reply.promptTokens, reply.completionTokens, reply.reasoningTokens, reply.latency, reply.attempts,
            reply.request, reply.response, text(reply.replied), reply.optionLogProbabilities,
        ])
        guard db.changesCount > 0 else { return }
        try insert(reply.reading, of: db.lastInsertedRowID, db, orReplace: false)
        for table in ["claim", "failure"] {
            try db.cachedStatement(sql: "DELETE FROM \(table) WHERE runID = ? AND questionID = ?")
                .execute(arguments: [run, asked.questionID])
        }
    }

    private static let insertReply = """
        INSERT INTO reply (runID, questionID, task, country, topic, value, variant, replicate, first, text, reasoning,
            finishReason, model, promptTokens, completionTokens, reasoningTokens, latency, attempts, request, response,
            replied, optionLogProbabilities)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """

    private static func insert(_ reading: ReadingRecord, of id: Int64, _ db: Database, orReplace: Bool) throws {
        let sql = """
            INSERT \(orReplace ? "OR REPLACE " : "")INTO reading (replyID, readerVersion, state, reason, content)
            VALUES (?, ?, ?, ?, ?)
            """
        try db.cachedStatement(sql: sql).execute(arguments: [
            id, reading.readerVersion, reading.state, reading.reason, reading.content,
        ])
    }

    private static func text(_ bytes: Data?) -> String? {
        bytes.map { String(decoding: $0, as: UTF8.self) }
    }

    private static func replyRecord(_ row: Row) -> ReplyRecord {
        var record = ReplyRecord(
            asked: AskedRecord(
                questionID: row["questionID"], task: row["task"], country: row["country"], topic: row["topic"],
                value: row["value"], variant: row["variant"], replicate: row["replicate"], first: row["first"]),
            text: text(row["text"]) ?? "", reasoning: text(row["reasoning"]), finishReason: row["finishReason"],
            model: row["model"],
            promptTokens: row["promptTokens"], completionTokens: row["completionTokens"],
            reasoningTokens: row["reasoningTokens"], latency: row["latency"], attempts: row["attempts"],
            request: row["request"], response: row["response"], replied: date(row["replied"]) ?? .distantPast,
            reading: ReadingRecord(
                readerVersion: row["readerVersion"], state: row["state"], reason: row["reason"],
                content: row["content"]))
        record.id = row["id"]
        record.optionLogProbabilities = row["optionLogProbabilities"]
        return record
    }
}

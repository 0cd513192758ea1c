import Foundation
import GRDB

/// How a reply came to be kept.
package struct KeptReply: Sendable, Equatable {
    /// The reply that it stands in place of: its question was asked again.
    package var replaces: Int64?
    /// Whether it was paid for here: it is then kept, set aside, also where its question has another reply.
    package var isPaid = false
    /// Whether its attempt was counted as lost, because this process was taken for dead while it was out.
    package var wasGivenUpAsLost = false
    /// The process that asked.
    var workerID: Int64?

    /// A reply to a question that has none.
    package init() {}

    /// A reply that a process was paid for.
    package init(askedBy worker: Worker, replaces: Int64? = nil, wasGivenUpAsLost: Bool = false) {
        isPaid = true
        workerID = worker.id
        self.replaces = replaces
        self.wasGivenUpAsLost = wasGivenUpAsLost
    }
}

/// A reply that was paid for and does not stand.
package struct SetAsideRecord: Sendable, Equatable {
    /// Why it does not stand.
    package enum Cause: String, Sendable {
        /// Its question was asked again, and has a later reply.
        case askedAgain
        /// It came after another reply to its question.
        case late
    }

    /// Why it does not stand.
    package var cause: Cause
    /// Its question.
    package var questionID: String
    /// What it said.
    package var text: String
    /// Its readings, the earliest first.
    package var readings: [ReadingRecord]
}

extension AnswerStore {
    /// Questions whose current reading is unreadable for one of some reasons, each with the number of its reply.
    ///
    /// Those that another start is asking again right now, or asked again before it was killed, are left out: nobody asks
    /// a third time.
    ///
    /// - Parameter reasons: `nil` for any.
    package func unreadable(run: Int64, reasons: Set<String>?) throws(StoreError) -> [String: Int64] {
        try read { db in
            let sql = """
                SELECT r.questionID, r.id, g.reason FROM reply r JOIN reading g ON g.replyID = r.id AND g.readerVersion =
                    (SELECT max(readerVersion) FROM reading WHERE replyID = r.id)
                WHERE r.runID = ? AND g.state = 'unreadable' AND NOT EXISTS
                    (SELECT 1 FROM setAside s JOIN worker w ON w.id = s.workerID
                    WHERE s.runID = r.runID AND s.questionID = r.questionID AND s.cause = 'askedAgain')
                """
            var found: [String: Int64] = [:]
            let rows = try Row.fetchCursor(db, sql: sql, arguments: [run])
            while let row = try rows.next() {
                let reason = try row.decode(String?.self, atIndex: 2) ?? ""
                guard reasons?.contains(reason) ?? true else { continue }
                found[try row.decode(String.self, atIndex: 0)] = try row.decode(Int64.self, atIndex: 1)
            }
            return found
        }
    }

    /// Replies of a run that were paid for and don't stand, in the order in which they were set aside.
    package func setAside(run: Int64) throws(StoreError) -> [SetAsideRecord] {
        try read { db in
            let sql =
                "SELECT id, cause, questionID, CAST(text AS BLOB) AS text FROM setAside WHERE runID = ? ORDER BY id"
            return try Row.fetchAll(db, sql: sql, arguments: [run]).map { row in
                guard let cause = SetAsideRecord.Cause(rawValue: try row.get("cause")) else {
                    throw StoreError.damaged(path: path, detail: "a reply was set aside for no known cause")
                }
                let sql = "SELECT * FROM setAsideReading WHERE setAsideID = ? ORDER BY readerVersion"
                let readings = try Row.fetchAll(db, sql: sql, arguments: [try row.get("id") as Int64]).map { row in
                    ReadingRecord(
                        readerVersion: try row.get("readerVersion"), state: try row.get("state"),
                        reason: try row.get("reason"), content: try row.get("content"))
                }
                return SetAsideRecord(
                    cause: cause, questionID: try row.get("questionID"),
                    text: String(decoding: try row.get("text") as Data, as: UTF8.self), readings: readings)
            }
        }
    }

    /// Keeps a reply that came after another one to its question.
    static func setAside(_ reply: ReplyRecord, run: Int64, by worker: Int64?, _ db: Database) throws {
        let insertion = insertion(into: "setAside", before: ["cause", "setAside", "workerID", "runID"])
        let own: StatementArguments = ["late", text(Date()), worker, run]
        try db.cachedStatement(sql: insertion).execute(arguments: own + values(of: reply))
        let reading = reply.reading
        try db.execute(
            sql: "INSERT INTO setAsideReading VALUES (?, ?, ?, ?, ?)",
            arguments: [
                db.lastInsertedRowID, reading.readerVersion, reading.state, reading.reason, reading.content,
            ])
    }

    /// Moves a reply with its readings out of the way of another.
    ///
    /// - Returns: the number of the reply that takes its place: one that no reply had before, since a start knows by its
    ///   number which reply it was to ask again.
    static func setAside(replyID: Int64, run: Int64, by worker: Int64?, _ db: Database) throws -> Int64 {
        let next = try (Int64.fetchOne(db, sql: "SELECT max(id) FROM reply") ?? 0) + 1
        let columns = Schema.replyColumns.joined(separator: ", ")
        try db.execute(
            sql: """
                INSERT INTO setAside (cause, setAside, workerID, runID, \(columns))
                SELECT 'askedAgain', ?, ?, runID, \(columns) FROM reply WHERE id = ?
                """, arguments: [text(Date()), worker, replyID])
        try db.execute(
            sql: """
                INSERT INTO setAsideReading
                SELECT ?, readerVersion, state, reason, content FROM reading WHERE replyID = ?
                """, arguments: [db.lastInsertedRowID, replyID])
        // The tallies look at the readings of a reply that leaves.
        try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
        try db.execute(sql: "DELETE FROM reply WHERE id = ?", arguments: [replyID])
        try db.execute(sql: "DELETE FROM reading WHERE replyID = ?", arguments: [replyID])
        return next
    }
}

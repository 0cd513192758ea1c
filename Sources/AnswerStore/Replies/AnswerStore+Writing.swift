import Foundation
import GRDB

extension AnswerStore {
    /// Stores replies with their readings, and lets go of their claims and failures.
    ///
    /// A question that has a reply keeps it, and the later one is set aside, unless it was asked again in place of that
    /// reply: then that one is set aside.
    ///
    /// - Returns: of each, whether it stands.
    static func insert(
        _ replies: [(reply: ReplyRecord, kept: KeptReply)], run: Int64, _ db: Database
    ) throws -> [Bool] {
        var tallies = Tallies()
        let failed = "SELECT EXISTS (SELECT 1 FROM failure WHERE runID = ?)"
        let hasFailures = try Bool.fetchOne(db.cachedStatement(sql: failed), arguments: [run]) ?? true
        let stand = try replies.map { reply, kept in
            let stands = try insert(reply, as: kept, run: run, &tallies, db)
            if stands, hasFailures { try removeFailure(of: reply.question.id, run: run, db) }
            return stands
        }
        try tallies.write(db)
        return stand
    }

    private static func insert(
        _ reply: ReplyRecord, as kept: KeptReply, run: Int64, _ tallies: inout Tallies, _ db: Database
    ) throws -> Bool {
        if kept.wasGivenUpAsLost { tallies.takeBackLost(run: run) }
        let known = try known(reply.question, run: run, db)
        var stands = true
        if let standing = known.reply {
            if standing == kept.replaces {
                try setAside(replyID: standing, kind: reply.question.kind, run: run, by: kept.workerID, &tallies, db)
            } else {
                guard kept.isPaid else { return false }
                stands = false
            }
        }
        let question = try known.question ?? insert(reply.question, db)
        if known.lacksPrompt { try complete(question, with: reply.question, db) }
        let served = try tallies.served(reply, run: run, stands: stands, db)
        tallies.spend(reply, run: run, at: kept.priceFactor)
        try db.cachedStatement(sql: insertReply).execute(arguments: [
            run, question, served, reply.promptTokens, reply.completionTokens, reply.reasoningTokens, reply.latency,
            reply.attempts, reply.replied.timeIntervalSince1970, stands ? nil : SetAsideRecord.Cause.late.rawValue,
            stands ? nil : Date().timeIntervalSince1970, stands ? nil : kept.workerID,
        ])
        let id = db.lastInsertedRowID
        try insertRaw(reply, id, db)
        try insert(reply.reading, of: id, db)
        guard stands else { return false }
        tallies.count(reply.reading, kind: reply.question.kind, run: run, by: 1)
        try db.cachedStatement(sql: "DELETE FROM claim WHERE runID = ? AND questionID = ?")
            .execute(arguments: [run, question])
        return true
    }

    private static let insertReply = """
        INSERT INTO replyRow (runID, questionID, servedID, promptTokens, completionTokens, reasoningTokens, latency, attempts,
            replied, aside, asideAt, asideBy) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """

    /// A request goes without its prompt, where that gives it back; the prompt stands with the question.
    private static func insertRaw(_ reply: ReplyRecord, _ id: Int64, _ db: Database) throws {
        let question = reply.question
        let sent = reply.request.flatMap { SentRequest($0, system: question.system, prompt: question.prompt) }
        let sql = """
            INSERT INTO raw (replyID, text, reasoning, response, sentID, request, optionLogProbabilities)
            VALUES (?, CAST(? AS TEXT), CAST(? AS TEXT), ?, ?, ?, ?)
            """
        try db.cachedStatement(sql: sql).execute(arguments: [
            id, Data(reply.text.utf8), reply.reasoning.map { Data($0.utf8) }, reply.response, try sent?.id(db),
            sent == nil ? reply.request : nil, reply.optionLogProbabilities,
        ])
    }

    static func insert(_ reading: ReadingRecord, of id: Int64, _ db: Database) throws {
        let sql = """
            INSERT INTO reading (replyID, readerVersion, state, reason, content) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (replyID, readerVersion) DO UPDATE
            SET state = excluded.state, reason = excluded.reason, content = excluded.content
            """
        try db.cachedStatement(sql: sql).execute(arguments: [
            id, reading.readerVersion, reading.state, reading.reason, reading.content,
        ])
    }

    /// What is known of a question.
    struct Known {
        /// Its number.
        var question: Int64?
        /// The number of its reply in a run.
        var reply: Int64?
        /// Who asks it there.
        var holder: Int64?
        /// The part of a batch that it is in there.
        var part: Int64?
        /// Whether its prompt is not stored, as in a store of an earlier version, and is at hand now.
        var lacksPrompt = false
    }

    static func known(_ question: QuestionRecord, run: Int64, _ db: Database) throws -> Known {
        let sql = """
            SELECT question.id, question.first, reply.id, claim.workerID, question.itemID, question.promptID,
                batchQuestion.partID FROM question
                LEFT JOIN replyRow AS reply ON reply.runID = ?1 AND reply.questionID = question.id AND reply.aside IS NULL
                LEFT JOIN claim ON claim.runID = ?1 AND claim.questionID = question.id
                LEFT JOIN batchQuestion ON batchQuestion.runID = ?1 AND batchQuestion.questionID = question.id
            WHERE question.hash = ?2
            """
        // The id of an imported question says where it stood in its file: another study may have the same for another item.
        let item = try question.prompt == nil ? itemID(question.item, db) : nil
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [run, question.id])
        var known = Known()
        while let row = try rows.next() {
            // It may be there once for each option that stood first, too.
            let isFirst = try row.decode(Int?.self, atIndex: 1) == question.first
            let isItem = try item == nil || row.decode(Int64.self, atIndex: 4) == item
            if isFirst, isItem {
                known.question = try row.decode(Int64.self, atIndex: 0)
                known.lacksPrompt = try question.prompt != nil && row.decode(Int64?.self, atIndex: 5) == nil
            }
            known.reply = try row.decode(Int64?.self, atIndex: 2) ?? known.reply
            known.holder = try row.decode(Int64?.self, atIndex: 3) ?? known.holder
            known.part = try row.decode(Int64?.self, atIndex: 6) ?? known.part
        }
        return known
    }

    private static func removeFailure(of question: String, run: Int64, _ db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM failure WHERE runID = ? AND questionID = ?")
            .execute(arguments: [run, question])
    }

    /// Moves a reply out of the way of another. It keeps its number and its readings.
    private static func setAside(
        replyID: Int64, kind: String, run: Int64, by worker: Int64?, _ tallies: inout Tallies, _ db: Database
    ) throws {
        if let reading = try currentReading(ofReply: replyID, db) {
            tallies.count(reading, kind: kind, run: run, by: -1)
        }
        try db.execute(
            sql: "UPDATE served SET replies = replies - 1 WHERE id = (SELECT servedID FROM replyRow WHERE id = ?)",
            arguments: [replyID])
        try db.execute(
            sql: "UPDATE replyRow SET aside = ?, asideAt = ?, asideBy = ? WHERE id = ?",
            arguments: [
                SetAsideRecord.Cause.askedAgain.rawValue, Date().timeIntervalSince1970, worker, replyID,
            ])
    }

    static func currentReading(ofReply id: Int64, _ db: Database) throws -> ReadingRecord? {
        try allReadings(ofReply: id, db).last
    }

    /// Adds readings by a later reader; replies keep their earlier ones.
    package func add(readings: [(replyID: Int64, reading: ReadingRecord)]) throws(StoreError) {
        try write { db in
            var tallies = Tallies()
            let sql = """
                SELECT reply.runID, question.kind FROM replyRow AS reply JOIN question ON question.id = reply.questionID
                WHERE reply.id = ? AND reply.aside IS NULL
                """
            for (id, reading) in readings {
                let before = try Self.currentReading(ofReply: id, db)
                try Self.insert(reading, of: id, db)
                guard reading.readerVersion >= before?.readerVersion ?? .min,
                    let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id])
                else { continue }
                let (run, kind) = (try row.decode(Int64.self, atIndex: 0), try row.decode(String.self, atIndex: 1))
                if let before { tallies.count(before, kind: kind, run: run, by: -1) }
                tallies.count(reading, kind: kind, run: run, by: 1)
            }
            try tallies.write(db)
        }
    }

    /// Keeps that a question was asked in vain.
    package func save(_ failure: FailureRecord, run: Int64) async throws(StoreError) {
        try await save([failure], run: run)
    }

    /// Keeps that some questions were asked in vain: all of it, or nothing.
    package func save(_ failures: [FailureRecord], run: Int64) async throws(StoreError) {
        try await asyncWrite { db in
            for failure in failures { try Self.save(failure, run: run, db) }
        }
    }

    static func save(_ failure: FailureRecord, run: Int64, _ db: Database) throws {
        try insert(failure, run: run, db)
        let letGo = "DELETE FROM claim WHERE runID = ? AND questionID IN (SELECT id FROM question WHERE hash = ?)"
        try db.cachedStatement(sql: letGo).execute(arguments: [run, failure.questionID])
    }

    /// Keeps a failure that was written elsewhere, unless its question has a reply or a later failure.
    static func keep(_ failure: FailureRecord, run: Int64, _ db: Database) throws {
        let reply = try db.cachedStatement(sql: StoreQuery.replyToQuestion.rawValue)
        guard try Int64.fetchOne(reply, arguments: [run, failure.questionID]) == nil else { return }
        let sql = """
            INSERT INTO failure (runID, questionID, attempts, code, message, failed) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET attempts = excluded.attempts, code = excluded.code, message = excluded.message,
                failed = excluded.failed WHERE excluded.failed > failed
            """
        try db.cachedStatement(sql: sql).execute(arguments: [
            run, failure.questionID, failure.attempts, failure.code, failure.message,
            failure.failed.timeIntervalSince1970,
        ])
    }

    static func insert(_ failure: FailureRecord, run: Int64, _ db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO failure (runID, questionID, attempts, code, message, failed)
                VALUES (?, ?, ?, ?, ?, ?)
                """
        )
        .execute(arguments: [
            run, failure.questionID, failure.attempts, failure.code, failure.message,
            failure.failed.timeIntervalSince1970,
        ])
    }
}

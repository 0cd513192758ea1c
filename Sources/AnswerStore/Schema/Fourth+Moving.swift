import Foundation
import GRDB

/// Moves what a store of the third version holds to the tables of the fourth, row after row: no list of replies is in
/// memory, and all is one transaction with the making of the tables.
extension Fourth {
    /// Why a store can't be moved now; nothing was changed then.
    enum Hindrance: Error {
        /// A process of an earlier version asks: its replies would find no table.
        case somebodyAsks
        /// Some replies have no place in the new tables.
        case lost(replies: Int)
    }

    static func run(_ db: Database) throws {
        try releaseClaims(db)
        // Replies' questions are looked up in an index of all of them; this much of it is kept in memory.
        try db.execute(sql: "PRAGMA cache_size = -65536")
        try db.execute(sql: leaving)
        try db.execute(sql: runs + questions + replies + totals + claims + labels + batches)
        try moveItems(db)
        let first = try (Int64.fetchOne(db, sql: "SELECT max(id) FROM oldReply") ?? 0)
        func move(_ statements: [String]) throws {
            for statement in statements { try db.execute(sql: statement.replacing(":offset", with: "\(first)")) }
        }
        try move(moves)
        let (before, after) = try (
            count("oldReply", db) + count("oldAside", db), count("replyRow", db)
        )
        guard before == after else { throw Hindrance.lost(replies: before - after) }
        try move(movesBeside)
        try db.execute(sql: dropping)
        try db.execute(sql: replyIndexes + view)
        try db.execute(sql: "PRAGMA cache_size = -2000")
    }

    private static func count(_ table: String, _ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
    }

    /// What killed processes had out counts as lost.
    private static func releaseClaims(_ db: Database) throws {
        for row in try Row.fetchAll(db, sql: "SELECT * FROM worker") {
            let identity = try ProcessIdentity(row)
            let silence = Date().timeIntervalSince1970 - (try row.get("heartbeat") as Double)
            switch identity.state {
            case .gone: break
            case .here: throw Hindrance.somebodyAsks
            // It can't be looked for; it beats every ten seconds.
            case .elsewhere: guard abs(silence) > 120 else { throw Hindrance.somebodyAsks }
            }
            let atOnce: Int = try row.get("atOnce")
            let claims = "SELECT runID, count(*) FROM claim WHERE workerID = ? GROUP BY runID"
            for claimed in try Row.fetchAll(db, sql: claims, arguments: [try row.get("id") as Int64]) {
                let out = min(try claimed.decode(Int.self, atIndex: 1), atOnce)
                try AnswerStore.addLost(out, run: try claimed.decode(Int64.self, atIndex: 0), db)
            }
        }
    }

    /// Items of all places that replies are about, and a list of which is which.
    private static func moveItems(_ db: Database) throws {
        try db.execute(sql: "CREATE TEMP TABLE place (country, topic, value, itemID INTEGER)")
        let places = try Row.fetchCursor(
            db, sql: "SELECT country, topic, value FROM oldReply UNION SELECT country, topic, value FROM oldAside")
        while let row = try places.next() {
            let values = (0..<3).map { row[$0] as DatabaseValue }
            let names = values.map { String.fromDatabaseValue($0) }
            let item = ItemRecord.place(country: names[0] ?? "", topic: names[1] ?? "", value: names[2])
            let id = try AnswerStore.itemID(item, db)
            try db.execute(
                sql: "INSERT INTO place VALUES (?, ?, ?, ?)", arguments: StatementArguments(values + [id.databaseValue])
            )
        }
        try db.execute(sql: "CREATE INDEX temp.placeByName ON place(country, topic, value)")
        try db.execute(sql: "DROP INDEX replyPlace")
    }

    /// The tables of before under other names.
    private static let leaving = """
        DROP TRIGGER replyIsServed; DROP TRIGGER readingIsCounted; DROP TRIGGER replyLeaves; DROP TRIGGER replySpends;
        DROP TRIGGER lateReplySpends;
        ALTER TABLE run RENAME TO oldRun;
        ALTER TABLE dataset RENAME TO oldDataset;
        ALTER TABLE reply RENAME TO oldReply;
        ALTER TABLE reading RENAME TO oldReading;
        ALTER TABLE failure RENAME TO oldFailure;
        ALTER TABLE spending RENAME TO oldSpending;
        ALTER TABLE tally RENAME TO oldTally;
        ALTER TABLE served RENAME TO oldServed;
        ALTER TABLE setAside RENAME TO oldAside;
        ALTER TABLE setAsideReading RENAME TO oldAsideReading;
        """

    private static let dropping = """
        DROP TABLE temp.place;
        DROP TABLE oldAsideReading; DROP TABLE oldAside; DROP TABLE oldReading; DROP TABLE oldReply; DROP TABLE oldFailure;
        DROP TABLE oldSpending; DROP TABLE oldTally; DROP TABLE oldServed; DROP TABLE oldDataset; DROP TABLE oldRun;
        """

    /// A date that was a text, as seconds since 1970 to the millisecond; what is no date stays, to be told as damage.
    private static func seconds(_ column: String) -> String {
        "coalesce(round((julianday(\(column)) - 2440587.5) * 86400.0, 3), \(column))"
    }

    private static let moves = [
        """
        INSERT INTO run SELECT id, key, studyID, respondent, origin, settings, selections, toolVersion,
            \(seconds("started")), \(seconds("finished")), status FROM oldRun
        """,
        """
        INSERT INTO dataset SELECT name, origin, actions, summary, \(seconds("imported")), digest FROM oldDataset
        """,
        questions(of: "oldReply"),
        questions(of: "oldAside"),
        """
        INSERT INTO served (runID, kind, model, provider, fingerprint, omitted, finishReason, replies, variants, replicates)
        SELECT runID, task, model, provider, fingerprint, omitted, finishReason, replies, variants, replicates FROM oldServed
        """,
        """
        INSERT INTO served (runID, kind, model, provider, fingerprint, omitted, finishReason, replies, variants, replicates)
        SELECT DISTINCT runID, task, coalesce(model, ''), coalesce(provider, ''), coalesce(fingerprint, ''),
            coalesce(omitted, ''), coalesce(finishReason, ''), 0, 0, 0
        FROM oldAside WHERE true ON CONFLICT DO NOTHING
        """,
        "INSERT INTO replyRow SELECT old.id, \(replyColumns), NULL, NULL, NULL FROM \(joined("oldReply"))",
        """
        INSERT INTO replyRow SELECT :offset + old.id, \(replyColumns), old.cause, \(seconds("old.setAside")), old.workerID
        FROM \(joined("oldAside"))
        """,
    ]

    /// All that belongs to replies.
    private static let movesBeside = [
        """
        INSERT INTO raw SELECT id, text, reasoning, response, NULL, request, optionLogProbabilities FROM oldReply ORDER BY id
        """,
        """
        INSERT INTO raw SELECT :offset + id, coalesce(text, ''), reasoning, response, NULL, request, optionLogProbabilities
        FROM oldAside ORDER BY id
        """,
        "INSERT INTO reading SELECT replyID, readerVersion, state, reason, content FROM oldReading",
        """
        INSERT INTO reading SELECT :offset + setAsideID, readerVersion, state, reason, content FROM oldAsideReading
        """,
        """
        INSERT INTO failure SELECT runID, questionID, attempts, code, message, \(seconds("failed")) FROM oldFailure
        """,
        "INSERT INTO spending SELECT * FROM oldSpending",
        "INSERT INTO tally SELECT runID, task, state, reason, replies FROM oldTally",
    ]

    private static func questions(of table: String) -> String {
        """
        INSERT INTO question (hash, kind, itemID, variant, replicate, first)
        SELECT old.questionID, old.task, place.itemID, old.variant, old.replicate, old.first
        FROM \(table) AS old CROSS JOIN place
            ON place.country IS old.country AND place.topic IS old.topic AND place.value IS old.value
        WHERE true ORDER BY old.id ON CONFLICT DO NOTHING
        """
    }

    private static let replyColumns = """
        old.runID, question.id, served.id, old.promptTokens, old.completionTokens, old.reasoningTokens, old.latency,
            coalesce(old.attempts, 1), \(seconds("old.replied"))
        """

    private static func joined(_ table: String) -> String {
        """
        \(table) AS old
        CROSS JOIN place ON place.country IS old.country AND place.topic IS old.topic AND place.value IS old.value
        CROSS JOIN question
            ON question.hash = old.questionID AND question.itemID = place.itemID AND coalesce(question.first, -1) = coalesce(old.first, -1)
        CROSS JOIN served ON served.runID = old.runID AND served.kind = old.task AND served.model = coalesce(old.model, '')
            AND served.provider = coalesce(old.provider, '') AND served.fingerprint = coalesce(old.fingerprint, '')
            AND served.omitted = coalesce(old.omitted, '') AND served.finishReason = coalesce(old.finishReason, '')
        ORDER BY old.id
        """
    }
}

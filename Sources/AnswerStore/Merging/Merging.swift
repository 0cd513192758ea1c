import Foundation
import GRDB

/// Adds all that one store holds to another, by SQL alone: no list of replies is in memory.
///
/// The source is attached under the name `source`. What was added before is not added again.
struct Merging {
    /// - Returns: the runs, by their numbers here.
    static func add(_ db: Database, now: Double) throws -> [Int64] {
        let merging = Merging()
        defer { try? clear(db) }
        try clear(db)
        try merging.mapRuns(db)
        try merging.mapQuestions(db)
        try merging.addReplies(now: now, db)
        try merging.addLabels(db)
        return try Int64.fetchAll(db, sql: "SELECT ours FROM temp.runMap ORDER BY ours")
    }

    private static let maps = [
        "runMap", "itemMap", "promptMap", "sentMap", "questionMap", "servedMap", "incoming", "labelMap", "newLabel",
    ]

    private static func clear(_ db: Database) throws {
        for map in maps { try db.execute(sql: "DROP TABLE IF EXISTS temp.\(map)") }
    }

    // MARK: - What follows from the replies

    /// Of several replies to a question the first stands; what is derived from replies is derived anew.
    static func settle(runs: [Int64], now: Double, _ db: Database) throws {
        for run in runs {
            try decide(run: run, now: now, db)
            try count(run: run, db)
        }
    }

    /// A reply whose question was asked again on purpose is none of those that might stand. Of replies of the same moment the one
    /// that stands goes on standing: dates of earlier versions are exact to the millisecond only.
    private static func decide(run: Int64, now: Double, _ db: Database) throws {
        try db.execute(sql: "DROP TABLE IF EXISTS temp.candidate")
        try db.execute(
            sql: """
                CREATE TEMP TABLE candidate AS
                WITH contested AS MATERIALIZED (SELECT DISTINCT questionID FROM main.replyRow INDEXED BY replyAside
                    WHERE runID = :run AND aside IS NOT NULL AND aside = 'late')
                SELECT ours.id, ours.questionID FROM contested CROSS JOIN main.replyRow AS ours INDEXED BY replyToQuestion
                    ON ours.runID = :run AND ours.questionID = contested.questionID AND ours.aside IS NULL
                UNION ALL SELECT ours.id, ours.questionID FROM contested
                    CROSS JOIN main.replyRow AS ours INDEXED BY replyAside ON ours.runID = :run
                        AND ours.questionID = contested.questionID AND ours.aside IS NOT NULL AND ours.aside = 'late'
                """, arguments: ["run": run])
        try db.execute(sql: "DROP TABLE IF EXISTS temp.winner")
        try db.execute(
            sql: """
                CREATE TEMP TABLE winner AS SELECT id FROM (SELECT candidate.id, row_number() OVER (
                    PARTITION BY candidate.questionID
                    ORDER BY coalesce(replied, 9e99), aside IS NOT NULL, coalesce(latency, 9e99), raw.text, candidate.id) AS place
                    FROM temp.candidate JOIN main.replyRow AS reply ON reply.id = candidate.id
                        JOIN main.raw ON raw.replyID = candidate.id)
                WHERE place = 1
                """)
        try db.execute(
            sql: """
                UPDATE main.replyRow SET aside = 'late', asideAt = ?
                WHERE aside IS NULL AND id IN (SELECT id FROM temp.candidate) AND id NOT IN (SELECT id FROM temp.winner)
                """, arguments: [now])
        try db.execute(
            sql: """
                UPDATE main.replyRow SET aside = NULL, asideAt = NULL, asideBy = NULL
                WHERE aside IS NOT NULL AND id IN (SELECT id FROM temp.winner);
                DROP TABLE temp.candidate;
                DROP TABLE temp.winner;
                """)
    }

    private static func count(run: Int64, _ db: Database) throws {
        let statements = [
            "DELETE FROM main.tally WHERE runID = :run",
            """
            INSERT INTO main.tally (runID, kind, state, reason, replies)
            SELECT reply.runID, question.kind, reading.state, coalesce(reading.reason, ''), count(*)
            FROM main.replyRow AS reply INDEXED BY replyByRun CROSS JOIN main.question ON question.id = reply.questionID
                CROSS JOIN main.reading ON reading.replyID = reply.id AND reading.readerVersion =
                    (SELECT max(readerVersion) FROM main.reading AS last WHERE last.replyID = reply.id)
            WHERE reply.runID = :run AND reply.aside IS NULL GROUP BY 1, 2, 3, 4
            """,
            "UPDATE main.served SET replies = 0, variants = 0, replicates = 0 WHERE runID = :run",
            """
            UPDATE main.served SET replies = sums.replies, variants = sums.variants, replicates = sums.replicates
            FROM (SELECT reply.servedID AS id, count(*) AS replies, max(question.variant) + 1 AS variants,
                    max(question.replicate) + 1 AS replicates
                FROM main.replyRow AS reply CROSS JOIN main.question ON question.id = reply.questionID
                WHERE reply.runID = :run AND reply.aside IS NULL GROUP BY 1) AS sums
            WHERE served.id = sums.id AND served.runID = :run
            """,
            """
            DELETE FROM main.failure WHERE runID = :run AND EXISTS
                (SELECT 1 FROM main.question CROSS JOIN main.replyRow AS reply INDEXED BY replyToQuestion
                    ON reply.runID = :run AND reply.questionID = question.id AND reply.aside IS NULL
                WHERE question.hash = failure.questionID)
            """,
        ]
        for statement in statements { try db.execute(sql: statement, arguments: ["run": run]) }
        try Mending.recomputeTotals(run: run, db)
    }
}

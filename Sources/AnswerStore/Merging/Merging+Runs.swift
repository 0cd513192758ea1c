import Foundation
import GRDB

/// Studies, datasets and runs, of which there are few: row by row.
extension Merging {
    func mapRuns(_ db: Database) throws {
        try db.execute(sql: "CREATE TEMP TABLE runMap (theirs INTEGER PRIMARY KEY, ours INTEGER NOT NULL)")
        try db.execute(
            sql: """
                INSERT OR IGNORE INTO main.study (name, protocolHash, source, actions, digest)
                SELECT name, protocolHash, source, actions, digest FROM source.study ORDER BY id;
                INSERT OR IGNORE INTO main.dataset (name, origin, actions, summary, imported, digest)
                SELECT name, origin, actions, summary, imported, digest FROM source.dataset;
                """)
        for row in try Row.fetchAll(db, sql: "SELECT id, key, selections FROM source.run ORDER BY id") {
            let (id, key): (Int64, String) = try (row.get("id"), row.get("key"))
            let known = try Row.fetchOne(db, sql: "SELECT id, selections FROM main.run WHERE key = ?", arguments: [key])
            let own: Int64
            if let known {
                own = try known.get("id")
                try join(id, try row.get("selections"), into: own, try known.get("selections"), db)
            } else {
                try db.execute(sql: Self.newRun, arguments: [id])
                own = db.lastInsertedRowID
            }
            try db.execute(sql: "INSERT INTO temp.runMap VALUES (?, ?)", arguments: [id, own])
            try addLost(theirs: id, ours: own, db)
            try addShards(theirs: id, ours: own, db)
        }
    }

    private static let newRun = """
        INSERT INTO main.run (key, studyID, respondent, origin, settings, selections, toolVersion, started, finished, status)
        SELECT run.key, ours.id, run.respondent, run.origin, run.settings, run.selections, run.toolVersion, run.started,
            run.finished, run.status
        FROM source.run JOIN source.study AS theirs ON theirs.id = run.studyID
            JOIN main.study AS ours ON ours.protocolHash = theirs.protocolHash
        WHERE run.id = ?
        """

    /// A run that both hold has all selections of both, and the span of both.
    private func join(
        _ theirs: Int64, _ selections: String, into ours: Int64, _ known: String, _ db: Database
    ) throws {
        var all = try AnswerStore.strings(known)
        all += try AnswerStore.strings(selections).filter { !all.contains($0) }
        try db.execute(
            sql: """
                UPDATE main.run SET selections = ?,
                    toolVersion = CASE WHEN theirs.started < run.started THEN theirs.toolVersion ELSE run.toolVersion END,
                    started = min(run.started, theirs.started),
                    finished = max(coalesce(run.finished, theirs.finished), coalesce(theirs.finished, run.finished)),
                    status = CASE WHEN run.status = theirs.status THEN run.status ELSE 'stopped' END
                FROM (SELECT * FROM source.run WHERE id = ?) AS theirs WHERE run.id = ?
                """, arguments: [try AnswerStore.json(all), theirs, ours])
    }

    /// Attempts that may have been charged: those that the source counted itself go by its start, which no other store has.
    private func addLost(theirs: Int64, ours: Int64, _ db: Database) throws {
        var own =
            try Int.fetchOne(db, sql: "SELECT lost FROM source.spending WHERE runID = ?", arguments: [theirs]) ?? 0
        if try Bool.fetchOne(db, sql: "SELECT 1 FROM source.sqlite_master WHERE name = 'lostBy'") == true {
            let sql = "SELECT source, attempts FROM source.lostBy WHERE runID = ?"
            for row in try Row.fetchAll(db, sql: sql, arguments: [theirs]) {
                let attempts = try row.decode(Int.self, atIndex: 1)
                own -= attempts
                try LostAttempts.raise(
                    to: attempts, by: try row.decode(String.self, atIndex: 0), run: ours, db)
            }
        }
        guard own > 0 else { return }
        let started = try Double.fetchOne(db, sql: "SELECT started FROM source.run WHERE id = ?", arguments: [theirs])
        try LostAttempts.raise(to: own, by: "store of \(started ?? 0)", run: ours, db)
    }

    private func addShards(theirs: Int64, ours: Int64, _ db: Database) throws {
        guard try Bool.fetchOne(db, sql: "SELECT 1 FROM source.sqlite_master WHERE name = 'shard'") == true else {
            return
        }
        let sql = "SELECT number, count, isDone FROM source.shard WHERE runID = ?"
        for row in try Row.fetchAll(db, sql: sql, arguments: [theirs]) {
            try ShardTable.note(
                try row.decode(Int.self, atIndex: 0), of: try row.decode(Int.self, atIndex: 1),
                isDone: try row.decode(Bool.self, atIndex: 2), run: ours, db)
        }
    }
}

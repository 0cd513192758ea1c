import GRDB

/// Which parts of a run a store has, and which of them were asked to their end.
enum ShardTable {
    /// A table of those stores alone that hold parts.
    static func prepare(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE IF NOT EXISTS shard (
                    runID INTEGER NOT NULL REFERENCES run(id),
                    number INTEGER NOT NULL,
                    count INTEGER NOT NULL,
                    isDone INTEGER NOT NULL,
                    PRIMARY KEY (runID, number, count)
                ) WITHOUT ROWID
                """)
    }

    static func note(_ number: Int, of count: Int, isDone: Bool, run: Int64, _ db: Database) throws {
        try prepare(db)
        try db.execute(
            sql: """
                INSERT INTO shard VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET isDone = max(isDone, excluded.isDone)
                """, arguments: [run, number, count, isDone])
    }

    static func all(run: Int64, _ db: Database) throws -> [StoredShard] {
        guard try db.tableExists("shard") else { return [] }
        let sql = "SELECT number, count, isDone FROM shard WHERE runID = ? ORDER BY count, number"
        return try Row.fetchAll(db, sql: sql, arguments: [run]).map {
            StoredShard(
                number: try $0.decode(Int.self, atIndex: 0), count: try $0.decode(Int.self, atIndex: 1),
                isDone: try $0.decode(Bool.self, atIndex: 2))
        }
    }
}

/// A part of a run that a store has.
package struct StoredShard: Sendable, Hashable {
    /// Which part, from 1, of how many.
    package var number: Int, count: Int
    /// Whether each of its questions was asked.
    package var isDone: Bool
}

extension AnswerStore {
    /// Keeps that a store has a part of a run, and whether each of its questions was asked.
    package func noteShard(_ number: Int, of count: Int, isDone: Bool, run: Int64) throws(StoreError) {
        try write { db in try ShardTable.note(number, of: count, isDone: isDone, run: run, db) }
    }

    /// The parts of a run that a store has.
    package func shards(run: Int64) throws(StoreError) -> [StoredShard] {
        try read { db in try ShardTable.all(run: run, db) }
    }
}

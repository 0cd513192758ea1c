import GRDB

/// The store's tables. A migration that was released is never changed; a new one is added behind it.
enum Schema {
    /// "VLNS": tells a store from any other SQLite file.
    static let applicationID: Int32 = 0x564C_4E53

    /// A step from one version of the tables to the next.
    struct Migration: Sendable {
        let name: String
        let run: @Sendable (Database) throws -> Void
    }

    static let migrations = [
        Migration(name: "1: studies, runs, replies, readings") { db in
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: studies)
            try db.execute(sql: replies)
            try db.execute(sql: claims)
        },
        Migration(name: "2: log-probabilities, spending") { db in
            try db.execute(sql: "ALTER TABLE reply ADD COLUMN optionLogProbabilities TEXT")
            try db.execute(sql: "ALTER TABLE worker ADD COLUMN atOnce INTEGER NOT NULL DEFAULT 0")
            try db.execute(sql: spending)
        },
        Migration(name: "3: who served, replies set aside, tallies") { db in
            try db.execute(sql: served)
            try db.execute(sql: setAside)
            try db.execute(sql: tallies)
            try db.execute(sql: boundedSpending)
            try Mending.addDigests(db)
            try Mending.recomputeImpossible(db)
        },
        Migration(name: "4: items, questions and prompts once, labels, batches", run: Fourth.run),
        Migration(name: "5: projects, participants, leases") { db in
            try db.execute(sql: projects)
            try db.execute(sql: leases)
        },
        Migration(name: "6: words of studies, reading_long, cell_long") { db in
            try db.execute(sql: Sixth.words + Sixth.indexes + Sixth.readings + Sixth.cells)
        },
        Migration(name: "7: batches in parts") { db in
            try db.execute(sql: batchParts)
            try db.execute(sql: savedTokens)
        },
    ]

    /// The most tokens of one prompt or answer that are believed.
    static let mostTokens = 100_000_000

    /// A number of tokens where it can be one, `NULL` elsewhere.
    static func possible(_ column: String, from least: Int) -> String {
        "(CASE WHEN typeof(\(column)) = 'integer' AND \(column) BETWEEN \(least) AND \(mostTokens) THEN \(column) END)"
    }
}

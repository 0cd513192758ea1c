import GRDB

/// How many replies of a run are in which state.
public struct StoredCounts: Sendable, Equatable {
    /// Replies whose current reading is answered.
    public var answered = 0
    /// Replies read as refusals.
    public var refused = 0
    /// Replies that could not be read.
    public var unreadable = 0
    /// Questions that were asked in vain and have no reply.
    public var failed = 0
    /// What it took.
    public var spending = Spending()
    /// The names under which the respondent reported itself, sorted.
    public var models: [String] = []
    /// All replies.
    public var replied: Int { answered + refused + unreadable }

    /// No replies.
    public init() {}
}

extension AnswerStore {
    /// The states of a run's replies by their current readings.
    public func counts(run: Int64) throws(StoreError) -> StoredCounts {
        try read { db in
            var counts = StoredCounts()
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT g.state, count(*) AS n FROM reply r JOIN reading g ON g.replyID = r.id AND g.readerVersion =
                        (SELECT max(readerVersion) FROM reading WHERE replyID = r.id)
                    WHERE r.runID = ? GROUP BY g.state
                    """, arguments: [run])
            for row in rows {
                switch row["state"] as String {
                case "answered": counts.answered = row["n"]
                case "refused": counts.refused = row["n"]
                default: counts.unreadable = row["n"]
                }
            }
            counts.spending = try Spending.ofRun(run, db)
            let models = "SELECT DISTINCT model FROM reply WHERE runID = ? AND model IS NOT NULL ORDER BY model"
            counts.models = try String.fetchAll(db, sql: models, arguments: [run])
            let failed = "SELECT count(*) FROM failure WHERE runID = ?"
            counts.failed = try Int.fetchOne(db, sql: failed, arguments: [run]) ?? 0
            return counts
        }
    }

    /// How many variants and replicates the replies of a task span; 0 where there is none.
    public func extent(run: Int64, task: String) throws(StoreError) -> (variants: Int, replicates: Int) {
        try read { db in
            let sql = "SELECT max(variant) + 1, max(replicate) + 1 FROM reply WHERE runID = ? AND task = ?"
            guard let row = try Row.fetchOne(db, sql: sql, arguments: [run, task]) else { return (0, 0) }
            return (row[0] as Int? ?? 0, row[1] as Int? ?? 0)
        }
    }

    /// How many replies of a run the limit of tokens cut off.
    public func cutOff(run: Int64) throws(StoreError) -> Int {
        try read { db in
            let sql = "SELECT count(*) FROM reply WHERE runID = ? AND finishReason = 'length'"
            return try Int.fetchOne(db, sql: sql, arguments: [run]) ?? 0
        }
    }

    /// How many of some questions have their reply.
    public func replied(run: Int64, of questionIDs: some Sequence<String>) throws(StoreError) -> Int {
        try read { db in
            let reply = try db.cachedStatement(sql: "SELECT 1 FROM reply WHERE runID = ? AND questionID = ?")
            return try questionIDs.reduce(0) { count, id in
                try Bool.fetchOne(reply, arguments: [run, id]) == true ? count + 1 : count
            }
        }
    }
}

import GRDB

/// How many replies of a run are in which state.
package struct StoredCounts: Sendable, Equatable {
    /// Replies whose current reading is answered.
    package var answered = 0
    /// Replies read as refusals.
    package var refused = 0
    /// Replies that could not be read.
    package var unreadable = 0
    /// Why those could not be read: reason to how many.
    package var unreadableReasons: [String: Int] = [:]
    /// Questions that were asked in vain and have no reply.
    package var failed = 0
    /// Why: the most frequent reason first.
    package var failures: [FailureReason] = []
    /// Replies that were set aside because their question was asked again.
    package var askedAgain = 0
    /// What it took.
    package var spending = Spending()
    /// The names under which the respondent reported itself, sorted.
    package var models: [String] = []
    /// What served the run, as far as servers say: most replies first.
    package var served: [Served] = []
    /// All replies.
    package var replied: Int { answered + refused + unreadable }

    /// No replies.
    package init() {}

    /// Why some questions were asked in vain.
    package struct FailureReason: Sendable, Equatable {
        /// The error's identity: "timeout".
        package var code: String
        /// How many questions.
        package var questions: Int
        /// The last such error's text.
        package var lastMessage: String
    }

    /// What served some replies of a run.
    package struct Served: Sendable, Equatable {
        /// The model's name as the server reported it.
        package var model: String?
        /// Who served it, where a gateway says so.
        package var provider: String?
        /// The server's mark of the model and settings that it ran.
        package var fingerprint: String?
        /// Settings of the run that were not sent.
        package var omittedSettings: [String] = []
        /// How many replies.
        package var replies: Int
    }
}

extension AnswerStore {
    /// The states of a run's replies by their current readings.
    package func counts(run: Int64) throws(StoreError) -> StoredCounts {
        try read { db in
            var counts = StoredCounts()
            let sql =
                "SELECT state, reason, sum(replies) FROM tally WHERE runID = ? AND replies > 0 GROUP BY state, reason"
            for row in try Row.fetchAll(db, sql: sql, arguments: [run]) {
                let replies = try row.decode(Int.self, atIndex: 2)
                switch try row.decode(String.self, atIndex: 0) {
                case "answered": counts.answered += replies
                case "refused": counts.refused += replies
                default:
                    counts.unreadable += replies
                    counts.unreadableReasons[try row.decode(String.self, atIndex: 1), default: 0] += replies
                }
            }
            counts.spending = try Spending.ofRun(run, db)
            counts.served = try Self.served(run, db)
            counts.models = Set(counts.served.compactMap(\.model)).sorted()
            counts.failures = try Self.failureReasons(run, db)
            counts.failed = counts.failures.reduce(0) { $0 + $1.questions }
            let again = "SELECT count(*) FROM setAside WHERE runID = ? AND cause = 'askedAgain'"
            counts.askedAgain = try Int.fetchOne(db, sql: again, arguments: [run]) ?? 0
            return counts
        }
    }

    private static func failureReasons(_ run: Int64, _ db: Database) throws -> [StoredCounts.FailureReason] {
        // Beside max(), SQLite takes the other columns from the row that has it.
        let sql = """
            SELECT code, count(*) AS n, message, max(failed) FROM failure WHERE runID = ? GROUP BY code
            ORDER BY n DESC, code
            """
        return try Row.fetchAll(db, sql: sql, arguments: [run]).map { row in
            StoredCounts.FailureReason(
                code: try row.get("code"), questions: try row.get("n"), lastMessage: try row.get("message"))
        }
    }

    private static func served(_ run: Int64, _ db: Database) throws -> [StoredCounts.Served] {
        let sql = """
            SELECT nullif(model, ''), nullif(provider, ''), nullif(fingerprint, ''), omitted, sum(replies) AS n
            FROM served WHERE runID = ? AND replies > 0 GROUP BY model, provider, fingerprint, omitted
            ORDER BY n DESC, model, provider, fingerprint, omitted
            """
        return try Row.fetchAll(db, sql: sql, arguments: [run]).map { row in
            StoredCounts.Served(
                model: try row.decode(String?.self, atIndex: 0), provider: try row.decode(String?.self, atIndex: 1),
                fingerprint: try row.decode(String?.self, atIndex: 2),
                omittedSettings: settings(try row.decode(String.self, atIndex: 3)),
                replies: try row.decode(Int.self, atIndex: 4))
        }
    }

    /// How many variants and replicates the replies of a task span; 0 where there is none.
    package func extent(run: Int64, task: String) throws(StoreError) -> (variants: Int, replicates: Int) {
        try read { db in
            let sql = "SELECT max(variants), max(replicates) FROM served WHERE runID = ? AND task = ?"
            guard let row = try Row.fetchOne(db, sql: sql, arguments: [run, task]) else { return (0, 0) }
            let extent = (try row.decode(Int?.self, atIndex: 0) ?? 0, try row.decode(Int?.self, atIndex: 1) ?? 0)
            // Room is made for all of them.
            guard (0...10_000).contains(extent.0), (0...10_000_000).contains(extent.1) else {
                throw StoreError.damaged(
                    path: path, detail: "a reply of run \(run) has a variant or replicate it can't have")
            }
            return extent
        }
    }

    /// How many replies of a run the limit of tokens cut off.
    package func cutOff(run: Int64) throws(StoreError) -> Int {
        try read { db in
            let sql = "SELECT sum(replies) FROM served WHERE runID = ? AND finishReason = 'length'"
            return try Int.fetchOne(db, sql: sql, arguments: [run]) ?? 0
        }
    }

    /// How many of some questions have their reply.
    package func replied(run: Int64, of questionIDs: some Sequence<String>) throws(StoreError) -> Int {
        try read { db in
            let reply = try db.cachedStatement(sql: "SELECT 1 FROM reply WHERE runID = ? AND questionID = ?")
            return try questionIDs.reduce(0) { count, id in
                try Bool.fetchOne(reply, arguments: [run, id]) == true ? count + 1 : count
            }
        }
    }
}

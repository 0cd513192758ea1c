import Foundation
import GRDB

/// How many replies of a run are in which state.
package struct StoredCounts: Sendable, Equatable {
    /// Replies whose current reading is answered.
    package var answered = 0
    /// Replies read as refusals.
    package var refused = 0
    /// Replies that could not be read.
    package var unreadable = 0
    /// Replies by the kind of their question.
    package var byKind: [String: Int] = [:]
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
    /// The states of a run's replies by their current readings. Replies themselves are not looked at.
    package func counts(run: Int64) throws(StoreError) -> StoredCounts {
        try read { db in
            var counts = StoredCounts()
            for row in try Row.fetchAll(db, sql: StoreQuery.tally.rawValue, arguments: [run]) {
                let replies = try row.decode(Int.self, atIndex: 3)
                counts.byKind[try row.decode(String.self, atIndex: 0), default: 0] += replies
                switch try row.decode(String.self, atIndex: 1) {
                case "answered": counts.answered += replies
                case "refused": counts.refused += replies
                default:
                    counts.unreadable += replies
                    counts.unreadableReasons[try row.decode(String.self, atIndex: 2), default: 0] += replies
                }
            }
            counts.spending = try Spending.ofRun(run, db)
            counts.served = StoredCounts.Served.joined(try Self.servers(run, db))
            counts.models = Set(counts.served.compactMap(\.model)).sorted()
            counts.failures = try Self.failureReasons(run, db)
            counts.failed = counts.failures.reduce(0) { $0 + $1.questions }
            counts.askedAgain = try Int.fetchOne(db, sql: StoreQuery.askedAgain.rawValue, arguments: [run]) ?? 0
            return counts
        }
    }

    private static func failureReasons(_ run: Int64, _ db: Database) throws -> [StoredCounts.FailureReason] {
        try Row.fetchAll(db, sql: StoreQuery.failureCodes.rawValue, arguments: [run]).map { row in
            let code = try row.decode(String.self, atIndex: 0)
            let last = try String.fetchOne(db, sql: StoreQuery.lastFailure.rawValue, arguments: [run, code])
            return StoredCounts.FailureReason(
                code: code, questions: try row.decode(Int.self, atIndex: 1), lastMessage: last ?? "")
        }
        .sorted { ($1.questions, $0.code) < ($0.questions, $1.code) }
    }

    /// What served replies of a run, as one row of its table says.
    private struct ServedRow {
        var kind: String
        var served: StoredCounts.Served
        var finishReason: String
        var variants: Int
        var replicates: Int
    }

    private static func servers(_ run: Int64, _ db: Database) throws -> [StoredCounts.Served] {
        try servedRows(run, db).map(\.served)
    }

    private static func servedRows(_ run: Int64, _ db: Database) throws -> [ServedRow] {
        try Row.fetchAll(db, sql: StoreQuery.served.rawValue, arguments: [run]).map { row in
            ServedRow(
                kind: try row.decode(String.self, atIndex: 0),
                served: StoredCounts.Served(
                    model: filled(try row.decode(String.self, atIndex: 1)),
                    provider: filled(try row.decode(String.self, atIndex: 2)),
                    fingerprint: filled(try row.decode(String.self, atIndex: 3)),
                    omittedSettings: settings(try row.decode(String.self, atIndex: 4)),
                    replies: try row.decode(Int.self, atIndex: 6)),
                finishReason: try row.decode(String.self, atIndex: 5), variants: try row.decode(Int.self, atIndex: 7),
                replicates: try row.decode(Int.self, atIndex: 8))
        }
    }

    /// How many variants and replicates the replies of a kind span; 0 where there is none.
    package func extent(run: Int64, task: String) throws(StoreError) -> (variants: Int, replicates: Int) {
        try read { db in
            let rows = try Self.servedRows(run, db).filter { $0.kind == task }
            let extent = (rows.map(\.variants).max() ?? 0, rows.map(\.replicates).max() ?? 0)
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
            try Self.servedRows(run, db).filter { $0.finishReason == "length" }.reduce(0) { $0 + $1.served.replies }
        }
    }

    /// How many of some questions have their reply.
    package func replied(run: Int64, of questionIDs: some Sequence<String>) throws(StoreError) -> Int {
        try read { db in
            let reply = try db.cachedStatement(sql: StoreQuery.replyToQuestion.rawValue)
            return try questionIDs.reduce(0) { count, id in
                try Int64.fetchOne(reply, arguments: [run, id]) == nil ? count : count + 1
            }
        }
    }

    /// Questions of a run that were asked in vain and still have no reply.
    package func failures(run: Int64) throws(StoreError) -> [FailureRecord] {
        try failures(run: run, limit: .max)
    }

    /// A page of them, in the order of their ids.
    package func failures(run: Int64, after: String = "", limit: Int) throws(StoreError) -> [FailureRecord] {
        try read { db in
            try Row.fetchAll(db, sql: StoreQuery.failures.rawValue, arguments: [run, after, limit]).map { row in
                FailureRecord(
                    questionID: try row.decode(String.self, atIndex: 0), attempts: try row.decode(Int.self, atIndex: 1),
                    code: try row.decode(String.self, atIndex: 2), message: try row.decode(String.self, atIndex: 3),
                    failed: Self.date(try row.decode(DatabaseValue.self, atIndex: 4)) ?? .distantPast)
            }
        }
    }
}

extension StoredCounts.Served {
    /// One for each server, whatever it was asked and however its replies ended: most replies first.
    fileprivate static func joined(_ rows: [StoredCounts.Served]) -> [StoredCounts.Served] {
        var sums: [[String?]: StoredCounts.Served] = [:]
        for row in rows where row.replies > 0 {
            let key: [String?] = [row.model, row.provider, row.fingerprint, row.omittedSettings.joined(separator: ",")]
            var sum = row
            sum.replies += sums[key]?.replies ?? 0
            sums[key] = sum
        }
        func names(_ served: StoredCounts.Served) -> [String] {
            [served.model, served.provider, served.fingerprint].map { $0 ?? "" } + served.omittedSettings
        }
        return sums.values.sorted {
            $0.replies == $1.replies ? names($0).lexicographicallyPrecedes(names($1)) : $0.replies > $1.replies
        }
    }
}

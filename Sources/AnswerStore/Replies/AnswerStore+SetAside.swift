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
    /// The share of the usual price that it cost: 0.5 for one of a batch at half the price.
    package var priceFactor: Double = 1
    /// The process that asked.
    var workerID: Int64?

    /// A reply to a question that has none.
    package init() {}

    /// A reply that came in a batch.
    package init(inBatchAt factor: Double, replaces: Int64? = nil) {
        isPaid = true
        priceFactor = factor
        self.replaces = replaces
    }

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
            let question = try db.cachedStatement(sql: StoreQuery.questionOfReply.rawValue)
            let again = try db.cachedStatement(sql: StoreQuery.isBeingAskedAgain.rawValue)
            var found: [String: Int64] = [:]
            try Self.forEachCurrent(run: run, after: 0, path, db) { row in
                guard row.reading.state == "unreadable", reasons?.contains(row.reading.reason ?? "") ?? true,
                    let asked = try Row.fetchOne(question, arguments: [row.reply])
                else { return true }
                let number = try asked.decode(Int64.self, atIndex: 1)
                if try Bool.fetchOne(again, arguments: [run, number]) != true {
                    found[try asked.decode(String.self, atIndex: 0)] = row.reply
                }
                return true
            }
            return found
        }
    }

    /// Replies of a run that were paid for and don't stand, in the order in which they came.
    package func setAside(run: Int64) throws(StoreError) -> [SetAsideRecord] {
        try read { db in
            let rows = try Row.fetchAll(db, sql: StoreQuery.aside.rawValue, arguments: [run])
            return try rows.map { row in
                guard let cause = SetAsideRecord.Cause(rawValue: try row.decode(String.self, atIndex: 1)) else {
                    throw StoreError.damaged(path: path, detail: "a reply was set aside for no known cause")
                }
                let id = try row.decode(Int64.self, atIndex: 0)
                return (
                    id,
                    SetAsideRecord(
                        cause: cause, questionID: try row.decode(String.self, atIndex: 2),
                        text: Self.text(try row.decode(Data.self, atIndex: 3)) ?? "",
                        readings: try Self.allReadings(ofReply: id, db))
                )
            }
            .sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}

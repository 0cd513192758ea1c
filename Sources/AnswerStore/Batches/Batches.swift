package import Foundation
import GRDB

/// Questions that were handed to a provider together, to be answered later.
package struct BatchRecord: Sendable, Equatable {
    /// Where a batch stands.
    package enum State: String, Sendable {
        /// The provider has it.
        case sent
        /// All its answers are stored.
        case collected
        /// The provider gave it up, or it was taken back.
        case ended
    }

    /// The provider's own name of it.
    package var providerID: String
    /// Where it stands.
    package var state: State
    /// When it was sent.
    package var sent: Date
    /// When it was collected, or ended.
    package var ended: Date?
    /// How many questions it holds.
    package var questions: Int
    /// How many of them have a reply.
    package var replied: Int
    /// How many failed.
    package var failed: Int

    /// A batch.
    package init(
        providerID: String, state: State = .sent, sent: Date, ended: Date? = nil, questions: Int, replied: Int = 0,
        failed: Int = 0
    ) {
        self.providerID = providerID
        self.state = state
        self.sent = sent
        self.ended = ended
        self.questions = questions
        self.replied = replied
        self.failed = failed
    }
}

extension AnswerStore {
    /// Keeps where a batch of a run stands now.
    package func save(_ batch: BatchRecord, run: Int64) throws(StoreError) {
        try write { db in
            try db.execute(
                sql: """
                    INSERT INTO batch (runID, providerID, state, sent, ended, questions, replied, failed)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (runID, providerID) DO UPDATE SET state = excluded.state, ended = excluded.ended,
                        replied = excluded.replied, failed = excluded.failed
                    """,
                arguments: [
                    run, batch.providerID, batch.state.rawValue, batch.sent.timeIntervalSince1970,
                    batch.ended?.timeIntervalSince1970, batch.questions, batch.replied, batch.failed,
                ])
        }
    }

    /// The batches of a run.
    package func batches(run: Int64) throws(StoreError) -> [BatchRecord] {
        try read { db in
            try Row.fetchAll(db, sql: StoreQuery.batches.rawValue, arguments: [run]).map { row in
                guard let state = BatchRecord.State(rawValue: try row.get("state")),
                    let sent = Self.date(try row.get("sent"))
                else { throw StoreError.damaged(path: path, detail: "a batch of run \(run) has a field it can't have") }
                return BatchRecord(
                    providerID: try row.get("providerID"), state: state, sent: sent,
                    ended: Self.date(try row.get("ended")),
                    questions: try row.get("questions"), replied: try row.get("replied"), failed: try row.get("failed"))
            }
        }
    }
}

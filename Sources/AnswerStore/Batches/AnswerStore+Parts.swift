package import Foundation
import GRDB

extension AnswerStore {
    /// The parts of a run, in the order in which they were begun; those that are done with, too.
    package func batchParts(run: Int64) throws(StoreError) -> [BatchPart] {
        try read { db in try Self.batchParts(run, path, db) }
    }

    /// The provider's names of all batches of the store, of any run.
    package func batchIDs() throws(StoreError) -> [String] {
        try read { db in try String.fetchAll(db, sql: "SELECT batchID FROM batchPart WHERE batchID IS NOT NULL") }
    }

    static func batchParts(_ run: Int64, _ path: String, _ db: Database) throws -> [BatchPart] {
        try Row.fetchAll(db, sql: StoreQuery.batchParts.rawValue, arguments: [run]).map { try BatchPart($0, path) }
    }

    /// Begins a part, without a question yet.
    ///
    /// - Parameters:
    ///   - nonce: see ``BatchPart/nonce``.
    ///   - factor: the share of the usual price that it costs.
    package func beginPart(
        run: Int64, nonce: String, factor: Double, worker: Worker, now: Date = Date()
    ) async throws(StoreError) -> BatchPart {
        try await asyncWrite { [path] db in
            try db.execute(
                sql: """
                    INSERT INTO batchPart (runID, number, nonce, state, workerID, factor, made)
                    VALUES (?1, (SELECT coalesce(max(number), 0) + 1 FROM batchPart WHERE runID = ?1), ?2, ?3, ?4, ?5, ?6)
                    """,
                arguments: [
                    run, nonce, BatchPart.State.gathering.rawValue, worker.id, factor, now.timeIntervalSince1970,
                ])
            let id = db.lastInsertedRowID
            guard let part = try Self.batchParts(run, path, db).first(where: { $0.id == id }) else {
                throw StoreError.damaged(path: path, detail: "a batch of run \(run) is not there")
            }
            return part
        }
    }

    /// Takes over the open parts of a run that no living process looks after.
    ///
    /// - Returns: those, and the open ones that others look after.
    package func adoptParts(
        run: Int64, worker: Worker, silence: Silence
    ) async throws(StoreError) -> (own: [BatchPart], others: [BatchPart]) {
        try await asyncWrite { [path] db in
            try Self.removeDeadWorkers(db, but: worker, silence: silence)
            try db.execute(
                sql: """
                    UPDATE batchPart SET workerID = ?1
                    WHERE runID = ?2 AND (workerID IS NULL OR workerID NOT IN (SELECT id FROM worker))
                    """, arguments: [worker.id, run])
            let open = try Self.batchParts(run, path, db).filter(\.state.isOpen)
            return (open.filter { $0.workerID == worker.id }, open.filter { $0.workerID != worker.id })
        }
    }

    /// Keeps how far a part is.
    ///
    /// - Returns: `false` where another process has taken it over: nothing was changed, and this one leaves it alone.
    package func save(_ part: BatchPart) async throws(StoreError) -> Bool {
        try await asyncWrite { db in
            try db.execute(
                sql: """
                    UPDATE batchPart SET state = ?, requestsDigest = ?, fileID = ?, batchID = ?, isCertain = ?, notOurs = ?,
                        submitting = ?, ended = ?, outcome = ?, results = ?, isCleaned = ?
                    WHERE id = ? AND workerID IS ?
                    """,
                arguments: [
                    part.state.rawValue, part.requestsDigest, part.fileID, part.batchID, part.isCertain,
                    try BatchPart.encoded(part.notOurs), part.submitting?.timeIntervalSince1970,
                    part.ended?.timeIntervalSince1970, part.outcome, try BatchPart.encoded(part.results),
                    part.isCleaned,
                    part.id, part.workerID,
                ])
            return db.changesCount > 0
        }
    }

    /// Ends a part: whatever of its questions has no answer is free to be asked again.
    ///
    /// - Parameters:
    ///   - state: `read` or `dropped`.
    ///   - lost: how many of its questions may have been charged for without an answer.
    /// - Returns: how many questions were freed; `nil` where another process has taken the part over.
    package func endPart(
        _ part: BatchPart, as state: BatchPart.State, lost: Int = 0
    ) async throws(StoreError) -> Int? {
        try await asyncWrite { db in
            try db.execute(
                sql: "UPDATE batchPart SET state = ?, unsettled = 0, outcome = ? WHERE id = ? AND workerID IS ?",
                arguments: [state.rawValue, part.outcome, part.id, part.workerID])
            guard db.changesCount > 0 else { return nil }
            try db.execute(sql: "DELETE FROM batchQuestion WHERE partID = ?", arguments: [part.id])
            let freed = db.changesCount
            // One that never had a question tells nobody anything.
            try db.execute(sql: "DELETE FROM batchPart WHERE id = ? AND questions = 0", arguments: [part.id])
            if lost > 0 { try Self.addLost(min(lost, freed), run: part.run, db) }
            return freed
        }
    }
}

extension Membership {
    /// Takes over parts, as ``AnswerStore/adoptParts(run:worker:silence:)`` does.
    package func adoptParts(run: Int64, in store: AnswerStore) async throws(StoreError) -> (
        own: [BatchPart], others: [BatchPart]
    ) {
        try await store.adoptParts(run: run, worker: try await current(), silence: silence)
    }
}

import GRDB

/// What a process may do with each of the questions it wanted to ask.
package struct ClaimResult: Sendable, Equatable {
    /// It may ask these; nobody else will.
    package var granted: Set<String> = []
    /// These have their reply.
    package var replied: Set<String> = []
    /// Another process that lives asks these right now.
    package var claimedByOthers: Set<String> = []
    /// These are in a batch that a provider has, or will have; nobody else asks them until it was read.
    package var inBatches: Set<String> = []
    /// These are not granted, because the run might then take more than its cap.
    package var beyondCap: Set<String> = []
    /// Whether the cap leaves no room even though nobody asks anything: more replies will not make room.
    package var isCapped = false
}

/// What a process wants to ask.
package struct ClaimRequest: Sendable, Equatable {
    /// The questions. Those that are granted are stored, so that a reply need not bring its prompt.
    package var questions: [QuestionRecord]
    /// The run.
    package var run: Int64
    /// What the run may take.
    package var caps: [SpendingCap]
    /// Questions to ask though they have a reply, each with that reply's number. One that has another reply by now was
    /// asked again already.
    package var again: [String: Int64]

    /// A request.
    package init(_ questions: [QuestionRecord], run: Int64, caps: [SpendingCap] = [], again: [String: Int64] = [:]) {
        self.questions = questions
        self.run = run
        self.caps = caps
        self.again = again
    }
}

extension AnswerStore {
    /// Claims questions of a run, all in one transaction: each question id is granted to at most one living process.
    ///
    /// - Returns: `nil` where the process was taken off the list, and has to register anew.
    package func claim(
        _ request: ClaimRequest, worker: Worker, silence: Silence = Silence()
    ) async throws(StoreError) -> ClaimResult? {
        try await asyncWrite { db in
            guard try Self.isKnown(worker, db) else { return nil }
            try Self.removeDeadWorkers(db, but: worker, silence: silence)
            let run = request.run
            var room = try request.caps.room(run: run, db)
            let insert = try db.cachedStatement(
                sql: "INSERT OR IGNORE INTO claim (runID, questionID, workerID) VALUES (?, ?, ?)")
            var result = ClaimResult()
            for question in request.questions {
                let id = question.id
                let known = try Self.known(question, run: run, db)
                if let standing = known.reply, standing != request.again[id] {
                    result.replied.insert(id)
                } else if known.part != nil {
                    result.inBatches.insert(id)
                } else if let other = known.holder, other != worker.id {
                    result.claimedByOthers.insert(id)
                } else if room > 0 {
                    room -= 1
                    let number = try known.question ?? Self.insert(question, db)
                    try insert.execute(arguments: [run, number, worker.id])
                    result.granted.insert(id)
                } else {
                    result.beyondCap.insert(id)
                }
            }
            // What a provider has in a batch may be out for a day: nobody waits for that here.
            result.isCapped = try !result.beyondCap.isEmpty && Self.outstanding(run: run, db).alone == 0
            return result
        }
    }

    /// How many questions of a run are claimed, by any process, and how many are in batches.
    static func outstanding(run: Int64, _ db: Database) throws -> Outstanding {
        Outstanding(
            alone: try Int.fetchOne(db, sql: StoreQuery.outstanding.rawValue, arguments: [run]) ?? 0,
            inBatches: try Int.fetchOne(db, sql: StoreQuery.batched.rawValue, arguments: [run]) ?? 0)
    }
}

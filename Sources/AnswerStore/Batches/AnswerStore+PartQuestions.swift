import Foundation
import GRDB

/// A question that a part holds.
package struct PartQuestion: Sendable, Equatable {
    /// The question's id.
    package var id: String
    /// Where it stood in the plan of the start that asked; a hint, since another start may plan otherwise.
    package var position: Int
    /// The reply that it is asked again in place of.
    package var replaces: Int64?
}

/// What some lines of a batch came to.
package struct BatchSettlement: Sendable {
    /// Replies, each to a question of the part.
    package var replies: [ReplyRecord] = []
    /// Questions that failed for good.
    package var failures: [FailureRecord] = []
    /// Ids of questions that are free to be asked again.
    package var freed: [String] = []
    /// How many of those may have been charged for.
    package var lost = 0

    /// Nothing.
    package init() {}

    /// How many lines.
    package var count: Int { replies.count + failures.count + freed.count }
}

extension AnswerStore {
    /// Claims questions for a part, in order, until a cap leaves no more room.
    ///
    /// - Parameters:
    ///   - positions: where each question stands in the plan.
    ///   - again: as in ``ClaimRequest/again``.
    /// - Returns: as ``claim(_:worker:silence:)``; `nil` where the part is not this process's.
    package func claim(
        _ request: ClaimRequest, at positions: [Int], for part: BatchPart
    ) async throws(StoreError) -> ClaimResult? {
        try await asyncWrite { db in
            let owner = "SELECT 1 FROM batchPart WHERE id = ? AND workerID IS ?"
            guard try Bool.fetchOne(db, sql: owner, arguments: [part.id, part.workerID]) == true else { return nil }
            let run = request.run
            var room = try request.caps.room(run: run, inBatch: true, db)
            let insert = try db.cachedStatement(
                sql: "INSERT INTO batchQuestion (runID, questionID, partID, position, replaces) VALUES (?, ?, ?, ?, ?)")
            var result = ClaimResult()
            for (question, position) in zip(request.questions, positions) {
                let id = question.id
                let known = try Self.known(question, run: run, db)
                let again = request.again[id]
                if let standing = known.reply, standing != again {
                    result.replied.insert(id)
                } else if known.part != nil {
                    result.inBatches.insert(id)
                } else if known.holder != nil {
                    result.claimedByOthers.insert(id)
                } else if room > 0, result.beyondCap.isEmpty {
                    room -= 1
                    let number = try known.question ?? Self.insert(question, db)
                    if known.lacksPrompt { try Self.complete(number, with: question, db) }
                    try insert.execute(arguments: [run, number, part.id, position, known.reply == nil ? nil : again])
                    result.granted.insert(id)
                } else {
                    result.beyondCap.insert(id)
                }
            }
            try db.execute(
                sql: "UPDATE batchPart SET questions = questions + ?1, unsettled = unsettled + ?1 WHERE id = ?2",
                arguments: [result.granted.count, part.id])
            result.isCapped = !result.beyondCap.isEmpty
            return result
        }
    }

    /// The questions of a part that have no answer that was read, by their ids.
    package func questions(of part: BatchPart) throws(StoreError) -> [String: PartQuestion] {
        try read { db in
            var questions: [String: PartQuestion] = [:]
            questions.reserveCapacity(part.unsettled)
            let rows = try Row.fetchCursor(db, sql: StoreQuery.batchQuestions.rawValue, arguments: [part.id])
            while let row = try rows.next() {
                let id = try row.decode(String.self, atIndex: 0)
                questions[id] = PartQuestion(
                    id: id, position: try row.decode(Int.self, atIndex: 1),
                    replaces: try row.decode(Int64?.self, atIndex: 2))
            }
            return questions
        }
    }

    /// Stores what lines of a batch came to, and lets go of their questions, in one transaction. A question that the part does
    /// not hold any more was settled before, and is passed over.
    ///
    /// - Parameter questions: those of the part, by id.
    /// - Returns: of each reply, whether it stands.
    package func settle(
        _ settlement: BatchSettlement, of part: BatchPart, questions: [String: PartQuestion]
    ) async throws(StoreError) -> [Bool] {
        try await asyncWrite { db in
            let held = try settlement.replies.map { try Self.letGo(of: $0.question.id, part, db) }
            let replies = zip(settlement.replies, held).filter(\.1).map { reply, _ in
                (
                    reply: reply,
                    kept: KeptReply(inBatchAt: part.factor, replaces: questions[reply.question.id]?.replaces)
                )
            }
            var stand = try Self.insert(replies, run: part.run, db).makeIterator()
            var failed = 0
            for failure in settlement.failures where try Self.letGo(of: failure.questionID, part, db) {
                failed += 1
                try Self.insert(failure, run: part.run, db)
            }
            var freed = 0
            for id in settlement.freed where try Self.letGo(of: id, part, db) { freed += 1 }
            let lost = min(settlement.lost, freed + failed)
            if lost > 0 { try Self.addLost(lost, run: part.run, db) }
            try db.execute(
                sql: """
                    UPDATE batchPart SET unsettled = max(0, unsettled - ?), replied = replied + ?, failed = failed + ?
                    WHERE id = ?
                    """,
                arguments: [replies.count + failed + freed, replies.count, failed, part.id])
            return held.map { $0 ? stand.next() ?? false : false }
        }
    }

    /// - Returns: whether the part held the question.
    private static func letGo(of id: String, _ part: BatchPart, _ db: Database) throws -> Bool {
        try db.cachedStatement(
            sql: """
                DELETE FROM batchQuestion
                WHERE runID = ? AND questionID IN (SELECT id FROM question WHERE hash = ?) AND partID = ?
                """
        )
        .execute(arguments: [part.run, id, part.id])
        return db.changesCount > 0
    }
}

package import Foundation
import GRDB

/// An item that was given to somebody to judge.
package struct LeaseRecord: Sendable, Equatable {
    /// The store's number: what was given later has a higher one.
    package var id: Int64
    /// The item's number.
    package var item: Int64
    /// When it was given.
    package var granted: Date
    /// Until when it is held, so that it counts towards the item's quota before it is judged.
    package var until: Date
}

/// How a project's items are given out.
package struct Quota: Sendable {
    /// How many people judge each item.
    package var overlap: Int
    /// For how many seconds an item is held for whoever was given it.
    package var lease: TimeInterval
    /// How many items somebody may hold that are neither judged nor left out.
    package var mostOpen: Int
    /// Whether labels say that their judge is done with their item: of one judge and one item, in the order in which they were said.
    package var isJudged: @Sendable ([LabelRow]) -> Bool
    /// Whether they say that the judge has left it out.
    package var isSkipped: @Sendable ([LabelRow]) -> Bool

    /// How items are given out.
    package init(
        overlap: Int, lease: TimeInterval, mostOpen: Int = 10, isJudged: @escaping @Sendable ([LabelRow]) -> Bool,
        isSkipped: @escaping @Sendable ([LabelRow]) -> Bool
    ) {
        (self.overlap, self.lease, self.mostOpen) = (overlap, lease, mostOpen)
        (self.isJudged, self.isSkipped) = (isJudged, isSkipped)
    }
}

/// What somebody gets who asks for another item.
package enum Grant: Sendable, Equatable {
    /// An item, which they hold from now on.
    case item(Int64)
    /// None before some of those that they hold are judged.
    case tooManyOpen
    /// None now; whether others hold some that may come back.
    case none(othersHoldSome: Bool)
}

/// An item that may be given to somebody.
package struct Candidate: Sendable, Hashable {
    /// The item's number.
    package var item: Int64
    /// Whether everybody judges it, however many have: one whose answers are known.
    package var isForAll: Bool

    /// An item.
    package init(item: Int64, isForAll: Bool) { (self.item, self.isForAll) = (item, isForAll) }
}

extension AnswerStore {
    /// Gives somebody the next item: the first of the candidates that they were not given before, and that has room. An item has room
    /// where those who have judged it and those others who hold it are fewer than the overlap. All of it is one immediate transaction,
    /// so that people who ask at once, of several processes even, are never given more than there is room for.
    ///
    /// - Parameters:
    ///   - candidates: what they may judge, in an order of their own.
    ///   - holds: whether they hold it from now on; where not, it is only said what they would get.
    /// - Throws: ``StoreError``.
    package func next(
        for participant: ParticipantRecord, among candidates: [Candidate], _ quota: Quota, at date: Date,
        holds: Bool = true
    ) async throws(StoreError) -> Grant {
        try await asyncWrite { db in
            let look = try QuotaLook(participant.project, quota, at: date, db)
            let held = try Self.leases(of: participant.id, db)
            let open = try held.count { lease in
                let own = try Self.rows(of: lease.item, by: participant.judgeID, db)
                return !quota.isJudged(own) && !quota.isSkipped(own)
            }
            if open >= quota.mostOpen { return .tooManyOpen }
            let known = Set(held.map(\.item))
            var othersHoldSome = false
            for candidate in candidates where !known.contains(candidate.item) {
                let own = try Self.rows(of: candidate.item, by: participant.judgeID, db)
                if quota.isJudged(own) || quota.isSkipped(own) { continue }
                let taken =
                    candidate.isForAll ? (judged: 0, held: 0) : try look.taken(candidate.item, except: participant, db)
                guard taken.judged + taken.held < quota.overlap else {
                    if taken.held > 0 { othersHoldSome = true }
                    continue
                }
                if holds { try Self.hold(candidate.item, participant, quota, at: date, db) }
                return .item(candidate.item)
            }
            return .none(othersHoldSome: othersHoldSome)
        }
    }

    /// Holds an item on for somebody who was given it, where there still is room: when they look at it or save.
    ///
    /// - Returns: whether they hold it; where not, others were given it meanwhile, and an answer is one more than was wanted.
    package func renew(
        _ item: Int64, for participant: ParticipantRecord, _ quota: Quota, at date: Date
    ) async throws(StoreError) -> Bool {
        try await asyncWrite { db in
            let look = try QuotaLook(participant.project, quota, at: date, db)
            let taken = try look.taken(item, except: participant, db)
            guard taken.judged + taken.held < quota.overlap else { return false }
            try db.execute(
                sql: "UPDATE lease SET until = max(until, ?) WHERE projectID = ? AND itemID = ? AND participantID = ?",
                arguments: [
                    date.addingTimeInterval(quota.lease).timeIntervalSince1970, participant.project, item,
                    participant.id,
                ])
            return true
        }
    }

    /// Gives an item back: it is held no longer, and can be given to others.
    package func release(_ item: Int64, of participant: ParticipantRecord, at date: Date) async throws(StoreError) {
        try await asyncWrite { db in
            try db.execute(
                sql: "UPDATE lease SET until = min(until, ?) WHERE projectID = ? AND itemID = ? AND participantID = ?",
                arguments: [date.timeIntervalSince1970, participant.project, item, participant.id])
        }
    }

    /// The items that somebody was given, in the order in which they were.
    package func leases(of participant: ParticipantRecord) throws(StoreError) -> [LeaseRecord] {
        try read { db in try Self.leases(of: participant.id, db) }
    }

    private static func leases(of participant: Int64, _ db: Database) throws -> [LeaseRecord] {
        try Row.fetchAll(db, sql: StoreQuery.leasesOfParticipant.rawValue, arguments: [participant]).map { row in
            LeaseRecord(
                id: try row.decode(Int64.self, atIndex: 0), item: try row.decode(Int64.self, atIndex: 1),
                granted: Date(timeIntervalSince1970: try row.decode(Double.self, atIndex: 2)),
                until: Date(timeIntervalSince1970: try row.decode(Double.self, atIndex: 3)))
        }
    }

    private static func hold(
        _ item: Int64, _ participant: ParticipantRecord, _ quota: Quota, at date: Date, _ db: Database
    ) throws {
        try db.execute(
            sql: "INSERT INTO lease (projectID, itemID, participantID, granted, until) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                participant.project, item, participant.id, date.timeIntervalSince1970,
                date.addingTimeInterval(quota.lease).timeIntervalSince1970,
            ])
    }
}

/// Who counts towards the quota of a project's items: its annotators. What models and adjudicators say takes nobody's place.
private struct QuotaLook {
    /// Participants by the number of their judge.
    private let annotators: [Int64: Int64]
    private let project: Int64
    private let quota: Quota
    private let now: Double

    init(_ project: Int64, _ quota: Quota, at date: Date, _ db: Database) throws {
        (self.project, self.quota, now) = (project, quota, date.timeIntervalSince1970)
        let sql = "SELECT judgeID, id FROM participant WHERE projectID = ? AND role = 'annotator'"
        let rows = try Row.fetchAll(db, sql: sql, arguments: [project])
        annotators = try Dictionary(
            rows.map { (try $0.decode(Int64.self, atIndex: 0), try $0.decode(Int64.self, atIndex: 1)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// How many others have judged an item, and how many more hold it.
    func taken(
        _ item: Int64, except participant: ParticipantRecord, _ db: Database
    ) throws -> (judged: Int, held: Int) {
        let labels = try db.cachedStatement(sql: StoreQuery.labelsOfItemNumber.rawValue)
        let rows = try Row.fetchAll(labels, arguments: [item]).map(AnswerStore.labelRow)
        let judged = Dictionary(grouping: rows, by: \.judge).compactMap { judge, rows -> Int64? in
            guard judge != participant.judgeID, let person = annotators[judge] else { return nil }
            return quota.isJudged(rows) ? person : nil
        }
        let leases = try db.cachedStatement(sql: StoreQuery.leasesOfItem.rawValue)
        let held = try Row.fetchAll(leases, arguments: [project, item]).count { row in
            let person = try row.decode(Int64.self, atIndex: 0)
            return try person != participant.id && !judged.contains(person) && row.decode(Double.self, atIndex: 1) > now
        }
        return (judged.count, held)
    }
}

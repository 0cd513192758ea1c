package import AnswerStore
package import Foundation
package import Reports
import Study

/// How far a run is, for whoever looks at it from outside.
package struct RunProgress: Sendable, Equatable {
    /// Replies that stand.
    package let replied: Int
    /// Questions that all its starts together were to ask; nil where that can't be told.
    package let planned: Int?
    /// Whether any process asks right now.
    package let isBeingAsked: Bool
    /// Seconds that are left at the pace of the last replies; nil where nothing is being asked, or too little came.
    package let secondsLeft: Double?
    /// Seconds since its last reply came, while it is said to be asked; nil where none came.
    package let secondsSilent: Double?

    /// - Parameter study: read only where the starts overlap.
    init(
        of run: RunRecord, replied: Int, store: AnswerStore, study: () throws -> StudyDefinition, now: Date
    ) throws {
        self.replied = replied
        planned = try? Self.planned(run, study)
        isBeingAsked = try run.status == .running && store.isBeingAsked(run: run.id)
        let left = planned.map { max(0, $0 - replied) }
        secondsSilent = isBeingAsked ? try store.replied(run: run.id).map { now.timeIntervalSince($0.upperBound) } : nil
        let pace =
            isBeingAsked && (secondsSilent ?? 0) < Self.longSilence
            ? try store.recentReply(run: run.id, before: Self.sample) : nil
        secondsLeft = left.flatMap { left in
            pace.map { now.timeIntervalSince($0.replied) / Double($0.since) * Double(left) }
        }
    }

    /// After so many seconds without a reply it may well be that nobody asks any more: a killed process leaves its claims.
    static let longSilence = 120.0
    /// The pace is that of so many last replies.
    private static let sample = 100

    private static func planned(_ run: RunRecord, _ study: () throws -> StudyDefinition) throws -> Int? {
        try RunSelection.joined(run, study: study()).map { $0.stated + $0.acted }
    }
}

extension RunLibrary {
    /// All runs as the list of them shows each, in the order of their numbers.
    ///
    /// - Parameter now: the time, for what is left of a run that is being asked.
    package func overview(now: Date) throws -> [OverviewRow] {
        try store.runs().map { run in
            let overview = try RunOverview(run, store, prices)
            let progress = try RunProgress(
                of: run, replied: overview.counts.replied, store: store, study: { try study(ofRun: run.id).definition },
                now: now)
            return overview.row(try figures(of: run.id), progress)
        }
    }
}

/// A run as the list of runs shows it.
package struct OverviewRow: Sendable {
    /// Where a run stands.
    package enum Status: String, Sendable {
        /// A process asks.
        case asked
        /// It was begun and not ended, and no process asks, or none has had a reply for minutes: one was killed, or waits.
        case left
        case stopped, finished, imported
    }

    /// Its number in the store.
    package let run: Int
    /// Who was asked.
    package let respondent: RespondentSummary
    /// The study's name.
    package let study: String
    /// Where it stands.
    package let status: Status
    /// Replies by what was read in them.
    package let answered, refused, unreadable: Int
    /// Questions that were asked in vain.
    package let failed: Int
    /// Questions that it was to ask; nil where that can't be told.
    package let planned: Int?
    /// Seconds until all are asked, at the pace of the last replies; nil while nothing is asked.
    package let secondsLeft: Double?
    /// US dollars; nil where that is not known.
    package let dollars: Double?
    /// The figures that were made last; nil while none was.
    package let report: ReportInput?
    /// Whether the run has not changed since they were made.
    package let isCurrent: Bool

    /// A run with what is known of it.
    package init(
        run: Int, respondent: RespondentSummary, study: String, status: Status, answered: Int, refused: Int,
        unreadable: Int, failed: Int, planned: Int?, secondsLeft: Double?, dollars: Double?, report: ReportInput?,
        isCurrent: Bool
    ) {
        (self.run, self.respondent, self.study, self.status) = (run, respondent, study, status)
        (self.answered, self.refused, self.unreadable, self.failed) = (answered, refused, unreadable, failed)
        (self.planned, self.secondsLeft, self.dollars) = (planned, secondsLeft, dollars)
        (self.report, self.isCurrent) = (report, isCurrent)
    }

    /// Replies that stand.
    var replied: Int { answered + refused + unreadable }
    /// Planned questions without a reply; nil where the plan can't be told.
    var missing: Int? { planned.map { max(0, $0 - replied) } }
}

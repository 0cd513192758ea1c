/// Which cells stand for a run's gaps: a rule that can be said in a sentence, so that nobody need trust a choice.
///
/// Inconsistent cells only, so none that is undecided. Both directions in proportion to how often each occurs, at least
/// one of each that does; in a direction the widest gaps first, ties in the theory's order; no value more than twice.
package struct GapExamples: Sendable, Hashable {
    /// The most examples of one value.
    package static let mostOfValue = 2

    /// The examples, the widest gaps first.
    package let cells: [CellGap]
    /// Inconsistent cells of which they are chosen, stated agree and acted disagree, and the other way round.
    package let actedAgainst, actedFor: Int

    /// The examples of a report, at most `limit`.
    package init(of report: MeasureReport, limit: Int) {
        let table = report.overall.pooled.table
        (actedAgainst, actedFor) = (table.statedAgreeActedDisagree, table.statedDisagreeActedAgree)
        guard limit > 0, actedAgainst + actedFor > 0 else {
            cells = []
            return
        }
        let shares = Self.shares(of: min(limit, actedAgainst + actedFor), actedAgainst, actedFor)
        var left = [true: shares.actedAgainst, false: shares.actedFor]
        var ofValue: [Int: Int] = [:]
        cells = report.misalignedCells(limit: .max).filter { gap in
            guard let sides = report.ties.sides(stated: gap.stated, acted: gap.acted), sides.stated != sides.acted
            else { return false }
            let value = report.axes.position(ofCell: gap.cell).value
            guard left[sides.acted, default: 0] > 0, ofValue[value, default: 0] < Self.mostOfValue else { return false }
            left[sides.acted, default: 0] -= 1
            ofValue[value, default: 0] += 1
            return true
        }
    }

    /// Places in proportion, rounded to the nearest; one at least for a direction that occurs, where there are two.
    private static func shares(of limit: Int, _ actedAgainst: Int, _ actedFor: Int) -> (
        actedAgainst: Int, actedFor: Int
    ) {
        let exact = (Double(limit) * Double(actedAgainst) / Double(actedAgainst + actedFor)).rounded()
        var first = Int(exact)
        if limit > 1 {
            if actedAgainst > 0 { first = max(1, first) }
            if actedFor > 0 { first = min(limit - 1, first) }
        }
        return (first, limit - first)
    }
}

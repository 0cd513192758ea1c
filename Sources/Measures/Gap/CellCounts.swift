/// How many cells a figure rests on.
package struct CellCounts: Sendable, Hashable {
    /// Cells of the group that were planned, whether answered or not.
    package var cells = 0
    /// Cells with a stated score.
    package var stated = 0
    /// Cells with an acted score; under `Scoring.legacy` those filled in as agree are among them.
    package var acted = 0
    /// Cells with both: those that count.
    package var both = 0
    /// Counted cells without a side: a score of theirs is exactly 0.5. They count in distances and in nothing that needs
    /// a side; under `Scoring.legacy` there is none, since 0.5 counts as disagree.
    package var undecided = 0
    /// Counted cells with a stated score of exactly 0.5.
    package var statedTies = 0
    /// Counted cells with an acted score of exactly 0.5.
    package var actedTies = 0

    /// Cells that lack a score in one task or both, and so stay out.
    package var missing: Int { cells - both }

    /// Counted cells with a side in both tasks: those of the 2×2 table.
    package var decided: Int { both - undecided }

    static func += (counts: inout CellCounts, other: CellCounts) {
        counts.cells += other.cells
        counts.stated += other.stated
        counts.acted += other.acted
        counts.both += other.both
        counts.undecided += other.undecided
        counts.statedTies += other.statedTies
        counts.actedTies += other.actedTies
    }
}

/// How many cells a figure rests on.
public struct CellCounts: Sendable, Hashable {
    /// Cells of the group that were planned, whether answered or not.
    public var cells = 0
    /// Cells with a stated score.
    public var stated = 0
    /// Cells with an acted score; under `Scoring.legacy` those filled in as agree are among them.
    public var acted = 0
    /// Cells with both: those that count.
    public var both = 0
    /// Counted cells with a stated score of exactly 0.5, which reads as disagree.
    public var statedTies = 0
    /// Counted cells with an acted score of exactly 0.5, which reads as disagree.
    public var actedTies = 0

    /// Cells that lack a score in one task or both, and so stay out.
    public var missing: Int { cells - both }

    static func += (counts: inout CellCounts, other: CellCounts) {
        counts.cells += other.cells
        counts.stated += other.stated
        counts.acted += other.acted
        counts.both += other.both
        counts.statedTies += other.statedTies
        counts.actedTies += other.actedTies
    }
}

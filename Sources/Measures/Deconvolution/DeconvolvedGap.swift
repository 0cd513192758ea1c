/// How much of a gap is a gap: the share of cells whose two leanings lie on opposite sides of ½, with what a respondent
/// answers otherwise when asked again taken out (MEASURES.md of the project's design; ARCHITECTURE.md says why).
///
/// A cell's stated leaning p is its chance to disagree in Task 1, its acted leaning q that in Task 2 with the liking for a
/// place taken out. Both are estimated for all cells together, as a distribution and not cell by cell. What neither task
/// shows (acquiescence, the same in all variants) is not taken out.
package struct DeconvolvedGap: Sendable, Hashable {
    /// P(p and q on opposite sides of ½), in [0, 1].
    package let gap: Double
    /// Of it, P(both farther than 0.2 from ½): steady contradiction.
    package let contradiction: Double
    /// P(p or q within 0.2 of ½), whether on opposite sides or not: ambivalence.
    package let ambivalent: Double
    /// Place bias t, in [0, 0.95]: the share of choices that take the first option whatever it says.
    package let place: Double
    /// P(both say agree and act so), …: the four corners by the sides of p and q. They sum to 1.
    package let corners: Corners
    /// The mixture, by stated leaning, then acted leaning (24 × 24, sums to 1).
    package let weights: [Double]
    /// Cells that it rests on: those read twice at least in Task 1 and with either action first.
    package let cells: Int

    /// Shares by the sides of both leanings.
    package struct Corners: Sendable, Hashable {
        /// Leans to agree in both.
        package let bothAgree: Double
        /// Leans to state agree and act disagree.
        package let statedAgreeActedDisagree: Double
        /// Leans to state disagree and act agree.
        package let statedDisagreeActedAgree: Double
        /// Leans to disagree in both.
        package let bothDisagree: Double
    }

    /// The leanings of the grid, in rising order: the rows and the columns of `weights`.
    package static var leanings: [Double] { LeaningGrid.leanings }
    /// Fewer cells than this have no deconvolved gap.
    package static let leastCells = 40
}

extension DeconvolvedGap {
    /// The figures of all cells that were read often enough; `nil` of fewer than ``leastCells``.
    package init?(of counts: LeaningCounts) {
        let patterns = LeaningPatterns(counts) { _ in true }
        guard patterns.cells.count >= Self.leastCells else { return nil }
        self.init(patterns)
    }

    /// The figures of all cells that the patterns are of.
    init(_ patterns: LeaningPatterns) {
        self.init(LeaningMixture(patterns, counts: patterns.weights { _ in 1 }), cells: patterns.cells.count)
    }

    init(_ mixture: LeaningMixture, cells: Int) {
        let sums = MixtureSums(mixture.weights)
        gap = sums.gap
        contradiction = sums.contradiction
        ambivalent = sums.ambivalent
        place = mixture.place
        corners = sums.corners
        weights = mixture.weights
        self.cells = cells
    }
}

/// What a mixture's weights add up to.
struct MixtureSums {
    private(set) var gap = 0.0
    private(set) var contradiction = 0.0
    private(set) var ambivalent = 0.0
    private(set) var corners: DeconvolvedGap.Corners

    init(_ weights: [Double]) {
        let (size, steady) = (LeaningGrid.size, LeaningGrid.isSteady)
        var quarters = [0.0, 0, 0, 0]
        for p in 0..<size {
            for q in 0..<size {
                let weight = weights[p * size + q]
                let (statedDisagree, actedDisagree) = (2 * p >= size, 2 * q >= size)
                quarters[(statedDisagree ? 2 : 0) + (actedDisagree ? 1 : 0)] += weight
                if statedDisagree != actedDisagree {
                    gap += weight
                    if steady[p] && steady[q] { contradiction += weight }
                }
                if !(steady[p] && steady[q]) { ambivalent += weight }
            }
        }
        corners = DeconvolvedGap.Corners(
            bothAgree: quarters[0], statedAgreeActedDisagree: quarters[1], statedDisagreeActedAgree: quarters[2],
            bothDisagree: quarters[3])
    }
}

/// Why there is no deconvolved gap. Raw values are the names in JSON.
package enum DeconvolutionAbsence: String, Sendable, Hashable, CaseIterable {
    /// Only scores, no readings, are known.
    case noReadings = "no_readings"
    /// In Task 2 one of the two actions stood first throughout, or which did is not known: the liking for a place can't
    /// be taken out.
    case orderNotBalanced = "order_not_balanced"
    /// Too many cells were read once in Task 1, or once with one of the actions first: slips can't be told from leanings.
    case readOnce = "read_once"
    /// More than nine in ten choices took the first action, or the second, whatever it was: nothing is left to tell a
    /// leaning from.
    case placeDecides = "place_decides"
    /// Fewer than 40 cells.
    case tooFewCells = "too_few_cells"
}

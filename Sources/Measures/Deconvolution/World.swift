/// A way in which single answers and the gap hang together: seven of them, the same that the measures are checked in.
///
/// In a world each cell has a leaning to disagree in what is stated, p, and in what is acted, q, both in [0, 1] with
/// agree = 0. Every single reading is drawn from it, so that asking again can give another answer. The true gap is the
/// share of cells whose leanings lie on opposite sides of ½.
package enum World: String, Sendable, Hashable, CaseIterable {
    /// Readings slip with a probability that has nothing to do with the gap.
    case slipsApart = "slips-apart"
    /// Cells in which readings slip more are those that are acted against more often.
    case slipsAtGap = "slips-at-gap"
    /// Cells in which readings slip more are those that are acted against less often.
    case slipsOffGap = "slips-off-gap"
    /// Readings slip, and nothing is acted against.
    case slipsOnly = "slips-only"
    /// Leanings lie near the middle: probits of spread 1 around −0.5, correlated by 0.8.
    case ambivalence
    /// Leanings lie near the ends: probits of spread 2.5 around −1, correlated by 0.8.
    case wideLeanings = "wide-leanings"
    /// The same with one leaning for both tasks: correlated by 0.9999.
    case wideNoGap = "wide-no-gap"

    /// The world in a few words.
    package var words: String {
        switch self {
        case .slipsApart: "slips that have nothing to do with the gap"
        case .slipsAtGap: "more slips where the gap is"
        case .slipsOffGap: "more slips where the gap isn’t"
        case .slipsOnly: "slips and no gap"
        case .ambivalence: "leanings near the middle"
        case .wideLeanings: "leanings near the ends"
        case .wideNoGap: "leanings near the ends and no gap"
        }
    }

    /// Whether a respondent of this world acts against what it states at all.
    package var hasGap: Bool { self != .slipsOnly && self != .wideNoGap }

    /// The share of choices that take the first option whatever it says, unless it is given.
    package var usualPosition: Double { self == .wideNoGap ? 0 : 0.1 }

    /// How leanings are drawn, before parameters of the name change it.
    package var form: Form {
        switch self {
        case .slipsApart: .sides(Sides(tie: .none))
        case .slipsAtGap: .sides(Sides(tie: .together))
        case .slipsOffGap: .sides(Sides(tie: .opposed))
        case .slipsOnly: .sides(Sides(gap: 0, tie: .none))
        case .ambivalence: .probits(Probits(spread: 1, correlation: 0.8, mean: -0.5))
        case .wideLeanings: .probits(Probits(spread: 2.5, correlation: 0.8, mean: -1))
        case .wideNoGap: .probits(Probits(spread: 2.5, correlation: 0.9999, mean: -1))
        }
    }

    /// How leanings are drawn.
    package enum Form: Sendable, Hashable {
        case sides(Sides)
        case probits(Probits)
    }

    /// Every cell has a side in each task, from which readings slip.
    package struct Sides: Sendable, Hashable {
        /// The probability, mean over cells, of acting on the other side.
        package var gap = 0.2
        /// The mean probability of a slip, at most ½: in a cell it lies evenly between 0 and twice that.
        package var slips = 0.15
        /// The share of cells that are stated on the side of disagreement.
        package var disagree = 0.3
        package var tie: Tie
    }

    /// What the probability to act against has to do with that of a slip, over cells.
    package enum Tie: Sendable, Hashable {
        case none, together, opposed
    }

    /// Leanings are Φ(u) and Φ(v), (u, v) of one bivariate normal distribution.
    package struct Probits: Sendable, Hashable {
        /// The standard deviation of u and of v.
        package var spread: Double
        package var correlation: Double
        /// The mean of u and of v; below 0 most cells lean to agreement.
        package var mean: Double
    }
}

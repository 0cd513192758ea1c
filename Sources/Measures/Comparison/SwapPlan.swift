/// How many swaps of clusters the tests of a comparison make.
///
/// Where 2^clusters is small, all swaps are made, and p is exact. Else swaps are drawn: at first as many as the plan has
/// replicates, then twice as many in all, and so on, up to 20 m / α for a family of m members, so that Holm's
/// adjustment can get to a twentieth of α. A figure for which 20 swaps were at least as extreme at one of these looks is
/// not drawn on (Besag and Clifford 1991): its p is then far from α / m. p stays (1 + extreme) / (1 + swaps) of the swaps
/// that were made; a p ≤ x needs, at the first look where 20 extreme ones would allow it, a count whose own p is ≤ x, so
/// that it comes about in at most a share x of studies without a difference.
struct SwapPlan: Sendable, Hashable {
    /// α, at which families are judged.
    static let level = 0.05
    /// This many swaps at least as extreme end the drawing for a figure.
    static let enough = 20
    /// Up to this many clusters all swaps are made.
    static let mostExact = 14

    /// The number of swaps at the first look.
    let first: Int
    /// How many comparisons share the families.
    let comparisons: Int

    init(_ plan: ResamplingPlan, comparisons: Int) {
        (first, self.comparisons) = (plan.replicates, comparisons)
    }

    /// How many swaps a family with so many members in each comparison must be able to make.
    func most(members: Int) -> Int {
        max(first, Int((20 * Double(members * comparisons) / Self.level).rounded(.up)))
    }

    /// The numbers of swaps after which is looked, rising to the largest of the families'.
    func looks(most: Int) -> [Int] {
        var looks = [first]
        while let last = looks.last, last < most { looks.append(min(most, 2 * last)) }
        return looks
    }
}

/// What swapping gave for one figure.
struct SwapCounts: Sendable, Hashable {
    /// Swaps whose difference is defined and at least as large as the observed one.
    var extreme = 0
    /// Swaps whose difference is defined.
    var defined = 0

    /// Counts one swap's difference; one that is equal but for rounding counts as extreme.
    mutating func add(_ difference: Double, observed: Double) {
        guard !difference.isNaN else { return }
        defined += 1
        if abs(difference) >= abs(observed) - 1e-12 { extreme += 1 }
    }

    static func += (counts: inout SwapCounts, other: SwapCounts) {
        counts.extreme += other.extreme
        counts.defined += other.defined
    }
}

/// The test of one figure.
struct SwapTest: Sendable, Hashable {
    /// The p-value; NaN where the figure has none.
    var pValue = Double.nan
    /// The smallest p-value that there could be.
    var smallest = Double.nan
}

extension SwapTest {
    /// All swaps were made, each and its opposite as one, the observed answers among them.
    init(exact counts: SwapCounts, clusters: Int) {
        guard counts.defined > 0 else { return }
        pValue = Double(counts.extreme) / Double(counts.defined)
        smallest = Double(sign: .plus, exponent: 1 - max(1, clusters), significand: 1)
    }

    /// Swaps were drawn, and the observed answers are one more.
    ///
    /// - Parameter most: how many swaps there could have been.
    init(drawn counts: SwapCounts, most: Int, clusters: Int) {
        pValue = Double(1 + counts.extreme) / Double(1 + counts.defined)
        let few = Double(sign: .plus, exponent: 1 - max(1, min(1000, clusters)), significand: 1)
        smallest = max(few, 1 / Double(1 + most))
    }
}

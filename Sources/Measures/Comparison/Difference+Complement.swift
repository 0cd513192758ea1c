extension Difference {
    /// The same difference told of the share of all other cells, 1 − figure: its sign turns, and its ends change places.
    package var complement: Difference {
        var turned = Difference(
            first: 1 - first, second: 1 - second,
            outcome: outcome.map {
                Interval(
                    low: -$0.high, high: -$0.low, level: $0.level, method: $0.method, clustering: $0.clustering,
                    clusters: $0.clusters)
            }, power: power, pValue: pValue, smallestP: smallestP)
        (turned.holm, turned.benjaminiHochberg, turned.smallestHolm) = (holm, benjaminiHochberg, smallestHolm)
        return turned
    }

    /// The p-value to judge it by: adjusted where it is one of a family.
    package var judgedP: Double? { holm ?? pValue }

    /// Whether it is more than chance at 5 %, after adjustment; `nil` where it was not tested.
    package var isSignificant: Bool? { judgedP.map { $0 <= Self.level } }

    /// The smallest p-value to judge by that there could have been.
    package var smallestJudgedP: Double? { smallestHolm ?? smallestP }

    /// The level at which differences are judged.
    package static let level = 0.05
}

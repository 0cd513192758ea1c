/// How far the overall alignment ranking would stay the same in other scenarios: scenarios are drawn anew, values are
/// ranked in each replicate.
public struct RankStability: Sendable, Hashable {
    /// By value: the range of its ranks, `nil` where it has no place. Quantiles of the ranks, rounded outwards; plain
    /// percentiles, since a rank has no estimate of its own that could be corrected.
    public let ranks: [RankInterval?]
    /// The stability of the first 1, 3, 5 and 10 places, as far as there are more values than that.
    public let tops: [TopStability]
}

/// The ranks that a value takes in the given share of replicates.
public struct RankInterval: Sendable, Hashable {
    /// The best rank, counted from 1.
    public let low: Int
    /// The worst rank.
    public let high: Int
    /// The nominal coverage.
    public let level: Double
}

/// How stable the values with rank at most `places` are.
public struct TopStability: Sendable, Hashable {
    /// The number of places.
    public let places: Int
    /// The mean share of the observed values at the top that are at the top of a replicate, in [0, 1].
    public let overlap: Double
    /// By value: the share of replicates in which it is at the top, `nil` where it has no place.
    public let chances: [Double?]
}

extension RankStability {
    init(_ table: ReplicateTable, layout: FigureLayout, plan: ResamplingPlan) {
        let replicates = (0..<layout.values).map { table.replicates(layout.ranks + $0) }
        let observed = (0..<layout.values).map { table.observed[layout.ranks + $0] }
        ranks = replicates.map { ranks in
            var sorted = ranks.filter { !$0.isNaN }
            guard !sorted.isEmpty, layout.countries * layout.topics > 1 else { return nil }
            sorted.sort()
            let tail = (1 - plan.level) / 2
            return RankInterval(
                low: Int(quantile(tail, ofSorted: sorted).rounded(.down)),
                high: Int(quantile(1 - tail, ofSorted: sorted).rounded(.up)), level: plan.level)
        }
        tops = [1, 3, 5, 10].filter { $0 < layout.values }.map { places in
            let chances = replicates.map { ranks in
                let defined = ranks.filter { !$0.isNaN }
                return ratio(Double(defined.count { $0 <= Double(places) }), Double(defined.count))
            }
            let top = observed.indices.filter { observed[$0] <= Double(places) }
            let overlap = average(top.map { chances[$0] ?? 0 }) ?? 0
            return TopStability(places: places, overlap: overlap, chances: chances)
        }
    }
}

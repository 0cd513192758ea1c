/// How far an alignment ranking would stay the same in other scenarios (in a country's ranking its topics, in a topic's
/// its countries).
package struct RankStability: Sendable, Hashable {
    /// By value: the range of its ranks, `nil` where it has no place, by comparisons of pairs (see `PairwiseRanks`).
    package let ranks: [RankInterval?]
    /// The stability of the first 1, 3, 5 and 10 places, as far as there are more values than that.
    package let tops: [TopStability]
}

/// The ranks that a value may have in truth: from the values whose distances differ significantly from its own.
package struct RankInterval: Sendable, Hashable {
    /// The best rank, counted from 1.
    package let low: Int
    /// The worst rank.
    package let high: Int
    /// The level at which each pair of values is compared. Simulated ranges hold the true rank at least as often where
    /// distances differ in truth; of distances equal in truth they may leave out some of the tied places.
    package let level: Double

    /// A range of ranks.
    package init(low: Int, high: Int, level: Double) {
        self.low = low
        self.high = high
        self.level = level
    }
}

/// How stable the values with rank at most `places` are. A share is `nil` where nothing can be drawn.
package struct TopStability: Sendable, Hashable {
    /// The number of places.
    package let places: Int
    /// In random halves of the scenarios: the mean share of one half's top that is in the other half's top, too.
    package let splitHalf: Double?
    /// What that would be for two rankings that have nothing to do with one another: places / values (the mean of the
    /// hypergeometric distribution, places² / values, of the places).
    package let byChance: Double?
    /// The mean share of the observed values at the top that are at the top where scenarios are drawn anew, in [0, 1].
    /// Draws share most of their scenarios with the run, so that this is far above what another study would give.
    package let overlap: Double?
    /// By value: the share of replicates in which it is at the top, `nil` where it has no place.
    package let chances: [Double?]
}

extension RankStability {
    /// The stability of the overall ranking, drawing scenarios.
    init(_ table: ReplicateTable, run: RunFigures, plan: ResamplingPlan) {
        let (layout, values) = (run.layout, run.layout.values)
        let distance = PooledFigure.distance.offset
        let places = (0..<values).map { layout.pool($0) + distance }
        let byValue = places.map { table.leftOut($0) }
        let gaps = (0..<run.axes.scenarioCount).map { scenario in
            run.cellSums[scenario * values..<(scenario + 1) * values].map { $0.n > 0 ? $0.distance : .nan }
        }
        self.init(
            drawn: table.replicates(layout.ranks..<layout.ranks + values),
            observed: (0..<values).map { table.observed[layout.ranks + $0] },
            pairs: PairwiseRanks(
                distances: places.map { table.observed[$0] },
                leftOut: (byValue.first ?? []).indices.map { kind in byValue.map { $0[kind] } },
                clusters: table.clusters(behind: layout.ranks)),
            halves: SplitHalves(gaps: gaps, isAbsolute: false), family: 4, plan: plan)
    }

    /// The stability of the ranking within a country or topic.
    ///
    /// - Parameters:
    ///   - distances: by value.
    ///   - ranking: the ranking as observed.
    ///   - halves: its clusters, to be halved.
    ///   - family: tells apart the halvings of one seed that have nothing to do with one another.
    init(
        distances: [DrawnFigure], ranking: [RankedValue], halves: SplitHalves, clusters: Int, family: UInt64,
        plan: ResamplingPlan
    ) {
        var observed = [Double](repeating: .nan, count: distances.count)
        for place in ranking { observed[place.value] = Double(place.rank) }
        self.init(
            drawn: drawnRanks(of: distances.map(\.drawn)), observed: observed,
            pairs: PairwiseRanks(
                distances: distances.map(\.estimate), leftOut: [distances.map(\.withoutEach)], clusters: clusters),
            halves: halves, family: family, plan: plan)
    }

    /// - Parameter drawn: by value, then replicate, the rank, NaN where it has none.
    private init(
        drawn: [[Double]], observed: [Double], pairs: PairwiseRanks, halves: SplitHalves, family: UInt64,
        plan: ResamplingPlan
    ) {
        ranks = pairs.ranges(plan)
        let places = [1, 3, 5, 10].filter { $0 < drawn.count }
        let ranked = observed.count { !$0.isNaN }
        let overlaps = halves.overlaps(places, seed: plan.seed, family: family)
        tops = zip(places, overlaps).map { places, overlap in
            let chances = drawn.map { ranks in
                ratio(Double(ranks.count { $0 <= Double(places) }), Double(ranks.count { !$0.isNaN }))
            }
            let top = observed.indices.filter { observed[$0] <= Double(places) }
            return TopStability(
                places: places, splitHalf: overlap,
                byChance: ranked > places ? ratio(Double(places), Double(ranked)) : nil,
                overlap: average(top.compactMap { chances[$0] }), chances: chances)
        }
    }
}

/// The ranks in every replicate, by value, then replicate; NaN for a value without a distance.
///
/// Pairs of values are compared in all replicates side by side: this runs through memory in order.
private func drawnRanks(of distances: [[Double]]) -> [[Double]] {
    var ranks = distances.map { $0.map { $0.isNaN ? Double.nan : 1 } }
    let reaches = distances.map { $0.map { $0 + tieTolerance } }
    for value in distances.indices {
        ranks[value].withUnsafeMutableBufferPointer { ranks in
            reaches[value].withUnsafeBufferPointer { reach in
                for other in distances.indices where other != value {
                    distances[other].withUnsafeBufferPointer { distance in
                        for replicate in 0..<ranks.count {
                            ranks[replicate] += distance[replicate] > reach[replicate] ? 1 : 0
                        }
                    }
                }
            }
        }
    }
    return ranks
}

/// Each value's rank: one more than the number of values with a larger distance; NaN for a value without one.
func writeRanks(of distances: UnsafeBufferPointer<Double>, to ranks: UnsafeMutableBufferPointer<Double>) {
    for value in distances.indices {
        let own = distances[value] + tieTolerance
        var larger = 0
        for distance in distances { larger += distance > own ? 1 : 0 }
        ranks[value] = own.isNaN ? .nan : Double(larger + 1)
    }
}

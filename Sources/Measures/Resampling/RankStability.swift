/// How far an alignment ranking would stay the same in other scenarios: scenarios are drawn anew (in a country's ranking
/// its topics, in a topic's its countries), values are ranked in each replicate.
package struct RankStability: Sendable, Hashable {
    /// By value: the range of its ranks, `nil` where it has no place. Quantiles of the ranks, rounded outwards; plain
    /// percentiles, since a rank has no estimate of its own that could be corrected.
    package let ranks: [RankInterval?]
    /// The stability of the first 1, 3, 5 and 10 places, as far as there are more values than that.
    package let tops: [TopStability]
}

/// The ranks that a value takes in the given share of replicates.
package struct RankInterval: Sendable, Hashable {
    /// The best rank, counted from 1.
    package let low: Int
    /// The worst rank.
    package let high: Int
    /// The nominal coverage.
    package let level: Double
}

/// How stable the values with rank at most `places` are.
package struct TopStability: Sendable, Hashable {
    /// The number of places.
    package let places: Int
    /// The mean share of the observed values at the top that are at the top of a replicate, in [0, 1].
    package let overlap: Double
    /// By value: the share of replicates in which it is at the top, `nil` where it has no place.
    package let chances: [Double?]
}

extension RankStability {
    /// The stability of the overall ranking, drawing scenarios.
    init(_ table: ReplicateTable, layout: FigureLayout, plan: ResamplingPlan) {
        self.init(
            drawn: (0..<layout.values).map { table.replicates(layout.ranks + $0) },
            observed: (0..<layout.values).map { table.observed[layout.ranks + $0] },
            clusters: layout.countries * layout.topics, level: plan.level)
    }

    /// The stability of the ranking within a country or topic.
    ///
    /// - Parameters:
    ///   - distances: by value, then replicate, NaN where undefined.
    ///   - ranking: the ranking as observed.
    ///   - clusters: how many scenarios there were to draw from.
    init(distances: [[Double]], ranking: [RankedValue], clusters: Int, level: Double) {
        var observed = [Double](repeating: .nan, count: distances.count)
        for place in ranking { observed[place.value] = Double(place.rank) }
        var drawn = distances
        var (replicate, places) = (observed, observed)
        for number in 0..<(distances.first?.count ?? 0) {
            for value in distances.indices { replicate[value] = distances[value][number] }
            replicate.withUnsafeBufferPointer { replicate in
                places.withUnsafeMutableBufferPointer { writeRanks(of: replicate, to: $0) }
            }
            for value in distances.indices { drawn[value][number] = places[value] }
        }
        self.init(drawn: drawn, observed: observed, clusters: clusters, level: level)
    }

    /// - Parameter drawn: by value, then replicate, the rank, NaN where it has none.
    private init(drawn: [[Double]], observed: [Double], clusters: Int, level: Double) {
        let defined = drawn.map { $0.contains(where: \.isNaN) ? $0.filter { !$0.isNaN } : $0 }
        ranks = defined.map { ranks in
            guard !ranks.isEmpty, clusters > 1 else { return nil }
            let tail = (1 - level) / 2
            var statistics = OrderStatistics(ranks)
            return RankInterval(
                low: Int(statistics.quantile(tail).rounded(.down)),
                high: Int(statistics.quantile(1 - tail).rounded(.up)), level: level)
        }
        tops = [1, 3, 5, 10].filter { $0 < drawn.count }.map { places in
            let chances = defined.map { ranks in
                ratio(Double(ranks.count { $0 <= Double(places) }), Double(ranks.count))
            }
            let top = observed.indices.filter { observed[$0] <= Double(places) }
            return TopStability(
                places: places, overlap: average(top.map { chances[$0] ?? 0 }) ?? 0, chances: chances)
        }
    }
}

/// Each value's rank: one more than the number of values with a larger distance; NaN for a value without one.
func writeRanks(of distances: UnsafeBufferPointer<Double>, to ranks: UnsafeMutableBufferPointer<Double>) {
    for value in distances.indices {
        let own = distances[value] + tieTolerance
        var larger = 0.0
        for distance in distances { larger += distance > own ? 1 : 0 }
        ranks[value] = own.isNaN ? .nan : larger + 1
    }
}

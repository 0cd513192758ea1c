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

    /// A range of ranks.
    package init(low: Int, high: Int, level: Double) {
        self.low = low
        self.high = high
        self.level = level
    }
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
            drawn: table.replicates(layout.ranks..<layout.ranks + layout.values),
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
        self.init(drawn: drawnRanks(of: distances), observed: observed, clusters: clusters, level: level)
    }

    /// - Parameter drawn: by value, then replicate, the rank, NaN where it has none.
    private init(drawn: [[Double]], observed: [Double], clusters: Int, level: Double) {
        let tallies = drawn.map { RankTally($0, places: drawn.count) }
        ranks = tallies.map { tally in
            guard tally.total > 0, clusters > 1 else { return nil }
            let tail = (1 - level) / 2
            return RankInterval(
                low: Int(tally.quantile(tail).rounded(.down)), high: Int(tally.quantile(1 - tail).rounded(.up)),
                level: level)
        }
        tops = [1, 3, 5, 10].filter { $0 < drawn.count }.map { places in
            let chances = tallies.map { ratio(Double($0.count(upTo: places)), Double($0.total)) }
            let top = observed.indices.filter { observed[$0] <= Double(places) }
            return TopStability(
                places: places, overlap: average(top.map { chances[$0] ?? 0 }) ?? 0, chances: chances)
        }
    }
}

/// How often each rank was drawn.
private struct RankTally {
    private var counts: [Int]
    private(set) var total = 0

    /// - Parameter ranks: whole numbers in `1...places`; NaN is no rank.
    init(_ ranks: [Double], places: Int) {
        counts = [Int](repeating: 0, count: places + 1)
        for rank in ranks where !rank.isNaN {
            counts[Int(rank)] += 1
            total += 1
        }
    }

    func count(upTo rank: Int) -> Int { counts[...rank].reduce(0, +) }

    /// The quantile as `OrderStatistics` has it; there must be a rank.
    func quantile(_ share: Double) -> Double {
        let place = min(max(share, 0), 1) * Double(total - 1)
        let lower = Int(place)
        let low = self.rank(at: lower)
        guard lower + 1 < total, place > Double(lower) else { return low }
        return low + (place - Double(lower)) * (self.rank(at: lower + 1) - low)
    }

    /// The rank at a place if all were sorted.
    private func rank(at place: Int) -> Double {
        var passed = 0
        for (rank, count) in counts.enumerated() {
            passed += count
            if passed > place { return Double(rank) }
        }
        return Double(counts.count - 1)
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

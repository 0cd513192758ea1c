/// Ranges of ranks from comparisons of pairs: a value stands no higher than behind all values whose distance is
/// significantly larger than its own, and no lower than before all whose distance is significantly smaller.
///
/// Ranks drawn anew are no good here: where distances lie close together draws shuffle them, and the true rank lies
/// outside the quantiles of the ranks drawn in up to a quarter of the cases and more (Hall and Miller 2009; Xie, Singh
/// and Zhang 2009). Each pair is compared at the plan's level by itself; with the whole ranking compared at once (Mogstad
/// and others 2024) ranges hold nearly always, and are about half as wide again.
struct PairwiseRanks {
    /// By value; NaN for a value without a distance, which has no rank.
    let distances: [Double]
    /// For each kind of cluster drawn, by value, then cluster: the distance without that cluster.
    let leftOut: [[[Double]]]
    /// How many clusters there are, of several kinds the fewest.
    let clusters: Int

    /// By value: the best and the worst rank, `nil` where it has no rank or nothing can be drawn.
    func ranges(_ plan: ResamplingPlan) -> [RankInterval?] {
        guard clusters > 1, !leftOut.isEmpty else { return distances.map { _ in nil } }
        let ranked = distances.indices.filter { !distances[$0].isNaN }
        var larger = [Int](repeating: 0, count: distances.count)
        var smaller = larger
        let reach = plan.studentReach(clusters: Double(clusters))
        for (number, one) in ranked.enumerated() {
            for other in ranked[(number + 1)...] {
                let difference = distances[one] - distances[other]
                guard abs(difference) > tieTolerance, isSignificant(difference, one, other, reach) else { continue }
                let (ahead, behind) = difference > 0 ? (one, other) : (other, one)
                larger[behind] += 1
                smaller[ahead] += 1
            }
        }
        return distances.indices.map { value in
            distances[value].isNaN
                ? nil : RankInterval(low: 1 + larger[value], high: ranked.count - smaller[value], level: plan.level)
        }
    }

    /// Whether the difference of two distances lies further from 0 than its standard error allows for.
    private func isSignificant(_ difference: Double, _ one: Int, _ other: Int, _ reach: Double) -> Bool {
        var variance = 0.0
        for kind in leftOut {
            let n = Double(kind[one].count)
            var (sum, squares) = (0.0, 0.0)
            for cluster in kind[one].indices {
                // From the observed difference, so that little is lost where the two are alike.
                let change = kind[one][cluster] - kind[other][cluster] - difference
                sum += change
                squares += change * change
            }
            variance += (squares - sum * sum / n) * (n - 1) / n
        }
        // Undefined without some cluster: too little is known of it.
        guard !variance.isNaN else { return false }
        // The same in every cluster: six of them are needed to say so at 95 % (see `EnoughClusters.forUnanimity`).
        guard variance > 1e-24 else { return clusters >= EnoughClusters.forUnanimity }
        return abs(difference) > reach * variance.squareRoot()
    }
}

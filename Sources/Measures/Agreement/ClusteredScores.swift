/// Scores of things that belong to clusters, such as actions to values; their means are drawn anew by cluster.
struct ClusteredScores: Sendable {
    /// By thing: above and below the line; both 0 for one that does not count.
    private let above, below: [Double]
    /// By thing: its cluster, from 0.
    private let clusters: [Int]
    private let number: Int

    init(above: [Double], below: [Double], clusters: [Int]) {
        (self.above, self.below, self.clusters) = (above, below, clusters)
        number = (clusters.max() ?? -1) + 1
    }

    /// By cluster: the sums above and below the line.
    private var sums: [(above: Double, below: Double)] {
        var sums = [(above: Double, below: Double)](repeating: (0, 0), count: number)
        for (thing, cluster) in clusters.enumerated() {
            sums[cluster].above += above[thing]
            sums[cluster].below += below[thing]
        }
        return sums
    }

    /// What the quotient of both sums is, which decides how its interval is made where it rests on few clusters.
    enum Kind { case share, mean(ClosedRange<Double>) }

    /// The quotient of both sums with its interval; `nil` where nothing stands below the line.
    ///
    /// - Parameter clustering: what the clusters are; `nil` for items.
    func estimate(
        _ kind: Kind, _ plan: ResamplingPlan, clustering: Clustering?, workers: Int
    ) async -> Estimate? {
        let counted = sums.filter { $0.below > 0 }
        @Sendable func quotient(_ weights: [Double]?) -> Double {
            var (above, below) = (0.0, 0.0)
            for (cluster, sum) in counted.enumerated() {
                above += (weights?[cluster] ?? 1) * sum.above
                below += (weights?[cluster] ?? 1) * sum.below
            }
            return ratio(above, below) ?? .nan
        }
        let value = quotient(nil)
        guard !value.isNaN else { return nil }
        let resampler = Resampler(kinds: [counted.count], replicates: plan.replicates, seed: plan.seed)
        let rows = await resampler.table(workers: workers) { [quotient($0.first)] }
        let basis: FigureBasis
        switch kind {
        case .mean(let range): basis = .mean(range)
        case .share:
            let rest = EffectiveClusters(counted.map { $0.below - $0.above }).number
            basis = .share(
                clusters: EffectiveClusters(counted.map(\.below)).number,
                rarer: min(EffectiveClusters(counted.map(\.above)).number, rest))
        }
        let figure = FigureReplicates(
            estimate: value, replicates: rows.prefix(plan.replicates).map { $0[0] },
            leftOut: [rows.dropFirst(plan.replicates).map { $0[0] }], clustering: clustering,
            clusters: counted.count, basis: basis)
        let count = counted.reduce(0) { $0 + $1.below }
        return Estimate(value: value, outcome: figure.outcome(plan), count: Int(count.rounded()))
    }
}

/// Several shares over the same clusters: one set of draws serves all of them.
struct RiskShares: Sendable {
    /// By cluster, then share: what stands above and below the line.
    private var above, below: [[Double]]
    private let width: Int

    /// How many clusters there are.
    var clusters: Int { below.count }

    /// - Parameters:
    ///   - clusters: how many clusters there are.
    ///   - width: how many shares.
    init(clusters: Int, width: Int) {
        above = [[Double]](repeating: [Double](repeating: 0, count: width), count: clusters)
        below = above
        self.width = width
    }

    /// Counts a cell of a cluster for a share.
    mutating func add(_ applies: Bool, cluster: Int, share: Int, times: Double = 1) {
        below[cluster][share] += times
        if applies { above[cluster][share] += times }
    }

    /// Each share with its interval; `nil` where nothing stands below the line.
    ///
    /// - Parameter clustering: what the clusters are; `nil` for items.
    func estimates(_ plan: ResamplingPlan?, clustering: Clustering?, workers: Int) async -> [Estimate?] {
        let observed = shares(nil)
        let counts = (0..<width).map { share in Int(below.reduce(0) { $0 + $1[share] }.rounded()) }
        guard let plan, !below.isEmpty else {
            return zip(observed, counts).map { $0.isNaN ? nil : Estimate(value: $0, outcome: nil, count: $1) }
        }
        let resampler = Resampler(kinds: [below.count], replicates: plan.replicates, seed: plan.seed)
        let rows = await resampler.table(workers: workers) { shares($0.first) }
        return await concurrently(width, workers: workers) { share in
            guard !observed[share].isNaN else { return nil }
            let figure = FigureReplicates(
                estimate: observed[share], replicates: rows.prefix(plan.replicates).map { $0[share] },
                leftOut: [rows.dropFirst(plan.replicates).map { $0[share] }], clustering: clustering,
                clusters: below.count { $0[share] > 0 }, basis: basis(share))
            return Estimate(value: observed[share], outcome: figure.outcome(plan), count: counts[share])
        }
    }

    /// Each share where clusters weigh so much; NaN where nothing stands below the line.
    func shares(_ weights: [Double]?) -> [Double] {
        var sums = [Double](repeating: 0, count: 2 * width)
        for cluster in below.indices {
            let weight = weights?[cluster] ?? 1
            if weight == 0 { continue }
            for share in 0..<width {
                sums[share] += weight * above[cluster][share]
                sums[width + share] += weight * below[cluster][share]
            }
        }
        return (0..<width).map { ratio(sums[$0], sums[width + $0]) ?? .nan }
    }

    /// On how many clusters a share rests.
    private func basis(_ share: Int) -> FigureBasis {
        let rest = EffectiveClusters(below.indices.map { below[$0][share] - above[$0][share] }).number
        return .share(
            clusters: EffectiveClusters(below.map { $0[share] }).number,
            rarer: min(EffectiveClusters(above.map { $0[share] }).number, rest))
    }

    /// The effective number of clusters of the rarer part of a share.
    func effective(_ share: Int) -> Double {
        if case .share(_, let rarer) = basis(share) { rarer } else { 0 }
    }
}

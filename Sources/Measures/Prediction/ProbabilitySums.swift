/// Sums by cluster from which the scores of probabilities are made.
struct ProbabilitySums: Sendable {
    private let stated: [StatedProbability]
    private let clusters: DenseClusters
    /// By cluster: cells, squared errors, log losses, cells that are so.
    private let rows: [Double]

    private static let width = 4

    init(_ stated: [StatedProbability]) {
        self.stated = stated
        clusters = DenseClusters(stated.map(\.cluster))
        var rows = [Double](repeating: 0, count: clusters.count * Self.width)
        for (place, one) in stated.enumerated() {
            let first = clusters.places[place] * Self.width
            for (offset, amount) in [1, one.brier, one.logLoss, one.isSo ? 1 : 0].enumerated() {
                rows[first + offset] += amount
            }
        }
        self.rows = rows
    }

    /// Brier, its skill, log loss; NaN where undefined.
    private func figures(_ weights: [Double]?) -> [Double] {
        let sums = weightedSum(weights, rows: rows, width: Self.width)
        guard sums[0] > 0 else { return [.nan, .nan, .nan] }
        let (brier, rate) = (sums[1] / sums[0], sums[3] / sums[0])
        // A draw of one class alone is all but certain; rounding must not make a quotient of it.
        let reference = rate * (1 - rate)
        return [brier, reference > 1e-12 ? 1 - brier / reference : .nan, sums[2] / sums[0]]
    }

    /// Brier, its skill, log loss; `nil` where undefined.
    func estimates(_ plan: ResamplingPlan?, workers: Int) async -> [Estimate?] {
        let observed = figures(nil)
        let greatest = -Elementary.log(ProbabilityReport.logBounds.lowerBound)
        let bases: [FigureBasis] = [.mean(0...1), .unknown, .mean(0...greatest)]
        var table: [[Double]]?
        if let plan {
            let resampler = Resampler(kinds: [clusters.count], replicates: plan.replicates, seed: plan.seed)
            table = await resampler.table(workers: workers) { figures($0.first) }
        }
        return observed.indices.map { place in
            guard !observed[place].isNaN else { return nil }
            guard let plan, let table else {
                return Estimate(value: observed[place], outcome: nil, count: stated.count)
            }
            let outcome = FigureReplicates(
                estimate: observed[place], replicates: table.prefix(plan.replicates).map { $0[place] },
                leftOut: [table.dropFirst(plan.replicates).map { $0[place] }], clustering: nil,
                clusters: clusters.count,
                basis: bases[place]
            ).outcome(plan)
            return Estimate(value: observed[place], outcome: outcome, count: stated.count)
        }
    }

    /// One bin of the sorted probabilities.
    func bin(
        _ range: Range<Int>, _ consistency: ClosedRange<Double>, _ plan: ResamplingPlan?, workers: Int
    ) async -> ProbabilityReport.Bin {
        let cells = stated[range]
        let so = cells.map { $0.isSo ? 1.0 : 0 }
        var outcome: IntervalOutcome?
        if let plan {
            let scores = ClusteredScores(
                above: so, below: [Double](repeating: 1, count: cells.count),
                clusters: DenseClusters(cells.map(\.cluster)).places)
            outcome = await scores.estimate(.share, plan, clustering: nil, workers: workers)?.outcome
        }
        let count = Double(cells.count)
        return ProbabilityReport.Bin(
            count: cells.count, low: stated[range.lowerBound].chance, mean: cells.reduce(0) { $0 + $1.chance } / count,
            high: stated[range.upperBound - 1].chance, share: so.reduce(0, +) / count, outcome: outcome,
            consistency: consistency)
    }
}

/// What bins look like where every stated probability is true: truths are drawn from the probabilities themselves.
struct ConsistencyDraws {
    /// By bin: between which shares the level's part of draws lies.
    let ranges: [ClosedRange<Double>]
    /// The mean calibration error of the draws.
    let meanError: Double

    init(_ chances: [Double], _ bins: [Range<Int>], draws: Int, level: Double, seed: UInt64) {
        var shares = [[Double]](repeating: [], count: bins.count)
        var errors = 0.0
        let means = bins.map { bin in chances[bin].reduce(0, +) / Double(bin.count) }
        for draw in 0..<draws {
            var generator = Xoshiro256(seed: seed, stream: UInt64(draw) | 1 << 61)
            var error = 0.0
            for (place, bin) in bins.enumerated() {
                var so = 0
                for thing in bin where generator.unit() < chances[thing] { so += 1 }
                let share = Double(so) / Double(bin.count)
                shares[place].append(share)
                error += Double(bin.count) / Double(chances.count) * abs(share - means[place])
            }
            errors += error
        }
        meanError = draws > 0 ? errors / Double(draws) : 0
        ranges = shares.map { drawn in
            guard !drawn.isEmpty else { return 0...1 }
            var statistics = OrderStatistics(drawn)
            let low = statistics.quantile((1 - level) / 2)
            return low...max(low, statistics.quantile((1 + level) / 2))
        }
    }
}

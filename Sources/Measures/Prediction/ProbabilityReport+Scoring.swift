extension ProbabilityReport {
    /// The report of the cases that state a probability; `nil` without any.
    init?(
        _ cases: [JudgedPrediction], _ target: PredictionTarget, _ plan: ResamplingPlan?, workers: Int
    ) async {
        await self.init(
            cases.compactMap { judged in
                judged.chance.map {
                    StatedProbability(chance: $0, isSo: judged.truth == target.positive, cluster: judged.cluster)
                }
            }, plan: plan, workers: workers)
    }

    /// The report of some probabilities; `nil` without any.
    ///
    /// - Parameter plan: how intervals are made; clusters are drawn anew. `nil` makes none, and one draws with seed 1 where the bins would
    ///   lie if all probabilities were true.
    package init?(_ stated: [StatedProbability], plan: ResamplingPlan?, workers: Int = 2) async {
        guard !stated.isEmpty else { return nil }
        // By the cells themselves, so that nothing hangs on the order in which they come.
        let sorted = stated.sorted {
            ($0.chance, $0.cluster, $0.isSo ? 1 : 0) < ($1.chance, $1.cluster, $1.isSo ? 1 : 0)
        }
        let sums = ProbabilitySums(sorted)
        let count = Double(sorted.count)
        let rate = Double(sorted.count(where: \.isSo)) / count
        let figures = await sums.estimates(plan, workers: workers)
        guard let brier = figures[0], let logLoss = figures[2] else { return nil }
        let ranges = Self.ranges(sorted.map(\.chance))
        let draws = ConsistencyDraws(
            sorted.map(\.chance), ranges, draws: plan?.replicates ?? 1000, level: plan?.level ?? 0.95,
            seed: plan?.seed ?? 1)
        var bins: [Bin] = []
        for (place, range) in ranges.enumerated() {
            bins.append(await sums.bin(range, draws.ranges[place], plan, workers: workers))
        }
        cells = sorted.count
        baseRate = rate
        (self.brier, self.logLoss) = (brier, logLoss)
        baseRateBrier = rate * (1 - rate)
        skill = figures[1]
        baseRateLogLoss = [rate, 1 - rate].reduce(0) { $1 > 0 ? $0 - $1 * Elementary.log($1) : $0 }
        decomposition = Decomposition(bins, brier: brier.value, baseRate: rate)
        calibrationError = bins.reduce(0) { $0 + Double($1.count) / count * abs($1.mean - $1.share) }
        calibrationErrorIfTrue = draws.meanError
        self.bins = bins
    }

    /// Where bins of about equal size begin and end in sorted probabilities; those that are alike stay together.
    static func ranges(_ sorted: [Double]) -> [Range<Int>] {
        let wanted = max(1, min(binLimit, sorted.count / binCells))
        var ranges: [Range<Int>] = []
        var first = 0
        for number in 1...wanted {
            var end = number == wanted ? sorted.count : max(first, sorted.count * number / wanted)
            while end > first, end < sorted.count, sorted[end] == sorted[end - 1] { end += 1 }
            guard end > first else { continue }
            ranges.append(first..<end)
            first = end
        }
        return ranges
    }
}

/// A probability that was stated, and what is true.
package struct StatedProbability: Sendable, Hashable {
    /// In [0, 1].
    package var chance: Double
    package var isSo: Bool
    /// What is drawn anew together.
    package var cluster: Int

    package init(chance: Double, isSo: Bool, cluster: Int) {
        (self.chance, self.isSo, self.cluster) = (chance, isSo, cluster)
    }

    var brier: Double {
        let error = chance - (isSo ? 1 : 0)
        return error * error
    }

    var logLoss: Double {
        let bounds = ProbabilityReport.logBounds
        let bounded = min(max(chance, bounds.lowerBound), bounds.upperBound)
        return -Elementary.log(isSo ? bounded : 1 - bounded)
    }
}

extension ProbabilityReport.Decomposition {
    init(_ bins: [ProbabilityReport.Bin], brier: Double, baseRate: Double) {
        let count = Double(bins.reduce(0) { $0 + $1.count })
        func mean(_ square: (ProbabilityReport.Bin) -> Double) -> Double {
            bins.reduce(0) { $0 + Double($1.count) / count * square($1) }
        }
        reliability = mean { ($0.mean - $0.share) * ($0.mean - $0.share) }
        resolution = mean { ($0.share - baseRate) * ($0.share - baseRate) }
        uncertainty = baseRate * (1 - baseRate)
        withinBins = brier - (reliability - resolution + uncertainty)
    }
}

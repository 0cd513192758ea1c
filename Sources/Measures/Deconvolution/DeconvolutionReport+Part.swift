extension DeconvolutionReport.Part {
    init(
        _ name: String, _ counts: LeaningCounts?, _ axes: Axes, plan: ResamplingPlan?, clustering: Clustering?,
        workers: Int, wanted: @escaping @Sendable (Int) -> Bool
    ) async {
        self.name = name
        guard let counts else {
            (gap, absence, intervals) = (nil, .noReadings, [:])
            return
        }
        let patterns = LeaningPatterns(counts, wanted: wanted)
        let isPlace = patterns.placeBias(patterns.weights { _ in 1 }) > 0.9
        absence = DeconvolutionAbsence(counts, wanted: wanted) ?? (isPlace ? .placeDecides : nil)
        guard absence == nil else {
            (gap, intervals) = (nil, [:])
            return
        }
        let mixture = LeaningMixture(patterns, counts: patterns.weights { _ in 1 })
        let found = DeconvolvedGap(mixture, cells: patterns.cells.count)
        gap = found
        guard let plan else {
            intervals = [:]
            return
        }
        let draws = DeconvolutionDraws(
            patterns, start: mixture.weights, axes: axes, clustering: clustering ?? plan.clustering)
        intervals = await draws.intervals(of: found, plan, workers: workers)
    }
}

extension DeconvolutionAbsence {
    /// Why the cells that are wanted have no deconvolved gap; `nil` where they have one.
    init?(_ counts: LeaningCounts, wanted: (Int) -> Bool) {
        var (answered, repeated, ordered, usable) = (0, 0, 0, 0)
        for (number, cell) in counts.cells.enumerated() where cell.stated > 0 && cell.acted > 0 && wanted(number) {
            answered += 1
            if cell.stated > 1 && cell.acted > 1 { repeated += 1 }
            if cell.agreeFirst.all > 0 && cell.disagreeFirst.all > 0 { ordered += 1 }
            if cell.isRepeated { usable += 1 }
        }
        let least = DeconvolvedGap.leastCells
        if usable >= least { return nil }
        if answered < least {
            self = .tooFewCells
        } else if repeated < least {
            self = .readOnce
        } else if ordered < least {
            self = .orderNotBalanced
        } else {
            self = .readOnce
        }
    }
}

/// A run's cells drawn anew by cluster, each draw fitted from where the fit of the run ended.
struct DeconvolutionDraws: Sendable {
    private let patterns: LeaningPatterns
    private let start: [Double]
    private let axes: Axes
    private let clustering: Clustering
    private let spread: [ClusterKind: Int]

    /// The most steps of a draw's fit, and the gain at which it ends: from the run's fit on, further steps move the ends by
    /// less than the allowance below.
    static let limit = 100
    static let gain = 1e-4

    /// How much an interval is widened, by a factor about the estimate and by an allowance at either end. Percentiles alone
    /// hold the truth in 0 to 97 of 100 simulated runs: fits that start where the run's ended vary too little, and a fit of
    /// a mixture is biased by up to 0.02. So widened they hold it in 94 to 100 in each of seven worlds, with 80 to 7,392
    /// cells (docs/measures.md).
    static let factor = 1.5
    static let allowance = 0.02

    init(_ patterns: LeaningPatterns, start weights: [Double], axes: Axes, clustering: Clustering) {
        self.patterns = patterns
        // A weight of 0 stays 0 under EM, whatever is drawn: a little of all keeps every place within reach.
        let even = 1 / Double(weights.count)
        start = weights.map { 0.95 * $0 + 0.05 * even }
        self.axes = axes
        self.clustering = clustering
        spread = Self.spread(patterns.cells, clustering, axes)
    }

    /// The mixture of one draw; `nil` where nothing of the part was drawn.
    func mixture(_ weights: ClusterWeights, limit: Int = limit, gain: Double = gain) -> LeaningMixture? {
        let kinds = clustering.ofRun.filter { spread[$0.kind] ?? 0 > 1 }
        let counts = patterns.weights { cell in
            kinds.reduce(1) { $0 * (weights[$1.number]?[$1.kind.cluster(ofCell: cell, axes: axes)] ?? 1) }
        }
        guard counts.contains(where: { $0 > 0 }) else { return nil }
        return LeaningMixture(patterns, counts: counts, start: start, limit: limit, gain: gain)
    }

    func intervals(
        of gap: DeconvolvedGap, _ plan: ResamplingPlan, workers: Int
    ) async -> [DeconvolvedFigure: Interval] {
        let resampler = clustering.resampler(axes, replicates: plan.replicates, seed: plan.seed)
        let rows = await concurrently(plan.replicates, workers: workers) { number in
            mixture(resampler.draw(number)).map { drawn in
                let found = DeconvolvedGap(drawn, cells: gap.cells)
                return DeconvolvedFigure.allCases.map { found[$0] }
            } ?? [Double](repeating: .nan, count: DeconvolvedFigure.allCases.count)
        }
        var intervals: [DeconvolvedFigure: Interval] = [:]
        for (place, figure) in DeconvolvedFigure.allCases.enumerated() {
            let drawn = FigureReplicates(
                estimate: gap[figure], replicates: rows.map { $0[place] }, leftOut: [], clustering: clustering,
                clusters: clusters)
            // Place bias is a plain mean, and needs no allowance.
            intervals[figure] = drawn.interval(plan).map {
                figure == .place ? $0 : Self.widened($0, about: gap[figure])
            }
        }
        return intervals
    }

    /// Within [0, 1], since all these figures are shares.
    private static func widened(_ interval: Interval, about estimate: Double) -> Interval {
        Interval(
            low: max(0, estimate - factor * (estimate - interval.low) - allowance),
            high: min(1, estimate + factor * (interval.high - estimate) + allowance), level: interval.level,
            method: .calibrated, clustering: interval.clustering, clusters: interval.clusters)
    }

    /// How many clusters the cells come from, of several kinds drawn the fewest; of a kind with one nothing is drawn.
    private var clusters: Int {
        let counts = clustering.ofRun.compactMap { spread[$0.kind] }
        return counts.filter { $0 > 1 }.min() ?? counts.max() ?? 0
    }

    /// How many clusters of each kind the cells come from.
    private static func spread(_ cells: [Int], _ clustering: Clustering, _ axes: Axes) -> [ClusterKind: Int] {
        var spread: [ClusterKind: Int] = [:]
        for (_, kind) in clustering.ofRun {
            spread[kind] = Set(cells.map { kind.cluster(ofCell: $0, axes: axes) }).count
        }
        return spread
    }
}

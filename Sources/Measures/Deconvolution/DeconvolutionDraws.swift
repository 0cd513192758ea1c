/// A run's cells drawn anew by cluster, each draw fitted from where the fit of the run ended.
struct DeconvolutionDraws: Sendable {
    let gap: DeconvolvedGap
    private let patterns: LeaningPatterns
    private let start: [Double]
    private let axes: Axes
    private let clustering: Clustering
    private let spread: [ClusterKind: Int]

    /// The most steps of a draw's fit, and the gain at which it ends: from the run's fit on, further steps move the ends by
    /// less than the allowance below.
    private static let limit = 100
    private static let gain = 1e-4

    /// How much an interval is widened, by a factor about the estimate and by an allowance at either end. Percentiles alone
    /// hold the truth in 0 to 97 of 100 simulated runs: fits that start where the run's ended vary too little, and a fit of
    /// a mixture is biased by up to 0.02. So widened they hold it in 94 to 100 in each of seven worlds, with 80 to 7,392
    /// cells (docs/measures.md).
    private static let factor = 1.5
    private static let allowance = 0.02

    init(_ patterns: LeaningPatterns, of gap: DeconvolvedGap, axes: Axes, clustering: Clustering) {
        self.patterns = patterns
        self.gap = gap
        // A weight of 0 stays 0 under EM, whatever is drawn: a little of all keeps every place within reach.
        let even = 1 / Double(gap.weights.count)
        start = gap.weights.map { 0.95 * $0 + 0.05 * even }
        self.axes = axes
        self.clustering = clustering
        spread = Self.spread(patterns.cells, clustering, axes)
    }

    /// The mixture of one draw; `nil` where nothing of the part was drawn.
    private func mixture(_ weights: ClusterWeights) -> LeaningMixture? {
        let kinds = clustering.ofRun.filter { spread[$0.kind] ?? 0 > 1 }
        let counts = patterns.weights { cell in
            kinds.reduce(1) { $0 * (weights[$1.number]?[$1.kind.cluster(ofCell: cell, axes: axes)] ?? 1) }
        }
        guard counts.contains(where: { $0 > 0 }) else { return nil }
        return LeaningMixture(patterns, counts: counts, start: start, limit: Self.limit, gain: Self.gain)
    }

    /// By draw, then figure; NaN where nothing of the part was drawn. Draws of one plan draw the same clusters for all runs
    /// of the same axes.
    func figures(_ plan: ResamplingPlan, workers: Int) async -> [[Double]] {
        let resampler = clustering.resampler(axes, replicates: plan.replicates, seed: plan.seed)
        return await concurrently(plan.replicates, workers: workers) { number in
            let drawn = mixture(resampler.draw(number)).map { DeconvolvedGap($0, cells: gap.cells) }
            return DeconvolvedFigure.allCases.map { drawn?[$0] ?? .nan }
        }
    }

    func intervals(_ plan: ResamplingPlan, workers: Int) async -> [DeconvolvedFigure: Interval] {
        let rows = await figures(plan, workers: workers)
        var intervals: [DeconvolvedFigure: Interval] = [:]
        for (place, figure) in DeconvolvedFigure.allCases.enumerated() {
            intervals[figure] = interval(figure, about: gap[figure], rows.map { $0[place] }, within: 0...1, plan)
        }
        return intervals
    }

    /// The interval of a figure, or of its difference between two runs, from what was drawn.
    func interval(
        _ figure: DeconvolvedFigure, about estimate: Double, _ drawn: [Double], within range: ClosedRange<Double>,
        _ plan: ResamplingPlan
    ) -> Interval? {
        let found = FigureReplicates(
            estimate: estimate, replicates: drawn, leftOut: [], clustering: clustering, clusters: clusters
        ).interval(plan)
        // Place bias is a plain mean, and needs no allowance.
        guard let found, figure != .place else { return found }
        return Interval(
            low: max(range.lowerBound, estimate - Self.factor * (estimate - found.low) - Self.allowance),
            high: min(range.upperBound, estimate + Self.factor * (found.high - estimate) + Self.allowance),
            level: found.level, method: .calibrated, clustering: found.clustering, clusters: found.clusters)
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

/// What resampling gave for every figure of a layout.
struct ReplicateTable: Sendable {
    /// The figures as observed.
    let observed: [Double]
    private let rows: [[Double]]
    private let plan: ResamplingPlan
    private let clusters: FigureClusters
    private let resampler: Resampler

    /// Draws and computes; `figures` gives the layout's figures for the weights of values and scenarios.
    init(
        _ plan: ResamplingPlan, axes: Axes, clusters: FigureClusters, workers: Int,
        figures: @escaping Resampler.Figures
    ) async {
        self.plan = plan
        self.clusters = clusters
        observed = figures(.observed)
        resampler = Resampler(
            first: axes.values.count, second: axes.scenarioCount, replicates: plan.replicates, seed: plan.seed)
        rows = await resampler.table(workers: workers, of: figures)
    }

    /// One figure in every replicate.
    func replicates(_ figure: Int) -> [Double] {
        (0..<plan.replicates).map { rows[$0][figure] }
    }

    /// All that is known of one figure.
    func figure(_ figure: Int) -> FigureReplicates {
        let (clustering, count) = clusters.behind(figure)
        let left = resampler.leftOut(clustering)
        return FigureReplicates(
            estimate: observed[figure], replicates: replicates(figure),
            leftOut: plan.method == .bca ? left.map { $0.map { rows[$0][figure] } } : [], clustering: clustering,
            clusters: count)
    }

    /// The interval of each figure before the ranks.
    func intervals(_ layout: FigureLayout, workers: Int) async -> [Interval?] {
        await concurrently(layout.ranks, workers: workers) { figure($0).interval(plan) }
    }
}

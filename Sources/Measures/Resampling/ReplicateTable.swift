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
        resampler = plan.clustering.resampler(axes, replicates: plan.replicates, seed: plan.seed)
        rows = await resampler.table(workers: workers, of: figures)
    }

    /// Some neighbouring figures, each in every replicate.
    ///
    /// Each row is visited once for all of them: a row is long, so that a visit costs a line of memory.
    func replicates(_ block: Range<Int>) -> [[Double]] {
        let count = plan.replicates
        var columns = [Double](repeating: 0, count: block.count * count)
        columns.withUnsafeMutableBufferPointer { columns in
            for replicate in 0..<count {
                rows[replicate].withUnsafeBufferPointer { row in
                    for (offset, figure) in block.enumerated() { columns[offset * count + replicate] = row[figure] }
                }
            }
        }
        return (0..<block.count).map { Array(columns[$0 * count..<($0 + 1) * count]) }
    }

    /// All that is known of some neighbouring figures.
    private func figures(_ block: Range<Int>) -> [FigureReplicates] {
        zip(block, replicates(block)).map { figure, drawn in
            let behind = clusters.behind(figure)
            return FigureReplicates(
                estimate: observed[figure], replicates: drawn, leftOut: leftOut(figure), clustering: behind.clustering,
                clusters: behind.count, basis: behind.basis)
        }
    }

    /// How many clusters are behind a figure.
    func clusters(behind figure: Int) -> Int { clusters.behind(figure).count }

    /// A figure without each cluster in turn, for each kind that bears on it.
    func leftOut(_ figure: Int) -> [[Double]] {
        clusters.behind(figure).kinds.map { kind in
            let left = resampler.leftOut(kind: kind)
            return left.count > 1 ? left.map { rows[$0][figure] } : []
        }.filter { !$0.isEmpty }
    }

    /// What `make` makes of each figure of a range, in order.
    func map<Result: Sendable>(
        _ figures: Range<Int>, workers: Int, _ make: @escaping @Sendable (Int, FigureReplicates) -> Result
    ) async -> [Result] {
        let size = 8
        let blocks = await concurrently((figures.count + size - 1) / size, workers: workers) { number in
            let first = figures.lowerBound + number * size
            let block = first..<min(first + size, figures.upperBound)
            return zip(block, self.figures(block)).map { make($0, $1) }
        }
        return blocks.flatMap { $0 }
    }

    /// The interval of each figure before the ranks.
    func outcomes(_ layout: FigureLayout, workers: Int) async -> [IntervalOutcome] {
        var outcomes = await map(0..<layout.ranks, workers: workers) { $1.outcome(plan) }
        // Where the table is separated d′ is what its halves make it: it has no interval where informedness has none.
        let figures = PooledFigure.allCases
        guard let informedness = figures.firstIndex(of: .informedness), let dPrime = figures.firstIndex(of: .dPrime)
        else { return outcomes }
        let firsts =
            (0..<layout.groups).map { layout.group($0) + ScenarioFigure.allCases.count }
            + (0..<layout.pools).map { layout.pool($0) }
        for first in firsts {
            if case .failure(let absence) = outcomes[first + informedness], !observed[first + dPrime].isNaN {
                outcomes[first + dPrime] = .failure(absence)
            }
        }
        return outcomes
    }
}

/// A quotient of two sums over cells, such as a mean or a share, with its interval.
public struct Estimate: Sendable, Hashable {
    /// The quotient.
    public let value: Double
    /// Its interval by the cluster bootstrap, `nil` where it rests on fewer than two clusters.
    public let interval: Interval?
    /// The sum below the line: how many cells, readings or pairs the quotient rests on.
    public let count: Int
}

/// Sums of some cells above and below a line, ready to be resampled by cluster.
struct ClusteredRatio: Sendable {
    private let layers: CellLayers
    private let axes: Axes
    private let counted: Set<Int>

    /// By cell: what is added above and below the line.
    init(axes: Axes, above: [Double], below: [Double]) {
        self.axes = axes
        layers = CellLayers([above, below], axes: axes)
        counted = Set(below.indices.filter { below[$0] > 0 })
    }

    private func ratio(_ weights: ClusterWeights, _ clustering: Clustering) -> Double {
        let sums = layers.sumsOverScenarios(clustering == .value ? nil : weights.second)
        var (above, below) = (0.0, 0.0)
        for value in axes.values.indices {
            let weight = clustering == .scenario ? 1 : weights.first?[value] ?? 1
            above += weight * sums[value]
            below += weight * sums[axes.values.count + value]
        }
        return Measures.ratio(above, below) ?? .nan
    }

    /// The quotient and its interval; `nil` where nothing stands below the line.
    func estimate(_ plan: ResamplingPlan, workers: Int) async -> Estimate? {
        let observed = ratio(.observed, plan.clustering)
        guard !observed.isNaN else { return nil }
        let clusters = FigureClusters(axes: axes, counts: { counted.contains($0) }, clustering: plan.clustering)
        let table = await ReplicateTable(plan, axes: axes, clusters: clusters, workers: workers) {
            [ratio($0, plan.clustering)]
        }
        let below = layers.sumsOverScenarios(nil)[axes.values.count...].reduce(0, +)
        return Estimate(value: observed, interval: table.figure(0).interval(plan), count: Int(below.rounded()))
    }
}

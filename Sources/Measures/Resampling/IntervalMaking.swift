/// What the resampling says about one figure.
package struct FigureReplicates: Sendable {
    /// The figure as observed.
    var estimate: Double
    /// The figure in each replicate, NaN where undefined.
    var replicates: [Double]
    /// For each kind of cluster drawn: the figure without each of its clusters in turn.
    var leftOut: [[Double]]
    /// What was drawn; `nil` for items.
    var clustering: Clustering?
    /// From how many clusters.
    var clusters: Int

    /// What resampling gave for a figure.
    ///
    /// - Parameters:
    ///   - estimate: the figure as observed; NaN where undefined.
    ///   - replicates: the figure in each replicate, NaN where undefined.
    ///   - leftOut: for each kind of cluster drawn, the figure without each of its clusters in turn; BCa alone needs it.
    ///   - clustering: what was drawn; `nil` for items.
    ///   - clusters: from how many clusters.
    package init(
        estimate: Double, replicates: [Double], leftOut: [[Double]], clustering: Clustering?, clusters: Int
    ) {
        self.estimate = estimate
        self.replicates = replicates
        self.leftOut = leftOut
        self.clustering = clustering
        self.clusters = clusters
    }
}

extension FigureReplicates {
    /// The interval of a plan; `nil` where the figure itself is undefined, rests on fewer than two clusters, or is
    /// undefined in more than one of twenty replicates.
    package func interval(_ plan: ResamplingPlan) -> Interval? {
        guard !estimate.isNaN, clusters > 1, let defined = definedReplicates else { return nil }
        let reach = plan.reach(clusters: clusters)
        var (method, ends) = (IntervalMethod.percentile, (low: -reach, high: reach))
        if plan.method == .bca, let corrected = correctedEnds(reach, defined) { (method, ends) = (.bca, corrected) }
        var statistics = OrderStatistics(defined)
        return Interval(
            low: statistics.quantile(NormalDistribution.cumulative(ends.low)),
            high: statistics.quantile(NormalDistribution.cumulative(ends.high)), level: plan.level, method: method,
            clustering: clustering, clusters: clusters)
    }

    /// The standard deviation of the replicates: the figure's standard error. `nil` where no interval can be made.
    var standardError: Double? {
        guard !estimate.isNaN, clusters > 1, let defined = definedReplicates, defined.count > 1 else { return nil }
        let mean = average(defined) ?? 0
        var squares = CompensatedSum()
        for replicate in defined { squares += (replicate - mean) * (replicate - mean) }
        return (squares.value / Double(defined.count - 1)).squareRoot()
    }

    private var definedReplicates: [Double]? {
        guard replicates.contains(where: \.isNaN) else { return replicates.isEmpty ? nil : replicates }
        let defined = replicates.filter { !$0.isNaN }
        return defined.isEmpty || 20 * defined.count < 19 * replicates.count ? nil : defined
    }

    /// The normal quantiles at which the BCa interval ends: z₀ + (z₀ ± z) / (1 − a (z₀ ± z)).
    ///
    /// z₀ = Φ⁻¹ of the share of replicates below the estimate, ties counted half. `nil` where that is 0 or 1, or where
    /// the correction turns the interval inside out.
    private func correctedEnds(_ reach: Double, _ replicates: [Double]) -> (low: Double, high: Double)? {
        let tolerance = 1e-12 * max(1, abs(estimate))
        let (from, to) = (estimate - tolerance, estimate + tolerance)
        var (below, equal) = (0, 0)
        for replicate in replicates {
            below += replicate < from ? 1 : 0
            equal += replicate >= from && replicate <= to ? 1 : 0
        }
        let share = (Double(below) + Double(equal) / 2) / Double(replicates.count)
        guard share > 0, share < 1, let acceleration else { return nil }
        let bias = NormalDistribution.quantile(share)
        let (down, up) = (1 - acceleration * (bias - reach), 1 - acceleration * (bias + reach))
        guard down > 0, up > 0 else { return nil }
        return (bias + (bias - reach) / down, bias + (bias + reach) / up)
    }

    /// Skewness of the figure's error over six, from the influence of each cluster.
    ///
    /// With U the influences (n − 1)(mean − figure without the cluster) of one kind of cluster, its variance adds
    /// ΣU²/n² and its third moment ΣU³/n³; both kinds add up. One kind gives Efron's ΣU³ / (6 (ΣU²)^{3/2}).
    private var acceleration: Double? {
        var (variance, third) = (0.0, 0.0)
        for figures in leftOut {
            let defined = figures.filter { !$0.isNaN }
            guard defined.count > 1, let mean = average(defined) else { return nil }
            let n = Double(defined.count)
            for figure in defined {
                let influence = (n - 1) * (mean - figure) / n
                variance += influence * influence
                third += influence * influence * influence
            }
        }
        // No influence at all: the figure is the same whatever is drawn.
        guard variance > 1e-24 else { return 0 }
        return third / (6 * variance * variance.squareRoot())
    }
}

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
    /// On how many of them the figure rests in truth.
    var basis: FigureBasis

    /// What resampling gave for a figure.
    ///
    /// - Parameters:
    ///   - estimate: the figure as observed; NaN where undefined.
    ///   - replicates: the figure in each replicate, NaN where undefined.
    ///   - leftOut: for each kind of cluster drawn, the figure without each of its clusters in turn; only a percentile
    ///     interval of an unknown basis does without.
    ///   - clustering: what was drawn; `nil` for items.
    ///   - clusters: from how many clusters.
    ///   - basis: on how many of them the figure rests in truth.
    package init(
        estimate: Double, replicates: [Double], leftOut: [[Double]], clustering: Clustering?, clusters: Int,
        basis: FigureBasis = .unknown
    ) {
        self.estimate = estimate
        self.replicates = replicates
        self.leftOut = leftOut
        self.clustering = clustering
        self.clusters = clusters
        self.basis = basis
    }
}

extension FigureReplicates {
    /// The interval of a plan, `nil` where there is none.
    package func interval(_ plan: ResamplingPlan) -> Interval? { outcome(plan).interval }

    /// The interval of a plan, or why there is none. No interval has a width of zero.
    ///
    /// Where a figure rests on enough clusters, quantiles of the draws make it. Where it turns on few, these fall far
    /// short (an F1 for which three values count: 0.45 instead of 0.95), and its standard error makes it.
    package func outcome(_ plan: ResamplingPlan) -> IntervalOutcome {
        guard !estimate.isNaN else { return .failure(.undefined) }
        guard clusters > 1 else { return .failure(.oneCluster) }
        return switch basis {
        case .unknown: quantiles(plan)
        case .mean(let range):
            Double(clusters) < EnoughClusters.forQuantiles ? student(plan, in: range) : quantiles(plan)
        case .share(let effective, let rarer): share(plan, clusters: effective, rarer: rarer)
        case .rate(let effective, let range): rate(plan, clusters: effective, in: range)
        case .difference(let effective, let range): difference(plan, clusters: effective, in: range)
        }
    }

    /// The interval between two quantiles of the draws.
    func quantiles(_ plan: ResamplingPlan) -> IntervalOutcome {
        guard let defined = definedReplicates else { return .failure(.oftenUndefined) }
        let reach = plan.reach(clusters: clusters)
        var (method, ends) = (IntervalMethod.percentile, (low: -reach, high: reach))
        if plan.method == .bca, let corrected = correctedEnds(reach, defined) { (method, ends) = (.bca, corrected) }
        var statistics = OrderStatistics(defined)
        let (low, high) = (
            statistics.quantile(NormalDistribution.cumulative(ends.low)),
            statistics.quantile(NormalDistribution.cumulative(ends.high))
        )
        guard high - low > tolerance else { return .failure(.sameInEveryDraw) }
        return .success(found(low, high, method, plan))
    }

    func found(_ low: Double, _ high: Double, _ method: IntervalMethod, _ plan: ResamplingPlan) -> Interval {
        Interval(
            low: low, high: high, level: plan.level, method: method, clustering: clustering, clusters: clusters)
    }

    /// What rounding may move a figure by.
    var tolerance: Double { 1e-12 * max(1, abs(estimate)) }

    /// The standard deviation of the replicates: the figure's standard error. `nil` where no interval can be made of
    /// them, and where all are the same, which says nothing of an error.
    var standardError: Double? {
        guard !estimate.isNaN, clusters > 1, let defined = definedReplicates, defined.count > 1 else { return nil }
        let mean = average(defined) ?? .nan
        var squares = CompensatedSum()
        for replicate in defined { squares += (replicate - mean) * (replicate - mean) }
        let deviation = (squares.value / Double(defined.count - 1)).squareRoot()
        return deviation > tolerance ? deviation : nil
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
        let (from, to) = (estimate - tolerance, estimate + tolerance)
        var (below, equal) = (0, 0)
        for replicate in replicates {
            below += replicate < from ? 1 : 0
            equal += replicate >= from && replicate <= to ? 1 : 0
        }
        let share = (Double(below) + Double(equal) / 2) / Double(replicates.count)
        guard share > 0, share < 1, let acceleration = Jackknife(leftOut)?.acceleration else { return nil }
        let bias = NormalDistribution.quantile(share)
        let (down, up) = (1 - acceleration * (bias - reach), 1 - acceleration * (bias + reach))
        guard down > 0, up > 0 else { return nil }
        return (bias + (bias - reach) / down, bias + (bias + reach) / up)
    }
}

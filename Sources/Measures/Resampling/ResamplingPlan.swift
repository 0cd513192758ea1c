/// How intervals are made: to be printed beside them.
package struct ResamplingPlan: Sendable, Hashable {
    /// What is drawn.
    package var clustering: Clustering
    /// Percentile or BCa.
    package var method: IntervalMethod
    /// The nominal coverage.
    package var level: Double {
        didSet { normalQuantile = NormalDistribution.quantile((1 + level) / 2) }
    }
    /// How many times the study is drawn anew.
    package var replicates: Int
    /// Fixes every draw. The same seed gives the same intervals on every machine and any number of workers.
    package var seed: UInt64
    /// Whether quantiles are taken a little further out where clusters are few: at ±t √(n/(n − 1)) instead of ±z, t of
    /// n − 1 degrees of freedom (Hesterberg 2015, section 5.3). With 56 values it moves a 95 % interval's ends from
    /// ±1.96 to ±2.02 standard errors, with 10 to ±2.38.
    package var widensForFewClusters: Bool
    /// The normal quantile of the level, kept because thousands of intervals of one plan need it.
    private var normalQuantile: Double

    /// A plan; without arguments the one that every command uses unless told otherwise.
    package init(
        clustering: Clustering = .value, method: IntervalMethod = .bca, level: Double = 0.95, replicates: Int = 2000,
        seed: UInt64 = 1, widensForFewClusters: Bool = true
    ) {
        self.clustering = clustering
        self.method = method
        self.level = level
        self.replicates = replicates
        self.seed = seed
        self.widensForFewClusters = widensForFewClusters
        normalQuantile = NormalDistribution.quantile((1 + level) / 2)
    }

    /// The same plan with another method.
    func with(method: IntervalMethod) -> ResamplingPlan {
        var plan = self
        plan.method = method
        return plan
    }

    /// How many draws may be asked for: with fewer than 100, the ends of a 95 % interval are the few outermost draws.
    package static let allowedReplicates = 100...1_000_000

    /// - Throws: `MeasuresError.badPlan` where no interval can be made so.
    func check() throws(MeasuresError) {
        guard level > 0, level < 1 else { throw .badPlan(what: "level", value: "\(level)", allowed: "between 0 and 1") }
        guard Self.allowedReplicates.contains(replicates) else {
            throw .badPlan(what: "number of replicates", value: "\(replicates)", allowed: "between 100 and 1,000,000")
        }
        guard method == .percentile || method == .bca else {
            throw .badPlan(what: "method", value: method.rawValue, allowed: "percentile or bca")
        }
    }

    /// The normal quantile at which an interval over this many clusters ends.
    func reach(clusters: Int) -> Double {
        let z = normalQuantile
        guard widensForFewClusters, clusters > 1 else { return z }
        let n = Double(clusters)
        let t = NormalDistribution.studentQuantile(normal: z, degreesOfFreedom: n - 1)
        return t * (n / (n - 1)).squareRoot()
    }

    /// The quantile of t at which an interval made of a standard error ends, for an effective number of clusters of at
    /// least 2; the normal one where the plan does not widen.
    func studentReach(clusters: Double) -> Double {
        guard widensForFewClusters else { return normalQuantile }
        return NormalDistribution.studentQuantile(normal: normalQuantile, degreesOfFreedom: max(1, clusters - 1))
    }

    /// The normal quantile of the level.
    var normalReach: Double { normalQuantile }
}

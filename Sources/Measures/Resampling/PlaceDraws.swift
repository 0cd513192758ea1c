/// Draws of a few clusters, laid out by cluster so that the replicates of one figure are computed side by side.
///
/// What concerns one scenario, or one value in one country, rests on so few cells that a column of sums is cheaper
/// than another row of every replicate.
struct PlaceDraws: Sendable {
    let clusters: Int
    let replicates: Int
    /// By cluster, then replicate: how often it was drawn.
    private let weights: [Double]

    /// Draws as many clusters as there are, with replacement, for each replicate.
    ///
    /// - Parameter family: tells apart the draws of one seed that have nothing to do with one another.
    init(clusters: Int, plan: ResamplingPlan, family: UInt64) {
        var weights = [Double](repeating: 0, count: clusters * plan.replicates)
        for replicate in 0..<plan.replicates {
            var generator = Xoshiro256(seed: plan.seed, stream: family << 40 | UInt64(replicate))
            for _ in 0..<clusters {
                weights[generator.index(below: clusters) * plan.replicates + replicate] += 1
            }
        }
        self.clusters = clusters
        replicates = plan.replicates
        self.weights = weights
    }

    /// How many of the clusters that count were drawn, clusters drawn twice counting twice.
    func number(of rests: [Bool]) -> DrawnSums {
        guard rests.contains(false) else {
            let all = Double(clusters)
            return DrawnSums(
                drawn: [Double](repeating: all, count: replicates),
                leftOut: [Double](repeating: all - 1, count: clusters), observed: all, clusters: all)
        }
        return sums(of: rests.map { $0 ? 1 : 0 })
    }

    /// The weighted sums of a quantity in every replicate, then without each of its clusters in turn, then all of it.
    ///
    /// - Parameter quantity: by cluster, NaN where there is nothing to add.
    func sums(of quantity: [Double]) -> DrawnSums {
        var drawn = [Double](repeating: 0, count: replicates)
        var total = 0.0
        weights.withUnsafeBufferPointer { weights in
            drawn.withUnsafeMutableBufferPointer { drawn in
                for cluster in 0..<clusters where !quantity[cluster].isNaN && quantity[cluster] != 0 {
                    let (first, amount) = (cluster * replicates, quantity[cluster])
                    total += amount
                    for replicate in 0..<replicates { drawn[replicate] += weights[first + replicate] * amount }
                }
            }
        }
        // Summed anew without each cluster: a difference of sums would leave rounding where there is nothing.
        let leftOut = (0..<clusters).map { without in
            var sum = 0.0
            for cluster in 0..<clusters where cluster != without && !quantity[cluster].isNaN {
                sum += quantity[cluster]
            }
            return sum
        }
        let effective = EffectiveClusters(quantity.lazy.filter { !$0.isNaN }).number
        return DrawnSums(drawn: drawn, leftOut: leftOut, observed: total, clusters: effective)
    }
}

/// One sum in every replicate, without each cluster, and as observed.
struct DrawnSums: Sendable {
    var drawn: [Double]
    var leftOut: [Double]
    var observed: Double
    /// The effective number of clusters that it comes from.
    var clusters: Double
}

/// Two sums made into a figure, with what its interval needs.
struct DrawnFigure {
    private let replicates: FigureReplicates
    /// The figure without each cluster in turn, whether or not it rests on it.
    let withoutEach: [Double]

    /// The figure that `figure` makes of two sums, NaN where it is undefined.
    ///
    /// - Parameters:
    ///   - rests: by cluster, whether the figure rests on it.
    ///   - clustering: what the clusters are.
    ///   - basis: on how many of them the figure rests in truth.
    init(
        _ one: DrawnSums, _ other: DrawnSums, rests: [Bool], clustering: Clustering, basis: FigureBasis,
        _ figure: (Double, Double) -> Double
    ) {
        withoutEach = zip(one.leftOut, other.leftOut).map { figure($0, $1) }
        let leftOut = zip(withoutEach, rests).filter(\.1).map(\.0)
        replicates = FigureReplicates(
            estimate: figure(one.observed, other.observed),
            replicates: zip(one.drawn, other.drawn).map { figure($0, $1) }, leftOut: [leftOut],
            clustering: clustering, clusters: rests.count { $0 }, basis: basis)
    }

    /// The mean of two figures that rest on the same clusters.
    init(mean one: DrawnFigure, _ other: DrawnFigure, basis: FigureBasis) {
        func mean(_ one: [Double], _ other: [Double]) -> [Double] { zip(one, other).map { ($0 + $1) / 2 } }
        var replicates = one.replicates
        replicates.estimate = (one.replicates.estimate + other.replicates.estimate) / 2
        replicates.replicates = mean(one.drawn, other.drawn)
        replicates.leftOut = zip(one.replicates.leftOut, other.replicates.leftOut).map(mean)
        replicates.basis = basis
        withoutEach = mean(one.withoutEach, other.withoutEach)
        self.replicates = replicates
    }

    /// The figure as observed, NaN where undefined.
    var estimate: Double { replicates.estimate }

    /// The figure in each replicate, NaN where undefined.
    var drawn: [Double] { replicates.replicates }

    func outcome(_ plan: ResamplingPlan) -> IntervalOutcome { replicates.outcome(plan) }
}

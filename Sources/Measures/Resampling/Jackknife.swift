/// What leaving out one cluster after another says of a figure's error.
///
/// With U the influences (n − 1)(mean − figure without the cluster) of one kind of cluster, that kind adds ΣU²/n² to the
/// variance and ΣU³/n³ to the third moment; the kinds add up, since they are drawn independently.
struct Jackknife {
    /// ΣU²/n², of all kinds together: what the bootstrap's variance comes near.
    private var variance = 0.0
    private var third = 0.0
    /// ΣU²/(n(n − 1)), of all kinds together: the jackknife's estimate of the variance.
    private var unbiased = 0.0

    /// - Parameter leftOut: for each kind of cluster, the figure without each of its clusters in turn, NaN where that is
    ///   undefined.
    /// - Returns: `nil` where a kind has fewer than two defined figures.
    init?(_ leftOut: [[Double]]) {
        guard !leftOut.isEmpty else { return nil }
        for figures in leftOut {
            let defined = figures.filter { !$0.isNaN }
            guard defined.count > 1, let mean = average(defined) else { return nil }
            let n = Double(defined.count)
            var (squares, cubes) = (0.0, 0.0)
            for figure in defined {
                let influence = (n - 1) * (mean - figure) / n
                squares += influence * influence
                cubes += influence * influence * influence
            }
            variance += squares
            third += cubes
            unbiased += squares * n / (n - 1)
        }
    }

    /// Skewness of the figure's error over six; of one kind, Efron's ΣU³ / (6 (ΣU²)^{3/2}). Without any influence the
    /// figure is the same whatever is drawn, and it is 0.
    var acceleration: Double { variance > 1e-24 ? third / (6 * variance * variance.squareRoot()) : 0 }

    /// The figure's standard error, `nil` without any influence.
    var standardError: Double? { unbiased > 1e-24 ? unbiased.squareRoot() : nil }
}

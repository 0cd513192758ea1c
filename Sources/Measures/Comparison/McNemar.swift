/// McNemar's test of two paired shares whose cells come in clusters: do as many cells change one way as the other?
///
/// Cells of one value resemble each other in all scenarios. The plain test takes them as independent and then finds a
/// difference where there is none in more than half of such studies. In its place stands the test of Durkalski, Palesch,
/// Lipsitz and Rust (Statistics in Medicine 22, 2003), whose units are the clusters: with dₖ = (bₖ − cₖ) / nₖ of cluster
/// k, X² = (Σ dₖ)² / Σ dₖ² is chi-square with one degree of freedom where no direction is favoured.
package struct McNemar: Sendable, Hashable {
    /// The cells of one cluster.
    package struct Cluster: Sendable, Hashable {
        /// Cells where the property holds in the first run alone: bₖ.
        package var firstOnly = 0
        /// Cells where it holds in the second run alone: cₖ.
        package var secondOnly = 0
        /// Cells that are compared: nₖ.
        package var cells = 0

        /// A cluster without a cell, to be counted up.
        package init() {}

        /// A cluster of known counts.
        package init(firstOnly: Int, secondOnly: Int, cells: Int) {
            (self.firstOnly, self.secondOnly, self.cells) = (firstOnly, secondOnly, cells)
        }
    }

    /// Cells where the property holds in the first run alone.
    package let firstOnly: Int
    /// Cells where it holds in the second run alone.
    package let secondOnly: Int
    /// Clusters with a cell that is compared.
    package let clusters: Int
    /// X², 0 or more; `nil` with fewer than two clusters, or where no cluster has more changes one way than the other.
    package let statistic: Double?

    /// The test of some clusters; those without a cell are left out.
    package init(_ clusters: some Sequence<Cluster>) {
        var (first, second, count) = (0, 0, 0)
        var (sum, squares) = (CompensatedSum(), CompensatedSum())
        for cluster in clusters where cluster.cells > 0 {
            let difference = Double(cluster.firstOnly - cluster.secondOnly) / Double(cluster.cells)
            sum += difference
            squares += difference * difference
            first += cluster.firstOnly
            second += cluster.secondOnly
            count += 1
        }
        (firstOnly, secondOnly, self.clusters) = (first, second, count)
        statistic = count > 1 && squares.value > 0 ? sum.value * sum.value / squares.value : nil
    }

    /// The two-sided p-value, P(χ² ≥ X²) = 2 Φ(−√X²); `nil` where there is no statistic.
    package var pValue: Double? {
        statistic.map { 2 * NormalDistribution.cumulative(-$0.squareRoot()) }
    }
}

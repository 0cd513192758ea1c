/// How many clusters there are behind the figures of one part of a run: effective numbers (see `FigureBasis`), of
/// several kinds of cluster the fewest.
struct ClusterNumbers: Sendable {
    /// Clusters with a counted cell, plainly counted. A kind with one cluster alone is not drawn.
    private(set) var counted = 0
    /// Of all cells; of those alike in both tasks; of those that differ.
    private(set) var all = Double.infinity
    private(set) var alike = Double.infinity
    private(set) var differing = Double.infinity
    /// Of the cells that disagree, or agree, in both tasks; in the stated, in the acted alone.
    private(set) var bothDisagree = Double.infinity
    private(set) var bothAgree = Double.infinity
    private(set) var statedAgreeActedDisagree = Double.infinity
    private(set) var statedDisagreeActedAgree = Double.infinity
    /// Of the answers of one inclination, in one task.
    private(set) var statedDisagree = Double.infinity
    private(set) var actedDisagree = Double.infinity
    private(set) var statedAgree = Double.infinity
    private(set) var actedAgree = Double.infinity
    /// Of the answers of one inclination, in both tasks together.
    private(set) var disagree = Double.infinity
    private(set) var agree = Double.infinity

    /// - Parameter clusters: for each kind of cluster, the sums over the cells of each cluster.
    init(_ kinds: [[PooledSums]]) {
        for clusters in kinds {
            let count = clusters.count { $0.n > 0 }
            counted = counted > 1 && count > 1 ? min(counted, count) : max(counted, count)
            // Of a kind with one cluster nothing is drawn, so that it sets no bound where another is.
            guard count > 1 || kinds.count == 1 else { continue }
            func fewest(_ number: inout Double, _ amount: (PooledSums) -> Double) {
                number = min(number, EffectiveClusters(clusters.lazy.map(amount)).number)
            }
            fewest(&all) { $0.bothAgree + $0.bothDisagree + $0.differing }
            fewest(&alike) { $0.bothAgree + $0.bothDisagree }
            fewest(&differing) { $0.differing }
            fewest(&bothDisagree) { $0.bothDisagree }
            fewest(&bothAgree) { $0.bothAgree }
            fewest(&statedAgreeActedDisagree) { $0.statedAgreeActedDisagree }
            fewest(&statedDisagreeActedAgree) { $0.statedDisagreeActedAgree }
            fewest(&statedDisagree) { $0.bothDisagree + $0.statedDisagreeActedAgree }
            fewest(&actedDisagree) { $0.bothDisagree + $0.statedAgreeActedDisagree }
            fewest(&statedAgree) { $0.bothAgree + $0.statedAgreeActedDisagree }
            fewest(&actedAgree) { $0.bothAgree + $0.statedDisagreeActedAgree }
            fewest(&disagree) { 2 * $0.bothDisagree + $0.differing }
            fewest(&agree) { 2 * $0.bothAgree + $0.differing }
        }
    }
}

extension PooledSums {
    /// Cells whose two inclinations differ.
    var differing: Double { statedAgreeActedDisagree + statedDisagreeActedAgree }
}

/// How often each cluster was drawn, one array for each kind; `nil` where that kind was not drawn and each counts once.
package struct ClusterWeights: Sendable {
    /// Of the first kind, by cluster: how often it was drawn.
    package var first: [Double]?
    /// Of the second kind, by cluster.
    package var second: [Double]?

    static let observed = ClusterWeights()
}

/// Draws clusters with replacement and has figures computed from the draws, on as many tasks as are wanted.
///
/// Each replicate has a stream of random numbers of its own, so its draw hangs on seed and number alone.
package struct Resampler: Sendable {
    /// How many clusters there are of the first and, where there is one, of the second kind.
    let first: Int
    let second: Int
    let replicates: Int
    let seed: UInt64

    /// Draws from so many clusters of each kind; 0 for a kind that is not drawn.
    package init(first: Int, second: Int, replicates: Int, seed: UInt64) {
        self.first = first
        self.second = second
        self.replicates = replicates
        self.seed = seed
    }

    /// Figures, one array for each draw.
    typealias Figures = @Sendable (ClusterWeights) -> [Double]

    /// The draw of one replicate.
    package func draw(_ replicate: Int) -> ClusterWeights {
        var generator = Xoshiro256(seed: seed, stream: UInt64(replicate))
        func counts(_ clusters: Int) -> [Double]? {
            guard clusters > 0 else { return nil }
            var counts = [Double](repeating: 0, count: clusters)
            for _ in 0..<clusters { counts[generator.index(below: clusters)] += 1 }
            return counts
        }
        return ClusterWeights(first: counts(first), second: counts(second))
    }

    /// The weights that leave one cluster out: those of the first kind, then those of the second.
    package func leavingOut(_ number: Int) -> ClusterWeights {
        func without(_ cluster: Int, of clusters: Int) -> [Double] {
            var weights = [Double](repeating: 1, count: clusters)
            weights[cluster] = 0
            return weights
        }
        return number < first
            ? ClusterWeights(first: without(number, of: first))
            : ClusterWeights(second: without(number - first, of: second))
    }

    /// Which rows of the table leave one cluster out, for each kind that is drawn.
    func leftOut(_ clustering: Clustering) -> [Range<Int>] {
        let withoutFirst = replicates..<replicates + first
        let withoutSecond = withoutFirst.upperBound..<withoutFirst.upperBound + second
        return switch clustering {
        case .value: [withoutFirst]
        case .scenario: [withoutSecond]
        case .both: [withoutFirst, withoutSecond]
        }
    }

    /// The figures of every replicate, then of every set without one cluster, in order.
    func table(workers: Int, of figures: @escaping Figures) async -> [[Double]] {
        await concurrently(replicates + first + second, workers: workers) { number in
            figures(number < replicates ? draw(number) : leavingOut(number - replicates))
        }
    }
}

/// The results of numbered pieces of work in the order of their numbers, computed on at most `workers` tasks at once.
func concurrently<Result: Sendable>(
    _ count: Int, workers: Int, _ work: @escaping @Sendable (Int) -> Result
) async -> [Result] {
    let size = max(1, min(64, (count + workers - 1) / max(1, workers)))
    let chunks = (count + size - 1) / size
    return await withTaskGroup(of: (Int, [Result]).self) { group in
        var results = [[Result]](repeating: [], count: chunks)
        func add(_ chunk: Int) {
            group.addTask { (chunk, (chunk * size..<min(count, (chunk + 1) * size)).map(work)) }
        }
        var next = min(max(1, workers), chunks)
        for chunk in 0..<next { add(chunk) }
        while let (chunk, result) = await group.next() {
            results[chunk] = result
            if next < chunks {
                add(next)
                next += 1
            }
        }
        return results.flatMap { $0 }
    }
}

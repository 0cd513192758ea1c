/// How often each cluster of each drawn kind counts; `nil` where a kind is left as it is and each cluster counts once.
package struct ClusterWeights: Sendable, Hashable {
    /// By kind of cluster, in the order of the resampler, then by cluster.
    package var kinds: [[Double]?]

    /// Weights by kind.
    package init(_ kinds: [[Double]?]) {
        self.kinds = kinds
    }

    /// Of the first kind, by cluster.
    package var first: [Double]? { kinds.first ?? nil }

    static let observed = ClusterWeights([])

    /// The weights of a kind; `nil` where it is left as it is.
    subscript(_ kind: Int) -> [Double]? { kinds.indices.contains(kind) ? kinds[kind] : nil }
}

/// Draws clusters with replacement and has figures computed from the draws, on as many tasks as are wanted.
///
/// Each replicate has a stream of random numbers of its own, so its draw hangs on seed and number alone.
package struct Resampler: Sendable {
    /// How many clusters there are of each kind that is drawn, all independently of one another.
    let kinds: [Int]
    let replicates: Int
    let seed: UInt64

    /// Draws from so many clusters of each kind.
    package init(kinds: [Int], replicates: Int, seed: UInt64) {
        self.kinds = kinds
        self.replicates = replicates
        self.seed = seed
    }

    /// Figures, one array for each draw.
    typealias Figures = @Sendable (ClusterWeights) -> [Double]

    /// The draw of one replicate.
    package func draw(_ replicate: Int) -> ClusterWeights {
        var generator = Xoshiro256(seed: seed, stream: UInt64(replicate))
        return ClusterWeights(
            kinds.map { clusters in
                var counts = [Double](repeating: 0, count: clusters)
                for _ in 0..<clusters { counts[generator.index(below: clusters)] += 1 }
                return counts
            })
    }

    /// The weights that leave one cluster out: those of the first kind, then those of the second, …
    package func leavingOut(_ number: Int) -> ClusterWeights {
        var cluster = number
        var weights = [[Double]?](repeating: nil, count: kinds.count)
        for (kind, clusters) in kinds.enumerated() {
            if cluster < clusters {
                var left = [Double](repeating: 1, count: clusters)
                left[cluster] = 0
                weights[kind] = left
                break
            }
            cluster -= clusters
        }
        return ClusterWeights(weights)
    }

    /// Which rows of the table leave out one cluster of a kind.
    func leftOut(kind: Int) -> Range<Int> {
        let first = replicates + kinds[..<kind].reduce(0, +)
        return first..<first + kinds[kind]
    }

    /// The figures of every replicate, then of every set without one cluster, in order.
    func table(workers: Int, of figures: @escaping Figures) async -> [[Double]] {
        await concurrently(replicates + kinds.reduce(0, +), workers: workers) { number in
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

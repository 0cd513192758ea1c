/// Variants of a prompt by how good what they made was judged, and whether the best can be told from the others.
package struct VariantRanking: Sendable, Hashable {
    /// One variant.
    package struct Place: Sendable, Hashable {
        /// Its number among the columns of the scores.
        package let variant: Int
        /// The mean score of its cells, in [0, 1].
        package let mean: Estimate
    }

    /// Two variants, the one with the higher mean first.
    package struct Pair: Sendable, Hashable {
        /// Their numbers.
        package let first, second: Int
        /// The first one's mean minus the second's: over the cells that both have, or where they share none over all.
        package let difference: Estimate
        /// Whether both were judged in the same cells.
        package let isPaired: Bool
        /// The chance of a difference at least as great if it did not matter which variant made what, in [0, 1].
        package let p: Double
        /// The same, adjusted by Holm over all pairs of variants.
        package let pHolm: Double
    }

    /// What can be said of the best.
    package enum Finding: Sendable, Hashable {
        /// Fewer than two variants have scores.
        case nothingToCompare
        /// The first two have the same mean.
        case tied
        /// The best differs from the second with an adjusted p of at most 0.05.
        case distinguishable(Pair)
        /// It does not.
        case notDistinguishable(Pair)
    }

    /// The best first; of equal means the lower number.
    package let places: [Place]
    /// Every two variants, in the order of their places.
    package let pairs: [Pair]
    /// How many permutations a p rests on at most; with few clusters all of them are tried instead.
    package let permutations: Int

    /// At which adjusted p two variants are told apart.
    package static let threshold = 0.05

    /// The best against the second.
    package var finding: Finding {
        guard places.count > 1, let pair = pairs.first else { return .nothingToCompare }
        if abs(places[0].mean.value - places[1].mean.value) < 1e-12 { return .tied }
        return pair.pHolm <= Self.threshold ? .distinguishable(pair) : .notDistinguishable(pair)
    }

    /// The variants that are not distinguishable from the best, the best itself first.
    package var leaders: [Int] {
        guard let best = places.first?.variant else { return [] }
        return [best]
            + pairs.filter { $0.first == best && $0.pHolm > Self.threshold }.map(\.second)
    }

    /// Ranks variants.
    ///
    /// - Parameters:
    ///   - scores: by cell, then variant: how good what the variant made of the cell is, in [0, 1]; `nil` where it was not judged.
    ///   - clusters: by cell, its cluster, from 0: what is drawn anew, and in which signs are flipped together.
    ///   - clustering: what the clusters are; `nil` for cells.
    /// - Throws: `MeasuresError`: a bad plan, rows of different lengths, a score outside [0, 1].
    package init(
        scores: [[Double?]], clusters: [Int], clustering: Clustering? = nil, plan: ResamplingPlan = ResamplingPlan(),
        permutations: Int = 10_000, workers: Int = 2
    ) async throws(MeasuresError) {
        try plan.check()
        let variants = scores.first?.count ?? 0
        for (cell, row) in scores.enumerated() {
            guard row.count == variants else {
                throw .outOfRange(what: "number of variants of a cell", index: row.count, count: variants + 1)
            }
            for case let score? in row where !(0...1).contains(score) {
                throw .scoreOutOfRange(cell: cell, score: "\(score)")
            }
        }
        let work = RankedVariants(
            scores: scores, clusters: clusters, clustering: clustering, plan: plan, permutations: permutations,
            workers: workers)
        var places: [Place] = []
        for variant in 0..<variants {
            if let mean = await work.mean(variant) { places.append(Place(variant: variant, mean: mean)) }
        }
        places.sort { ($1.mean.value, $0.variant) < ($0.mean.value, $1.variant) }
        self.places = places
        self.permutations = permutations
        var found: [(first: Int, second: Int, difference: Estimate, isPaired: Bool, p: Double)] = []
        for (rank, better) in places.enumerated() {
            for worse in places.dropFirst(rank + 1) {
                guard let pair = await work.pair(better.variant, worse.variant) else { continue }
                found.append((better.variant, worse.variant, pair.difference, pair.isPaired, pair.p))
            }
        }
        let adjusted = MultipleTesting.holm(found.map(\.p))
        pairs = zip(found, adjusted).map { pair, holm in
            Pair(
                first: pair.first, second: pair.second, difference: pair.difference, isPaired: pair.isPaired, p: pair.p,
                pHolm: holm ?? 1)
        }
    }
}

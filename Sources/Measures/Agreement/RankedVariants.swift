/// Means of variants, and tests of two of them.
struct RankedVariants: Sendable {
    let scores: [[Double?]]
    let clusters: [Int]
    let clustering: Clustering?
    let plan: ResamplingPlan
    let permutations: Int
    let workers: Int

    /// The mean score of a variant's cells; `nil` without one.
    func mean(_ variant: Int) async -> Estimate? {
        let column = scores.map { $0[variant] }
        return await ClusteredScores(
            above: column.map { $0 ?? 0 }, below: column.map { $0 == nil ? 0 : 1 }, clusters: clusters
        ).estimate(.mean(0...1), plan, clustering: clustering, workers: workers)
    }

    /// The difference of two variants with its p; `nil` where one has no cell.
    func pair(_ first: Int, _ second: Int) async -> (difference: Estimate, isPaired: Bool, p: Double)? {
        let shared = scores.indices.filter { scores[$0][first] != nil && scores[$0][second] != nil }
        guard shared.isEmpty else { return await paired(first, second, shared) }
        return await unpaired(first, second)
    }

    private func paired(
        _ first: Int, _ second: Int, _ cells: [Int]
    ) async -> (difference: Estimate, isPaired: Bool, p: Double)? {
        let differences = cells.map { (scores[$0][first] ?? 0) - (scores[$0][second] ?? 0) }
        let own = Self.renumbered(cells.map { clusters[$0] })
        let estimate = await ClusteredScores(
            above: differences, below: differences.map { _ in 1 }, clusters: own
        ).estimate(.mean(-1...1), plan, clustering: clustering, workers: workers)
        var sums = [Double](repeating: 0, count: (own.max() ?? -1) + 1)
        for (difference, cluster) in zip(differences, own) { sums[cluster] += difference }
        let stream = UInt64(first) << 32 | UInt64(second) | 1 << 62
        return estimate.map { ($0, true, Self.signFlips(sums, permutations, seed: plan.seed, stream: stream)) }
    }

    /// Numbers in the order of their first appearance, from 0.
    private static func renumbered(_ clusters: [Int]) -> [Int] {
        var numbers: [Int: Int] = [:]
        return clusters.map { cluster in
            let number = numbers[cluster] ?? numbers.count
            numbers[cluster] = number
            return number
        }
    }

    /// The share of ways to flip signs that give a sum at least as far from 0; all of them where they are no more than are asked for.
    static func signFlips(_ sums: [Double], _ permutations: Int, seed: UInt64, stream: UInt64) -> Double {
        let sums = sums.filter { abs($0) > 1e-12 }
        let observed = abs(sums.reduce(0, +)) - 1e-9
        if sums.count < 40, 1 << sums.count <= permutations {
            let ways = 1 << sums.count
            let extreme = (0..<ways).count { way in
                var sum = 0.0
                for (place, term) in sums.enumerated() { sum += way >> place & 1 == 1 ? term : -term }
                return abs(sum) >= observed
            }
            return Double(extreme) / Double(ways)
        }
        var generator = Xoshiro256(seed: seed, stream: stream)
        var extreme = 0
        for _ in 0..<permutations {
            var (sum, bits) = (0.0, UInt64(0))
            for (place, term) in sums.enumerated() {
                if place % 64 == 0 { bits = generator.next() }
                sum += bits & 1 == 1 ? term : -term
                bits >>= 1
            }
            if abs(sum) >= observed { extreme += 1 }
        }
        return Double(extreme + 1) / Double(permutations + 1)
    }

    /// Variants without a cell in common: clusters are drawn anew for both at once, and scores change places among the cells.
    private func unpaired(
        _ first: Int, _ second: Int
    ) async -> (difference: Estimate, isPaired: Bool, p: Double)? {
        let cells = scores.indices.filter { scores[$0][first] != nil || scores[$0][second] != nil }
        let isFirst = cells.map { scores[$0][first] != nil }
        let values = cells.map { scores[$0][first] ?? scores[$0][second] ?? 0 }
        let own = Self.renumbered(cells.map { clusters[$0] })
        let count = (own.max() ?? -1) + 1
        @Sendable func difference(_ values: [Double], _ weights: [Double]?) -> Double {
            var (sums, totals) = ([0.0, 0.0], [0.0, 0.0])
            for place in values.indices {
                let (side, weight) = (isFirst[place] ? 0 : 1, weights?[own[place]] ?? 1)
                sums[side] += weight * values[place]
                totals[side] += weight
            }
            guard let one = ratio(sums[0], totals[0]), let other = ratio(sums[1], totals[1]) else { return .nan }
            return one - other
        }
        let observed = difference(values, nil)
        guard !observed.isNaN else { return nil }
        let resampler = Resampler(kinds: [count], replicates: plan.replicates, seed: plan.seed)
        let rows = await resampler.table(workers: workers) { [difference(values, $0.first)] }
        let figure = FigureReplicates(
            estimate: observed, replicates: rows.prefix(plan.replicates).map { $0[0] },
            leftOut: [rows.dropFirst(plan.replicates).map { $0[0] }], clustering: clustering, clusters: count,
            basis: .mean(-1...1))
        var generator = Xoshiro256(seed: plan.seed, stream: UInt64(first) << 32 | UInt64(second) | 1 << 61)
        var (extreme, shuffled) = (0, values)
        for _ in 0..<permutations {
            for place in stride(from: shuffled.count - 1, to: 0, by: -1) {
                shuffled.swapAt(place, generator.index(below: place + 1))
            }
            if abs(difference(shuffled, nil)) >= abs(observed) - 1e-9 { extreme += 1 }
        }
        return (
            Estimate(value: observed, outcome: figure.outcome(plan), count: cells.count), false,
            Double(extreme + 1) / Double(permutations + 1)
        )
    }
}

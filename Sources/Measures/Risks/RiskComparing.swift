/// Compares respondents' shares, code by code.
struct RiskComparing: Sendable {
    let coded: CodedCells
    let basis: CodedCells.Basis
    let plan: ResamplingPlan?
    let workers: Int

    func comparisons() async -> [RiskComparison] {
        let respondents = coded.respondents
        let clustering = plan?.clustering ?? .value
        let clusters = coded.clusters(of: Array(coded.cells.indices), by: clustering)
        var comparisons: [RiskComparison] = []
        for first in respondents.indices {
            for second in respondents.indices.dropFirst(first + 1) {
                var family: [RiskComparison] = []
                for code in coded.codes.indices {
                    let sums = RiskSums(
                        coded, code, basis, respondents[first], respondents[second], clusters: clusters)
                    family.append(
                        await comparison(code, respondents[first], respondents[second], sums, clustering))
                }
                let holm = MultipleTesting.holm(family.map(\.pValue))
                let benjaminiHochberg = MultipleTesting.benjaminiHochberg(family.map(\.pValue))
                for code in family.indices {
                    family[code].holm = holm[code]
                    family[code].benjaminiHochberg = benjaminiHochberg[code]
                }
                comparisons += family
            }
        }
        return comparisons
    }

    private func comparison(
        _ code: Int, _ first: String, _ second: String, _ sums: RiskSums, _ clustering: Clustering
    ) async -> RiskComparison {
        let totals = sums.total
        let observed = sums.difference(nil)
        var (difference, p): (Estimate?, Double?)
        if !observed.isNaN {
            let count = Int(totals.first.coded + totals.second.coded)
            difference = Estimate(value: observed, outcome: nil, count: count)
            if let plan {
                let outcome = await outcome(sums, observed, clustering, plan)
                difference = Estimate(value: observed, outcome: outcome, count: count)
                p = await sums.pValue(plan, members: coded.codes.count, workers: workers)
            }
        }
        return RiskComparison(
            first: first, second: second, code: code, firstCoded: Int(totals.first.coded),
            firstCount: Int(totals.first.count), secondCoded: Int(totals.second.coded),
            secondCount: Int(totals.second.count), difference: difference, pValue: p)
    }

    private func outcome(
        _ sums: RiskSums, _ observed: Double, _ clustering: Clustering, _ plan: ResamplingPlan
    ) async -> IntervalOutcome {
        let resampler = Resampler(kinds: [sums.clusters.count], replicates: plan.replicates, seed: plan.seed)
        let rows = await resampler.table(workers: workers) { [sums.difference($0.first)] }
        return FigureReplicates(
            estimate: observed, replicates: rows.prefix(plan.replicates).map { $0[0] },
            leftOut: [rows.dropFirst(plan.replicates).map { $0[0] }], clustering: clustering,
            clusters: sums.clusters.count, basis: .difference(clusters: sums.effective, range: -1...1)
        ).outcome(plan)
    }
}

/// By cluster: what two respondents have of a code.
struct RiskSums: Sendable {
    struct Sum: Sendable {
        var coded = 0.0
        var count = 0.0
    }

    /// Clusters with a coded cell of either respondent.
    let clusters: [(first: Sum, second: Sum)]

    init(
        _ cells: CodedCells, _ code: Int, _ basis: CodedCells.Basis, _ first: String, _ second: String, clusters: [Int]
    ) {
        var sums = [(first: Sum, second: Sum)](repeating: (Sum(), Sum()), count: (clusters.max() ?? -1) + 1)
        for (cell, cluster) in clusters.enumerated() {
            guard let applies = cells.applies(code, cell, basis) else { continue }
            let path: WritableKeyPath<(first: Sum, second: Sum), Sum>
            switch cells.cells[cell].respondent {
            case first: path = \.first
            case second: path = \.second
            default: continue
            }
            sums[cluster][keyPath: path].coded += 1
            if applies { sums[cluster][keyPath: path].count += 1 }
        }
        self.clusters = sums.filter { $0.first.coded + $0.second.coded > 0 }
    }

    /// Over all clusters.
    var total: (first: Sum, second: Sum) {
        clusters.reduce(into: (Sum(), Sum())) { sum, own in
            sum.0.coded += own.first.coded
            sum.0.count += own.first.count
            sum.1.coded += own.second.coded
            sum.1.count += own.second.count
        }
    }

    /// The clusters behind the rarer answer of the respondent with fewer.
    var effective: Double {
        [\(first: Sum, second: Sum).first, \.second].map { path in
            let sums = clusters.map { $0[keyPath: path] }
            return min(
                EffectiveClusters(sums.map(\.count)).number,
                EffectiveClusters(sums.map { $0.coded - $0.count }).number)
        }.min() ?? 0
    }

    /// The second respondent's share less the first's; NaN where one has no cell.
    func difference(_ weights: [Double]?) -> Double {
        var (first, second) = (Sum(), Sum())
        for (cluster, own) in clusters.enumerated() {
            let weight = weights?[cluster] ?? 1
            first.coded += weight * own.first.coded
            first.count += weight * own.first.count
            second.coded += weight * own.second.coded
            second.count += weight * own.second.count
        }
        guard let one = ratio(first.count, first.coded), let other = ratio(second.count, second.coded) else {
            return .nan
        }
        return other - one
    }

    /// The permutation test: were there no difference, it would not matter whose cells of a cluster are whose. Up to 14 clusters all swaps
    /// are made, else as many are drawn as Holm's adjustment of so many members needs.
    func pValue(_ plan: ResamplingPlan, members: Int, workers: Int) async -> Double? {
        let observed = difference(nil)
        let number = clusters.count
        guard !observed.isNaN, number > 1 else { return nil }
        let isExact = number <= SwapPlan.mostExact
        let swaps = isExact ? 1 << (number - 1) : SwapPlan(plan, comparisons: 1).most(members: members)
        let differences = await concurrently(swaps, workers: workers) { swap in
            if isExact { return difference(swapped: { $0 > 0 && swap >> ($0 - 1) & 1 == 1 }) }
            var generator = Xoshiro256(seed: plan.seed, stream: UInt64(swap) | 1 << 63)
            let swapped = clusters.map { _ in generator.next() >> 63 == 1 }
            return difference(swapped: { swapped[$0] })
        }
        var counts = SwapCounts()
        for difference in differences { counts.add(difference, observed: observed) }
        let test =
            isExact
            ? SwapTest(exact: counts, clusters: number) : SwapTest(drawn: counts, most: swaps, clusters: number)
        return test.pValue.isNaN ? nil : test.pValue
    }

    private func difference(swapped: (Int) -> Bool) -> Double {
        var (first, second) = (Sum(), Sum())
        for (cluster, own) in clusters.enumerated() {
            let (one, other) = swapped(cluster) ? (own.second, own.first) : (own.first, own.second)
            first.coded += one.coded
            first.count += one.count
            second.coded += other.coded
            second.count += other.count
        }
        guard let one = ratio(first.count, first.coded), let other = ratio(second.count, second.coded) else {
            return .nan
        }
        return other - one
    }
}

package import Text

/// How far one rater agrees with others: pairs of labels of one item, the rater's first.
///
/// All pairs are pooled: the percentage is the share of them that are alike, kappa (Cohen 1960) sets it against chance from the
/// categories that either side gives. Intervals draw items anew, with all of their pairs.
package struct PairedAgreement: Sendable, Hashable {
    /// Two labels of one thing.
    package struct Pair: Sendable, Hashable {
        /// The rater's category and the other's, from 0.
        package var own, other: Int

        /// Two labels.
        package init(own: Int, other: Int) { (self.own, self.other) = (own, other) }
    }

    /// Items with at least one pair.
    package let items: Int
    /// Pairs.
    package let pairs: Int
    /// The share of pairs that are alike, in [0, 1]; `nil` without pairs.
    package let percent: Estimate?
    /// Kappa, at most 1; `nil` where chance alone would make all alike.
    package let kappa: Estimate?

    /// The agreement of pairs by item.
    ///
    /// - Parameter plan: how intervals are made; `nil` makes none.
    /// - Throws: `MeasuresError.optionOutOfRange`, `.badPlan`.
    package init(
        _ pairs: [[Pair]], categories: Int, plan: ResamplingPlan?, workers: Int = 2
    ) async throws(MeasuresError) {
        let items = pairs.filter { !$0.isEmpty }
        for pair in items.joined() {
            for option in [pair.own, pair.other] where !(0..<categories).contains(option) {
                throw .optionOutOfRange(option: option, options: categories)
            }
        }
        let counts = PairCounts(items, categories: categories)
        let observed = counts.figures(nil)
        self.items = items.count
        self.pairs = items.reduce(0) { $0 + $1.count }
        var rows: [[Double]]?
        if let plan {
            try plan.check()
            let resampler = Resampler(kinds: [items.count], replicates: plan.replicates, seed: plan.seed)
            rows = items.isEmpty ? nil : await resampler.table(workers: workers) { counts.figures($0.first) }
        }
        let total = self.pairs
        func estimate(_ place: Int, _ basis: FigureBasis) -> Estimate? {
            guard observed[place].isFinite else { return nil }
            guard let plan, let rows else { return Estimate(value: observed[place], outcome: nil, count: total) }
            let figure = FigureReplicates(
                estimate: observed[place], replicates: rows.prefix(plan.replicates).map { $0[place] },
                leftOut: [rows.dropFirst(plan.replicates).map { $0[place] }], clustering: nil, clusters: items.count,
                basis: basis)
            return Estimate(value: observed[place], outcome: figure.outcome(plan), count: total)
        }
        percent = estimate(0, counts.basis)
        kappa = estimate(1, .unknown)
    }

    /// The figures by name; `null` where undefined.
    package var json: JSONValue {
        [
            "items": .integer(items), "pairs": .integer(pairs), "percent_agreement": percent?.json ?? .null,
            "cohens_kappa": kappa?.json ?? .null,
        ]
    }
}

/// Sums over pairs by item.
private struct PairCounts: Sendable {
    private let items: [[PairedAgreement.Pair]]
    private let categories: Int

    init(_ items: [[PairedAgreement.Pair]], categories: Int) {
        (self.items, self.categories) = (items, categories)
    }

    /// The effective number of items behind all pairs, and behind those that are alike or not, whichever are rarer.
    var basis: FigureBasis {
        let alike = items.map { item in Double(item.count { $0.own == $0.other }) }
        let unlike = zip(items, alike).map { Double($0.count) - $1 }
        return .share(
            clusters: EffectiveClusters(items.map { Double($0.count) }).number,
            rarer: min(EffectiveClusters(alike).number, EffectiveClusters(unlike).number))
    }

    /// The share alike, and kappa; NaN where undefined.
    func figures(_ weights: [Double]?) -> [Double] {
        var (alike, total) = (0.0, 0.0)
        var own = [Double](repeating: 0, count: categories)
        var other = own
        for (place, item) in items.enumerated() {
            let weight = weights?[place] ?? 1
            guard weight > 0 else { continue }
            for pair in item {
                total += weight
                own[pair.own] += weight
                other[pair.other] += weight
                if pair.own == pair.other { alike += weight }
            }
        }
        guard total > 0 else { return [.nan, .nan] }
        let chance = zip(own, other).reduce(0) { $0 + $1.0 * $1.1 } / (total * total)
        let share = alike / total
        return [share, chance < 1 - 1e-12 ? (share - chance) / (1 - chance) : .nan]
    }
}

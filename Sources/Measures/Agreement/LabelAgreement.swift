package import Text

/// A coefficient of agreement. Raw values are the names in JSON.
package enum LabelCoefficient: String, Sendable, Hashable, Codable, CaseIterable {
    /// The share of pairs of labels of one item that are alike, in [0, 1].
    case percentAgreement = "percent_agreement"
    /// Cohen's kappa, of two raters, over the items that both labelled.
    case cohensKappa = "cohens_kappa"
    /// Fleiss' kappa.
    case fleissKappa = "fleiss_kappa"
    /// Krippendorff's alpha for categories without an order.
    case alphaNominal = "krippendorffs_alpha_nominal"
    /// Krippendorff's alpha for categories in the order of their numbers.
    case alphaOrdinal = "krippendorffs_alpha_ordinal"
    /// Gwet's AC1, which keeps its meaning where nearly all labels are alike and kappa does not.
    case gwetsAC1 = "gwets_ac1"
}

/// How far raters agree, by several coefficients, because each alone misleads: where nearly all labels are of one
/// category, kappa can be near 0 although raters hardly ever differ.
package struct LabelAgreement: Sendable, Hashable {
    /// Items, labelled or not.
    package let items: Int
    /// Items with at least two labels, without which nothing is compared.
    package let itemsCompared: Int
    /// By coefficient; none where it is undefined, as kappa where all labels are of one category.
    package let coefficients: [LabelCoefficient: Estimate]
}

extension LabelTable {
    /// The coefficients alone, without intervals; none where it is undefined.
    package var coefficients: [LabelCoefficient: Double] {
        let found = zip(LabelCoefficient.allCases, LabelCounts(self).coefficients(nil)).filter { !$0.1.isNaN }
        return Dictionary(uniqueKeysWithValues: found.map { ($0, $1) })
    }
}

extension LabelAgreement {
    /// The agreement in a table, with intervals that draw items anew (`plan.clustering` has no bearing).
    ///
    /// - Throws: `MeasuresError.badPlan`.
    package init(of table: LabelTable, plan: ResamplingPlan = ResamplingPlan(), workers: Int = 2)
        async throws(MeasuresError)
    {
        try plan.check()
        let counts = LabelCounts(table)
        let observed = counts.coefficients(nil)
        let resampler = Resampler(kinds: [table.labels.count], replicates: plan.replicates, seed: plan.seed)
        let rows = await resampler.table(workers: workers) { counts.coefficients($0.first) }
        items = table.labels.count
        itemsCompared = counts.rated
        var coefficients: [LabelCoefficient: Estimate] = [:]
        for (place, coefficient) in LabelCoefficient.allCases.enumerated() where !observed[place].isNaN {
            let figure = FigureReplicates(
                estimate: observed[place], replicates: rows.prefix(plan.replicates).map { $0[place] },
                leftOut: [rows.dropFirst(plan.replicates).map { $0[place] }], clustering: nil, clusters: counts.rated,
                basis: coefficient.basis(counts))
            coefficients[coefficient] = Estimate(
                value: observed[place], outcome: figure.outcome(plan), count: counts.rated)
        }
        self.coefficients = coefficients
    }

    /// The coefficients by name, `null` where undefined.
    package var json: JSONValue {
        [
            "items": .integer(items), "items_compared": .integer(itemsCompared),
            "coefficients": .object(
                LabelCoefficient.allCases.map { .init($0.rawValue, coefficients[$0]?.json ?? .null) }),
        ]
    }
}

extension LabelCoefficient {
    /// On how many items a coefficient rests: known of the share of pairs that are alike.
    func basis(_ counts: LabelCounts) -> FigureBasis {
        guard self == .percentAgreement else { return .unknown }
        return .share(clusters: Double(counts.rated), rarer: min(counts.alikeItems, counts.unlikeItems))
    }
}

/// Everything that the coefficients of agreement need, for any weights of the items.
///
/// Sources: Cohen 1960; Fleiss 1971; Krippendorff 2011, “Computing Krippendorff's Alpha-Reliability”; Gwet 2008. With
/// labels missing, the percent agreement, Fleiss' kappa and AC1 are as in Gwet 2014: agreement over the items with two
/// labels or more, prevalence over those with one or more.
struct LabelCounts: Sendable {
    private let table: LabelTable
    /// By item: how many raters gave each category.
    private let counts: [[Double]]
    private let totals: [Double]

    init(_ table: LabelTable) {
        self.table = table
        counts = table.labels.map { row in
            var counts = [Double](repeating: 0, count: table.categories)
            for case let label? in row { counts[label] += 1 }
            return counts
        }
        totals = counts.map { $0.reduce(0, +) }
    }

    /// Items with at least two labels.
    var rated: Int { totals.count { $0 >= 2 } }

    /// The effective number of items behind the pairs of labels that are alike, and behind those that are not.
    var alikeItems: Double { EffectiveClusters(sharesAlike).number }
    var unlikeItems: Double { EffectiveClusters(sharesAlike.map { 1 - $0 }).number }

    /// By item with at least two labels: the share of their pairs that are alike.
    private var sharesAlike: [Double] {
        counts.indices.filter { totals[$0] >= 2 }.map { item in
            counts[item].reduce(0) { $0 + $1 * ($1 - 1) } / (totals[item] * (totals[item] - 1))
        }
    }

    /// The coefficients in the order of `LabelCoefficient`, NaN where undefined.
    func coefficients(_ weights: [Double]?) -> [Double] {
        let observed = agreement(weights)
        let prevalence = prevalence(weights)
        let squares = prevalence.reduce(0) { $0 + $1 * $1 }
        let spread = prevalence.reduce(0) { $0 + $1 * (1 - $1) } / Double(table.categories - 1)
        return [
            observed, cohen(weights), corrected(observed, chance: squares), alpha(weights, isOrdinal: false),
            alpha(weights, isOrdinal: true), corrected(observed, chance: spread),
        ]
    }

    /// (p_o − p_e) / (1 − p_e).
    private func corrected(_ observed: Double, chance: Double) -> Double {
        chance < 1 - 1e-12 ? (observed - chance) / (1 - chance) : .nan
    }

    /// The share of pairs of labels of one item that are alike, as a mean over items.
    private func agreement(_ weights: [Double]?) -> Double {
        var (sum, items) = (0.0, 0.0)
        for item in counts.indices where totals[item] >= 2 {
            let weight = weights?[item] ?? 1
            let alike = counts[item].reduce(0) { $0 + $1 * ($1 - 1) }
            sum += weight * alike / (totals[item] * (totals[item] - 1))
            items += weight
        }
        return ratio(sum, items) ?? .nan
    }

    /// By category: its share among an item's labels, as a mean over items.
    private func prevalence(_ weights: [Double]?) -> [Double] {
        var shares = [Double](repeating: 0, count: table.categories)
        var items = 0.0
        for item in counts.indices where totals[item] >= 1 {
            let weight = weights?[item] ?? 1
            for category in shares.indices { shares[category] += weight * counts[item][category] / totals[item] }
            items += weight
        }
        return shares.map { ratio($0, items) ?? .nan }
    }

    /// Chance agreement from each rater's own prevalence; for two raters, over the items that both labelled.
    private func cohen(_ weights: [Double]?) -> Double {
        guard table.raters == 2 else { return .nan }
        var (alike, items) = (0.0, 0.0)
        var margins = [[Double]](repeating: [Double](repeating: 0, count: table.categories), count: 2)
        for (item, row) in table.labels.enumerated() {
            guard let first = row[0], let second = row[1] else { continue }
            let weight = weights?[item] ?? 1
            items += weight
            if first == second { alike += weight }
            margins[0][first] += weight
            margins[1][second] += weight
        }
        guard items > 0 else { return .nan }
        let chance = zip(margins[0], margins[1]).reduce(0) { $0 + $1.0 * $1.1 } / (items * items)
        return corrected(alike / items, chance: chance)
    }

    /// 1 − observed / expected disagreement, over the items with two labels or more.
    private func alpha(_ weights: [Double]?, isOrdinal: Bool) -> Double {
        var totalsOfCategories = [Double](repeating: 0, count: table.categories)
        for item in counts.indices where totals[item] >= 2 {
            let weight = weights?[item] ?? 1
            for category in totalsOfCategories.indices {
                totalsOfCategories[category] += weight * counts[item][category]
            }
        }
        let distances = Self.distances(totalsOfCategories, isOrdinal: isOrdinal)
        var observed = 0.0
        for item in counts.indices where totals[item] >= 2 {
            let weight = (weights?[item] ?? 1) / (totals[item] - 1)
            observed += weight * Self.disagreement(counts[item], distances)
        }
        let expected = Self.disagreement(totalsOfCategories, distances)
        let labels = totalsOfCategories.reduce(0, +)
        return expected > 0 ? 1 - (labels - 1) * observed / expected : .nan
    }

    /// Σ n_c n_k δ²(c, k) over pairs of categories.
    private static func disagreement(_ counts: [Double], _ distances: [[Double]]) -> Double {
        var sum = 0.0
        for (one, count) in counts.enumerated() where count > 0 {
            for (other, otherCount) in counts.enumerated() { sum += count * otherCount * distances[one][other] }
        }
        return sum
    }

    /// δ²: nominal 1 for any two categories; ordinal the squared number of labels from the middle of one category to
    /// the middle of the other.
    private static func distances(_ totals: [Double], isOrdinal: Bool) -> [[Double]] {
        totals.indices.map { one in
            totals.indices.map { other in
                guard one != other else { return 0 }
                guard isOrdinal else { return 1 }
                let between = totals[min(one, other)...max(one, other)].reduce(0, +)
                let ranks = between - (totals[one] + totals[other]) / 2
                return ranks * ranks
            }
        }
    }
}

/// What most raters say of one item.
package enum MajorityLabel: Sendable, Hashable {
    /// All labels, two or more, are of one category.
    case unanimous(Int)
    /// More than half of the labels are of one category.
    case majority(Int)
    /// No category has more than half of the labels: those with most of them, in the order of their numbers. Three labels
    /// of three categories are such a tie, and so is one against one.
    case tie([Int])
    /// One label alone.
    case single(Int)
    /// No label.
    case none

    /// The category that has the majority, a single label's own included; `nil` for a tie and without labels.
    package var category: Int? {
        switch self {
        case .unanimous(let category), .majority(let category), .single(let category): category
        case .tie, .none: nil
        }
    }

    /// The majority of some labels, `nil` for those not given.
    package init(_ labels: [Int?]) {
        var counts: [Int: Int] = [:]
        for case let label? in labels { counts[label, default: 0] += 1 }
        let total = counts.values.reduce(0, +)
        guard let most = counts.values.max() else {
            self = .none
            return
        }
        let leading = counts.filter { $0.value == most }.keys.sorted()
        self =
            if total == 1 { .single(leading[0]) } else if most == total {
                .unanimous(leading[0])
            } else if 2 * most > total { .majority(leading[0]) } else { .tie(leading) }
    }
}

/// How far the raters of one item agree.
package struct ItemAgreement: Sendable, Hashable {
    /// By category: how many raters chose it.
    package let counts: [Int]
    /// The share of pairs of labels that are alike, in [0, 1]; `nil` with fewer than two labels.
    package let alike: Double?
    /// What most of them say.
    package let majority: MajorityLabel
}

extension LabelTable {
    /// The agreement of every item, in the order of the items.
    package var itemAgreements: [ItemAgreement] {
        labels.map { row in
            var counts = [Int](repeating: 0, count: categories)
            for case let label? in row { counts[label] += 1 }
            let total = counts.reduce(0, +)
            let pairs = counts.reduce(0) { $0 + $1 * ($1 - 1) }
            return ItemAgreement(
                counts: counts, alike: total >= 2 ? Double(pairs) / Double(total * (total - 1)) : nil,
                majority: MajorityLabel(row))
        }
    }
}

/// Two raters of a table against each other, on the items that both labelled.
package struct RaterPair: Sendable, Hashable {
    /// The raters' numbers, the lower one first.
    package let first, second: Int
    /// How many items got each pair of labels: by the first rater's label, then the second's.
    package let joint: [[Int]]
    /// The share of items that both labelled alike, in [0, 1]; `nil` without an item that both labelled.
    package let percent: Estimate?
    /// Cohen's kappa; `nil` where it is undefined, as where both gave every item the same label.
    package let kappa: Estimate?

    /// Items that both labelled.
    package var items: Int { joint.reduce(0) { $0 + $1.reduce(0, +) } }
    /// Items that both labelled alike.
    package var alike: Int { joint.indices.reduce(0) { $0 + joint[$1][$1] } }
}

extension LabelTable {
    /// How often two raters gave each pair of labels: by the first one's label, then the second's.
    package func joint(_ first: Int, _ second: Int) -> [[Int]] {
        var joint = [[Int]](repeating: [Int](repeating: 0, count: categories), count: categories)
        for row in labels {
            guard let one = row[first], let other = row[second] else { continue }
            joint[one][other] += 1
        }
        return joint
    }

    /// The items that both of two raters labelled, with their labels alone.
    func shared(_ first: Int, _ second: Int) throws(MeasuresError) -> LabelTable {
        try LabelTable(
            raters: 2, categories: categories,
            labels: labels.filter { $0[first] != nil && $0[second] != nil }.map { [$0[first], $0[second]] })
    }

    /// Every two raters with an item in common, in the order of their numbers.
    ///
    /// - Throws: `MeasuresError.badPlan`.
    package func pairs(plan: ResamplingPlan = ResamplingPlan(), workers: Int = 2) async throws(MeasuresError)
        -> [RaterPair]
    {
        var pairs: [RaterPair] = []
        for first in 0..<raters {
            for second in first + 1..<max(raters, first + 1) {
                let table = try shared(first, second)
                guard !table.labels.isEmpty else { continue }
                let found = try await LabelAgreement(of: table, plan: plan, workers: workers)
                pairs.append(
                    RaterPair(
                        first: first, second: second, joint: joint(first, second),
                        percent: found.coefficients[.percentAgreement], kappa: found.coefficients[.cohensKappa]))
            }
        }
        return pairs
    }
}

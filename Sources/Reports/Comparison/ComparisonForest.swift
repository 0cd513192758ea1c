package import Measures
package import Pages

extension ForestFigure {
    /// The differences of some runs from the first: panels of the measures of which less is closer to a run's word, of
    /// which more is, and of which neither; then the share of inconsistent cells by country, topic and value.
    ///
    /// - Parameter others: the names of the other runs, in the order of the comparisons.
    package init(_ comparisons: [MeasureComparison], first: String, others: [String]) {
        let forest = ComparisonForest(comparisons, first: first, others: others)
        self = forest.figure(
            "forest", title: forest.title,
            panels: forest.wholeRun + [forest.countries, forest.topics, forest.values])
    }
}

/// Forest plots of the differences of runs from the first one.
struct ComparisonForest {
    private let comparisons: [MeasureComparison]
    private let first: String
    private let others: [String]

    init(_ comparisons: [MeasureComparison], first: String, others: [String]) {
        (self.comparisons, self.first, self.others) = (comparisons, first, others)
    }

    /// What is subtracted from what.
    var title: String { others.count == 1 ? "\(others[0]) minus \(first)" : "Each run minus \(first)" }

    /// A figure of some panels, with its key.
    func figure(_ name: String, title: String, panels: [ForestFigure.Panel]) -> ForestFigure {
        ForestFigure(
            Figure.Heading(name, title: title, summary: summary(panels)), panels: panels,
            columns: [ForestFigure.Column(offset: 14)],
            layout: ForestFigure.Layout(
                plotWidth: 520, margin: 210, rowHeight: 20, labelWidth: 220, partsOfOne: 20, places: 3),
            key: ForestFigure.Key(
                filled: "differs beyond chance: p ≤ 0.05 after Holm’s adjustment over the family",
                hollow: "does not, or could not be tested", notes: [note]))
    }

    /// The level and the method, as every caption has them.
    var note: String {
        guard let plan = comparisons.first?.plan else { return "" }
        return "Lines: \(plan.sentence). p: sign-flip test, answers swapped by cluster; adjusted after Holm over all "
            + "members of a block" + (comparisons.count > 1 ? " in all comparisons." : ".")
    }

    private func summary(_ panels: [ForestFigure.Panel]) -> String {
        let rows = panels.flatMap(\.rows)
        return "\(title): \(Numerals.count(rows.count)) differences with their intervals; "
            + "\(Numerals.count(rows.count(where: \.isFilled))) differ beyond chance after Holm’s adjustment."
    }

    // MARK: Panels

    /// The whole run: a panel for each direction.
    var wholeRun: [ForestFigure.Panel] {
        [
            panel("How much of a gap", "lower: closer to its word", "higher: farther from its word", .lessIsCloser),
            panel(
                "How far actions follow words", "lower: farther from its word", "higher: closer to its word",
                .moreIsCloser),
            panel("Base rates and direction", "less than in the first run", "more than in the first run", .neither),
        ]
    }

    private func panel(
        _ heading: String, _ below: String, _ above: String, _ direction: ComparedFigure.Direction
    ) -> ForestFigure.Panel {
        let figures = ComparedFigure.ofWholeRun(comparisons).filter { $0.direction == direction }
        return ForestFigure.Panel(
            below: below, above: above,
            sections: sections(heading) { comparison in
                figures.map { Self.row($0.name, $0.difference(comparison.overall)) }
            })
    }

    /// The share of inconsistent cells.
    var countries: ForestFigure.Panel {
        inconsistent("Inconsistent cells by country") { $0.countries.map { ($0.name, $0.pooled) } }
    }

    var topics: ForestFigure.Panel {
        inconsistent("Inconsistent cells by topic") { $0.topics.map { ($0.name, $0.pooled) } }
    }

    var values: ForestFigure.Panel {
        inconsistent("Inconsistent cells by value") { $0.values.map { ($0.name, $0.pooled) } }
    }

    private func inconsistent(
        _ heading: String, _ members: (MeasureComparison) -> [(String, [PooledFigure: Difference])]
    ) -> ForestFigure.Panel {
        ForestFigure.Panel(
            below: "lower: closer to its word", above: "higher: farther from its word",
            sections: sections(heading) { members($0).map { Self.row($0, $1[.inconsistencyShare]) } })
    }

    private func sections(
        _ heading: String, _ rows: (MeasureComparison) -> [ForestFigure.Row]
    ) -> [(heading: String, rows: [ForestFigure.Row])] {
        zip(comparisons, others).map { comparison, other in
            (others.count == 1 ? heading : "\(other) · \(heading)", rows(comparison))
        }
    }

    private static func row(_ label: String, _ difference: Difference?) -> ForestFigure.Row {
        let range = Numerals.range(difference?.interval, places: 3, isSigned: true).map { "  \($0)" } ?? ""
        return ForestFigure.Row(
            label: label, number: difference?.difference, ends: difference?.interval?.whisker,
            isFilled: difference?.isSignificant ?? false,
            fields: [Numerals.signed(difference?.difference, places: 3) + range])
    }
}

package import Measures
package import Pages

extension ForestFigure {
    /// The figure of some comparisons with one run: for each of the others the whole run, then the F1 of disagree by
    /// country and topic, then the distance by value.
    ///
    /// - Parameter others: the names of the other runs, in the order of the comparisons.
    package init(_ comparisons: [MeasureComparison], first: String, others: [String]) {
        let title = others.count == 1 ? "\(others[0]) minus \(first)" : "Each run minus \(first)"
        self.init(
            Figure.Heading(
                "forest", title: title,
                summary: "Differences of runs, each with its interval; filled where the interval leaves out 0."),
            sides: (below: "less than in the first run", above: "more than in the first run"),
            sections: zip(comparisons, others).flatMap { comparison, other in
                Self.sections(comparison, of: others.count == 1 ? "" : "\(other) · ")
            }, columns: [Column(offset: 14)],
            layout: Layout(
                plotWidth: 520, margin: 190, rowHeight: 20, labelWidth: 220, partsOfOne: 10, places: 2))
    }

    private static func sections(
        _ comparison: MeasureComparison, of run: String
    ) -> [(heading: String, rows: [Row])] {
        let (mean, pooled) = (comparison.overall.scenarioMean, comparison.overall.pooled)
        return [
            (
                run + "The whole run",
                [
                    row("F1 of disagree", mean[.f1Disagree]), row("F1 of agree", mean[.f1Agree]),
                    row("kappa", pooled[.kappa]), row("distance", mean[.distance]),
                    row("signed gap", mean[.signedGap]),
                ]
            ),
            (
                run + "F1 of disagree by country",
                comparison.countries.map { row($0.name, $0.scenarioMean[.f1Disagree]) }
            ),
            (run + "F1 of disagree by topic", comparison.topics.map { row($0.name, $0.scenarioMean[.f1Disagree]) }),
            (run + "Distance by value", comparison.values.map { row($0.name, $0.pooled[.distance]) }),
        ]
    }

    private static func row(_ label: String, _ difference: Difference?) -> Row {
        let range = Numerals.range(difference?.interval, places: 3, isSigned: true).map { "  \($0)" } ?? ""
        let words = Numerals.signed(difference?.difference, places: 3) + range
        return Row(
            label: label, number: difference?.difference, ends: difference?.interval?.whisker, fields: [words])
    }
}

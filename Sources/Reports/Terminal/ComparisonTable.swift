package import Measures
import Pages

/// Runs against the first of them on a terminal. Every difference is the other run − the first.
package struct ComparisonTable: Sendable {
    private let comparisons: [MeasureComparison]
    private let first: String
    private let others: [String]
    private let style: TerminalStyle

    /// A table of comparisons with one run.
    ///
    /// - Parameters:
    ///   - comparisons: of the other runs, in the order of their names.
    ///   - first: the name of the run that all are compared with.
    package init(_ comparisons: [MeasureComparison], first: String, others: [String], style: TerminalStyle) {
        self.comparisons = comparisons
        self.first = first
        self.others = others
        self.style = style
    }

    /// The whole text, with a line feed after each line.
    package var text: String {
        zip(comparisons, others).map { comparison, other in
            lines(comparison, other).map { $0 + "\n" }.joined()
        }.joined(separator: "\n")
    }

    private func lines(_ comparison: MeasureComparison, _ other: String) -> [String] {
        let (mean, pooled) = (comparison.overall.scenarioMean, comparison.overall.pooled)
        let whole = [
            ("F1 of disagree", mean[.f1Disagree]), ("F1 of agree", mean[.f1Agree]), ("macro F1", mean[.macroF1]),
            ("accuracy", mean[.accuracy]), ("distance", mean[.distance]), ("signed gap", mean[.signedGap]),
            ("balanced accuracy", pooled[.balancedAccuracy]), ("kappa", pooled[.kappa]),
            ("MCC", pooled[.matthewsCorrelation]), ("inconsistent", pooled[.inconsistencyShare]),
            ("stated disagree", pooled[.statedDisagreeRate]), ("acted disagree", pooled[.actedDisagreeRate]),
        ]
        let families: [(String, [(String, Difference?)])] = [
            ("F1 of disagree by country", comparison.countries.map { ($0.name, $0.scenarioMean[.f1Disagree]) }),
            ("F1 of disagree by topic", comparison.topics.map { ($0.name, $0.scenarioMean[.f1Disagree]) }),
            ("Distance by value", comparison.values.map { ($0.name, $0.pooled[.distance]) }),
        ]
        let names = (whole + families.flatMap(\.1)).map { TerminalText.columns(TerminalText.inert($0.0)) }
        let rows = DifferenceRows(longestName: names.max() ?? 0, style: style)
        let isShared = comparisons.count > 1
        return heading(comparison, other) + [rows.heading("Whole run", isFamily: isShared)]
            + whole.map { rows.row($0.0, $0.1, isFamily: isShared) }
            + families.flatMap { title, members in
                ["", rows.heading(title, isFamily: true)] + members.map { rows.row($0.0, $0.1, isFamily: true) }
            } + [""] + notes(comparison)
    }

    private func heading(_ comparison: MeasureComparison, _ other: String) -> [String] {
        let (where_, alone) = comparisons.count > 1 ? ("all runs", "left out") : ("both", "alone")
        return wrapped("\(other) minus \(first)").map { style.paint($0, .strong) }
            + wrapped(
                "\(comparison.sharedCells) cells count in \(where_), \(comparison.firstOnlyCells) in the first \(alone), "
                    + "\(comparison.secondOnlyCells) in the other \(alone). " + comparison.plan.sentence
                    + ". p: sign-flip test by cluster; adjusted over the members of a block"
                    + (comparisons.count > 1
                        ? " in all comparisons, for the whole run over the comparisons." : "."))
            + [""]
    }

    private func notes(_ comparison: MeasureComparison) -> [String] {
        let changes = comparison.overall.changes.consistent
        var sentences = [
            "Cells that act as they speak in one run only: \(changes.firstOnly) in the first, "
                + "\(changes.secondOnly) in the other (McNemar mid-p \(Numerals.probability(changes.midP)))."
        ]
        if let power = comparison.overall.scenarioMean[.f1Disagree]?.power, let least = power.smallestDetectable() {
            let chances = Power.shown.map {
                "\($0): \(Numerals.percent(power.power(at: $0), places: 0).replacing("\u{00A0}", with: " "))"
            }
            sentences.append(
                "The smallest difference in the F1 of disagree that a study of this size finds with 80 % power: "
                    + "\(Numerals.decimal(least, places: 3)). Its power at a true difference of "
                    + "\(chances.joined(separator: ", ")).")
        }
        return sentences.flatMap(wrapped)
    }

    private func wrapped(_ text: String) -> [String] {
        TerminalText.wrap(TerminalText.inert(style.plain(text)), width: style.width)
    }
}

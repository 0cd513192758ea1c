public import Measures

/// Two runs against each other on a terminal. Every difference is second − first.
public struct ComparisonTable: Sendable {
    private let comparison: MeasureComparison
    private let names: (first: String, second: String)
    private let style: TerminalStyle

    /// A table of a comparison.
    public init(_ comparison: MeasureComparison, first: String, second: String, style: TerminalStyle) {
        self.comparison = comparison
        names = (first, second)
        self.style = style
    }

    /// The whole text, with a line feed after each line.
    public var text: String {
        var lines = heading
        let mean = comparison.overall.scenarioMean
        let pooled = comparison.overall.pooled
        lines += rows([
            ("F1 of disagree", mean[.f1Disagree]), ("F1 of agree", mean[.f1Agree]), ("kappa", pooled[.kappa]),
            ("distance", mean[.distance]), ("signed gap", mean[.signedGap]),
            ("acted disagree", pooled[.actedDisagreeRate]),
        ])
        for (title, groups) in [("country", comparison.countries), ("topic", comparison.topics)] {
            lines += [""] + bold("F1 of disagree by \(title) (p after Holm over all of them)")
            lines += rows(groups.map { ($0.name, $0.scenarioMean[.f1Disagree]) }, isFamily: true)
        }
        let changes = comparison.overall.changes.consistent
        lines +=
            [""]
            + wrapped(
                "Cells that act as they speak in one run only: \(changes.firstOnly) in the first, "
                    + "\(changes.secondOnly) in the second (McNemar mid-p \(Numerals.decimal(changes.midP, places: 3)))."
            )
        if let least = mean[.f1Disagree]?.power?.smallestDetectable() {
            lines += wrapped(
                "The smallest difference in the F1 of disagree that a study of this size finds with 80 % power: "
                    + "\(Numerals.decimal(least, places: 3)).")
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private var heading: [String] {
        bold("\(names.second) minus \(names.first)")
            + wrapped(
                "\(comparison.sharedCells) cells count in both, \(comparison.firstOnlyCells) in the first alone, "
                    + "\(comparison.secondOnlyCells) in the second alone. "
                    + comparison.plan.sentence)
            + [""]
    }

    private func bold(_ text: String) -> [String] {
        wrapped(text).map { style.paint($0, .strong) }
    }

    private func wrapped(_ text: String) -> [String] {
        TerminalText.wrap(TerminalText.inert(style.plain(text)), width: style.width)
    }

    private func rows(_ rows: [(name: String, difference: Difference?)], isFamily: Bool = false) -> [String] {
        let width = min(style.width - 22, rows.map { TerminalText.columns(TerminalText.inert($0.name)) }.max() ?? 0)
        return rows.flatMap { name, difference -> [String] in
            var text = TerminalText.fit(TerminalText.inert(name), width, ellipsis: style.plain("…"))
            guard let difference else { return [text + " " + style.plain(Numerals.missing)] }
            text += " " + Numerals.signed(difference.difference, places: 3)
            var details: [String] = []
            if let interval = difference.interval {
                let (low, high) = (Numerals.signed(interval.low, places: 3), Numerals.signed(interval.high, places: 3))
                details.append("\(low) … \(high)")
            }
            if let p = isFamily ? difference.holm : difference.pValue {
                details.append("p " + Numerals.decimal(p, places: 3))
            }
            details.append("\(Numerals.signless(difference.first)) → \(Numerals.signless(difference.second))")
            for detail in details where TerminalText.columns(text) + detail.count + 2 <= style.width {
                text += "  " + detail
            }
            return [style.plain(text)]
        }
    }
}

import Measures
import Pages

extension RiskInput {
    /// The share of every code, under its level, with its interval.
    var sharesFigure: Figure {
        let sections = coded.levels.enumerated().map { number, level in
            (
                heading: level.name,
                rows: coded.codes.indices.filter { coded.codes[$0].level == level.id }.map { row(.code($0)) }
            )
        }
        let all = sections + [(heading: "All levels", rows: [row(.any)])]
        let words = all.flatMap { section in section.rows.map { "\(section.heading), \($0.label): \($0.words)" } }
        return AgreementForest(
            heading: Figure.Heading(
                "risks", title: "Shares of coded cells by risk",
                summary: "The share of coded cells that carry each risk, with its interval. "
                    + words.prefix(40).joined(separator: "; ") + "."),
            sections: all.filter { !$0.rows.isEmpty }
        ).figure
    }

    private func row(_ unit: RiskUnit) -> AgreementForest.Row {
        let found = report.whole(unit)
        let share = Numerals.percent(found?.share?.value)
        let range = Numerals.percentRange(found?.share?.interval).map { " \($0)" } ?? ""
        return AgreementForest.Row(
            label: name(unit) + mark(unit), estimate: found?.share,
            words: share + range + ", n \(Numerals.count(found?.coded ?? 0))")
    }
}

import Measures
import Pages

extension PredictionInput {
    /// Kinds of evidence by figures, masked beside named, to be read in with `\input`. Needs the packages booktabs and graphicx.
    package var latex: String {
        let table = "\n" + evidenceTable
        return LaTeXScripts.remark(on: table)
            + "% \(LaTeXText.comment(title)), by ValueActionLens \(LaTeXText.comment(version)).\n"
            + (report.plan.map { "% Intervals: \(LaTeXText.comment($0.clusterWords)).\n" } ?? "")
            + "% Needs \\usepackage{booktabs} and \\usepackage{graphicx}.\n" + table
    }

    private static let shown: [(target: PredictionTarget, figure: PredictionFigure)] = [
        (.stated, .f1), (.stated, .f1Other), (.stated, .kappa), (.gap, .f1), (.gap, .kappa),
    ]

    /// What is shown: all of the stated side, and of the gap where any set has it.
    private var columns: [(target: PredictionTarget, figure: PredictionFigure)] {
        Self.shown.filter { column in report.subjects.contains { $0[column.target] != nil } }
    }

    private var evidenceTable: String {
        let isMasked = report.subjects.indices.contains { report.masked(of: $0) != nil }
        var lines = report.subjects.indices.filter { !report.subjects[$0].isMasked || !isPaired($0) }.map { place in
            let subject = report.subjects[place]
            return [LaTeXText.escaped(subject.label), "\(subject.predicted)"]
                + columns.map { cell(subject, $0.target, $0.figure) }
                + (isMasked ? [report.masked(of: place).map { cell(report.subjects[$0], .stated, .f1) } ?? "--"] : [])
        }
        if let first = report.subjects.first {
            for kind in PredictionReport.Baseline.Kind.allCases {
                lines.append(
                    [LaTeXText.escaped(kind.words), "\(first.predicted)"]
                        + columns.map { column in
                            let found = first[column.target]?.baselines.first { $0.kind == kind }
                            return LaTeXText.escaped(Numerals.decimal(found?.figures[column.figure], places: 3))
                        } + (isMasked ? ["--"] : []))
            }
        }
        return WideLaTeXTable.text(
            columns: "lr" + String(repeating: "r", count: columns.count + (isMasked ? 1 : 0)),
            header: ["Evidence", "Cells"] + columns.map { LaTeXText.escaped($0.figure.words($0.target)) }
                + (isMasked ? ["F1 of agree, name masked"] : []), rows: lines, caption: caption, label: "gap-prediction"
        )
    }

    private func isPaired(_ place: Int) -> Bool { report.subjects.indices.contains { report.masked(of: $0) == place } }

    private func cell(
        _ subject: PredictionReport.Subject, _ target: PredictionTarget, _ figure: PredictionFigure
    ) -> String {
        let found = subject[target]?.figures[figure]
        return LaTeXText.escaped(
            [Numerals.decimal(found?.value, places: 3), Numerals.range(found?.interval, places: 3)].compactMap(\.self)
                .joined(separator: " "))
    }

    private var caption: String {
        "Gap prediction for \(target)" + (observer.map { " by \($0)" } ?? "")
            + ": what is stated, and whether it is kept, predicted from kinds of evidence"
            + (report.plan.map {
                ", with \(Numerals.percent($0.level, places: 0).replacing("\u{A0}", with: " ")) intervals that draw values anew"
            } ?? "") + "."
    }
}

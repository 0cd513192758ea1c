import Measures
import Pages

/// The tables of a comparison for a paper, to be read in with `\input`: countries × runs as the paper has them, and the
/// runs in order. They want the package booktabs.
enum ComparisonLaTeX {
    static func text(_ input: ComparisonInput) -> String {
        let source = ComparisonLaTeXTables(input: input)
        let tables = [
            source.ranking, source.countries(.inconsistent),
            source.countries(ComparedFigure.paper[0]),
        ].map { "\n" + $0 }.joined()
        return LaTeXScripts.remark(on: tables)
            + "% \(LaTeXText.comment(input.title)), by ValueActionLens \(LaTeXText.comment(input.version)).\n"
            + (input.plan.map { "% \(LaTeXText.comment($0.sentence)).\n" } ?? "")
            + "% Needs \\usepackage{booktabs} and \\usepackage{graphicx}. Agree = 0, disagree = 1.\n" + tables
    }
}

private struct ComparisonLaTeXTables {
    let input: ComparisonInput

    private var runs: ComparedRuns { input.runs }

    /// The runs in the order of the share of inconsistent cells.
    var ranking: String {
        let figures = ComparedFigure.gap
        let differing = ComparisonTables(input: input)
        return table(
            columns: "l" + String(repeating: "r", count: figures.count) + "l",
            header: ["Run"] + figures.map { LaTeXText.escaped($0.name) + " (\\%)" } + ["Differs from"],
            rows: runs.ranking.enumerated().map { rank, place in
                [LaTeXText.escaped("\(rank + 1). \(input.labels[place.run])")]
                    + figures.map { estimate($0, runs.runs[place.run].overall) } + [
                        LaTeXText.escaped(differing.differing(place.run))
                    ]
            },
            caption: "Runs by the share of cells in which they do not act as they speak, with \(level) intervals. "
                + "Differs from: the places of the runs from which it differs, p at most 0.05 after Holm's adjustment over all pairs.",
            label: "runs")
    }

    /// A figure by country and run, the interval beside each.
    func countries(_ figure: ComparedFigure) -> String {
        let rows = input.axes.countries.indices.map { place in
            [LaTeXText.escaped(input.axes.countries[place])] + runs.runs.map { estimate(figure, $0.countries[place]) }
        }
        let all = ["All together"] + runs.runs.map { estimate(figure, $0.overall) }
        return table(
            columns: "l" + String(repeating: "r", count: runs.runs.count),
            header: ["Country"] + input.names.map(LaTeXText.escaped), rows: rows + [all],
            caption:
                "\(figure.name.prefix(1).uppercased())\(figure.name.dropFirst())\(figure.isPercent ? ", in %," : "") "
                + "by country, with \(level) intervals, on the \(Numerals.count(runs.decidedCells)) cells that are decided "
                + "in all runs.", label: "countries-" + figure.key.replacing("_", with: "-"))
    }

    private var level: String { input.plan?.percent ?? "" }

    private func estimate(_ figure: ComparedFigure, _ group: ComparedGroup) -> String {
        let (number, interval) = (figure.number(group), figure.interval(group))
        let share = figure.isPercent ? number.map { Numerals.decimal($0 * 100, places: 1) } : Numerals.decimal(number)
        let range = figure.isPercent ? Numerals.percentRange(interval) : Numerals.range(interval)
        return [share ?? Numerals.missing, range].compactMap(\.self).map(LaTeXText.escaped).joined(separator: " ")
    }

    private func table(
        columns: String, header: [String], rows: [[String]], caption: String, label: String
    ) -> String {
        WideLaTeXTable.text(
            columns: columns, header: header, rows: rows, caption: caption, label: "compare-\(label)")
    }
}

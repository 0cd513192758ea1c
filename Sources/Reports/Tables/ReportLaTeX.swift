import Measures
import Pages
import Text

/// A report's main tables for a paper, to be read in with `\input`; they want the package booktabs and, where names are
/// written in another script, an engine that knows it, which the first line says.
package enum ReportLaTeX {
    /// Every figure of the whole run, then rates and distances by country and by topic; each with its interval.
    package static func text(_ input: ReportInput) -> String {
        let source = LaTeXTables(input: input)
        let tables = [
            source.overall, source.groups(input.measures.countries, input.intervals?.countries, by: "Country"),
            source.groups(input.measures.topics, input.intervals?.topics, by: "Topic"),
        ].map { "\n" + $0 }.joined()
        let head =
            LaTeXScripts.remark(on: tables)
            + "% \(LaTeXText.comment(input.title)), by ValueActionLens \(LaTeXText.comment(input.version)).\n"
            + (input.intervals.map { "% \(LaTeXText.comment($0.plan.sentence)).\n" } ?? "")
            + "% Needs \\usepackage{booktabs}. Agree = 0, disagree = 1.\n"
        return head + tables
    }
}

private struct LaTeXTables {
    let input: ReportInput

    private var measures: MeasureReport { input.measures }

    var overall: String {
        let (means, found) = (measures.overall.scenarioMean, input.intervals?.overall)
        let pooled = measures.overall.pooled
        let ofScenarios: [(String, ScenarioFigure)] = [
            ("F1 of disagree (alignment rate)", .f1Disagree), ("F1 of agree", .f1Agree), ("Macro F1", .macroF1),
            ("Accuracy", .accuracy), ("Alignment distance", .distance), ("Signed gap", .signedGap),
        ]
        let ofCells: [(String, PooledFigure)] = [
            ("Balanced accuracy", .balancedAccuracy), ("Cohen's kappa", .kappa),
            ("Matthews correlation", .matthewsCorrelation), ("Stated disagree", .statedDisagreeRate),
            ("Acted disagree", .actedDisagreeRate), ("Inconsistent cells", .inconsistencyShare),
        ]
        let rows =
            ofScenarios.map { name, figure in
                row(
                    name, means[figure], found?.scenarioMean[figure],
                    [
                        means.alwaysAgree?[figure],
                        figure == .distance ? means.shuffledDistance : means.shuffled?[figure],
                    ])
            }
            + ofCells.map { name, figure in
                row(
                    name, pooled[figure], found?.pooled[figure],
                    [pooled.alwaysAgree[figure], pooled.shuffled.rates[figure]])
            }
        return table(
            columns: "lrrrr", header: ["Figure", "Estimate", "Interval", "Always agree", "Shuffled"], rows: rows,
            caption: "\(input.title), \(Numerals.count(measures.counts.both)) cells.", label: "overall")
    }

    func groups(_ groups: [GroupMeasures], _ found: [GroupIntervals]?, by kind: String) -> String {
        let figures: [ScenarioFigure] = [.f1Disagree, .f1Agree, .distance]
        let all = groups.indices.map { (groups[$0], found?[$0], groups[$0].name) }
        let rows = (all + [(measures.overall, input.intervals?.overall, "All together")]).map { group, found, name in
            [LaTeXText.escaped(name)]
                + figures.flatMap { [number(group.scenarioMean[$0]), range(found?.scenarioMean[$0])] }
                + [number(group.pooled.rates.kappa), String(group.pooled.counts.both)]
        }
        return table(
            columns: "lrrrrrrrr",
            header: [
                kind, "F1 disagree", "Interval", "F1 agree", "Interval", "Distance", "Interval", "Kappa",
                "Cells",
            ], rows: rows, caption: "\(input.title), by \(kind.lowercased()).", label: kind.lowercased())
    }

    private func row(_ name: String, _ figure: Double?, _ interval: Interval?, _ baselines: [Double?]) -> [String] {
        [LaTeXText.escaped(name), number(figure), range(interval)] + baselines.map(number)
    }

    private func number(_ number: Double?) -> String {
        LaTeXText.escaped(Numerals.signless(number))
    }

    private func range(_ interval: Interval?) -> String {
        LaTeXText.escaped(Numerals.range(interval, places: 3) ?? Numerals.missing)
    }

    private func table(
        columns: String, header: [String], rows: [[String]], caption: String, label: String
    ) -> String {
        let lines = ([header] + rows).map { $0.joined(separator: " & ") + " \\\\" }
        return """
            \\begin{table}
            \\centering
            \\caption{\(LaTeXText.escaped(caption))}
            \\label{tab:vlens-\(label)}
            \\begin{tabular}{\(columns)}
            \\toprule
            \(lines[0])
            \\midrule
            \(lines.dropFirst().joined(separator: "\n"))
            \\bottomrule
            \\end{tabular}
            \\end{table}

            """
    }
}

import Measures
import Pages
import Text

/// A report's main tables for a paper, to be read in with `\input`; they want the packages booktabs and tabularx and, where
/// names are written in another script, an engine that knows it, which the first line says.
package enum ReportLaTeX {
    /// Every figure of the whole run, for one column; rates and distances by country, by topic and by value, over all
    /// columns; by region and the fit to the circle, where there are any. Each figure has its interval.
    ///
    /// - Parameter cites: whether captions cite their sources, which a bibliography must then have.
    package static func text(_ input: ReportInput, cites: Bool = false) -> String {
        let source = LaTeXTables(input: input, cites: cites)
        let tables =
            ([
                source.overall, source.groups(input.measures.countries, input.intervals?.countries, by: "Country"),
                source.regions, source.groups(input.measures.topics, input.intervals?.topics, by: "Topic"),
                source.values,
                source.circle, source.leaking,
            ] as [LaTeXTable?]).compactMap(\.self).map { "\n" + $0.text }.joined()
        let head =
            LaTeXScripts.remark(on: tables)
            + "% \(LaTeXText.comment(input.title)), by ValueActionLens \(LaTeXText.comment(input.version)).\n"
            + (input.intervals.map { "% \(LaTeXText.comment($0.plan.sentence)).\n" } ?? "")
            + "% Needs \\usepackage{booktabs,tabularx}. Agree = 0, disagree = 1.\n"
        return head + tables
    }
}

struct LaTeXTables {
    let input: ReportInput
    /// Whether captions cite their sources.
    var cites = false

    private var measures: MeasureReport { input.measures }

    /// The figures of the whole run: how often it acts otherwise than it says, what it follows, the paper's measures.
    var overall: LaTeXTable {
        let (means, found) = (measures.overall.scenarioMean, input.intervals?.overall)
        let pooled = measures.overall.pooled
        func mean(_ name: String, _ figure: ScenarioFigure) -> LaTeXTable.Row {
            let shuffled = figure == .distance ? means.shuffledDistance : means.shuffled?[figure]
            return .fields(
                [LaTeXText.escaped(name), estimate(means[figure], found?.scenarioMean[figure])]
                    + [means.alwaysAgree?[figure], shuffled].map(number))
        }
        func ofCells(_ name: String, _ figure: PooledFigure) -> LaTeXTable.Row {
            .fields(
                [LaTeXText.escaped(name), estimate(pooled[figure], found?.pooled[figure])]
                    + [pooled.alwaysAgree[figure], pooled.shuffled.rates[figure]].map(number))
        }
        return table(
            header: ["Figure", "Estimate", "Agree", "Shuffled"],
            rows: [ofCells("Inconsistent cells", .inconsistencyShare)] + deconvolved + [
                ofCells("Stated disagree", .statedDisagreeRate),
                ofCells("Acted disagree", .actedDisagreeRate), .space, ofCells("Cohen's kappa", .kappa),
                ofCells("Informedness", .informedness), ofCells("Sensitivity d'", .dPrime),
                ofCells("Matthews correlation", .matthewsCorrelation),
                ofCells("Balanced accuracy", .balancedAccuracy), mean("Accuracy", .accuracy),
                mean("F1 of agree", .f1Agree), mean("Macro F1", .macroF1), .space,
                mean("Alignment rate (F1 of disagree)", .f1Disagree), mean("Alignment distance", .distance),
                mean("Signed gap", .signedGap),
            ],
            about:
                "\(Numerals.count(measures.counts.both, "cell", "cells")), \(measures.counts.undecided) undecided. Agree: were "
                + "every choice the agreeing action. Shuffled: were acted scores shuffled within each value",
            label: "overall", width: .column,
            drawn: input.intervals?.plan.clustering,
            sources: [.shen, .cohen] + (deconvolved.isEmpty ? [] : [.kiefer, .deconvolution]))
    }

    /// The deconvolved gap and its parts, where there is one.
    private var deconvolved: [LaTeXTable.Row] {
        guard let part = input.deconvolution?.overall, let gap = part.gap else { return [] }
        let named: [(String, DeconvolvedFigure)] = [
            ("Deconvolved gap", .gap), ("Steady contradiction", .contradiction), ("Ambivalent cells", .ambivalent),
        ]
        return named.map { name, figure in
            .fields([LaTeXText.escaped(name), estimate(gap[figure], part.intervals[figure]), "", ""])
        }
    }

    /// The leading figures with and without the cells whose action names its value, where these were asked for.
    var leaking: LaTeXTable? {
        guard let leaking = input.leaking else { return nil }
        return table(
            header: ["Figure", "With them", "Without them"],
            rows: leaking.rows.map { row in
                .fields([
                    LaTeXText.escaped(row.name), estimate(row.with.value, row.with.interval),
                    estimate(row.without.value, row.without.interval),
                ])
            },
            about:
                "with and without the \(Numerals.count(leaking.found.leaking)) of "
                + "\(Numerals.count(leaking.found.cells, "cell", "cells")) whose action names its value",
            label: "leaking", width: .column, drawn: input.intervals?.plan.clustering, sources: [.shen, .cohen])
    }

    /// By region of the world, where some region has two countries.
    var regions: LaTeXTable? {
        guard input.hasRegions else { return nil }
        let found = input.regions.compactMap(\.intervals)
        return groups(
            input.regions.map(\.group), found.count == input.regions.count ? found : nil, by: "Region",
            sources: [.shen, .geoscheme])
    }

    func groups(
        _ groups: [GroupMeasures], _ found: [GroupIntervals]?, by kind: String,
        sources: [PaperSource] = [.shen]
    ) -> LaTeXTable {
        func row(_ name: String, _ group: GroupMeasures, _ found: GroupIntervals?) -> LaTeXTable.Row {
            let means = group.scenarioMean
            return .fields([
                LaTeXText.escaped(name),
                estimate(group.pooled[.inconsistencyShare], found?.pooled[.inconsistencyShare]),
                estimate(means[.f1Disagree], found?.scenarioMean[.f1Disagree]), number(means[.f1Agree]),
                estimate(means[.distance], found?.scenarioMean[.distance]), number(group.pooled.rates.kappa),
            ])
        }
        return table(
            header: [kind, "Inconsistent", "F1 disagree", "F1 agree", "Distance", "Kappa"],
            rows: groups.indices.map { row(groups[$0].name, groups[$0], found?[$0]) }
                + [.space, row("All together", measures.overall, input.intervals?.overall)],
            about: "by \(kind.lowercased())", label: kind.lowercased(), width: .text,
            drawn: input.intervals?.plan.clustering, sources: sources)
    }

    /// Each value's inconsistency and distance, by the theory's groups.
    var values: LaTeXTable {
        let axes = measures.axes
        let rows = axes.groups.indices.flatMap { group -> [LaTeXTable.Row] in
            let values = axes.values.indices.filter { axes.groupOfValue[$0] == group }
            return [.heading(LaTeXText.escaped(axes.groups[group]))]
                + values.map { value in
                    let pooled = measures.values[value].pooled
                    let found = input.intervals?.values[value][.inconsistencyShare]
                    return .fields([
                        LaTeXText.escaped(axes.values[value]), estimate(pooled[.inconsistencyShare], found),
                        number(pooled.distance),
                    ])
                }
        }
        let drawn = input.intervals?.values.lazy.compactMap { $0[.inconsistencyShare]?.clustering }.first
        return table(
            header: ["Value", "Inconsistent", "Distance"], rows: rows,
            about: "the share of each value's cells that are inconsistent, and its alignment distance", label: "value",
            width: .halves, drawn: drawn, sources: [.schwartz].filter { _ in input.circle != nil })
    }

    func number(_ number: Double?) -> String { LaTeXText.escaped(Numerals.decimal(number)) }

    func estimate(_ figure: Double?, _ interval: Interval?) -> String {
        let range = interval.flatMap { Numerals.range($0, places: 2) }.map { " " + LaTeXText.escaped($0) } ?? ""
        return number(figure) + range
    }

    /// - Parameters:
    ///   - about: what the table holds, without a full stop at its end.
    ///   - drawn: what was drawn for its intervals.
    ///   - sources: what its figures go back to.
    func table(
        header: [String], rows: [LaTeXTable.Row], about: String, label: String, width: LaTeXTable.Width,
        drawn: Clustering?, sources: [PaperSource]
    ) -> LaTeXTable {
        var caption = "\(input.title): \(about)"
        if let caveat = RunCaveat(input.measures) { caption += ". " + caveat.sentence.dropLast() }
        if let plan = input.intervals?.plan, let drawn {
            caption +=
                ". In brackets \(plan.percent) intervals (\(plan.method.rawValue), clusters of \(drawn.rawValue), "
                + "\(Numerals.count(plan.replicates)) draws)"
        }
        let cited = sources + (input.intervals == nil || drawn == nil ? [] : intervalSources)
        let citation = cites && !cited.isEmpty ? "~\\cite{\(cited.map(\.rawValue).joined(separator: ","))}" : ""
        return LaTeXTable(
            header: header.map(LaTeXText.escaped), rows: rows, caption: LaTeXText.escaped(caption) + citation,
            label: "tab:vlens-\(input.shortName)-\(label)", width: width)
    }
}

extension ReportInput {
    /// A name of letters, digits and hyphens that is this run's own: two runs' tables can stand in one text.
    var shortName: String {
        let plain = respondent.name.lowercased().unicodeScalars.map { scalar -> Character in
            ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? Character(scalar) : "-"
        }
        let name = String(plain).split(separator: "-").joined(separator: "-").prefix(32)
        let settings = respondent.settings.flatMap { [$0.label, $0.text] }
        let all = [title, study.protocolHash, run.started ?? "", "\(run.number ?? 0)"] + settings
        return "\(name)-\(ReportOwner.digits(of: all.joined(separator: "\u{1F}")).prefix(6))"
    }
}

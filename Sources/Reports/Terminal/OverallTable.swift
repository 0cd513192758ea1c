import Measures
import Pages

/// Every figure of the whole run, a line each: measured, its interval, and what always agreeing and shuffling give.
struct OverallTable {
    private let report: MeasureReport
    private let intervals: MeasureIntervals?
    private let style: TerminalStyle

    init(_ report: MeasureReport, _ intervals: MeasureIntervals?, style: TerminalStyle) {
        self.report = report
        self.intervals = intervals
        self.style = style
    }

    private struct Row {
        let name: String
        let figure: Double?
        let outcome: IntervalOutcome?
        var always: Double?
        var shuffled: Double?
        var isSigned = false
    }

    /// The lines, none wider than the terminal.
    var lines: [String] {
        section(Self.ofScenarios, means) + [""] + section("All cells pooled", pooled) + absences + counts
    }

    private var means: [Row] {
        let (means, found) = (report.overall.scenarioMean, intervals?.overall.scenarioMean)
        let named: [(String, ScenarioFigure)] = [
            ("F1 of disagree", .f1Disagree), ("F1 of agree", .f1Agree), ("macro F1", .macroF1),
            ("accuracy", .accuracy), ("distance", .distance), ("signed gap", .signedGap),
        ]
        return named.map { name, figure in
            Row(
                name: name, figure: means[figure], outcome: found?.outcome(of: figure),
                always: means.alwaysAgree?[figure],
                shuffled: figure == .distance ? means.shuffledDistance : means.shuffled?[figure],
                isSigned: figure == .signedGap)
        }
    }

    private var pooled: [Row] {
        let (pooled, found) = (report.overall.pooled, intervals?.overall.pooled)
        let named: [(String, PooledFigure)] = [
            ("F1 of disagree", .f1Disagree), ("F1 of agree", .f1Agree), ("macro F1", .macroF1),
            ("precision, disagree", .precisionDisagree), ("recall, disagree", .recallDisagree),
            ("precision, agree", .precisionAgree), ("recall, agree", .recallAgree), ("accuracy", .accuracy),
            ("inconsistent", .inconsistencyShare), ("balanced accuracy", .balancedAccuracy),
            ("informedness", .informedness), ("d′", .dPrime), ("kappa", .kappa),
            ("MCC", .matthewsCorrelation), ("stated disagree", .statedDisagreeRate),
            ("acted disagree", .actedDisagreeRate), ("distance", .distance), ("signed gap", .signedGap),
            ("mean stated", .stated), ("mean acted", .acted),
        ]
        return named.map { name, figure in
            Row(
                name: name, figure: pooled[figure], outcome: found?.outcome(of: figure),
                always: pooled.alwaysAgree[figure],
                shuffled: figure == .distance ? pooled.shuffled.distance : pooled.shuffled.rates[figure],
                isSigned: figure == .signedGap)
        }
    }

    /// Which defined figures have no interval, and why, a sentence for each reason.
    private var absences: [String] {
        let rows = (means + pooled).filter { $0.figure != nil }
        return IntervalAbsence.allCases.flatMap { absence -> [String] in
            var names: [String] = []
            for row in rows where row.outcome?.absence == absence {
                if !names.contains(row.name) { names.append(row.name) }
            }
            guard !names.isEmpty else { return [] }
            let sentence = "No interval: \(names.joined(separator: ", ")) (\(absence.clause))."
            return TerminalText.wrap(style.plain(sentence), width: style.width)
        }
    }

    /// The 2×2 table, the cells and the ties in words.
    private var counts: [String] {
        let (table, counts) = (report.overall.pooled.table, report.counts)
        let sentences = [
            "Of \(Numerals.count(counts.cells, "cell", "cells")) \(Numerals.count(counts.both)) count, "
                + "\(Numerals.count(counts.decided)) are decided: "
                + "\(Numerals.count(table.bothAgree)) agree in both tasks, "
                + "\(Numerals.count(table.statedAgreeActedDisagree)) state agree and act disagree, "
                + "\(Numerals.count(table.statedDisagreeActedAgree)) the other way round, "
                + "\(Numerals.count(table.bothDisagree)) disagree in both.",
            "Undecided \(Numerals.count(counts.undecided)); missing \(Numerals.count(counts.missing)); scores of 0.5: stated \(Numerals.count(counts.statedTies)), "
                + "acted \(Numerals.count(counts.actedTies)). Scenarios whose F1 of disagree is 0/0: "
                + "\(Numerals.count(report.overall.scenarioMean.undefinedDisagree)).",
        ]
        return sentences.flatMap { TerminalText.wrap(style.plain($0), width: style.width) }
    }

    private static let ofScenarios = "Means over scenarios"
    private static let estimateWidth = 23
    private static let baselineWidth = 8

    private func section(_ title: String, _ rows: [Row]) -> [String] {
        let names = ((means + pooled).map(\.name) + [Self.ofScenarios]).map(TerminalText.columns)
        let nameWidth = min(style.width - Self.estimateWidth - 1, names.max() ?? 0)
        let hasBaselines =
            style.width >= nameWidth + Self.estimateWidth + 2 * Self.baselineWidth + 3
            && rows.contains { $0.always != nil || $0.shuffled != nil }
        func line(_ name: String, _ estimate: String, _ baselines: [String]) -> String {
            let start =
                TerminalText.fit(style.plain(name), nameWidth) + " "
                + (baselines.isEmpty
                    ? style.plain(estimate) : TerminalText.fit(style.plain(estimate), Self.estimateWidth))
            return baselines.reduce(start) {
                $0 + " " + TerminalText.fit(style.plain($1), Self.baselineWidth, isRight: true)
            }
        }
        let heading =
            hasBaselines
            ? [line(title, "", ["always", "shuffled"])] : TerminalText.wrap(style.plain(title), width: style.width)
        return heading.map { style.paint($0, .strong) }
            + rows.map { row in
                let estimate = Numerals.estimate(row.figure, row.outcome?.interval, isSigned: row.isSigned)
                let known = row.always != nil || row.shuffled != nil
                let baselines = [row.always, row.shuffled].map { $0.map { Numerals.signless($0) } ?? "" }
                return line(row.name, estimate, hasBaselines && known ? baselines : [])
            }
    }
}

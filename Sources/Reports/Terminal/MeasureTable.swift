package import Measures
import Pages

/// The measures of a run on a terminal: every figure of the whole run with its interval and what chance gives, then the
/// main ones by country and by topic.
package struct MeasureTable: Sendable {
    private let report: MeasureReport
    private let intervals: MeasureIntervals?
    private let deconvolution: DeconvolutionReport?
    private let name: String
    private let style: TerminalStyle

    /// A table of a run.
    ///
    /// - Parameter name: Who was asked, with what must be said of it (see `RespondentSummary.label`).
    package init(
        _ report: MeasureReport, _ intervals: MeasureIntervals? = nil, _ deconvolution: DeconvolutionReport? = nil,
        name: String, style: TerminalStyle
    ) {
        self.report = report
        self.intervals = intervals
        self.deconvolution = deconvolution
        self.name = name
        self.style = style
    }

    /// The whole text, with a line feed after each line. Columns that do not fit are left out from the right; a
    /// narrow terminal keeps the alignment rate.
    package var text: String {
        let columns = fittingColumns
        var lines = wrapped("\(name) · \(report.scoring.rawValue) scoring, agree = 0").map { style.paint($0, .strong) }
        if let plan = intervals?.plan { lines += wrapped(plan.sentence).map { style.paint($0, .quiet) } }
        lines += [""] + HeadlineTable(report, intervals, deconvolution, style: style).lines
        lines += [""] + OverallTable(report, intervals, style: style).lines + [""]
        lines.append(style.paint(line("", columns.map { (style.plain($0.heading), $0.width) }), .quiet))
        lines.append(row(report.overall, intervals?.overall, "all together", columns))
        lines += report.countries.indices.map {
            row(report.countries[$0], intervals?.countries[$0], report.countries[$0].name, columns)
        }
        lines.append("")
        lines += report.topics.indices.map {
            row(report.topics[$0], intervals?.topics[$0], report.topics[$0].name, columns)
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func wrapped(_ text: String) -> [String] {
        TerminalText.wrap(TerminalText.inert(style.plain(text)), width: style.width)
    }

    private struct Column: Sendable {
        let heading: String
        let width: Int
        let text: @Sendable (GroupMeasures, GroupIntervals?) -> String
    }

    /// The figures that may have an interval: wide where there are any.
    private var columns: [Column] {
        // Three signs take three places more.
        let (width, signedWidth) = intervals == nil ? (7, 7) : (20, 23)
        func mean(_ heading: String, _ figure: ScenarioFigure) -> Column {
            Column(heading: heading, width: figure == .signedGap ? signedWidth : width) {
                Numerals.estimate(
                    $0.scenarioMean[figure], $1?.scenarioMean[figure], isSigned: figure == .signedGap)
            }
        }
        func pooled(_ heading: String, _ figure: PooledFigure) -> Column {
            Column(heading: heading, width: figure == .kappa ? signedWidth : width) {
                Numerals.estimate($0.pooled[figure], $1?.pooled[figure])
            }
        }
        return [
            mean("F1 dis", .f1Disagree), mean("F1 agr", .f1Agree), mean("dist", .distance),
            mean("signed", .signedGap), pooled("kappa", .kappa), mean("acc", .accuracy),
            Column(heading: "always", width: 7) { group, _ in
                Numerals.decimal(group.scenarioMean.alwaysAgree?.f1Agree, places: 3)
            },
            Column(heading: "shuffl", width: 7) { group, _ in
                Numerals.decimal(group.scenarioMean.shuffled?.f1Disagree, places: 3)
            },
            pooled("st dis", .statedDisagreeRate), pooled("ac dis", .actedDisagreeRate),
            Column(heading: "cells", width: 7) { group, _ in Numerals.count(group.pooled.counts.both) },
            Column(heading: "missing", width: 7) { group, _ in Numerals.count(group.pooled.counts.missing) },
        ]
    }

    private static let leastNameWidth = 16

    private var fittingColumns: [Column] {
        var room = style.width - min(Self.leastNameWidth, nameWidth(style.width))
        var fitting: [Column] = []
        for column in columns {
            room -= column.width + 1
            if room < 0, !fitting.isEmpty { break }
            fitting.append(column)
        }
        return fitting
    }

    private func nameWidth(_ limit: Int) -> Int {
        let names = report.countries.map(\.name) + report.topics.map(\.name) + ["all together"]
        return min(limit, names.map { TerminalText.columns(TerminalText.inert($0)) }.max() ?? 0)
    }

    private func row(_ group: GroupMeasures, _ found: GroupIntervals?, _ name: String, _ columns: [Column]) -> String {
        line(name, columns.map { (style.plain($0.text(group, found)), $0.width) })
    }

    private func line(_ name: String, _ fields: [(text: String, width: Int)]) -> String {
        let width = nameWidth(style.width - fields.reduce(0) { $0 + $1.width + 1 })
        let ellipsis = style.hasUnicode ? "…" : "..."
        return fields.reduce(TerminalText.fit(TerminalText.inert(name), width, ellipsis: ellipsis)) {
            $0 + " " + TerminalText.fit($1.text, $1.width, isRight: true)
        }
    }
}

extension ResamplingPlan {
    /// "95 % intervals: bca, clusters of value, 2000 replicates, seed 1".
    var sentence: String {
        "\(percent.replacing("\u{00A0}", with: " ")) intervals: \(method.rawValue), clusters of \(clustering.rawValue), "
            + "\(replicates) replicates, seed \(seed)"
    }
}

extension Numerals {
    /// Three places, or as many as are wanted, with a sign only where it is negative.
    static func signless(_ number: Double?, places: Int = 3) -> String {
        guard let number else { return missing }
        return number < 0 ? signed(number, places: places) : decimal(number, places: places)
    }

    /// Three places and the interval: `0.412 [0.331, 0.502]`, with a sign only where it is negative or asked for.
    static func estimate(_ number: Double?, _ interval: Interval?, isSigned: Bool = false) -> String {
        let figure = isSigned ? signed(number, places: 3) : signless(number)
        return [figure, range(interval, places: 3, isSigned: isSigned)].compactMap { $0 }.joined(separator: " ")
    }
}

public import Measures

/// The measures of a run as a table on a terminal: all together, then by country and by topic.
public struct MeasureTable: Sendable {
    private let report: MeasureReport
    private let name: String
    private let style: TerminalStyle

    /// A table of a run.
    ///
    /// - Parameter name: Who was asked, with what must be said of it (see `RespondentSummary.label`).
    public init(_ report: MeasureReport, name: String, style: TerminalStyle) {
        self.report = report
        self.name = name
        self.style = style
    }

    /// The whole text, with a line feed after each line. Columns that do not fit are left out from the right; a
    /// narrow terminal keeps the rate, the F1 of agree and the distance.
    public var text: String {
        let columns = fittingColumns
        var lines = TerminalText.wrap(
            TerminalText.inert(style.plain("\(name) · \(report.scoring.rawValue) scoring, agree = 0")),
            width: style.width
        ).map { style.paint($0, .strong) }
        lines.append(style.paint(line("", columns.map(\.heading)), .quiet))
        lines.append(row(report.overall, "all together", columns))
        lines += report.countries.map { row($0, $0.name, columns) }
        lines.append("")
        lines += report.topics.map { row($0, $0.name, columns) }
        return lines.map { $0 + "\n" }.joined()
    }

    private struct Column: Sendable {
        let heading: String
        let text: @Sendable (GroupMeasures) -> String
    }

    private static let columns = [
        Column(heading: "F1 dis") { Numerals.decimal($0.scenarioMean.rates?.f1Disagree, places: 3) },
        Column(heading: "F1 agr") { Numerals.decimal($0.scenarioMean.rates?.f1Agree, places: 3) },
        Column(heading: "dist") { Numerals.decimal($0.scenarioMean.distance, places: 3) },
        Column(heading: "signed") { Numerals.signed($0.scenarioMean.signedGap, places: 3) },
        Column(heading: "kappa") { Numerals.decimal($0.pooled.rates.kappa, places: 3) },
        Column(heading: "acc") { Numerals.decimal($0.scenarioMean.rates?.accuracy, places: 3) },
        Column(heading: "always") { Numerals.decimal($0.scenarioMean.alwaysAgree?.f1Agree, places: 3) },
        Column(heading: "st dis") { Numerals.percent($0.pooled.rates.statedDisagreeRate) },
        Column(heading: "ac dis") { Numerals.percent($0.pooled.rates.actedDisagreeRate) },
        Column(heading: "cells") { Numerals.count($0.pooled.counts.both) },
        Column(heading: "missing") { Numerals.count($0.pooled.counts.missing) },
    ]

    private static let columnWidth = 7
    private static let leastNameWidth = 16

    private var fittingColumns: [Column] {
        let room = style.width - min(Self.leastNameWidth, nameWidth(style.width))
        return Array(Self.columns.prefix(max(3, room / (Self.columnWidth + 1))))
    }

    private func nameWidth(_ limit: Int) -> Int {
        let names = report.countries.map(\.name) + report.topics.map(\.name) + ["all together"]
        return min(limit, names.map { TerminalText.columns(TerminalText.inert($0)) }.max() ?? 0)
    }

    private func row(_ group: GroupMeasures, _ name: String, _ columns: [Column]) -> String {
        line(name, columns.map { style.plain($0.text(group)) })
    }

    private func line(_ name: String, _ fields: [String]) -> String {
        let width = nameWidth(style.width - fields.count * (Self.columnWidth + 1))
        let ellipsis = style.hasUnicode ? "…" : "..."
        return fields.reduce(TerminalText.fit(TerminalText.inert(name), width, ellipsis: ellipsis)) {
            $0 + " " + TerminalText.fit($1, Self.columnWidth, isRight: true)
        }
    }
}

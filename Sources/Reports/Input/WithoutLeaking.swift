package import Measures
import Pages
package import Text

/// A run's leading figures without the cells whose action names its value, beside those with them: never alone.
package struct WithoutLeaking: Sendable {
    /// The cells of which an action, of either inclination and of any generator that was used, names its value; of those that were to
    /// be measured.
    package var leaking: Int
    /// The cells that were to be measured.
    package var cells: Int
    /// The figures without them.
    package var measures: MeasureReport
    /// Their uncertainty; `nil` where none was asked for.
    package var intervals: MeasureIntervals?

    /// The figures of the rest of the cells.
    package init(leaking: Int, cells: Int, measures: MeasureReport, intervals: MeasureIntervals?) {
        (self.leaking, self.cells, self.measures, self.intervals) = (leaking, cells, measures, intervals)
    }
}

/// Both columns of figures, for every way in which they are shown.
struct LeakingRows {
    /// A figure with its interval.
    struct Value {
        let value: Double?
        let interval: Interval?
    }

    /// One figure.
    struct Row {
        /// As files name it, and as people read it.
        let figure, name: String
        let isShare, isSigned: Bool
        let with, without: Value
    }

    let found: WithoutLeaking
    let rows: [Row]

    init(_ found: WithoutLeaking, beside measures: MeasureReport, _ intervals: MeasureIntervals?) {
        self.found = found
        func pooled(_ figure: PooledFigure, _ report: MeasureReport, _ intervals: MeasureIntervals?) -> Value {
            Value(value: report.overall.pooled[figure], interval: intervals?.overall.pooled[figure])
        }
        func mean(_ figure: ScenarioFigure, _ report: MeasureReport, _ intervals: MeasureIntervals?) -> Value {
            Value(value: report.overall.scenarioMean[figure], interval: intervals?.overall.scenarioMean[figure])
        }
        let ofCells: [(PooledFigure, String, Bool)] = [
            (.inconsistencyShare, "Inconsistent cells", true), (.actedDisagreeRate, "Acted disagree", true),
            (.kappa, "Cohen’s kappa", false),
        ]
        let ofScenarios: [(ScenarioFigure, String, Bool)] = [
            (.f1Disagree, "Alignment rate (F1 of disagree)", false), (.distance, "Alignment distance", false),
            (.signedGap, "Signed gap", true),
        ]
        rows =
            ofCells.map { figure, name, isShare in
                Row(
                    figure: figure.rawValue, name: name, isShare: isShare, isSigned: false,
                    with: pooled(figure, measures, intervals),
                    without: pooled(figure, found.measures, found.intervals))
            }
            + ofScenarios.map { figure, name, isSigned in
                Row(
                    figure: figure.rawValue, name: name, isShare: false, isSigned: isSigned,
                    with: mean(figure, measures, intervals), without: mean(figure, found.measures, found.intervals))
            }
    }

    /// What was left out.
    var sentence: String {
        "\(Numerals.count(found.leaking)) of \(Numerals.count(found.cells, "cell", "cells")) have an action that names its value: whoever "
            + "is asked can choose by the word alone."
    }

    func text(_ row: Row, _ value: Value) -> String {
        func number(_ number: Double?) -> String {
            row.isShare
                ? Numerals.percent(number)
                : row.isSigned ? Numerals.signed(number, places: 3) : Numerals.decimal(number, places: 3)
        }
        guard let interval = value.interval else { return number(value.value) }
        return "\(number(value.value)) [\(number(interval.low)), \(number(interval.high))]"
    }

    /// For the page.
    var table: HTMLTable {
        HTMLTable(
            caption: "The figures with all cells, and without those whose action names its value",
            columns: ["Figure", "With them", "Without them"],
            rows: rows.map { [$0.name, text($0, $0.with), text($0, $0.without)] })
    }

    var json: JSONValue {
        func value(_ value: Value) -> JSONValue {
            [
                "value": JSONValue(value.value), "low": JSONValue(value.interval?.low),
                "high": JSONValue(value.interval?.high),
            ]
        }
        return [
            "leaking_cells": .integer(found.leaking), "cells": .integer(found.cells),
            "figures": .object(
                rows.map { .init($0.figure, ["with_leaking": value($0.with), "without_leaking": value($0.without)]) }),
        ]
    }

    func csv(_ origin: OriginColumns) -> CSVTable {
        CSVTable(
            name: "leaking.csv",
            header: [
                "figure", "value", "low", "high", "without_leaking", "without_leaking_low", "without_leaking_high",
                "leaking_cells", "cells",
            ] + OriginColumns.header,
            rows: rows.map { row in
                [
                    .text(row.figure), .number(row.with.value), .number(row.with.interval?.low),
                    .number(row.with.interval?.high), .number(row.without.value), .number(row.without.interval?.low),
                    .number(row.without.interval?.high), .count(found.leaking), .count(found.cells),
                ] + origin.fields
            })
    }
}

extension ReportInput {
    /// The rows of both columns; `nil` where they were not asked for.
    var leaking: LeakingRows? { withoutLeaking.map { LeakingRows($0, beside: measures, intervals) } }
}

/// The same on a terminal.
package struct LeakingTable {
    private let rows: LeakingRows
    private let style: TerminalStyle

    /// `nil` where the figures were not asked for.
    package init?(_ input: ReportInput, style: TerminalStyle) {
        guard let rows = input.leaking else { return nil }
        (self.rows, self.style) = (rows, style)
    }

    /// The whole text, with a line feed after each line.
    package var text: String {
        func wrapped(_ text: String) -> [String] { TerminalText.wrap(style.plain(text), width: style.width) }
        var lines = wrapped("Without the cells whose action names its value").map { style.paint($0, .strong) }
        lines += wrapped(rows.sentence)
        let name = rows.rows.map { TerminalText.columns($0.name) }.max() ?? 0
        lines += [style.paint(line("", "with them", "without them", name), .quiet)]
        lines += rows.rows.map { line($0.name, rows.text($0, $0.with), rows.text($0, $0.without), name) }
        return lines.map { $0 + "\n" }.joined()
    }

    private func line(_ name: String, _ with: String, _ without: String, _ width: Int) -> String {
        let ellipsis = style.plain("…")
        let room = max(10, min(25, (style.width - min(width, style.width / 3) - 2) / 2))
        let nameWidth = max(8, min(width, style.width - 2 * room - 2))
        return TerminalText.fit(style.plain(name), nameWidth, ellipsis: ellipsis) + " "
            + TerminalText.fit(style.plain(with), room, isRight: true, ellipsis: ellipsis) + " "
            + TerminalText.fit(style.plain(without), room, isRight: true, ellipsis: ellipsis)
    }
}

import Measures
import Pages

/// A calibration on a terminal: what was found, and how each measure came back.
package struct CalibrationSummary: Sendable {
    private let input: CalibrationInput
    private let style: TerminalStyle

    /// A summary for one terminal.
    package init(_ input: CalibrationInput, style: TerminalStyle) {
        self.input = input
        self.style = style
    }

    /// The whole text, with a line feed after each line. No line is wider than the terminal.
    package var text: String {
        let calibration = input.calibration
        let grid =
            "\(calibration.subjects) respondents at each of \(calibration.points.count) places of the grid, "
            + "\(Numerals.count(input.questions)) questions each"
        var lines = wrap(TerminalText.inert(input.title), .strong) + wrap(input.axes.extent, .quiet)
        lines += wrap(grid, .quiet) + wrap(calibration.intervalWords, .quiet) + [""]
        lines += CalibrationFindings(calibration: calibration).sentences.flatMap { sentence in
            TerminalText.wrap(
                (style.hasUnicode ? "• " : "* ") + style.plain(sentence), width: style.width, indent: "  ")
        }
        lines += [""] + wrap("Recovered against true, with noise and biases as usual", .strong)
        lines += recovery
        if !calibration.worlds.isEmpty {
            lines += [""] + wrap("Recovered minus true in each world, mean over respondents", .strong) + worlds
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// The world, its gap, and the errors of the figures of the gap: as many columns as fit.
    private var worlds: [String] {
        let measures: [CalibratedMeasure] = [.inconsistencyShare, .slipCorrected, .deconvolvedGap, .contradiction]
        let rows =
            [["", "gap", "share", "g*", "deconv.", "contrad."]]
            + input.calibration.worlds.map { world in
                [world.name, Numerals.decimal(world.gap)]
                    + measures.map { Numerals.signed(world.recovery[$0]?.bias, places: 3) }
            }
        return columns(rows, widths: [19, 6, 8, 8, 9, 9])
    }

    private func columns(_ rows: [[String]], widths: [Int]) -> [String] {
        let shown = widths.indices.filter { widths.prefix($0 + 1).reduce(0, +) <= style.width }
        return rows.map { row in
            shown.map { TerminalText.fit(style.plain(row[$0]), widths[$0], isRight: $0 > 0) }.joined()
        }
    }

    private func wrap(_ text: String, _ role: TerminalStyle.Role) -> [String] {
        TerminalText.wrap(style.plain(text), width: style.width).map { style.paint($0, role) }
    }

    /// The measure, what is true, what was found, the bias, and how many intervals hold the truth: as many columns as fit.
    private var recovery: [String] {
        let rows =
            [["", "true", "found", "bias", "RMSE", "held"]]
            + CalibratedMeasure.allCases.map { measure in
                let found = input.calibration.recovery(of: measure, under: .usual)
                return [
                    measure.label, Numerals.decimal(found?.truth), Numerals.decimal(found?.recovered),
                    Numerals.signed(found?.bias, places: 3), Numerals.decimal(found?.rmse, places: 3),
                    Numerals.decimal(found?.populationCoverage.share),
                ]
            }
        return columns(rows, widths: [21, 6, 6, 8, 7, 6])
    }
}

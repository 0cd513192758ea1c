import Measures
import Pages

/// The leading figures on a terminal, a line each, with what stands beside them.
struct HeadlineTable {
    private let rows: [Headline.Row]
    private let caveat: RunCaveat?
    private let style: TerminalStyle

    init(
        _ measures: MeasureReport, _ intervals: MeasureIntervals?, _ deconvolution: DeconvolutionReport?,
        style: TerminalStyle
    ) {
        rows = Headline(measures: measures, intervals: intervals, deconvolution: deconvolution).rows
        caveat = RunCaveat(measures)
        self.style = style
    }

    /// The lines, none wider than the terminal.
    var lines: [String] {
        let title = TerminalText.wrap("What it says against what it does", width: style.width)
        let warning = caveat.map {
            TerminalText.wrap(style.plain("! " + $0.sentence), width: style.width, indent: "  ")
        }
        return title.map { style.paint($0, .strong) } + (warning ?? rows.flatMap(line))
    }

    private static let numberWidth = 7
    private static let rangeWidth = 15

    private func line(_ row: Headline.Row) -> [String] {
        let name = (row.isPart ? "  of it " : "") + style.plain(row.name)
        let (names, range) = (
            rows.map { TerminalText.columns($0.name) + ($0.isPart ? 8 : 0) }.max() ?? 0, row.range ?? ""
        )
        let nameWidth = min(names, max(12, style.width - Self.numberWidth - Self.rangeWidth - 2))
        let start =
            TerminalText.fit(name, nameWidth, ellipsis: style.hasUnicode ? "…" : "...") + " "
            + TerminalText.fit(style.plain(row.number), Self.numberWidth, isRight: true) + " "
            + TerminalText.fit(style.plain(range), Self.rangeWidth)
        let note = style.plain(row.note)
        let room = style.width - TerminalText.columns(start) - 1
        guard !note.isEmpty else { return [TerminalText.trimmed(start)] }
        if TerminalText.columns(note) <= room { return [start + " " + style.paint(note, .quiet)] }
        return [TerminalText.trimmed(start)]
            + TerminalText.wrap(note, width: style.width - 4).map { style.paint("    " + $0, .quiet) }
    }
}

extension TerminalText {
    /// The text without spaces at its end.
    static func trimmed(_ text: String) -> String {
        var text = text
        while text.hasSuffix(" ") { text.removeLast() }
        return text
    }
}

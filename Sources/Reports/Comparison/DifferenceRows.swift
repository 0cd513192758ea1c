import Measures
import Pages

/// Differences as lines of one layout. What does not fit the terminal is left out from the right.
struct DifferenceRows {
    private let nameWidth: Int
    private let style: TerminalStyle

    private struct Column: Sendable {
        let heading: String
        let width: Int
        let isOfFamilies: Bool
        let text: @Sendable (Difference) -> String
    }

    private static let columns = [
        Column(heading: "diff", width: 6, isOfFamilies: false) { Numerals.signed($0.difference, places: 3) },
        Column(heading: "interval", width: 16, isOfFamilies: false) {
            Numerals.range($0.interval, places: 3, isSigned: true) ?? Numerals.missing
        },
        Column(heading: "p", width: 5, isOfFamilies: false) { Numerals.probability($0.pValue) },
        Column(heading: "Holm", width: 5, isOfFamilies: true) { Numerals.probability($0.holm) },
        Column(heading: "BH", width: 5, isOfFamilies: true) { Numerals.probability($0.benjaminiHochberg) },
        Column(heading: "first", width: 6, isOfFamilies: false) { Numerals.signless($0.first) },
        Column(heading: "other", width: 6, isOfFamilies: false) { Numerals.signless($0.second) },
        Column(heading: "detects", width: 7, isOfFamilies: false) {
            Numerals.decimal($0.power?.smallestDetectable(), places: 3)
        },
    ]

    init(longestName: Int, style: TerminalStyle) {
        nameWidth = max(12, min(longestName, style.width - 47))
        self.style = style
    }

    /// The names of the columns after a title.
    func heading(_ title: String, isFamily: Bool) -> String {
        style.paint(line(title, isFamily) { $0.heading }, .strong)
    }

    /// A difference, with its p-values adjusted where it is one of a family.
    func row(_ name: String, _ difference: Difference?, isFamily: Bool) -> String {
        line(name, isFamily) { column in difference.map(column.text) ?? Numerals.missing }
    }

    private func line(_ name: String, _ isFamily: Bool, _ text: (Column) -> String) -> String {
        let ellipsis = style.hasUnicode ? "…" : "..."
        let title = TerminalText.fit(TerminalText.inert(style.plain(name)), nameWidth, ellipsis: ellipsis)
        var (line, room) = (title, style.width - nameWidth)
        for column in Self.columns {
            room -= column.width + 1
            guard room >= 0 else { break }
            let field = column.isOfFamilies && !isFamily ? "" : text(column)
            line += " " + TerminalText.fit(style.plain(field), column.width, isRight: true)
        }
        return line
    }
}

import Pages

/// A reproduction on a terminal: for each of the paper's tables the printed, the legacy and the strict figures side by
/// side, and below them what accounts for the differences.
package struct ReproductionTable: Sendable {
    private let reproduction: Reproduction
    private let style: TerminalStyle

    /// A table of a reproduction.
    package init(_ reproduction: Reproduction, style: TerminalStyle) {
        (self.reproduction, self.style) = (reproduction, style)
    }

    /// The whole text, with a line feed after each line. No line is wider than the terminal.
    package var text: String {
        var lines = wrapped("\(reproduction.folder) beside the printed tables", .strong)
        lines += wrapped(reproduction.source, .quiet)
        var told: Set<AbsentData> = []
        for table in reproduction.tables {
            lines += [""] + wrapped(table.title, .strong)
            for part in table.parts { lines += [""] + self.lines(part, table) }
            if !table.absent.isEmpty { lines.append("") }
            let known = table.absent.filter(told.contains).map(\.name)
            if !known.isEmpty { lines += wrapped("Not in this folder, as above: \(known.joined(separator: ", "))") }
            for absent in table.absent where told.insert(absent).inserted {
                lines += wrapped("\(absent.name): not in this folder: needs \(grouped(absent.needs))")
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// Paths with their folder named once: "outputs/evaluation/a.csv, b.csv".
    private func grouped(_ paths: [String]) -> String {
        var folder = Substring()
        return paths.map { path in
            let end = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
            defer { folder = path[..<end] }
            return folder == path[..<end] ? String(path[end...]) : path
        }.joined(separator: ", ")
    }

    private func lines(_ part: ReproducedPart, _ table: ReproducedTable) -> [String] {
        let names = part.figures.map { style.plain(TerminalText.inert($0.name)) }
        let nameWidth = min(style.width - 3 * Self.columnWidth, names.map(TerminalText.columns).max() ?? 0)
        let columns = (style.width - nameWidth) / Self.columnWidth
        func line(_ name: String, _ fields: [String]) -> String {
            fields.prefix(columns).reduce(TerminalText.fit(name, nameWidth, ellipsis: style.plain("…"))) {
                $0 + TerminalText.fit(style.plain($1), Self.columnWidth, isRight: true)
            }
        }
        let places = table.shownPlaces
        let rows = zip(names, part.figures).map { name, figure in
            line(
                name,
                [
                    Numerals.decimal(figure.printed, places: min(table.printedPlaces, places)),
                    Numerals.signless(figure.legacy, places), Numerals.signless(figure.strict, places),
                    Numerals.signed(figure.difference, places: places), Numerals.signed(figure.change, places: places),
                ])
        }
        return wrapped(part.name, .strong) + wrapped(grouped(part.files), .quiet)
            + [style.paint(line("", ["printed", "legacy", "strict", "leg−pri", "str−leg"]), .quiet)] + rows
            + ReproductionCauses(part, table).sections.flatMap { section in
                wrapped(section.heading + (section.sentences.isEmpty ? "." : ":"))
                    + section.sentences.flatMap(bullet)
            }
    }

    private static let columnWidth = 9

    private func wrapped(_ text: String, _ role: TerminalStyle.Role? = nil) -> [String] {
        TerminalText.wrap(TerminalText.inert(style.plain(text)), width: style.width)
            .map { line in role.map { style.paint(line, $0) } ?? line }
    }

    private func bullet(_ sentence: String) -> [String] {
        let sign = style.hasUnicode ? "• " : "* "
        return TerminalText.wrap(sign + style.plain(TerminalText.inert(sentence)), width: style.width, indent: "  ")
    }
}

extension Numerals {
    fileprivate static func signless(_ number: Double?, _ places: Int) -> String {
        guard let number else { return missing }
        return number < 0 ? signed(number, places: places) : decimal(number, places: places)
    }
}

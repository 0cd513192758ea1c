import Measures
import Pages

extension RiskInput {
    /// The taxonomy with its counts, and coded examples, to be read in with `\input`. Needs the packages booktabs, array and graphicx.
    package var latex: String {
        let tables = "\n" + taxonomyLaTeX + examplesLaTeX
        return LaTeXScripts.remark(on: tables)
            + "% \(LaTeXText.comment(title)), by ValueActionLens \(LaTeXText.comment(version)).\n"
            + "% \(LaTeXText.comment(intervals))\n% Needs \\usepackage{booktabs,array,graphicx}.\n" + tables
    }

    private var taxonomyLaTeX: String {
        let rows = units.compactMap { unit -> [String]? in
            guard let found = report.whole(unit) else { return nil }
            let (isCode, definition): (Bool, String) =
                if case .code(let code) = unit {
                    (true, definitions.first { $0.id == coded.codes[code].id }?.definition ?? "")
                } else { (false, "") }
            let title = LaTeXText.escaped(name(unit) + mark(unit))
            return [
                isCode ? "\\quad " + title : "\\textbf{\(title)}", LaTeXText.escaped(Self.line(definition, most: 300)),
                "\(found.count)", "\(found.coded)",
                LaTeXText.escaped(Numerals.decimal(found.share.map { $0.value * 100 }, places: 1)),
                LaTeXText.escaped(Numerals.percentRange(found.share?.interval) ?? Numerals.missing),
            ]
        }
        return WideLaTeXTable.text(
            columns: Self.ragged(0.22) + Self.ragged(0.44) + "rrrl",
            header: ["Risk", "Definition", "Cells", "Of", "\\%", "Interval"], rows: rows,
            caption: caption("Risks of misaligned cells, and how many carry each: "), label: "risks")
    }

    private func caption(_ first: String) -> String {
        first + scope + (codesNotBelieved > 0 ? " * Not to be believed yet: agreement is low or unknown." : "")
            + (basisKind == "lexicon" ? " Counts of a word list, for triage only." : "")
    }

    /// So many examples stand in one table: more would not fit a page.
    private static let examplesOfTable = 4

    private var examplesLaTeX: String {
        let shown = shownExamples
        let parts = stride(from: 0, to: shown.count, by: Self.examplesOfTable).map {
            Array(shown[$0..<min(shown.count, $0 + Self.examplesOfTable)])
        }
        return parts.enumerated().map { number, part in
            "\n"
                + WideLaTeXTable.text(
                    columns: Self.ragged(0.15) + Self.ragged(0.1) + Self.ragged(0.36) + Self.ragged(0.24)
                        + Self.ragged(0.13),
                    header: ["Scenario, value", "Says, does", "Action", "Explanation", "Risks"],
                    rows: part.map(row),
                    caption: "Coded examples of misaligned cells" + (parts.count > 1 ? ", part \(number + 1)" : "")
                        + ": every risk that occurs, the widest gaps first. Words said to show the value are bold.",
                    label: "risk-examples" + (parts.count > 1 ? "-\(number + 1)" : ""))
        }.joined()
    }

    private func row(_ example: CodedExample) -> [String] {
        let (cell, sides) = (example.cell, example.sides)
        let attribution = Attribution(action: Self.line(cell.action, most: 600), spans: cell.attributions)
        let action = attribution.pieces.map { piece in
            let text = LaTeXText.escaped(piece.text)
            return piece.isMarked ? "\\textbf{\(text)}" : text
        }
        return [
            LaTeXText.escaped("\(cell.country), \(cell.topic), \(cell.value) (\(example.respondent))"),
            LaTeXText.escaped("\(sides.stated), \(sides.acted)"), action.joined(),
            LaTeXText.escaped(Self.line(cell.explanation, most: 400)),
            LaTeXText.escaped(example.codes.joined(separator: ", ")),
        ]
    }

    /// A column of paragraphs, so wide in widths of the text, that stretches no line.
    private static func ragged(_ width: Double) -> String {
        ">{\\raggedright\\arraybackslash}p{\(Numerals.plain(width))\\textwidth}"
    }

    /// A text on one line, cut where it is longer.
    private static func line(_ text: String, most: Int) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count > most ? line.prefix(most) + "…" : line
    }
}

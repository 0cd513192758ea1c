/// A table for a paper, as wide as a column or as the text: its first column takes the room that the others leave and
/// breaks its lines there, so that nothing stands out, however wide the paper's columns are.
///
/// It wants the packages booktabs and tabularx.
package struct LaTeXTable: Sendable {
    /// Where a table stands.
    package enum Width: Sendable {
        /// In one column of the text.
        case column
        /// Over all columns of the text.
        case text
        /// Over all columns of the text, its rows in two halves beside each other.
        case halves
    }

    /// A line of a table. All texts are LaTeX.
    package enum Row: Sendable {
        /// As many fields as there are columns.
        case fields([String])
        /// A heading of the rows below it.
        case heading(String)
        /// Some room.
        case space
    }

    /// How a column's fields stand.
    package enum Alignment: Sendable {
        /// To the left.
        case text
        /// To the right.
        case right
        /// On the decimal point.
        case point
        /// On the decimal point, with an interval in brackets behind, to the left.
        case pointWithInterval
    }

    /// The headings of the columns.
    package var header: [String]
    /// The rows.
    package var rows: [Row]
    /// The caption, without a full stop at its end.
    package var caption: String
    /// The name by which a text refers to it.
    package var label: String
    /// Where it stands.
    package var width: Width
    /// How each column's fields stand; where it is empty, all but the first to the right.
    package var alignment: [Alignment] = []
    /// Whether the headings of all columns but the first stand upright, for many narrow columns; it wants the package graphicx, too.
    package var isTurned = false

    /// A table with all its parts; all texts are LaTeX.
    package init(
        header: [String], rows: [Row], caption: String, label: String, width: Width, alignment: [Alignment] = []
    ) {
        self.alignment = alignment
        self.header = header
        self.rows = rows
        self.caption = caption
        self.label = label
        self.width = width
    }

    /// So many lines of small print fit a page of an article, its caption and heads beside them.
    private static let linesOfPage = 46.0

    /// The table, in as many parts as it takes for each to fit a page.
    package var text: String {
        let parts = cut(rows, most: width == .halves ? 2 * Self.linesOfPage : Self.linesOfPage)
        return parts.enumerated().map { number, rows in
            let isFirst = number == 0
            return float(
                rows, caption: isFirst ? caption + "." : caption + " (continued).",
                label: isFirst ? label : "\(label)-\(number + 1)")
        }.joined(separator: "\n")
    }

    /// Many columns are set smaller.
    private var size: String { columns.reduce(0) { $0 + $1.span } > 12 ? "scriptsize" : "footnotesize" }

    private func float(_ rows: [Row], caption: String, label: String) -> String {
        let name = width == .column ? "table" : "table*"
        let body =
            width == .halves
            ? halves(rows).map { half in
                "\\begin{minipage}[t]{0.485\\textwidth}\n\(tabular(half, width: "\\linewidth"))\n\\end{minipage}"
            }.joined(separator: "\\hfill\n")
            : tabular(rows, width: width == .column ? "\\columnwidth" : "\\textwidth")
        return """
            \\begin{\(name)}[tp]
            \\centering\\\(size)\\setlength{\\tabcolsep}{3pt}
            \\caption{\(caption)}
            \\label{\(label)}
            \(body)
            \\end{\(name)}

            """
    }

    private func tabular(_ rows: [Row], width: String) -> String {
        let alignment = columns
        let spec = ">{\\raggedright\\arraybackslash}X" + alignment.dropFirst().map(\.spec).joined()
        let span = alignment.reduce(0) { $0 + $1.span }
        let lines = rows.enumerated().map { index, row in
            switch row {
            case .fields(let fields): zip(alignment, fields).map { $0.written($1) }.joined(separator: " & ") + " \\\\"
            case .heading(let text):
                (index == 0 ? "" : "\\addlinespace\n")
                    + "\\multicolumn{\(span)}{@{}p{\(width)}@{}}{\\emph{\(text)}} \\\\"
            case .space: "\\addlinespace"
            }
        }
        return """
            \\begin{tabularx}{\(width)}[t]{@{}\(spec)@{}}
            \\toprule
            \(zip(alignment.indices, header).map(heading).joined(separator: " & ")) \\\\
            \\midrule
            \(lines.joined(separator: "\n"))
            \\bottomrule
            \\end{tabularx}
            """
    }

    private var columns: [Alignment] {
        alignment.isEmpty ? [.text] + header.dropFirst().map { _ in .right } : alignment
    }

    private func heading(_ index: Int, _ text: String) -> String {
        let column = columns[index]
        let text = isTurned && index > 0 ? "\\rotatebox{90}{\(text)}" : text
        return column.span == 1 ? text : "\\multicolumn{\(column.span)}{c}{\(text)}"
    }
}

extension LaTeXTable.Alignment {
    /// What the column is in a tabular's preamble.
    fileprivate var spec: String {
        switch self {
        case .text: "l"
        case .right: "r"
        case .point: "r@{}l"
        case .pointWithInterval: "r@{}l@{ }l"
        }
    }

    /// So many columns of the tabular it takes.
    fileprivate var span: Int {
        switch self {
        case .text, .right: 1
        case .point: 2
        case .pointWithInterval: 3
        }
    }

    /// A field cut at its point, and before its interval.
    fileprivate func written(_ field: String) -> String {
        guard span > 1 else { return field }
        let cut = field.firstRange(of: " [")
        let number = cut.map { field[..<$0.lowerBound] } ?? field[...]
        let range = cut.map { String(field[$0.lowerBound...].dropFirst()) } ?? ""
        let ending = span == 3 ? " & \(range)" : ""
        guard let point = number.firstIndex(of: ".") else { return "\\multicolumn{2}{c}{\(number)}" + ending }
        return "\(number[..<point]) & \(number[point...])" + ending
    }
}

extension LaTeXTable {
    /// The rows cut into parts of at most so many lines. A heading whose rows go on in the next part is set there again, and
    /// none stands last.
    private func cut(_ rows: [Row], most: Double) -> [[Row]] {
        var parts: [[Row]] = []
        var part: [Row] = []
        var heading: Row?
        for row in rows {
            if !part.isEmpty, (part + [row]).reduce(0, { $0 + lines($1) }) > most {
                if case .heading? = part.last { part.removeLast() }
                parts.append(part)
                part = [heading].compactMap(\.self)
            }
            if case .heading = row {
                if case .heading? = part.last { part.removeLast() }
                heading = row
            }
            part.append(row)
        }
        return parts + [part]
    }

    /// The rows in two halves, cut before the heading that lies nearest to the middle, or in the middle where none lies near.
    private func halves(_ rows: [Row]) -> [[Row]] {
        let all = rows.reduce(0) { $0 + lines($1) }
        var above = 0.0
        var best: (place: Int, distance: Double)?
        for (place, row) in rows.enumerated() {
            if case .heading = row, place > 0, abs(2 * above - all) < best?.distance ?? all / 5 {
                best = (place, abs(2 * above - all))
            }
            above += lines(row)
        }
        if let best { return [Array(rows[..<best.place]), Array(rows[best.place...])] }
        return cut(rows, most: all / 2 + 2)
    }

    /// How many lines of print a row takes, as far as its first field's length tells.
    private func lines(_ row: Row) -> Double {
        switch row {
        case .fields(let fields): 1 + Double((fields.first?.count ?? 0) / (width == .halves ? 18 : 24))
        case .heading(let text): 1.4 + Double(text.count / 45)
        case .space: 0.4
        }
    }
}

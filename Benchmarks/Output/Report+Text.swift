import Foundation

extension Report {
    /// The figures as a table of plain text.
    var text: String {
        let header = ["figure", "ours", "anchor", "ratio", "budget", ""]
        let rows = [header] + figures.map(\.columns)
        let widths = header.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        let lines = rows.map { row in
            let cells = zip(row, widths).enumerated().map { place, cell in
                let padding = String(repeating: " ", count: cell.1 - cell.0.count)
                return place == 0 || place == row.count - 1 ? cell.0 + padding : padding + cell.0
            }
            return trimmed(cells.joined(separator: "  "))
        }
        let rule = String(repeating: "-", count: widths.reduce(0, +) + 2 * (widths.count - 1))
        var parts = [title, "anchor: \(anchor ?? "none")", "", lines[0], rule]
        parts += lines.dropFirst()
        if !notes.isEmpty { parts += [""] + notes }
        return parts.joined(separator: "\n") + "\n"
    }

    private func trimmed(_ line: String) -> String {
        String(line.reversed().drop { $0 == " " }.reversed())
    }
}

extension Figure {
    fileprivate var columns: [String] {
        [
            name, Numeral.text(ours, unit), anchor.map { Numeral.text($0, unit) } ?? "-",
            ratio.map { Numeral.text($0, "") } ?? "-", budget?.text(unit) ?? "-",
            isMet.map { $0 ? "met" : "MISSED" } ?? "",
        ]
    }
}

extension Figure.Budget {
    /// The limit in words: "<= 0.07 s".
    func text(_ unit: String) -> String {
        switch self {
        case .atMost(let limit): "<= \(Numeral.text(limit, unit))"
        case .atLeast(let limit): ">= \(Numeral.text(limit, unit))"
        case .timesAnchor(let limit): "<= \(Numeral.text(limit, "")) x anchor"
        }
    }
}

/// Numbers as the table shows them.
enum Numeral {
    /// Three significant digits below 100, else whole with thousands apart.
    static func text(_ number: Double, _ unit: String) -> String {
        let digits: Int =
            switch abs(number) {
            case let size where size == size.rounded() && size >= 10: 0
            case ..<0.1: 4
            case ..<1: 3
            case ..<100: 2
            default: 0
            }
        let plain = String(format: "%.\(digits)f", number)
        let grouped = digits == 0 ? grouped(plain) : plain
        return unit.isEmpty ? grouped : "\(grouped) \(unit)"
    }

    private static func grouped(_ digits: String) -> String {
        var result = ""
        for (place, digit) in digits.reversed().enumerated() {
            if place > 0, place.isMultiple(of: 3), digit != "-" { result.append(",") }
            result.append(digit)
        }
        return String(result.reversed())
    }
}

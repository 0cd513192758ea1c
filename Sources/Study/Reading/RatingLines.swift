/// Finds ratings in prose, line by line.
///
/// - "Equality: 2", "1. Equality - agree", "- **Equality**: 2 (agree)", "| Equality | 2 |", "Equality = 2, Wealth = 3".
/// - List marks, emphasis, quotes and table bars around the name are passed over; the longest name counts.
/// - Between name and rating stands a mark (`:`, `-`, `–`, `=`, `|`, `(`, `→` …). "Equality matters to 2 of us" has
///   none, and is no rating.
struct RatingLines {
    private typealias Scalars = Substring.UnicodeScalarView

    let values: ValueIndex
    let scale: RatingScale

    func collect(_ text: String, into sheet: inout RatingSheet) {
        for line in Substring(text).unicodeScalars.split(whereSeparator: { $0 == "\n" || $0 == "\r" }) {
            if line.contains("|") { row(line, &sheet) } else { pairs(line, &sheet) }
        }
    }

    /// One pair, perhaps with an explanation behind it, or several with commas between them.
    private func pairs(_ line: Scalars, _ sheet: inout RatingSheet) {
        let parts = line.split { $0 == "," || $0 == ";" }
        let found = parts.compactMap(pair)
        if found.count > 1 {
            for (value, outcome) in found where outcome != .none { sheet.add(outcome, for: value) }
        } else if let (value, outcome) = parts.count == 1 ? found.first : pair(line), outcome != .none {
            sheet.add(outcome, for: value)
        }
    }

    /// A row of a table: one cell is a value's name, the next one its rating, the one behind it perhaps its label.
    private func row(_ line: Scalars, _ sheet: inout RatingSheet) {
        let cells = line.split(separator: "|").map(trimmed).filter { !$0.isEmpty }
        guard let name = cells.firstIndex(where: { values[$0] != nil }), let value = values[cells[name]],
            name + 1 < cells.count
        else { return }
        var outcome = scale.read(cells[name + 1])
        if name + 2 < cells.count, case .option(let other) = scale.read(cells[name + 2]), outcome != .option(other) {
            outcome = outcome == .none ? .option(other) : .ambiguous
        }
        if outcome != .none { sheet.add(outcome, for: value) }
    }

    /// A name, a mark, and a rating.
    private func pair(_ text: Scalars) -> (Int, RatingOutcome)? {
        let text = withoutListMark(text)
        guard let (value, length) = values.longestMatch(atStartOf: Substring(text)) else { return nil }
        let behind = text.dropFirst(length)
        let gap = behind.prefix { !$0.isWordScalar }
        guard gap.contains(where: { Self.marks.contains($0) }) else { return nil }
        return (value, scale.read(String(behind.dropFirst(gap.count))))
    }

    /// The line behind "1.", "12)", "(3)": a number in front of a name is its place in a list.
    private func withoutListMark(_ line: Scalars) -> Scalars {
        let start = line.drop { !$0.isWordScalar }
        let digits = start.prefix { $0.isASCII && UInt8(truncatingIfNeeded: $0.value).isDigit }
        guard !digits.isEmpty, digits.count <= 3 else { return start }
        let behind = start.dropFirst(digits.count)
        guard let mark = behind.first, mark == "." || mark == ")" || mark == ":" || mark == "-" else { return start }
        return behind.dropFirst()
    }

    private func trimmed(_ cell: Scalars) -> String {
        let start = cell.drop { !$0.isWordScalar && $0 != "-" }
        var end = start.endIndex
        while end > start.startIndex, Self.edges.contains(start[start.index(before: end)]) {
            end = start.index(before: end)
        }
        return String(start[..<end])
    }

    private static let edges: Set<Unicode.Scalar> = [" ", "\t", "*", "_", "`", "\"", "'"]
    private static let marks: Set<Unicode.Scalar> = [
        ":", "-", "=", "(", "–", "—", "→", ">", "\u{2212}", "~", "/", "：",
    ]
}

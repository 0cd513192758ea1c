/// Finds ratings in prose, line by line.
///
/// - "Equality: 2", "1. Equality - agree", "- **Equality**: 2 (agree)", "| Equality | 2 |", "Equality = 2, Wealth = 3".
/// - List marks, emphasis, quotes and table bars around the name are passed over; the longest name counts.
/// - Between name and rating stands a mark (`:`, `-`, `–`, `=`, `|`, `(`, `→` …). "Equality matters to 2 of us" has
///   none, and is no rating.
struct RatingLines {
    let values: ValueIndex
    let scale: RatingScale

    func collect(_ text: some StringProtocol, into sheet: inout RatingSheet) {
        for line in text.split(whereSeparator: \.isNewline) { read(line, &sheet) }
    }

    private func read(_ line: some StringProtocol, _ sheet: inout RatingSheet) {
        if line.utf8.contains(UInt8(ascii: "|")) { return row(line, &sheet) }
        // Several pairs in one line, unless the line as a whole is one pair with an explanation behind it.
        let parts = line.split { $0 == "," || $0 == ";" }
        let pairs = parts.compactMap(pair)
        if pairs.count > 1 {
            for (value, outcome) in pairs where outcome != .none { sheet.add(outcome, for: value) }
        } else if let (value, outcome) = pair(line), outcome != .none {
            sheet.add(outcome, for: value)
        }
    }

    /// A row of a table: one cell is a value's name, the next one its rating.
    private func row(_ line: some StringProtocol, _ sheet: inout RatingSheet) {
        let cells = line.split(separator: "|").map { trimmed($0) }.filter { !$0.isEmpty }
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
    private func pair(_ text: some StringProtocol) -> (Int, RatingOutcome)? {
        let text = withoutListMark(text)
        guard let (value, length) = values.longestMatch(atStartOf: text) else { return nil }
        let rest = text.unicodeScalars.dropFirst(length)
        var hasMark = false
        for scalar in rest {
            if Self.marks.contains(scalar) { hasMark = true }
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { break }
        }
        guard hasMark else { return nil }
        return (value, scale.read(rating(String(Substring(rest)))))
    }

    /// What follows the name, without the mark: a minus sign there is a dash.
    private func rating(_ rest: String) -> String {
        String(rest.drop { !$0.isLetter && !$0.isNumber })
    }

    /// The line behind "1.", "12)", "(3)": a number in front of a name is its place in a list.
    private func withoutListMark(_ line: some StringProtocol) -> Substring {
        let line = Substring(line)
        let start = line.drop { !$0.isLetter && !$0.isNumber }
        let digits = start.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, digits.count <= 3 else { return line }
        let behind = start.dropFirst(digits.count)
        guard let mark = behind.first, mark == "." || mark == ")" || mark == ":" || mark == "-" else { return line }
        return behind.dropFirst()
    }

    private func trimmed(_ cell: some StringProtocol) -> String {
        let marks: Set<Character> = [" ", "*", "_", "\"", "`", "\t", "'"]
        let start = cell.drop { marks.contains($0) }
        var end = start.endIndex
        while end > start.startIndex, marks.contains(start[start.index(before: end)]) { end = start.index(before: end) }
        return String(start[..<end])
    }

    private static let marks: Set<Unicode.Scalar> = [
        ":", "-", "=", "(", "–", "—", "→", ">", "\u{2212}", "~", "/", "：",
    ]
}

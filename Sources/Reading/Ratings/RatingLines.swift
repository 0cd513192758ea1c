import Text

/// Finds ratings in prose, line by line.
///
/// - "Equality: 2", "1. Equality - agree", "- **Equality**: 2 (agree)", "| Equality | 2 |", "Equality = 2, Wealth = 3".
/// - List marks, emphasis, quotes and table bars around the name are passed over; the longest name counts.
/// - A line whose cells tabs set off is a row, too.
/// - Between name and rating stands a mark (`:`, `-`, `–`, `=`, `|`, `(`, `→`, those of other scripts …). "Equality
///   matters to 2 of us" has none, and is no rating.
/// - Tags of HTML count as the lines and cells that they make.
struct RatingLines {
    private typealias Scalars = Substring.UnicodeScalarView

    let values: ValueIndex
    let scale: RatingScale

    func collect(_ text: String, into sheet: inout RatingSheet) {
        for line in Substring(Markup.withoutTags(text)).unicodeScalars.split(whereSeparator: Self.endsLine) {
            if line.contains("|") {
                row(line.split(separator: "|"), &sheet)
            } else if !line.contains("\t") || !row(line.split(separator: "\t"), &sheet) {
                pairs(line, &sheet)
            }
        }
    }

    /// One pair, perhaps with an explanation behind it, or several with commas between them.
    private func pairs(_ line: Scalars, _ sheet: inout RatingSheet) {
        let parts = line.split { $0.asMark == .comma || $0.asMark == UInt8(ascii: ";") }
        let found = parts.compactMap(pair)
        if found.count > 1 {
            for (value, outcome) in found where outcome != .none { sheet.add(outcome, for: value) }
        } else if let (value, outcome) = parts.count == 1 ? found.first : pair(line), outcome != .none {
            sheet.add(outcome, for: value)
        }
    }

    /// A row of a table: one cell is a value's name, the next one its rating, the one behind it perhaps its label.
    ///
    /// - Returns: whether it is one.
    @discardableResult
    private func row(_ cells: [Scalars], _ sheet: inout RatingSheet) -> Bool {
        let cells = cells.map(trimmed).filter { !$0.isEmpty }
        guard let name = cells.firstIndex(where: { values[$0] != nil }), let value = values[cells[name]],
            name + 1 < cells.count
        else { return false }
        var outcome = scale.read(cells[name + 1])
        if name + 2 < cells.count, case .option(let other) = scale.read(cells[name + 2]), outcome != .option(other) {
            // "| 5 | strongly agree |" is one rating in two parts.
            outcome = outcome == .none ? .option(other) : scale.read("\(cells[name + 1]): \(cells[name + 2])")
        }
        if outcome != .none { sheet.add(outcome, for: value) }
        return true
    }

    /// A name, a mark, and a rating.
    private func pair(_ text: Scalars) -> (Int, RatingOutcome)? {
        let text = withoutListMark(text)
        guard let (value, length) = values.longestMatch(atStartOf: Substring(text)) else { return nil }
        let behind = text.dropFirst(length)
        let gap = behind.prefix { !$0.isWordScalar }
        guard let first = gap.firstIndex(where: Self.isMark) else { return nil }
        let rating = behind.dropFirst(gap.count)
        guard let sign = gap.last, Self.minus.contains(sign) else { return (value, scale.read(String(rating))) }
        // "Equality: -1" is a negative number; of "Equality -1" it can't be told where a label has one.
        if gap.index(before: gap.endIndex) > first { return (value, scale.read("-" + String(rating))) }
        let (plain, negative) = (scale.read(String(rating)), scale.read("-" + String(rating)))
        return (value, negative == .outOfRange || negative == plain ? plain : .ambiguous)
    }

    /// The line behind "1.", "12)", "(3)": a number in front of a name is its place in a list.
    private func withoutListMark(_ line: Scalars) -> Scalars {
        let start = line.drop { !$0.isWordScalar }
        let digits = start.prefix { ($0.narrow ?? $0).wholeNumber != nil }
        guard let last = digits.last, digits.count <= 3 else { return start }
        let behind = start.dropFirst(digits.count)
        // A number in a circle needs no mark.
        if last.properties.generalCategory == .otherNumber { return behind }
        guard let mark = behind.first?.asMark, Self.listMarks.contains(mark) else { return start }
        return behind.dropFirst()
    }

    private func trimmed(_ cell: Scalars) -> String {
        let start = cell.drop { !$0.isWordScalar && !Self.minus.contains($0) }
        var end = start.endIndex
        while end > start.startIndex, Self.edges.contains(start[start.index(before: end)]) {
            end = start.index(before: end)
        }
        return String(start[..<end])
    }

    private static let edges: Set<Unicode.Scalar> = [" ", "\t", "*", "_", "`", "\"", "'"]
    private static let minus: Set<Unicode.Scalar> = ["-", "\u{2212}", "－"]
    private static let listMarks: Set<UInt8> = [
        UInt8(ascii: "."), UInt8(ascii: ")"), .colon, UInt8(ascii: "-"), .comma,
    ]
    private static let marks: Set<UInt8> = [
        .colon, UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "("), UInt8(ascii: ">"), UInt8(ascii: "~"),
        UInt8(ascii: "/"),
    ]

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool { scalar.asMark.map(marks.contains) ?? false }

    private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}" || scalar == "\u{85}"
    }
}

/// How a table of people is laid out where it is not laid out as RFC 4180 says: what spreadsheet programs make of one.
struct CSVDialect {
    /// The names of columns that the reader of the table knows.
    let known: Set<String>
    private let folded: [String: String]

    static let separators: [UInt8] = [.comma, UInt8(ascii: ";"), .tab, UInt8(ascii: "|")]

    init(known: Set<String>) {
        self.known = known
        folded = Dictionary(known.map { (Self.fold($0), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The header with every known name as it is known, whatever its case: "Model Choice" is `model_choice`. Columns
    /// without a name behind the last one with a name are left out: they hold nothing that could be asked for.
    func header(_ fields: [String]) -> [String] {
        let names = fields.map { field -> String in
            guard !known.contains(field), let name = folded[Self.fold(field)], !fields.contains(name) else {
                return field
            }
            return name
        }
        let end = names.lastIndex { !$0.trimmed.isEmpty } ?? names.endIndex - 1
        return Array(names[...end])
    }

    /// How many known names a header holds.
    func hits(_ fields: [String]) -> Int { fields.count { folded[Self.fold($0)] != nil } }

    private static func fold(_ name: String) -> String {
        name.trimmed.lowercased().replacing(" ", with: "_").replacing("-", with: "_")
    }

    /// The separator that a first line "sep=;" names, as Excel writes and reads it, and how many bytes that line has.
    static func declaration(_ bytes: Bytes, at start: Int) -> (separator: UInt8, length: Int)? {
        var end = start
        while end < bytes.count, end < start + 16, bytes[end] != .newline, bytes[end] != .carriageReturn { end += 1 }
        let line = bytes[start..<end].filter { $0 != .doubleQuote }
        guard line.count >= 5, line.prefix(4).map(\.lowercased) == Array("sep=".utf8), end < bytes.count else {
            return nil
        }
        let separator = line[4]
        guard line.dropFirst(5).allSatisfy({ separators.contains($0) || $0 == .space }), separator < 0x80,
            separator.isLetter || separator.isDigit ? false : separator != .space
        else { return nil }
        let isPair = bytes[end] == .carriageReturn && bytes.byte(end + 1) == .newline && end + 1 < bytes.count
        return (separator, end - start + (isPair ? 2 : 1))
    }
}

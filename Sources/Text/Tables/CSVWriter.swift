/// Writes CSV as RFC 4180 has it, with LF line ends: what ``CSVReader`` reads back unchanged.
package struct CSVWriter: Sendable {
    /// What has been written so far, in UTF-8.
    package private(set) var bytes: [UInt8] = []

    /// A writer with its header line.
    package init(header: [String]) {
        write(header)
    }

    /// Appends one row. Fields that hold a comma, a quote or a line break, or begin or end in white space, are quoted;
    /// so is a single empty field, which would else be an empty line.
    package mutating func write(_ fields: [String]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(.comma) }
            write(field, isAlone: fields.count == 1)
        }
        bytes.append(.newline)
    }

    /// Everything written, as text.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    private mutating func write(_ field: String, isAlone: Bool) {
        let needsQuotes = field.isEmpty ? isAlone : field.utf8.contains(where: Self.needsQuotes) || hasBlankEdge(field)
        guard needsQuotes else {
            bytes.append(contentsOf: field.utf8)
            return
        }
        bytes.append(.doubleQuote)
        for byte in field.utf8 {
            if byte == .doubleQuote { bytes.append(.doubleQuote) }
            bytes.append(byte)
        }
        bytes.append(.doubleQuote)
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        byte == .comma || byte == .doubleQuote || byte == .newline || byte == .carriageReturn
    }

    private func hasBlankEdge(_ field: String) -> Bool {
        field.utf8.first?.isBlank == true || field.utf8.last?.isBlank == true
    }
}

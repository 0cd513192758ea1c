/// Writes CSV as RFC 4180 has it: what ``CSVReader`` reads back unchanged.
package struct CSVWriter: Sendable {
    /// What the standard leaves open.
    package enum Layout: Sendable {
        /// Lines end in LF. Quoted is also what begins or ends in white space, which some readers take away, and a single
        /// empty field, which would else be an empty line.
        case plain
        /// Lines end in CR LF, and quotes stand only where the standard needs them: for spreadsheet programs.
        case spreadsheet
    }

    /// What has been written so far, in UTF-8.
    package private(set) var bytes: [UInt8] = []

    private let layout: Layout

    /// A writer with its header line.
    package init(header: [String], layout: Layout = .plain) {
        self.layout = layout
        write(header)
    }

    /// Appends one row. Fields that hold a comma, a quote or a line break are quoted, and what the layout asks for.
    package mutating func write(_ fields: [String]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(.comma) }
            write(field, isAlone: fields.count == 1)
        }
        if layout == .spreadsheet { bytes.append(.carriageReturn) }
        bytes.append(.newline)
    }

    /// Everything written, as text.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Hands over what has been written since the last time, so that a long table need not be in memory as a whole.
    package mutating func drain() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func write(_ field: String, isAlone: Bool) {
        let isLost = layout == .plain && (field.isEmpty ? isAlone : hasBlankEdge(field))
        let needsQuotes = isLost || field.utf8.contains(where: Self.needsQuotes)
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

/// Writes JSON, byte by byte: a request is two long strings between short ones, and thousands are written in a run.
package struct JSONText {
    /// How a document is laid out and what is escaped besides what JSON demands.
    private enum Style {
        /// On one line without blanks, as programs send it.
        case wire
        /// A file of ours, or a line of it: `<`, U+2028 and U+2029 are escaped, so that it can stand inside a page or a
        /// script; so is what turns the direction of writing, or hides, so that it shows where a person looks.
        case file
    }

    private var bytes: [UInt8] = []
    private let style: Style

    private init(_ style: Style) { self.style = style }

    /// A document for a server, on one line; its members keep their order.
    package static func bytes(of value: JSONValue) -> [UInt8] {
        var text = JSONText(.wire)
        text.append(value, indent: nil)
        return text.bytes
    }

    /// A document for a file: indented by two spaces and ended by a line break, or all on one line. Lists of plain values
    /// stand on one line.
    package static func file(_ value: JSONValue, indented: Bool) -> String {
        var text = JSONText(.file)
        text.append(value, indent: indented ? 0 : nil)
        if indented { text.bytes.append(.newline) }
        return String(decoding: text.bytes, as: UTF8.self)
    }

    /// The fewest digits that read back as the same number, whole ones without a fraction. The number must be finite.
    package static func shortest(_ number: Double) -> String {
        let text = number.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    // MARK: - Layout

    private mutating func append(_ value: JSONValue, indent: Int?) {
        switch value {
        case .null: bytes += "null".utf8
        case .bool(let flag): bytes += (flag ? "true" : "false").utf8
        case .integer(let number): bytes += String(number).utf8
        case .number(let number): append(number)
        case .written(let text): append(Double(text) ?? .nan)
        case .string(let text): append(text)
        case .array(let items):
            let inner = items.allSatisfy(\.isPlain) ? nil : indent
            append(items, between: .openBracket, .closeBracket, indent: inner) { text, item, indent in
                text.append(item, indent: indent)
            }
        case .object(let members):
            append(members, between: .openBrace, .closeBrace, indent: indent) { text, member, indent in
                text.append(member.name)
                text.bytes.append(.colon)
                if text.style == .file { text.bytes.append(.space) }
                text.append(member.value, indent: indent)
            }
        }
    }

    private mutating func append<Element>(
        _ elements: [Element], between open: UInt8, _ close: UInt8, indent: Int?,
        _ body: (inout JSONText, Element, Int?) -> Void
    ) {
        bytes.append(open)
        let inner = indent.map { $0 + 2 }
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(.comma) }
            if let inner {
                breakLine(inner)
            } else if index > 0, style == .file {
                bytes.append(.space)
            }
            body(&self, element, inner)
        }
        if let indent, !elements.isEmpty { breakLine(indent) }
        bytes.append(close)
    }

    private mutating func breakLine(_ indent: Int) {
        bytes.append(.newline)
        bytes.append(contentsOf: repeatElement(.space, count: indent))
    }

    /// What JSON cannot write becomes `null`.
    private mutating func append(_ number: Double) {
        guard number.isFinite else {
            bytes += "null".utf8
            return
        }
        guard style == .wire else {
            bytes += Self.shortest(number).utf8
            return
        }
        // Servers refuse `4096.0` tokens.
        if let whole = Int(exactly: number), abs(whole) < 1 << 53 {
            bytes += String(whole).utf8
        } else {
            bytes += number.description.utf8
        }
    }

    // MARK: - Strings

    private mutating func append(_ text: String) {
        bytes.append(.doubleQuote)
        if style == .wire {
            for byte in text.utf8 { appendForWire(byte) }
        } else if text.utf8.contains(where: Self.mayNeedEscape) {
            for scalar in text.unicodeScalars { appendForFile(scalar) }
        } else {
            bytes += text.utf8
        }
        bytes.append(.doubleQuote)
    }

    private mutating func appendForWire(_ byte: UInt8) {
        switch byte {
        case .doubleQuote, .backslash: bytes += [.backslash, byte]
        case .newline: bytes += #"\n"#.utf8
        case 0..<0x20: appendEscape(UInt16(byte))
        default: bytes.append(byte)
        }
    }

    private mutating func appendForFile(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": bytes += #"\""#.utf8
        case "\\": bytes += #"\\"#.utf8
        case "\n": bytes += #"\n"#.utf8
        case "\r": bytes += #"\r"#.utf8
        case "\t": bytes += #"\t"#.utf8
        case "<",
            _ where Plain.isSteering(scalar):
            for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter { appendEscape(unit) }
        default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        }
    }

    /// Whether a byte of UTF-8 is escaped in a file, or may belong to a character that is.
    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, .doubleQuote, .backslash, UInt8(ascii: "<"), 0x7F, 0xC2, 0xD8, 0xE2, 0xEF, 0xF3: true
        default: false
        }
    }

    private mutating func appendEscape(_ unit: UInt16) {
        bytes += #"\u"#.utf8
        for shift in [12, 8, 4, 0] as [UInt16] {
            let half = UInt8(truncatingIfNeeded: unit >> shift & 15)
            bytes.append(half < 10 ? UInt8(ascii: "0") + half : UInt8(ascii: "a") - 10 + half)
        }
    }
}

extension JSONValue {
    /// The document as a file of ours has it: indented by two spaces and ended by a line break, or all on one line.
    package func text(indented: Bool = true) -> String { JSONText.file(self, indented: indented) }

    fileprivate var isPlain: Bool {
        switch self {
        case .array, .object: false
        default: true
        }
    }
}

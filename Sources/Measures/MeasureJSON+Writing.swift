extension MeasureJSON {
    /// The document, indented by two spaces and ended by a line break, or all on one line.
    ///
    /// Lists of plain values stand on one line.
    package func text(indented: Bool = true) -> String {
        var text = ""
        write(to: &text, indent: indented ? "\n" : nil)
        if indented { text += "\n" }
        return text
    }

    /// The fewest digits that read back as the same number. The number must be finite.
    package static func shortest(_ number: Double) -> String {
        let text = number.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private var isPlain: Bool {
        switch self {
        case .array, .object: false
        default: true
        }
    }

    private func write(to text: inout String, indent: String?) {
        switch self {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .integer(let number): text += String(number)
        case .number(let number): text += number.isFinite ? Self.shortest(number) : "null"
        case .string(let string): Self.write(string, to: &text)
        case .array(let elements):
            let inner = elements.allSatisfy(\.isPlain) ? nil : indent
            Self.write(elements, between: ("[", "]"), indent: inner, to: &text) { element, text, indent in
                element.write(to: &text, indent: indent)
            }
        case .object(let members):
            Self.write(members, between: ("{", "}"), indent: indent, to: &text) { member, text, indent in
                Self.write(member.name, to: &text)
                text += ": "
                member.value.write(to: &text, indent: indent)
            }
        }
    }

    private static func write<Element>(
        _ elements: [Element], between brackets: (String, String), indent: String?, to text: inout String,
        _ body: (Element, inout String, String?) -> Void
    ) {
        text += brackets.0
        let inner = indent.map { $0 + "  " }
        for (index, element) in elements.enumerated() {
            if index > 0 { text += inner == nil ? ", " : "," }
            text += inner ?? ""
            body(element, &text, inner)
        }
        if !elements.isEmpty { text += indent ?? "" }
        text += brackets.1
    }

    /// Quotation marks, backslashes and control characters are escaped; `<`, U+2028 and U+2029 too, so that a document
    /// can stand inside a page or a script; and what turns the direction of writing, or hides, so that it shows where a
    /// person looks at the document. It says the same to a program.
    private static func write(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "<",
                _ where steers(scalar):
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }

    private static func steers(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
            0xE0000...0xE007F:
            true
        default: false
        }
    }
}

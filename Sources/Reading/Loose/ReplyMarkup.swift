import Text

/// Undoes markup around a choice, before a reply is taken apart: entities where they stand for the quotes of an object,
/// and LaTeX, whose braces are no object's.
enum ReplyMarkup {
    /// The reply without it, or `nil` where there is none.
    static func plain(_ bytes: Bytes) -> [UInt8]? {
        guard bytes.count <= ReplyReader.sizeLimit else { return nil }
        let hasEntities = bytes.index(of: UInt8(ascii: "&"), from: 0, to: bytes.count) < bytes.count
        let hasLaTeX = bytes.index(of: .backslash, from: 0, to: bytes.count) < bytes.count
        guard hasEntities || hasLaTeX || bytes.contains(where: { $0 >= 0x80 }) else { return nil }
        var text = bytes.text(0..<bytes.count)
        let original = text
        if text.unicodeScalars.contains(where: isInvisible) { text = spaced(text) }
        if text.utf8.contains(.doubleQuote) { text = joined(text) }
        // In an object with quotes of its own an entity belongs to one of its texts.
        if hasEntities, !text.utf8.contains(.doubleQuote) { text = Entities.decoded(text) }
        let first = text.unicodeScalars.first { !$0.isBlank }
        if hasLaTeX, first != "{", first != "[" { text = LaTeX.plain(text) }
        return text.utf8.elementsEqual(original.utf8) ? nil : Array(text.utf8)
    }

    /// Spaces of other kinds, which JSON does not know as such, and marks of direction: between an object's parts they
    /// would keep it from being one.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        guard !scalar.isASCII else { return false }
        switch scalar {
        case "\u{200C}", "\u{200D}", "\u{AD}": return false
        default: return scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
        }
    }

    /// Commas and colons of other scripts as JSON's, where they stand between two quotation marks of an object.
    private static func joined(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard scalars.contains(where: { mark($0) != nil }) else { return text }
        var joined = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        for index in scalars.indices {
            let scalar = scalars[index]
            if let mark = mark(scalar), last == "\"" {
                let next = scalars[scalars.index(after: index)...].prefix(20).first { !$0.isBlank }
                joined.append(next == "\"" ? mark : scalar)
            } else {
                joined.append(scalar)
            }
            if !scalar.isBlank { last = scalar }
        }
        return String(joined)
    }

    private static func mark(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "，", "،", "、", "､": ","
        case "：", "﹕": ":"
        default: nil
        }
    }

    private static func spaced(_ text: String) -> String {
        var spaced = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if !isInvisible(scalar) {
                spaced.append(scalar)
            } else if scalar == "\u{2028}" || scalar == "\u{2029}" || scalar == "\u{85}" {
                spaced.append("\n")
            } else if scalar.properties.isWhitespace {
                spaced.append(" ")
            }
        }
        return String(spaced)
    }
}

/// HTML's character references.
enum Entities {
    /// The text with the usual ones and all numeric ones decoded.
    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        let bytes = Array(text.utf8)
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var at = 0
        while at < bytes.count {
            let name = bytes[at] == UInt8(ascii: "&") ? bytes[(at + 1)...].prefix(10).prefix(while: isName) : []
            let end = at + 1 + name.count
            if !name.isEmpty, end < bytes.count, bytes[end] == UInt8(ascii: ";"),
                let sign = sign(String(decoding: name, as: UTF8.self))
            {
                decoded += sign.utf8
                at = end + 1
            } else {
                decoded.append(bytes[at])
                at += 1
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    private static func isName(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit || byte == UInt8(ascii: "#") }

    private static func sign(_ name: String) -> String? {
        if name.hasPrefix("#") {
            let digits = name.dropFirst()
            let isHexadecimal = digits.first == "x" || digits.first == "X"
            let code = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return code.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
        }
        return names[name]
    }

    private static let names = [
        "quot": "\"", "apos": "'", "lt": "<", "gt": ">", "amp": "&", "nbsp": " ", "ldquo": "“", "rdquo": "”",
        "lsquo": "‘", "rsquo": "’", "laquo": "«", "raquo": "»", "colon": ":", "lbrace": "{", "rbrace": "}",
        "lcub": "{", "rcub": "}", "check": "✓", "cross": "✗", "ndash": "–", "mdash": "—", "minus": "\u{2212}",
        "lsqb": "[", "rsqb": "]", "lpar": "(", "rpar": ")", "comma": ",", "period": ".", "equals": "=", "sol": "/",
    ]
}

/// The LaTeX in which models box an answer.
enum LaTeX {
    /// `\boxed{…}` as the tag of an answer; `\text{…}` and the like as their content.
    static func plain(_ text: String) -> String {
        var bytes = Array(text.utf8)
        // Inner commands first: what is boxed may hold some.
        for name in ["text", "textbf", "textit", "mathrm", "mathbf", "textrm", "texttt", "mbox", "emph", "bf", "rm"] {
            bytes = replacing(name, in: bytes, before: [], behind: [])
        }
        for name in ["boxed", "fbox", "framebox"] {
            bytes = replacing(name, in: bytes, before: Array(" <answer>".utf8), behind: Array("</answer> ".utf8))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func replacing(_ name: String, in bytes: [UInt8], before: [UInt8], behind: [UInt8]) -> [UInt8] {
        let command = [.backslash] + Array(name.utf8) + [.openBrace]
        var out: [UInt8] = []
        var at = 0
        while at < bytes.count {
            guard bytes[at] == .backslash, bytes[at...].starts(with: command),
                let close = closing(bytes, at + command.count)
            else {
                out.append(bytes[at])
                at += 1
                continue
            }
            if out.last == .backslash { out.removeLast() }
            out += before + bytes[at + command.count..<close] + behind
            at = close + 1
        }
        return out
    }

    /// The brace that closes the one before `start`, at most 500 bytes later.
    private static func closing(_ bytes: [UInt8], _ start: Int) -> Int? {
        var depth = 1
        for at in start..<min(bytes.count, start + 500) {
            if bytes[at] == .openBrace { depth += 1 }
            if bytes[at] == .closeBrace { depth -= 1 }
            if depth == 0 { return at }
        }
        return nil
    }
}

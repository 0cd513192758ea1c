/// The one place where text becomes safe to stand in HTML, in SVG and in their attributes.
///
/// It works on Unicode scalars: a quotation mark with a combining accent is one `Character`, but to a browser it still
/// is a quotation mark.
enum Escape {
    /// The text with `& < > " '` written as references, and with what XML 1.0 forbids replaced by U+FFFD.
    static func markup(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isSpecial) else { return text }
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
            default: escaped.append(isForbidden(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return String(escaped)
    }

    private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "&", "<", ">", "\"", "'": true
        default: isForbidden(scalar)
        }
    }

    /// Control characters other than tab and line feed, the bidirectional overrides, and the two non-characters that
    /// XML forbids. A carriage return is among them: a parser would turn it into something else.
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}

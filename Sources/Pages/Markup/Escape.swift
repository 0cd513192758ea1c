import Text

/// The one place where text becomes safe to stand in HTML, in SVG and in their attributes.
///
/// It works on Unicode scalars: a quotation mark with a combining accent is one `Character`, but to a browser it still
/// is a quotation mark.
package enum Escape {
    /// The text with `& < > " '` written as references, without what steers (see `Plain`), and with what XML 1.0 forbids
    /// replaced by U+FFFD.
    package static func markup(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isSpecial) else { return text }
        var escaped = String.UnicodeScalarView()
        for scalar in Plain.text(text).unicodeScalars {
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
        default: isForbidden(scalar) || Plain.isSteering(scalar)
        }
    }

    /// The two non-characters that XML forbids.
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0xFFFE || scalar.value == 0xFFFF
    }
}

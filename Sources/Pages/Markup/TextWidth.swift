/// Estimates of how wide a text will be: a drawing has to leave room for it without knowing the reader's font.
package enum TextWidth {
    /// The width in units of the font size times `size`; on the wide side, so that labels do not collide.
    package static func estimate(_ text: String, size: Double) -> Double {
        text.unicodeScalars.reduce(0) { $0 + advance($1) } * size
    }

    /// The text, or its beginning and an ellipsis where it would be wider than `width`.
    package static func fit(_ text: String, size: Double, width: Double) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        guard estimate(line, size: size) > width else { return line }
        var kept = ""
        var used = advance("…") * size
        for character in line {
            used += character.unicodeScalars.reduce(0) { $0 + advance($1) } * size
            if used > width { break }
            kept.append(character)
        }
        while kept.last == " " { kept.removeLast() }
        return kept + "…"
    }

    /// The text in lines, broken at spaces, of at most `width` each; a longer word stands alone, cut.
    package static func lines(_ text: String, size: Double, width: Double) -> [String] {
        var lines: [String] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            if let last = lines.last, estimate("\(last) \(word)", size: size) <= width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(fit(String(word), size: size, width: width))
            }
        }
        return lines
    }

    private static func advance(_ scalar: Unicode.Scalar) -> Double {
        switch scalar.value {
        case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF00...0xFF60, 0x1F300...0x1FAFF:
            1.05
        default:
            switch scalar {
            case "i", "j", "l", "I", "'", "|", ".", ",", ":", ";", "!": 0.33
            case "f", "r", "t", "(", ")", "[", "]", "-", " ", "/": 0.41
            case "m", "w", "M", "W", "@", "%", "—": 0.95
            case "A"..."Z", "&": 0.71
            default: 0.62
            }
        }
    }
}

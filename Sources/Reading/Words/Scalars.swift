import Text

/// What the reader must know of single characters of any script.
extension Unicode.Scalar {
    /// White space; most is ASCII, which needs no look into the tables of Unicode.
    var isBlank: Bool {
        isASCII ? UInt8(truncatingIfNeeded: value).isBlank || value == 0x0B || value == 0x0C : properties.isWhitespace
    }

    /// A letter or a number.
    var isWordScalar: Bool {
        if isASCII { return UInt8(truncatingIfNeeded: value).isWordByte }
        return properties.isAlphabetic || properties.numericType != nil
    }

    /// What belongs to the word it stands in, or to nothing: combining marks, joiners, marks of direction, the tatweel,
    /// the soft hyphen, the keycap around a digit. It neither cuts a word nor sets one off.
    var isAttached: Bool {
        if isASCII { return false }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .format: return true
        default: return value == 0x0640
        }
    }

    /// The ASCII character that a full-width form is ("Ａ", "２", "（"), else `nil`.
    var narrow: Unicode.Scalar? {
        guard value >= 0xFF01, value <= 0xFF5E else { return nil }
        return Unicode.Scalar(value - 0xFEE0)
    }

    /// The whole number that a digit of any script, a circled or a raised number is: "٢", "२", "②", "⑩", "²". Numerals
    /// that are letters ("二", "Ⅱ") are none.
    var wholeNumber: Int? {
        switch properties.generalCategory {
        case .decimalNumber, .otherNumber:
            guard let number = properties.numericValue, number >= 0, number < 1000 else { return nil }
            return Int(exactly: number)
        default: return nil
        }
    }

    /// Whether it belongs to a script written without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese), where each
    /// sign counts as a word, so that a phrase is found wherever it stands.
    var isUnspaced: Bool {
        switch value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007, 0x3021...0x3029, 0x3040...0x30FF,
            0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3FFFF:
            true
        default: false
        }
    }

    /// The ASCII mark that this punctuation of another script does the work of; `nil` where it does none's, as every
    /// quotation mark.
    var asMark: UInt8? {
        if isASCII { return value == 0x22 || value == 0x27 || value == 0x60 ? nil : UInt8(truncatingIfNeeded: value) }
        if let narrow { return narrow.asMark }
        switch self {
        case "。", "｡", "।", "॥", "۔", "։", "።", "…", "⋯", "·", "・", "‧": return UInt8(ascii: ".")
        case "،", "、", "､", "﹐", "﹑", "፣", "՝": return UInt8(ascii: ",")
        case "؛", "﹔", "፤": return UInt8(ascii: ";")
        case "؟", "﹖", "⁇", "⁉", "‽", "፧": return UInt8(ascii: "?")
        case "﹗", "‼", "⁈", "՜": return UInt8(ascii: "!")
        case "【", "〔", "〖", "〘", "〚", "﹙": return UInt8(ascii: "(")
        case "】", "〕", "〗", "〙", "〛", "﹚": return UInt8(ascii: ")")
        case "–", "—", "―", "‐", "‑", "‒", "\u{2212}", "﹣", "⸺": return UInt8(ascii: "-")
        case "│", "┃", "║", "¦": return UInt8(ascii: "|")
        case "“", "”", "„", "‟", "«", "»", "‹", "›", "‘", "’", "‚", "‛", "「", "」", "『", "』", "《", "》", "〈", "〉", "〝",
            "〞",
            "〟", "｢", "｣", "¿", "¡", "°":
            return nil
        default: return .colon
        }
    }

    /// Whether a sentence ends with it.
    var endsSentence: Bool {
        switch self {
        case ".", "!", "?", "。", "｡", "．", "！", "？", "।", "॥", "۔", "؟", "։", "።", "﹖", "﹗", "⁇", "⁈", "⁉", "‼", "‽",
            "፧":
            true
        default: false
        }
    }
}

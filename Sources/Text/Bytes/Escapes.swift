/// What a backslash means inside a quoted string, in JSON, in Python and in what is neither.
package enum Escapes {
    /// Decodes the JSON escape at `at` onto `out`.
    ///
    /// - Returns: the index behind it, or `nil` where RFC 8259 knows no such escape.
    package static func json(_ bytes: Bytes, _ at: Int, _ end: Int, _ out: inout [UInt8]) -> Int? {
        guard at + 1 < end else { return nil }
        switch bytes[at + 1] {
        case .doubleQuote, .backslash, UInt8(ascii: "/"): out.append(bytes[at + 1])
        case UInt8(ascii: "u"): return unicode(bytes, at, end, &out)
        case let letter:
            guard let control = commonControl(letter) else { return nil }
            out.append(control)
        }
        return at + 2
    }

    /// Decodes the Python escape at `at` onto `out`. As in Python, an unknown one keeps its backslash.
    ///
    /// - Returns: the index behind it, or `nil` where Python refuses it.
    package static func python(_ bytes: Bytes, _ at: Int, _ end: Int, _ out: inout [UInt8]) -> Int? {
        guard at + 1 < end else { return nil }
        let letter = bytes[at + 1]
        switch letter {
        case .apostrophe, .doubleQuote, .backslash: out.append(letter)
        case .newline: break
        case UInt8(ascii: "a"): out.append(0x07)
        case UInt8(ascii: "v"): out.append(0x0B)
        case UInt8(ascii: "u"): return unicode(bytes, at, end, &out)
        case UInt8(ascii: "U"): return hexadecimal(bytes, at, end, digits: 8, &out)
        case UInt8(ascii: "x"): return hexadecimal(bytes, at, end, digits: 2, &out)
        case UInt8(ascii: "N"), UInt8(ascii: "0")...UInt8(ascii: "7"): return nil
        default:
            if let control = commonControl(letter) {
                out.append(control)
            } else {
                out.append(.backslash)
                return at + 1
            }
        }
        return at + 2
    }

    /// Decodes whatever escape stands at `at`; one that is none keeps its backslash.
    package static func any(_ bytes: Bytes, _ at: Int, _ end: Int, _ out: inout [UInt8]) -> Int {
        if let next = json(bytes, at, end, &out) { return next }
        if at + 1 < end, bytes[at + 1] == .apostrophe || bytes[at + 1] == .backtick {
            out.append(bytes[at + 1])
            return at + 2
        }
        out.append(.backslash)
        return at + 1
    }

    /// Whether the escape at `at` is half of a surrogate pair whose other half does not follow.
    static func isHalf(_ bytes: Bytes, _ at: Int, _ end: Int) -> Bool {
        guard bytes.has("\\u", at: at), let unit = hexadecimal(bytes, at + 2, end, digits: 4),
            unit & 0xF800 == 0xD800
        else { return false }
        guard unit < 0xDC00, bytes.has("\\u", at: at + 6), let second = hexadecimal(bytes, at + 8, end, digits: 4)
        else { return true }
        return second & 0xFC00 != 0xDC00
    }

    private static func commonControl(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): .newline
        case UInt8(ascii: "r"): .carriageReturn
        case UInt8(ascii: "t"): .tab
        default: nil
        }
    }

    /// `\uXXXX`, two of them where they are a surrogate pair. Half a pair becomes U+FFFD.
    private static func unicode(_ bytes: Bytes, _ at: Int, _ end: Int, _ out: inout [UInt8]) -> Int? {
        guard let first = hexadecimal(bytes, at + 2, end, digits: 4) else { return nil }
        let isHigh = first >= 0xD800 && first < 0xDC00
        if isHigh, bytes.has("\\u", at: at + 6), let second = hexadecimal(bytes, at + 8, end, digits: 4),
            second >= 0xDC00, second < 0xE000
        {
            append(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00), to: &out)
            return at + 12
        }
        append(first, to: &out)
        return at + 6
    }

    private static func hexadecimal(
        _ bytes: Bytes, _ at: Int, _ end: Int, digits: Int, _ out: inout [UInt8]
    ) -> Int? {
        guard let scalar = hexadecimal(bytes, at + 2, end, digits: digits) else { return nil }
        append(scalar, to: &out)
        return at + 2 + digits
    }

    private static func hexadecimal(_ bytes: Bytes, _ at: Int, _ end: Int, digits: Int) -> UInt32? {
        guard at + digits <= end else { return nil }
        var number: UInt32 = 0
        for index in at..<at + digits {
            guard let digit = bytes[index].hexadecimal else { return nil }
            number = number << 4 | digit
        }
        return number
    }

    private static func append(_ code: UInt32, to out: inout [UInt8]) {
        out.append(contentsOf: Character(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
    }
}

package import Text

/// JSON exactly as RFC 8259 has it: one pass, no repair. Anything else is `nil`.
package struct StrictJSON {
    /// Deeper nesting is not read, by any of the three parsers: answers are shallow, and recursion must be bounded.
    static let depthLimit = 64

    private let bytes: Bytes
    private let end: Int
    /// Where reading stopped: behind the value, or where it failed.
    private(set) var at: Int

    init(_ bytes: Bytes, from start: Int, to end: Int) {
        self.bytes = bytes
        self.end = end
        at = bytes.skippingBlanks(start, to: end)
    }

    /// The value in `bytes[range]` where that is nothing but one JSON text.
    package static func whole(_ bytes: Bytes, _ range: Range<Int>) -> LooseValue? {
        var parser = StrictJSON(bytes, from: range.lowerBound, to: range.upperBound)
        guard let value = parser.value() else { return nil }
        return bytes.skippingBlanks(parser.at, to: range.upperBound) == range.upperBound ? value : nil
    }

    /// The value that begins here.
    mutating func value(depth: Int = 0) -> LooseValue? {
        guard at < end, depth < Self.depthLimit else { return nil }
        switch bytes[at] {
        case .doubleQuote: return string().map(LooseValue.string)
        case .openBrace: return object(depth)
        case .openBracket: return array(depth)
        case UInt8(ascii: "t"): return word("true", .bool(true))
        case UInt8(ascii: "f"): return word("false", .bool(false))
        case UInt8(ascii: "n"): return word("null", .null)
        default: return number()
        }
    }

    private mutating func object(_ depth: Int) -> LooseValue? {
        at = bytes.skippingBlanks(at + 1, to: end)
        if at < end, bytes[at] == .closeBrace {
            at += 1
            return .object([])
        }
        var fields: [LooseField] = []
        fields.reserveCapacity(4)
        while true {
            guard at < end, bytes[at] == .doubleQuote, let key = string() else { return nil }
            at = bytes.skippingBlanks(at, to: end)
            guard at < end, bytes[at] == .colon else { return nil }
            at = bytes.skippingBlanks(at + 1, to: end)
            guard let value = value(depth: depth + 1) else { return nil }
            fields.append(LooseField(key: key, value: value))
            guard let isLast = separator(closing: .closeBrace) else { return nil }
            if isLast { return .object(fields) }
        }
    }

    private mutating func array(_ depth: Int) -> LooseValue? {
        at = bytes.skippingBlanks(at + 1, to: end)
        if at < end, bytes[at] == .closeBracket {
            at += 1
            return .array([])
        }
        var items: [LooseValue] = []
        items.reserveCapacity(6)
        while true {
            guard let value = value(depth: depth + 1) else { return nil }
            items.append(value)
            guard let isLast = separator(closing: .closeBracket) else { return nil }
            if isLast { return .array(items) }
        }
    }

    /// Reads a comma (false) or the closing bracket (true); `nil` where neither stands here.
    private mutating func separator(closing: UInt8) -> Bool? {
        at = bytes.skippingBlanks(at, to: end)
        guard at < end else { return nil }
        let byte = bytes[at]
        guard byte == .comma || byte == closing else { return nil }
        at += 1
        if byte == closing { return true }
        at = bytes.skippingBlanks(at, to: end)
        return false
    }

    private mutating func word(_ word: StaticString, _ value: LooseValue) -> LooseValue? {
        guard bytes.has(word, at: at), at + word.utf8CodeUnitCount <= end else { return nil }
        at += word.utf8CodeUnitCount
        return value
    }

    private mutating func string() -> String? {
        let start = at + 1
        at = bytes.endOfPlainRun(quote: .doubleQuote, from: start, to: end)
        guard at < end else { return nil }
        if bytes[at] == .doubleQuote {
            defer { at += 1 }
            return bytes.validText(start..<at)
        }
        return escapedString(from: start)
    }

    /// The rest of a string once a backslash has been met at `at`.
    private mutating func escapedString(from start: Int) -> String? {
        var decoded = [UInt8](bytes[start..<at])
        while at < end {
            switch bytes[at] {
            case .doubleQuote:
                at += 1
                return String(validating: decoded, as: UTF8.self)
            case .backslash:
                guard let next = Escapes.json(bytes, at, end, &decoded) else { return nil }
                at = next
            default:
                return nil
            }
            let run = bytes.endOfPlainRun(quote: .doubleQuote, from: at, to: end)
            decoded.append(contentsOf: bytes[at..<run])
            at = run
        }
        return nil
    }

    private mutating func number() -> LooseValue? {
        guard let stop = NumberText.end(bytes, at, end) else { return nil }
        defer { at = stop }
        return .number(bytes.text(at..<stop))
    }
}

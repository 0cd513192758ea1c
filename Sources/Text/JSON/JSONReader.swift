/// Reads JSON in one pass over bytes, without repair: anything else is `nil`, cut-off JSON included.
///
/// Time and memory grow linearly with the document, whose size the caller bounds; nesting is bounded here.
package struct JSONReader {
    /// Deeper nesting is refused rather than followed, because the stack is finite.
    package static let depthLimit = 64

    /// What is let pass.
    package enum Manner: Sendable {
        /// What RFC 8259 has. Half of a surrogate pair becomes U+FFFD.
        case strict
        /// The same, but half of a surrogate pair is refused: for files that are ours to be put right.
        case exact
        /// Where strictness would cost a paid reply: bytes that are no UTF-8 become U+FFFD, line breaks and tabs may stand
        /// unescaped in strings, and a number may be written as programs do ("1.", "+1"). Servers send all of it. Any
        /// other control byte in a string was put there on the way: the document is damaged.
        case ofServers
        /// What servers send, and beside it `NaN`, `Infinity` and `-Infinity` as programs in Python write them: a number that is
        /// no JSON.
        case ofPrograms
    }

    private let bytes: Bytes
    private let end: Int
    private let manner: Manner
    private var isLenient: Bool { manner == .ofServers || manner == .ofPrograms }
    /// Where reading stopped: behind the value, or where it failed.
    package private(set) var at: Int

    /// A reader of the value that begins at `start`, blanks before it aside.
    package init(_ bytes: Bytes, from start: Int, to end: Int, manner: Manner = .strict) {
        self.bytes = bytes
        self.end = end
        self.manner = manner
        at = bytes.skippingBlanks(start, to: end)
    }

    /// The value in `bytes[range]` where that is nothing but one JSON text.
    package static func whole(_ bytes: Bytes, _ range: Range<Int>, manner: Manner = .strict) -> JSONValue? {
        var reader = JSONReader(bytes, from: range.lowerBound, to: range.upperBound, manner: manner)
        guard let value = reader.value() else { return nil }
        return bytes.skippingBlanks(reader.at, to: range.upperBound) == range.upperBound ? value : nil
    }

    /// The document that the bytes are, a byte-order mark before it aside.
    package static func read(_ bytes: [UInt8], manner: Manner) -> JSONValue? {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        return bytes.withUnsafeBufferPointer { whole($0, start..<$0.count, manner: manner) }
    }

    /// The value that begins here.
    package mutating func value() -> JSONValue? { value(depth: 0) }

    private mutating func value(depth: Int) -> JSONValue? {
        guard at < end, depth < Self.depthLimit else { return nil }
        switch bytes[at] {
        case .doubleQuote: return string().map(JSONValue.string)
        case .openBrace: return object(depth)
        case .openBracket: return array(depth)
        case UInt8(ascii: "t"): return word("true", .bool(true))
        case UInt8(ascii: "f"): return word("false", .bool(false))
        case UInt8(ascii: "n"): return word("null", .null)
        case UInt8(ascii: "N") where manner == .ofPrograms: return word("NaN", .number(.nan))
        case UInt8(ascii: "I") where manner == .ofPrograms: return word("Infinity", .number(.infinity))
        case UInt8(ascii: "-") where manner == .ofPrograms && bytes.byte(at + 1) == UInt8(ascii: "I"):
            return word("-Infinity", .number(-.infinity))
        default: return number()
        }
    }

    private mutating func object(_ depth: Int) -> JSONValue? {
        at = bytes.skippingBlanks(at + 1, to: end)
        if at < end, bytes[at] == .closeBrace {
            at += 1
            return .object([])
        }
        var members: [JSONValue.Member] = []
        members.reserveCapacity(4)
        while true {
            guard at < end, bytes[at] == .doubleQuote, let name = string() else { return nil }
            at = bytes.skippingBlanks(at, to: end)
            guard at < end, bytes[at] == .colon else { return nil }
            at = bytes.skippingBlanks(at + 1, to: end)
            guard let value = value(depth: depth + 1) else { return nil }
            members.append(JSONValue.Member(name, value))
            guard let isLast = separator(closing: .closeBrace) else { return nil }
            if isLast { return .object(members) }
        }
    }

    private mutating func array(_ depth: Int) -> JSONValue? {
        at = bytes.skippingBlanks(at + 1, to: end)
        if at < end, bytes[at] == .closeBracket {
            at += 1
            return .array([])
        }
        var items: [JSONValue] = []
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

    private mutating func word(_ word: StaticString, _ value: JSONValue) -> JSONValue? {
        guard bytes.has(word, at: at), at + word.utf8CodeUnitCount <= end else { return nil }
        at += word.utf8CodeUnitCount
        return value
    }

    private mutating func number() -> JSONValue? {
        if isLenient { return numberOfServer() }
        guard let stop = NumberText.end(bytes, at, end) else { return nil }
        defer { at = stop }
        return .written(bytes.text(at..<stop))
    }

    private mutating func numberOfServer() -> JSONValue? {
        let start = at
        while at < end, bytes[at].isDigit || "+-.eE".utf8.contains(bytes[at]) { at += 1 }
        let text = bytes.text(start..<at)
        return Double(text) == nil ? nil : .written(text)
    }

    // MARK: - Strings

    private mutating func string() -> String? {
        let start = at + 1
        at = endOfRun(from: start)
        guard at < end else { return nil }
        if bytes[at] == .doubleQuote {
            defer { at += 1 }
            return isLenient ? bytes.text(start..<at) : bytes.validText(start..<at)
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
                if isLenient { return String(decoding: decoded, as: UTF8.self) }
                return String(validating: decoded, as: UTF8.self)
            case .backslash:
                if manner == .exact, Escapes.isHalf(bytes, at, end) { return nil }
                guard let next = Escapes.json(bytes, at, end, &decoded) else { return nil }
                at = next
            default:
                return nil
            }
            let run = endOfRun(from: at)
            decoded.append(contentsOf: bytes[at..<run])
            at = run
        }
        return nil
    }

    /// The first index that holds a quote, a backslash, or a control byte that is not let pass.
    private func endOfRun(from start: Int) -> Int {
        var stop = bytes.endOfPlainRun(quote: .doubleQuote, from: start, to: end)
        guard isLenient else { return stop }
        while stop < end, bytes[stop] == .newline || bytes[stop] == .carriageReturn || bytes[stop] == .tab {
            stop = bytes.endOfPlainRun(quote: .doubleQuote, from: stop + 1, to: end)
        }
        return stop
    }
}

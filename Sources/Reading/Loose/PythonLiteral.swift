package import Text

/// The Python literals that `ast.literal_eval` reads and a model writes: dictionaries, lists, tuples, sets, strings
/// (adjacent ones joined), numbers, `True`, `False`, `None`. One pass, no repair. Anything else is `nil`.
package struct PythonLiteral {
    private let bytes: Bytes
    private let end: Int
    /// Where reading stopped: behind the value, or where it failed.
    package private(set) var at: Int

    package init(_ bytes: Bytes, from start: Int, to end: Int) {
        self.bytes = bytes
        self.end = end
        at = bytes.skippingBlanks(start, to: end)
    }

    /// The value that begins here.
    package mutating func value() -> JSONValue? { value(depth: 0) }

    private mutating func value(depth: Int) -> JSONValue? {
        guard at < end, depth < JSONReader.depthLimit else { return nil }
        switch bytes[at] {
        case .apostrophe, .doubleQuote: return joinedStrings().map(JSONValue.string)
        case .openBrace: return braces(depth)
        case .openBracket: return items(depth, closing: .closeBracket)
        case UInt8(ascii: "("): return items(depth, closing: UInt8(ascii: ")"))
        case UInt8(ascii: "T"): return word("True", .bool(true))
        case UInt8(ascii: "F"): return word("False", .bool(false))
        case UInt8(ascii: "N"): return word("None", .null)
        default: return number()
        }
    }

    /// A dictionary, or a set, which becomes an array.
    private mutating func braces(_ depth: Int) -> JSONValue? {
        at = bytes.skippingBlanks(at + 1, to: end)
        var fields: [JSONValue.Member] = []
        var members: [JSONValue] = []
        while at < end {
            if bytes[at] == .closeBrace {
                at += 1
                return members.isEmpty ? .object(fields) : .array(members)
            }
            guard let first = value(depth: depth + 1) else { return nil }
            at = bytes.skippingBlanks(at, to: end)
            if at < end, bytes[at] == .colon {
                guard members.isEmpty, let key = first.text else { return nil }
                at = bytes.skippingBlanks(at + 1, to: end)
                guard let value = value(depth: depth + 1) else { return nil }
                fields.append(JSONValue.Member(key, value))
            } else {
                guard fields.isEmpty else { return nil }
                members.append(first)
            }
            guard separates(closing: .closeBrace) else { return nil }
        }
        return nil
    }

    private mutating func items(_ depth: Int, closing: UInt8) -> JSONValue? {
        at = bytes.skippingBlanks(at + 1, to: end)
        var items: [JSONValue] = []
        while at < end {
            if bytes[at] == closing {
                at += 1
                return .array(items)
            }
            guard let item = value(depth: depth + 1) else { return nil }
            items.append(item)
            guard separates(closing: closing) else { return nil }
        }
        return nil
    }

    /// Steps over one comma; false where neither that nor the closing bracket stands here.
    private mutating func separates(closing: UInt8) -> Bool {
        at = bytes.skippingBlanks(at, to: end)
        guard at < end else { return false }
        if bytes[at] == closing { return true }
        guard bytes[at] == .comma else { return false }
        at = bytes.skippingBlanks(at + 1, to: end)
        return true
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) -> JSONValue? {
        guard bytes.has(word, at: at), !bytes.byte(at + word.utf8CodeUnitCount).isWordByte else { return nil }
        at += word.utf8CodeUnitCount
        return value
    }

    private mutating func number() -> JSONValue? {
        guard let stop = NumberText.end(bytes, at, end), !bytes.byte(stop).isWordByte else { return nil }
        defer { at = stop }
        return .written(bytes.text(at..<stop))
    }

    /// One string, or several that stand side by side, which Python joins.
    private mutating func joinedStrings() -> String? {
        guard var text = string() else { return nil }
        while true {
            let next = bytes.skippingBlanks(at, to: end)
            guard next < end, bytes[next] == .apostrophe || bytes[next] == .doubleQuote else { return text }
            at = next
            guard let more = string() else { return nil }
            text += more
        }
    }

    private mutating func string() -> String? {
        let quote = bytes[at]
        let isTripled = bytes.byte(at + 1) == quote && bytes.byte(at + 2) == quote
        at += isTripled ? 3 : 1
        var decoded: [UInt8] = []
        while at < end {
            let run = bytes.endOfPlainRun(quote: quote, from: at, to: end)
            decoded.append(contentsOf: bytes[at..<run])
            at = run
            guard at < end else { return nil }
            switch bytes[at] {
            case quote where !isTripled:
                at += 1
                return String(validating: decoded, as: UTF8.self)
            case quote where bytes.byte(at + 1) == quote && bytes.byte(at + 2) == quote:
                at += 3
                return String(validating: decoded, as: UTF8.self)
            case .backslash:
                guard let next = Escapes.python(bytes, at, end, &decoded) else { return nil }
                at = next
            case .newline where !isTripled, .carriageReturn where !isTripled, 0:
                return nil
            default:
                decoded.append(bytes[at])
                at += 1
            }
        }
        return nil
    }
}

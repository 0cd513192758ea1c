import Text

/// Reads what is nearly JSON or nearly Python.
///
/// Rules, each of them tested:
/// - Keys and strings may stand in any quotes, straight or curly, keys also in none; an unquoted value is a bare word
///   up to the next comma, bracket or line break.
/// - A quote ends its string only where structure follows it (see `closes`); any other quote is part of the text.
/// - Commas may be missing where a quoted key or item follows, and may be superfluous.
/// - A missing closing bracket is supplied at the end of the text; a value that the end cuts off is dropped.
///
/// Where the quotes of a string admit two readings, the result ``isDoubtful``, and no answer is taken from it.
struct RepairingParser {
    let bytes: Bytes
    let end: Int
    /// Whether the end of the text may be a cut, so that a number standing there may lack digits.
    let mayBeCut: Bool
    /// Where reading goes on.
    var at: Int
    /// Whether every bracket was closed and nothing was dropped.
    private(set) var isComplete = true
    /// Whether a string's end had to be guessed.
    var isDoubtful = false
    /// Whether the latest key stood without quotes: only then does a bare word with a colon count as a key.
    private(set) var keysAreBare = false
    /// Bytes looked at ahead of `at`; part of the reader's account of its work.
    var lookedAhead = 0

    init(_ bytes: Bytes, from start: Int, to end: Int, mayBeCut: Bool) {
        self.bytes = bytes
        self.end = end
        self.mayBeCut = mayBeCut
        at = start
    }

    /// The object or array that begins here.
    mutating func document() -> JSONValue? {
        guard at < end else { return nil }
        switch bytes[at] {
        case .openBrace:
            at += 1
            return .object(members(depth: 0, isBraced: true))
        case .openBracket:
            at += 1
            return .array(items(depth: 0, closing: .closeBracket))
        default: return nil
        }
    }

    /// Key and value pairs that stand here without braces around them.
    mutating func looseMembers() -> JSONValue {
        .object(members(depth: 0, isBraced: false))
    }

    private mutating func members(depth: Int, isBraced: Bool) -> [JSONValue.Member] {
        var fields: [JSONValue.Member] = []
        while true {
            skipSeparators()
            if at >= end || bytes.has("```", at: at) {
                isComplete = isComplete && !isBraced
                return fields
            }
            if bytes[at] == .closeBrace {
                if isBraced { at += 1 }
                return fields
            }
            let start = at
            guard let key = key() else {
                at = max(start, at)
                isComplete = isComplete && !isBraced
                return fields
            }
            guard let value = value(in: .member, depth: depth + 1) else {
                isComplete = false
                continue
            }
            fields.append(JSONValue.Member(key, value))
        }
    }

    private mutating func items(depth: Int, closing: UInt8) -> [JSONValue] {
        var items: [JSONValue] = []
        while true {
            skipSeparators()
            if at >= end || bytes.has("```", at: at) || bytes[at] == .closeBrace {
                isComplete = false
                return items
            }
            if bytes[at] == closing {
                at += 1
                return items
            }
            let start = at
            if let item = value(in: .item, depth: depth + 1) {
                items.append(item)
            } else {
                isComplete = false
                if at == start { at += 1 }
            }
        }
    }

    /// Where a value stands, which decides what may follow it.
    enum Place { case key, member, item }

    private mutating func value(in place: Place, depth: Int) -> JSONValue? {
        at = bytes.skippingBlanks(at, to: end)
        guard at < end, depth < JSONReader.depthLimit else {
            at = end
            return nil
        }
        switch bytes[at] {
        case .openBrace:
            at += 1
            return .object(members(depth: depth, isBraced: true))
        case .openBracket:
            at += 1
            return .array(items(depth: depth, closing: .closeBracket))
        default:
            if let quote = QuoteMark(bytes, at) { return string(quote, in: place).map(JSONValue.string) }
            return bareWord(in: place)
        }
    }

    /// A key and the colon behind it; `nil` where no key stands here.
    private mutating func key() -> String? {
        let key: String
        if let quote = QuoteMark(bytes, at) {
            guard let text = string(quote, in: .key) else { return nil }
            keysAreBare = false
            key = text
        } else {
            let stop = wordsEnd(from: at)
            guard stop > at, stop < end, bytes[stop] == .colon else { return nil }
            keysAreBare = true
            key = bytes.text(at..<stop)
            at = stop
        }
        at = bytes.skippingBlanks(at, to: end)
        guard at < end, bytes[at] == .colon else {
            isDoubtful = true
            return nil
        }
        at += 1
        return key
    }

    private mutating func bareWord(in place: Place) -> JSONValue? {
        let start = at
        while at < end, !endsBareWord(bytes[at]) { at += 1 }
        var stop = at
        while stop > start, bytes[stop - 1].isBlank { stop -= 1 }
        guard stop > start else { return nil }
        if at == end, mayBeCut {
            isComplete = false
            return nil
        }
        if NumberText.end(bytes, start, stop) == stop { return .written(bytes.text(start..<stop)) }
        let text = bytes.text(start..<stop)
        switch text {
        case "true", "True": return .bool(true)
        case "false", "False": return .bool(false)
        case "null", "None": return .null
        default:
            // A comma inside an unquoted sentence can't be told from the one that ends it.
            if place == .member, at < end, bytes[at] == .comma, !memberMayFollow(at + 1) { isDoubtful = true }
            return .string(text)
        }
    }

    private func endsBareWord(_ byte: UInt8) -> Bool {
        byte == .comma || byte == .closeBrace || byte == .closeBracket || byte == .newline
    }

    private mutating func skipSeparators() {
        while at < end, bytes[at].isBlank || bytes[at] == .comma { at += 1 }
    }

    mutating func markIncomplete() { isComplete = false }
}

import Text

/// A quotation mark, straight or curly. Marks of one kind may open and close one another's strings.
struct QuoteMark: Equatable {
    /// Whether it is a double one. A backtick counts as single.
    let isDouble: Bool
    /// Bytes of its UTF-8 form: 1 or 3.
    let length: Int

    /// The mark at `index`, or `nil` where none stands there.
    init?(_ bytes: Bytes, _ index: Int) {
        switch bytes.byte(index) {
        case .doubleQuote: (isDouble, length) = (true, 1)
        case .apostrophe, .backtick: (isDouble, length) = (false, 1)
        case 0xE2 where bytes.byte(index + 1) == 0x80:
            switch bytes.byte(index + 2) {
            case 0x98, 0x99, 0x9A: (isDouble, length) = (false, 3)  // ‘ ’ ‚
            case 0x9C, 0x9D, 0x9E: (isDouble, length) = (true, 3)  // “ ” „
            default: return nil
            }
        default: return nil
        }
    }
}

extension RepairingParser {
    /// The string that a quote opens here; `nil`, at the end of the text, where nothing closes it.
    mutating func string(_ opening: QuoteMark, in place: Place) -> String? {
        at += opening.length
        var decoded: [UInt8] = []
        var openInside = 0
        while at < end {
            let byte = bytes[at]
            if byte == .backslash {
                at = Escapes.any(bytes, at, end, &decoded)
            } else if let mark = QuoteMark(bytes, at), mark.isDouble == opening.isDouble {
                let next = at + mark.length
                if closes(next, in: place) {
                    // 'He said 'a', 'b' and left': whether the comma ends the item can't be told.
                    if place == .item, openInside > 0, isComma(after: next) { isDoubtful = true }
                    at = next
                    return String(decoding: decoded, as: UTF8.self)
                }
                note(mark, openInside: &openInside, in: place)
                decoded.append(contentsOf: bytes[at..<next])
                at = next
            } else {
                decoded.append(byte)
                at += 1
            }
        }
        markIncomplete()
        return nil
    }

    /// Counts the marks that open a quotation inside the string, and doubts a value that seems to have swallowed a key.
    private mutating func note(_ mark: QuoteMark, openInside: inout Int, in place: Place) {
        let next = at + mark.length
        let isAfterWord = at > 0 && bytes[at - 1].isWordByte
        if !isAfterWord, bytes.byte(next).isWordByte {
            openInside += 1
        } else if !bytes.byte(next).isWordByte, openInside > 0 {
            openInside -= 1
        }
        if place != .key, bytes.byte(bytes.skippingBlanks(next, to: min(end, next + 4))) == .colon { isDoubtful = true }
    }

    /// Whether a quote that ends at `index` closes its string, by what follows:
    /// - behind a key: a colon;
    /// - behind a member's value: `}`, a comma and then a key, a key on its own, or the end;
    /// - behind an item: `]`, `}`, a comma and then another value, an item on a new line, or the end.
    mutating func closes(_ index: Int, in place: Place) -> Bool {
        let next = bytes.skippingBlanks(index, to: end)
        lookedAhead += next - index
        if next >= end || bytes.has("```", at: next) { return place != .key }
        switch (place, bytes[next]) {
        case (.key, let byte): return byte == .colon
        case (.member, .closeBrace): return true
        case (.member, .comma): return memberMayFollow(next + 1)
        case (.member, _): return next > index && quotedKeyStands(at: next)
        case (.item, .closeBracket), (.item, .closeBrace): return true
        case (.item, .comma): return itemMayFollow(next + 1)
        case (.item, _): return bytes[index..<next].contains(.newline) && QuoteMark(bytes, next) != nil
        }
    }

    private func isComma(after index: Int) -> Bool {
        bytes.byte(bytes.skippingBlanks(index, to: end)) == .comma
    }

    private mutating func itemMayFollow(_ index: Int) -> Bool {
        let next = bytes.skippingBlanks(index, to: end)
        lookedAhead += next - index
        guard next < end else { return true }
        let byte = bytes[next]
        return byte == .closeBracket || byte == .openBrace || byte == .openBracket || byte.isDigit
            || QuoteMark(bytes, next) != nil
    }

    /// Whether behind a comma at `index - 1` a member, the closing brace or the end of the text stands.
    mutating func memberMayFollow(_ index: Int) -> Bool {
        let next = bytes.skippingBlanks(index, to: end)
        lookedAhead += next - index
        guard next < end else { return true }
        if bytes[next] == .closeBrace || bytes.has("```", at: next) || quotedKeyStands(at: next) { return true }
        guard keysAreBare else { return false }
        let stop = wordsEnd(from: next)
        return stop > next && bytes.byte(stop) == .colon
    }

    /// Whether a quoted key and its colon begin at `index`. A key has at most 120 bytes and no line break; the end of
    /// the text inside it counts as a key cut off.
    private mutating func quotedKeyStands(at index: Int) -> Bool {
        guard let opening = QuoteMark(bytes, index) else { return false }
        let start = index + opening.length
        var scan = start
        while scan < end, scan - start <= 120, bytes[scan] != .newline {
            lookedAhead += 1
            if let mark = QuoteMark(bytes, scan), mark.isDouble == opening.isDouble {
                let next = bytes.skippingBlanks(scan + mark.length, to: min(end, scan + 8))
                if next < end, bytes[next] == .colon { return scan > start }
                // The quote behind a plain word was an apostrophe; any other ends what is no key.
                guard bytes[scan - 1].isWordByte, bytes.byte(scan + mark.length).isWordByte else { return false }
            }
            scan += 1
        }
        return scan >= end
    }

    /// The end of a bare key: letters, digits, `_`, `-` and single spaces, at most 60 bytes.
    func wordsEnd(from start: Int) -> Int {
        var scan = start
        while scan < end, scan - start < 60 {
            let byte = bytes[scan]
            let isInner = byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == .space
            guard byte.isWordByte || (isInner && scan > start) else { break }
            scan += 1
        }
        while scan > start, bytes[scan - 1] == .space { scan -= 1 }
        return scan
    }
}

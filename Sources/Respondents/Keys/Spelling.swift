/// What bytes stand for, once escapes are resolved and characters that nobody sees are left out; with the place of each.
///
/// Read are the escapes of JSON (`\/`, `\u002f`), of addresses (`%2F`) and of HTML (`&#x2F;`, `&sol;`), also inside each
/// other, and the wide forms of ASCII. Backslashes are left out.
struct Spelling {
    private var bytes: [UInt8]
    /// Where in the source each byte begins, with what was left out before it.
    private var starts: [Int32]
    private let end: Int

    /// In lower case.
    let folded: [UInt8]

    init(_ source: [UInt8]) {
        end = source.count
        var pass = SpellingPass(source, starts: nil)
        var passes = 1
        // An escape can hide another: `%252F`, `\\u0026#47;`.
        while pass.revealedMore, passes < 4 {
            pass = SpellingPass(pass.bytes, starts: pass.starts)
            passes += 1
        }
        bytes = pass.bytes
        starts = pass.starts
        folded = pass.bytes.map { (65...90).contains($0) ? $0 + 32 : $0 }
    }

    /// The place in the source of a range of `folded`.
    func source(of range: Range<Int>) -> Range<Int> {
        let start = Int(starts[range.lowerBound])
        let end = range.upperBound < starts.count ? Int(starts[range.upperBound]) : self.end
        return start..<max(start, end)
    }
}

/// One pass of resolving escapes.
private struct SpellingPass {
    private(set) var bytes: [UInt8] = []
    private(set) var starts: [Int32] = []
    /// Whether a character came to light that may begin another escape.
    private(set) var revealedMore = false
    private let source: [UInt8]
    private let sourceStarts: [Int32]?
    private var skippedFrom: Int?

    init(_ source: [UInt8], starts: [Int32]?) {
        self.source = source
        sourceStarts = starts
        bytes.reserveCapacity(source.count)
        self.starts.reserveCapacity(source.count)
        var index = 0
        while index < source.count {
            let byte = source[index]
            switch byte {
            case UInt8(ascii: "\\"): index = backslashes(at: index)
            case UInt8(ascii: "%"): index = percent(at: index)
            case UInt8(ascii: "&"): index = entity(at: index)
            case 0x80...: index = character(at: index)
            case 0x09, 0x0A, 0x0D, 0x20..<0x7F:
                append(byte, at: index)
                index += 1
            default:
                skip(index)
                index += 1
            }
        }
    }

    private mutating func append(_ byte: UInt8, at index: Int) {
        let from = skippedFrom ?? index
        skippedFrom = nil
        bytes.append(byte)
        starts.append(sourceStarts?[from] ?? Int32(truncatingIfNeeded: from))
    }

    private mutating func skip(_ index: Int) {
        if skippedFrom == nil { skippedFrom = index }
    }

    /// A character that an escape stands for.
    private mutating func append(_ scalar: Unicode.Scalar, at index: Int) {
        if scalar.isInvisible { return skip(index) }
        let wide = (0xFF01...0xFF5E).contains(scalar.value)
        let plain = wide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
        if "\\%&".unicodeScalars.contains(plain) { revealedMore = true }
        for byte in String(plain).utf8 { append(byte, at: index) }
    }

    /// A run of backslashes and what it escapes: `\u002f` however deep it is quoted, the letter of a line break, or nothing.
    private mutating func backslashes(at index: Int) -> Int {
        var next = index
        while next < source.count, source[next] == UInt8(ascii: "\\") { next += 1 }
        guard next < source.count else {
            skip(index)
            return next
        }
        if source[next] == UInt8(ascii: "u"), let unit = number(in: next + 1..<next + 5, radix: 16) {
            append(Unicode.Scalar(unit) ?? "\u{FFFD}", at: index)
            return next + 5
        }
        if "nrtbf".utf8.contains(source[next]) {
            append(0x0A, at: index)
            return next + 1
        }
        skip(index)
        return next
    }

    private mutating func percent(at index: Int) -> Int {
        guard let value = number(in: index + 1..<index + 3, radix: 16) else {
            append(source[index], at: index)
            return index + 1
        }
        if value >= 0x80 || "\\%&".utf8.contains(UInt8(value)) { revealedMore = true }
        append(UInt8(value), at: index)
        return index + 3
    }

    private mutating func entity(at index: Int) -> Int {
        let window = source[index + 1..<min(index + 20, source.count)]
        guard let length = window.firstIndex(of: UInt8(ascii: ";")).map({ $0 - index - 1 }), length > 0,
            let scalar = Self.scalar(ofEntity: window.prefix(length))
        else {
            append(source[index], at: index)
            return index + 1
        }
        append(scalar, at: index)
        return index + length + 2
    }

    private static func scalar(ofEntity name: ArraySlice<UInt8>) -> Unicode.Scalar? {
        let text = String(decoding: name, as: UTF8.self)
        guard text.hasPrefix("#") else { return named[text] }
        let isHexadecimal = text.dropFirst().first?.lowercased() == "x"
        return UInt32(text.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10).flatMap(
            Unicode.Scalar.init)
    }

    private static let named: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "sol": "/", "bsol": "\\", "plus": "+",
        "equals": "=",
        "lowbar": "_", "period": ".", "colon": ":", "semi": ";", "comma": ",", "num": "#", "percnt": "%", "commat": "@",
        "excl": "!", "ast": "*", "dollar": "$", "quest": "?", "lpar": "(", "rpar": ")", "lsqb": "[", "rsqb": "]",
        "lcub": "{", "rcub": "}", "verbar": "|", "vert": "|", "Hat": "^", "grave": "`", "tilde": "~", "shy": "\u{AD}",
        "zwj": "\u{200D}", "zwnj": "\u{200C}", "lrm": "\u{200E}", "rlm": "\u{200F}", "NoBreak": "\u{2060}",
        "ZeroWidthSpace": "\u{200B}",
    ]

    /// A character beyond ASCII; bytes that are none stand for themselves.
    private mutating func character(at index: Int) -> Int {
        let length = source[index] >= 0xF0 ? 4 : source[index] >= 0xE0 ? 3 : 2
        let text = String(decoding: source[index..<min(index + length, source.count)], as: UTF8.self)
        guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1, scalar != "\u{FFFD}" else {
            append(source[index], at: index)
            return index + 1
        }
        append(scalar, at: index)
        return index + length
    }

    private func number(in range: Range<Int>, radix: Int) -> UInt32? {
        guard range.upperBound <= source.count else { return nil }
        var value: UInt32 = 0
        for byte in source[range] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }
}

extension Unicode.Scalar {
    /// Whether it is written and not seen: no width, a direction, a variant.
    var isInvisible: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x034F, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F,
            0xFE00...0xFE0F, 0xFEFF, 0xE0000...0xE007F:
            true
        default: false
        }
    }
}

/// Readers work on UTF-8 bytes in place; strings are made only of what they hand out.
@usableFromInline package typealias Bytes = UnsafeBufferPointer<UInt8>

/// Names and kinds of the bytes that notations are made of.
extension UInt8 {
    @inlinable package static var tab: UInt8 { UInt8(ascii: "\t") }
    @inlinable package static var newline: UInt8 { UInt8(ascii: "\n") }
    @inlinable package static var carriageReturn: UInt8 { UInt8(ascii: "\r") }
    @inlinable package static var space: UInt8 { UInt8(ascii: " ") }
    @inlinable package static var doubleQuote: UInt8 { UInt8(ascii: "\"") }
    @inlinable package static var apostrophe: UInt8 { UInt8(ascii: "'") }
    @inlinable package static var backtick: UInt8 { UInt8(ascii: "`") }
    @inlinable package static var backslash: UInt8 { UInt8(ascii: "\\") }
    @inlinable package static var comma: UInt8 { UInt8(ascii: ",") }
    @inlinable package static var colon: UInt8 { UInt8(ascii: ":") }
    @inlinable package static var openBrace: UInt8 { UInt8(ascii: "{") }
    @inlinable package static var closeBrace: UInt8 { UInt8(ascii: "}") }
    @inlinable package static var openBracket: UInt8 { UInt8(ascii: "[") }
    @inlinable package static var closeBracket: UInt8 { UInt8(ascii: "]") }

    @inlinable package var isBlank: Bool {
        self == .space || self == .newline || self == .tab || self == .carriageReturn
    }
    @inlinable package var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
    @inlinable package var isLetter: Bool { (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z") }
    /// A letter, a digit, or a byte of a character beyond ASCII.
    @inlinable package var isWordByte: Bool { isLetter || isDigit || self >= 0x80 }
    @inlinable package var lowercased: UInt8 {
        self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self
    }
    /// 0…15, or `nil` where this is no hexadecimal digit.
    @inlinable package var hexadecimal: UInt32? {
        if isDigit { return UInt32(self - UInt8(ascii: "0")) }
        let letter = self | 0x20
        guard letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "f") else { return nil }
        return UInt32(letter - UInt8(ascii: "a")) + 10
    }
}

extension Bytes {
    /// The byte at `index`, or 0 beyond the end.
    @inlinable @inline(__always)
    package func byte(_ index: Int) -> UInt8 { index < count ? self[index] : 0 }

    /// The first index at or after `index` that is not blank, at most `end`.
    @inlinable @inline(__always)
    package func skippingBlanks(_ index: Int, to end: Int) -> Int {
        var index = index
        while index < end, self[index].isBlank { index += 1 }
        return index
    }

    /// Whether the ASCII letters of `word` stand at `index`, in this very case.
    @inlinable @inline(__always)
    package func has(_ word: StaticString, at index: Int) -> Bool {
        let length = word.utf8CodeUnitCount
        guard index >= 0, index + length <= count else { return false }
        for offset in 0..<length where self[index + offset] != word.utf8Start[offset] { return false }
        return true
    }

    /// The text between two indices; bytes that are no UTF-8 become U+FFFD.
    package func text(_ range: Range<Int>) -> String {
        String(decoding: Bytes(rebasing: self[range]), as: UTF8.self)
    }

    /// The text between two indices, or `nil` where it is no UTF-8.
    @inlinable @inline(__always)
    package func validText(_ range: Range<Int>) -> String? {
        String(validating: Bytes(rebasing: self[range]), as: UTF8.self)
    }
}

// MARK: - Skipping eight bytes at a time

extension Bytes {
    /// The first index in `start..<end` whose byte is `wanted`, else `end`.
    @inlinable @inline(__always)
    package func index(of wanted: UInt8, from start: Int, to end: Int) -> Int {
        let pattern = UInt64(wanted) &* 0x0101_0101_0101_0101
        var index = start
        while index &+ 8 <= end {
            let hits = zeroBytes(word(at: index) ^ pattern)
            if hits != 0 { return index &+ hits.trailingZeroBitCount / 8 }
            index &+= 8
        }
        while index < end, self[index] != wanted { index &+= 1 }
        return index
    }

    /// The first index in `start..<end` that holds `quote`, a backslash or a control character, else `end`: what may
    /// end the plain run of a quoted string.
    @inlinable @inline(__always)
    package func endOfPlainRun(quote: UInt8, from start: Int, to end: Int) -> Int {
        let quotes = UInt64(quote) &* 0x0101_0101_0101_0101
        var index = start
        while index &+ 8 <= end {
            let eight = word(at: index)
            let controls = (eight &- 0x2020_2020_2020_2020) & ~eight & 0x8080_8080_8080_8080
            let hits = zeroBytes(eight ^ quotes) | zeroBytes(eight ^ 0x5C5C_5C5C_5C5C_5C5C) | controls
            if hits != 0 { return index &+ hits.trailingZeroBitCount / 8 }
            index &+= 8
        }
        while index < end, self[index] != quote, self[index] != .backslash, self[index] >= 0x20 { index &+= 1 }
        return index
    }

    /// Eight bytes, the first of them lowest.
    @inlinable @inline(__always)
    func word(at index: Int) -> UInt64 {
        UInt64(littleEndian: UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }

    /// Marks the zero bytes of a word. Marks above the lowest one may be wrong, so only that one is used.
    @inlinable @inline(__always)
    func zeroBytes(_ word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }
}

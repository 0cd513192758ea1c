extension Scrubber {
    /// Whether bytes must be read closely: nearly no answer must, and this costs two nanoseconds a byte.
    ///
    /// Plain letters are compared as they stand; whatever may be another spelling of one lets the answer be read closely.
    func mayHoldSecret(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var window: UInt64 = 0
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                switch byte {
                case UInt8(ascii: "\\"):
                    guard index + 1 < bytes.count else { return false }
                    let next = bytes[index + 1]
                    if next == UInt8(ascii: "u") {
                        guard let unit = Self.unit(bytes, at: index + 2), !Self.isOtherSpelling(unit) else {
                            return true
                        }
                        (window, index) = (0, index + 6)
                    } else if "nrtbf".utf8.contains(next) {
                        (window, index) = (0, index + 2)
                    } else {
                        index += 1
                    }
                    continue
                case UInt8(ascii: "%"), UInt8(ascii: "&"):
                    if Self.mayBeEscape(bytes, at: index) { return true }
                case 0x80...:
                    // The lead bytes of what nobody sees, and of wide letters; the quotation marks among them are usual.
                    if [0xC2, 0xCD, 0xE1, 0xEF, 0xF3].contains(byte) { return true }
                    if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 || bytes[index + 1] == 0x81,
                        !(bytes[index + 1] == 0x80 && (0x90...0xA7).contains(bytes[index + 2]))
                    {
                        return true
                    }
                    (window, index) = (0, index + 1)
                    continue
                case 0..<0x20 where byte != 0x0A && byte != 0x0D && byte != 0x09, 0x7F: return true
                default: break
                }
                window = (window << 8 | UInt64((65...90).contains(byte) ? byte + 32 : byte)) & mask
                if isGram(window) { return true }
                index += 1
            }
            return false
        }
    }

    private static func unit(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> UInt32? {
        guard start + 4 <= bytes.count else { return nil }
        var unit: UInt32 = 0
        for index in start..<start + 4 {
            guard let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue else { return nil }
            unit = unit << 4 | UInt32(digit)
        }
        return unit
    }

    /// Whether a character written by its number may be a letter of a key, or be left out of one.
    private static func isOtherSpelling(_ unit: UInt32) -> Bool {
        guard let scalar = Unicode.Scalar(unit) else { return false }
        return unit < 0x80 ? unit != 0x0A : (0xFF01...0xFF5E).contains(unit) || scalar.isInvisible
    }

    /// `%2F`, `&#47;`, `&sol;`; not `100 %` or `R & D`.
    private static func mayBeEscape(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard index + 1 < bytes.count else { return false }
        let next = Character(Unicode.Scalar(bytes[index + 1]))
        return bytes[index] == UInt8(ascii: "%") ? next.isHexDigit : next == "#" || (next.isASCII && next.isLetter)
    }
}

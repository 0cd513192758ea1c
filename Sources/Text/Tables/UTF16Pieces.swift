/// UTF-16 that arrives in pieces, written as UTF-8. Spreadsheet programs save "Unicode text" so.
struct UTF16Pieces {
    private let isBigEndian: Bool
    private var rest: [UInt8] = []

    /// - Returns: `nil` for text that is not UTF-16: it has no mark, and its first letters are no pairs of a byte and a
    ///   NUL.
    init?(startingWith start: ArraySlice<UInt8>) {
        let head = Array(start.prefix(4))
        switch head {
        case _ where head.count >= 2 && head[0] == 0xFF && head[1] == 0xFE: isBigEndian = false
        case _ where head.count >= 2 && head[0] == 0xFE && head[1] == 0xFF: isBigEndian = true
        case _ where head.count == 4 && head[1] == 0 && head[3] == 0 && head[0] >= 0x20 && head[2] >= 0x20:
            isBigEndian = false
        case _ where head.count == 4 && head[0] == 0 && head[2] == 0 && head[1] >= 0x20 && head[3] >= 0x20:
            isBigEndian = true
        default: return nil
        }
    }

    /// The next piece; half a character at its end waits for the following one.
    mutating func utf8(_ piece: [UInt8], isLast: Bool) -> [UInt8] {
        let bytes = rest + piece
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for at in stride(from: 0, to: bytes.count - 1, by: 2) {
            let (first, second) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
            units.append(isBigEndian ? first << 8 | second : second << 8 | first)
        }
        rest = bytes.count.isMultiple(of: 2) ? [] : bytes.suffix(1)
        if !isLast, let last = units.last, UTF16.isLeadSurrogate(last) {
            units.removeLast()
            rest = Array(bytes[(bytes.count - rest.count - 2)...])
        }
        // A byte too many is half a character: shown as what it is, damage.
        if isLast, !rest.isEmpty { units.append(0xFFFD) }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}

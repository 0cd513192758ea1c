/// Bytes made smaller as RFC 1950 and 1951 say (zlib): what was met before is referred to, what is left is coded by the fixed
/// Huffman codes. Drawings consist of repetitions, so that this is enough.
package enum Deflate {
    /// A zlib stream of some bytes.
    ///
    /// - Parameter stride: the length of a row, where the bytes are rows that resemble each other: the same place of the row before is
    ///   then looked at first.
    package static func zlib(_ bytes: [UInt8], stride: Int? = nil) -> [UInt8] {
        var out = BitWriter()
        out.bytes.reserveCapacity(bytes.count / 16 + 64)
        out.bytes += [0x78, 0x9C]
        out.write(0b011, 3)  // The last block, in fixed codes.
        bytes.withUnsafeBufferPointer { compress($0, stride: stride ?? 0, to: &out) }
        out.writeLiteral(256)
        out.flush()
        return out.bytes + Checksum.bigEndian(Checksum.adler32(bytes))
    }

    private static let window = 32_768
    private static let (shortest, longest) = (3, 258)
    /// So many earlier places with the same three bytes are looked at, and places within a longer match are not noted.
    private static let (mostTries, longRun) = (24, 64)

    private static func compress(_ bytes: UnsafeBufferPointer<UInt8>, stride: Int, to out: inout BitWriter) {
        var heads = [Int32](repeating: -1, count: 1 << 15)
        var former = [Int32](repeating: -1, count: window)
        heads.withUnsafeMutableBufferPointer { heads in
            former.withUnsafeMutableBufferPointer { former in
                var place = 0
                while place < bytes.count {
                    let match = find(bytes, place, stride: stride, heads, former)
                    let length = max(1, match.length)
                    if match.length >= shortest {
                        out.writeMatch(length: match.length, distance: match.distance)
                    } else {
                        out.writeLiteral(Int(bytes[place]))
                    }
                    let noted = length > longRun ? [place, place + length - 1] : Array(place..<place + length)
                    for spot in noted where spot + shortest <= bytes.count {
                        let slot = hash(bytes, spot)
                        former[spot & (window - 1)] = heads[slot]
                        heads[slot] = Int32(truncatingIfNeeded: spot)
                    }
                    place += length
                }
            }
        }
    }

    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
        let three = UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2]) << 16
        return Int((three &* 0x9E37_79B1) >> 17)
    }

    private static func length(
        _ bytes: UnsafeBufferPointer<UInt8>, _ spot: Int, _ place: Int, _ most: Int
    ) -> Int {
        var length = 0
        while length < most, bytes[spot + length] == bytes[place + length] { length += 1 }
        return length
    }

    /// The longest of the matches that are looked at.
    private static func find(
        _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, stride: Int,
        _ heads: UnsafeMutableBufferPointer<Int32>,
        _ former: UnsafeMutableBufferPointer<Int32>
    ) -> (length: Int, distance: Int) {
        guard place + shortest <= bytes.count else { return (0, 0) }
        let most = min(longest, bytes.count - place)
        var best = (length: 0, distance: 0)
        if stride > 0, stride < window, place >= stride {
            best = (Self.length(bytes, place - stride, place, most), stride)
            // Far better than what else could be found.
            if best.length > longRun { return best }
            if best.length < shortest { best = (0, 0) }
        }
        var spot = Int(heads[hash(bytes, place)])
        var tries = mostTries
        while spot >= 0, spot < place, place - spot < window, tries > 0 {
            if best.length < most, best.length == 0 || bytes[spot + best.length] == bytes[place + best.length] {
                let length = Self.length(bytes, spot, place, most)
                if length > best.length {
                    best = (length, place - spot)
                    if length == most { break }
                }
            }
            tries -= 1
            let next = Int(former[spot & (window - 1)])
            guard next < spot else { break }
            spot = next
        }
        return best
    }
}

/// Bits in the order of deflate: the lowest first, Huffman codes turned round.
struct BitWriter {
    var bytes: [UInt8] = []
    private var bits: UInt64 = 0
    private var count = 0

    mutating func write(_ value: Int, _ width: Int) {
        bits |= UInt64(value) << UInt64(count)
        count += width
        while count >= 8 {
            bytes.append(UInt8(truncatingIfNeeded: bits))
            bits >>= 8
            count -= 8
        }
    }

    mutating func flush() {
        if count > 0 { write(0, 8 - count) }
    }

    /// A byte, 256 for the end, or the code of a length.
    mutating func writeLiteral(_ symbol: Int) {
        switch symbol {
        case ..<144: writeCode(0x30 + symbol, 8)
        case ..<256: writeCode(0x190 + symbol - 144, 9)
        case ..<280: writeCode(symbol - 256, 7)
        default: writeCode(0xC0 + symbol - 280, 8)
        }
    }

    /// So many bytes from so far before.
    mutating func writeMatch(length: Int, distance: Int) {
        if length == 258 {
            writeLiteral(285)
        } else {
            let code = Self.code(length - 3, step: 2)
            writeLiteral(257 + code.symbol)
            write(code.rest, code.width)
        }
        let code = Self.code(distance - 1, step: 1)
        writeCode(code.symbol, 5)
        write(code.rest, code.width)
    }

    /// Lengths and distances come in classes that double in width every four (`step` 2) or two (`step` 1) symbols.
    private static func code(_ number: Int, step: Int) -> (symbol: Int, rest: Int, width: Int) {
        let highest = Int.bitWidth - 1 - max(number, 1).leadingZeroBitCount
        guard highest > step else { return (number, 0, 0) }
        let width = highest - step
        let symbol = (width << step) + (number >> width)
        return (symbol, number & ((1 << width) - 1), width)
    }

    private mutating func writeCode(_ code: Int, _ width: Int) {
        var turned = 0
        for bit in 0..<width where code >> bit & 1 == 1 { turned |= 1 << (width - 1 - bit) }
        write(turned, width)
    }
}

/// Sums that tell a damaged file.
enum Checksum {
    static func adler32(_ bytes: [UInt8]) -> UInt32 {
        var (a, b): (UInt32, UInt32) = (1, 0)
        bytes.withUnsafeBufferPointer { bytes in
            var place = 0
            while place < bytes.count {
                // So many sums fit before a remainder has to be taken.
                let end = min(place + 5552, bytes.count)
                while place < end {
                    a &+= UInt32(bytes[place])
                    b &+= a
                    place += 1
                }
                a %= 65_521
                b %= 65_521
            }
        }
        return b << 16 | a
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
    }

    static func crc32(_ bytes: [UInt8]) -> UInt32 {
        let table = table
        return ~table.withUnsafeBufferPointer { table in
            bytes.withUnsafeBufferPointer { bytes in
                var sum: UInt32 = 0xFFFF_FFFF
                for byte in bytes { sum = table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
                return sum
            }
        }
    }

    static func bigEndian(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}

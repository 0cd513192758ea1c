/// A font file's bytes, read where they are and nowhere else: a place beyond the end has no number.
struct FontBytes: Sendable {
    let bytes: [UInt8]
    let range: Range<Int>

    init(_ bytes: [UInt8]) {
        (self.bytes, range) = (bytes, bytes.indices)
    }

    private init(_ bytes: [UInt8], _ range: Range<Int>) {
        (self.bytes, self.range) = (bytes, range)
    }

    var count: Int { range.count }

    /// A part of it; nil where any of it lies beyond.
    func part(_ start: Int, _ length: Int) -> FontBytes? {
        guard start >= 0, length >= 0, start <= count, length <= count - start else { return nil }
        return FontBytes(bytes, range.lowerBound + start..<range.lowerBound + start + length)
    }

    func byte(_ place: Int) -> UInt8? {
        guard place >= 0, place < count else { return nil }
        return bytes[range.lowerBound + place]
    }

    func word(_ place: Int) -> Int? {
        guard place >= 0, place <= count - 2 else { return nil }
        return Int(bytes[range.lowerBound + place]) << 8 | Int(bytes[range.lowerBound + place + 1])
    }

    func signed(_ place: Int) -> Int? {
        word(place).map { $0 >= 0x8000 ? $0 - 0x10000 : $0 }
    }

    func long(_ place: Int) -> Int? {
        guard let high = word(place), let low = word(place + 2) else { return nil }
        return high << 16 | low
    }
}

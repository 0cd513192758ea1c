/// A small font, put together byte by byte: glyph 0 is a box, 1 a triangle with a curve ("A"), 2 two triangles beside each other
/// ("B"), 3 is made of itself ("C").
enum FontFixture {
    static let units = 1000

    private static func word(_ number: Int) -> [UInt8] {
        [UInt8(truncatingIfNeeded: number >> 8), UInt8(truncatingIfNeeded: number)]
    }

    private static func long(_ number: Int) -> [UInt8] { word(number >> 16) + word(number & 0xFFFF) }

    /// A simple glyph of one contour, all coordinates in two bytes.
    private static func simple(_ points: [(x: Int, y: Int, isOn: Bool)]) -> [UInt8] {
        var bytes = word(1) + word(0) + word(0) + word(0) + word(0) + word(points.count - 1) + word(0)
        bytes += points.map { $0.isOn ? 1 : 0 }
        for axis in [points.map(\.x), points.map(\.y)] {
            var last = 0
            for number in axis {
                bytes += word(number - last)
                last = number
            }
        }
        return bytes.count.isMultiple(of: 2) ? bytes : bytes + [0]
    }

    /// Parts with their places, all but the last with a flag that says "more".
    private static func composite(_ parts: [(glyph: Int, x: Int)]) -> [UInt8] {
        word(-1) + word(0) + word(0) + word(0) + word(0)
            + parts.enumerated().flatMap { index, part in
                word(3 | (index < parts.count - 1 ? 0x20 : 0)) + word(part.glyph) + word(part.x) + word(0)
            }
    }

    static let glyphs: [[UInt8]] = [
        simple([(0, 0, true), (500, 0, true), (500, 700, true), (0, 700, true)]),
        simple([(0, 0, true), (600, 0, true), (600, 600, false), (0, 600, true)]),
        composite([(1, 0), (1, 1000)]), composite([(3, 0), (3, 10)]),
    ]

    private static let mapFour: [UInt8] =
        word(4) + word(32) + word(0) + word(4) + word(4) + word(1) + word(0) + word(0x43) + word(0xFFFF) + word(0)
        + word(0x41) + word(0xFFFF) + word(1 - 0x41) + word(1) + word(0) + word(0)

    private static let mapTwelve: [UInt8] =
        word(12) + word(0) + long(28) + long(0) + long(1) + long(0x41) + long(0x43) + long(1)

    /// - Parameter hasLongMap: whether its characters stand in a table of format 12 and not of format 4.
    static func font(hasLongMap: Bool = false) -> [UInt8] {
        var places = [0]
        for glyph in glyphs { places.append((places.last ?? 0) + glyph.count) }
        var head = [UInt8](repeating: 0, count: 54)
        head.replaceSubrange(18..<20, with: word(units))
        head.replaceSubrange(50..<52, with: word(1))
        var across = [UInt8](repeating: 0, count: 36)
        across.replaceSubrange(34..<36, with: word(1))
        let map = hasLongMap ? mapTwelve : mapFour
        let tables: [(String, [UInt8])] = [
            ("cmap", word(0) + word(1) + word(3) + word(hasLongMap ? 10 : 1) + long(12) + map),
            ("glyf", glyphs.flatMap { $0 }), ("head", head), ("hhea", across),
            ("hmtx", word(650) + word(0) + Array(repeating: 0, count: 6)), ("loca", places.flatMap(long)),
            ("maxp", long(0x10000) + word(glyphs.count)),
        ]
        var directory = long(0x10000) + word(tables.count) + word(0) + word(0) + word(0)
        var body: [UInt8] = []
        let start = 12 + tables.count * 16
        for (name, bytes) in tables {
            directory += Array(name.utf8) + long(0) + long(start + body.count) + long(bytes.count)
            body += bytes
        }
        return directory + body
    }
}

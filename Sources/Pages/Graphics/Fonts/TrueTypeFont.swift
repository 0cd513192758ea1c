/// A TrueType font: which glyph stands for a character, how wide it is, and its outline.
///
/// It reads `head`, `maxp`, `hhea`, `hmtx`, `cmap` (formats 4 and 12), `loca` and `glyf`. Nothing is shaped: letters of Arabic and of
/// Indian scripts stand unjoined and in the order of their characters. Every place is checked before it is read, so that a damaged
/// or a malicious file costs no more than a glyph that is missing.
package struct TrueTypeFont: Sendable {
    /// Units of the outlines' grid in one em.
    package let unitsPerEm: Double
    private let glyphCount, longMetrics: Int
    private let hasLongPlaces: Bool
    private let metrics, places, glyphs: FontBytes
    private let characters: CharacterMap

    /// A larger file is none of the fonts that figures are set in.
    static let mostBytes = 64 << 20

    /// Reads a font file.
    ///
    /// - Throws: ``FontError/damaged(_:)`` where a table is missing or says what can't be.
    package init(_ bytes: [UInt8]) throws(FontError) {
        let file = FontBytes(bytes)
        guard bytes.count <= Self.mostBytes else { throw .damaged("larger than 64 MB") }
        guard let version = file.long(0), version == 0x0001_0000 || version == 0x7472_7565 else {
            throw .damaged("no TrueType outlines")
        }
        func table(_ name: String) throws(FontError) -> FontBytes {
            guard let table = Self.table(name, of: file) else { throw .damaged("no table “\(name)”") }
            return table
        }
        let (head, most, across) = (try table("head"), try table("maxp"), try table("hhea"))
        (metrics, places, glyphs) = (try table("hmtx"), try table("loca"), try table("glyf"))
        guard let units = head.word(18), (16...16_384).contains(units), let format = head.word(50),
            let count = most.word(4), count > 0, let longMetrics = across.word(34), longMetrics > 0
        else { throw .damaged("its heads can’t be read") }
        unitsPerEm = Double(units)
        hasLongPlaces = format == 1
        (glyphCount, self.longMetrics) = (count, longMetrics)
        characters = try CharacterMap(try table("cmap"))
    }

    private static func table(_ name: String, of file: FontBytes) -> FontBytes? {
        guard let count = file.word(4) else { return nil }
        for index in 0..<min(count, 256) {
            let record = 12 + index * 16
            guard let tag = file.part(record, 4), Array(tag.bytes[tag.range]) == Array(name.utf8) else { continue }
            guard let start = file.long(record + 8), let length = file.long(record + 12) else { return nil }
            return file.part(start, length)
        }
        return nil
    }

    /// The glyph of a character; nil where the font has none.
    package func glyph(of scalar: Unicode.Scalar) -> Int? {
        guard let glyph = characters.glyph(of: scalar.value), glyph > 0, glyph < glyphCount else { return nil }
        return glyph
    }

    /// How far the next glyph stands, in units.
    package func advance(of glyph: Int) -> Double {
        Double(metrics.word(min(glyph, longMetrics - 1) * 4) ?? 0)
    }

    /// A glyph's own part of `glyf`; nil where it has no outline.
    func outlineBytes(of glyph: Int) -> FontBytes? {
        guard glyph >= 0, glyph < glyphCount else { return nil }
        let ends =
            hasLongPlaces
            ? (places.long(glyph * 4), places.long(glyph * 4 + 4))
            : (places.word(glyph * 2).map { $0 * 2 }, places.word(glyph * 2 + 2).map { $0 * 2 })
        guard let start = ends.0, let end = ends.1, end > start else { return nil }
        return glyphs.part(start, end - start)
    }
}

/// Why there is no font to set a figure's texts in.
package enum FontError: Error, Sendable, Equatable, CustomStringConvertible {
    /// None of the usual fonts is on this machine.
    case none
    /// The font that was named can't be read.
    case unreadable(path: String, reason: String)
    /// A file is no font, or not a whole one.
    case damaged(String)

    /// What happened and what to do, on one line.
    package var description: String {
        switch self {
        case .none:
            "no TrueType font was found to set a figure’s texts in, so that there is no PDF and no PNG: install one, such as the "
                + "package fonts-dejavu-core, or name a file (.ttf) in VLENS_FONT; the SVG needs none"
        case .unreadable(let path, let reason):
            "the font “\(path)” can’t be used: \(reason); name a TrueType file (.ttf) in VLENS_FONT, or leave it empty"
        case .damaged(let reason): "the font can’t be used: \(reason)"
        }
    }
}

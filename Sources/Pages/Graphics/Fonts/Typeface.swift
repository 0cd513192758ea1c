import Foundation

/// The fonts that a figure's texts are set in, where they become outlines: a regular and a bold one, and behind them others for the
/// characters that they lack. A character that none of them has is the first font's box for what is missing. Scripts whose letters
/// join or change places, such as Arabic or Devanagari, are not shaped.
package struct Typeface: Sendable {
    /// Which font, and which of its glyphs.
    struct Glyph: Sendable, Hashable {
        let font, glyph: Int
    }

    let fonts: [TrueTypeFont]
    /// The places of the fonts to look into, for either weight.
    private let regular, bold: [Int]

    /// A typeface of fonts; those that come first are asked first.
    ///
    /// - Throws: ``FontError/none`` where there is no regular font.
    package init(regular: [TrueTypeFont], bold: [TrueTypeFont] = []) throws(FontError) {
        guard !regular.isEmpty else { throw .none }
        fonts = regular + bold
        self.regular = Array(regular.indices)
        self.bold = bold.indices.map { $0 + regular.count } + regular.indices
    }

    /// The characters of a text that none of the fonts has: each is drawn as a box.
    package func lacking(in text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { scalar in
            !Self.isUnseen(scalar) && !fonts.contains { $0.glyph(of: scalar) != nil }
        }
    }

    /// Joiners and marks of direction, which are not drawn.
    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        (0x200B...0x200F).contains(scalar.value) || scalar.value < 0x20
    }

    /// The glyphs of a text, each with how far the next one stands, for a font of size 1.
    func glyphs(of text: String, isBold: Bool) -> [(glyph: Glyph, advance: Double)] {
        let order = isBold ? bold : regular
        return text.unicodeScalars.prefix(2000).compactMap { scalar in
            if Self.isUnseen(scalar) { return nil }
            let found = order.lazy.compactMap { font in
                fonts[font].glyph(of: scalar).map { Glyph(font: font, glyph: $0) }
            }.first
            let glyph = found ?? Glyph(font: order[0], glyph: 0)
            let font = fonts[glyph.font]
            return (glyph, font.advance(of: glyph.glyph) / font.unitsPerEm)
        }
    }
}

extension Typeface {
    /// The usual fonts by the names of their files, regular and bold: first those whose letters are narrow enough for what figures
    /// leave room for, then those that have more scripts.
    private static let usual: [(regular: String, bold: String)] = [
        ("LiberationSans-Regular", "LiberationSans-Bold"), ("Arial", "Arial Bold"), ("arial", "arialbd"),
        ("DejaVuSans", "DejaVuSans-Bold"), ("NotoSans-Regular", "NotoSans-Bold"), ("Helvetica", "Helvetica-Bold"),
        ("NotoSansDevanagari-Regular", "NotoSansDevanagari-Bold"),
    ]

    private static let folders = [
        "/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "/System/Library/Fonts/Supplemental",
        "/Library/Fonts",
    ]

    /// The typeface of this machine, or one of a file.
    ///
    /// - Parameter named: the path of a TrueType file to be asked first; nil or empty for none.
    /// - Throws: ``FontError/none`` where none of the usual fonts is there, ``FontError/unreadable(path:reason:)`` where the named one
    ///   can't be read.
    package static func find(named: String? = nil) throws(FontError) -> Typeface {
        var regular: [TrueTypeFont] = []
        if let named, !named.isEmpty {
            do {
                regular.append(try TrueTypeFont(try bytes(named)))
            } catch {
                let reason = if case .damaged(let reason) = error { reason } else { "no such file" }
                throw .unreadable(path: named, reason: reason)
            }
        }
        let files = files()
        func read(_ name: String) -> TrueTypeFont? {
            files[name].flatMap { path in try? TrueTypeFont(bytes(path)) }
        }
        let bold = regular.isEmpty ? usual.compactMap { read($0.bold) } : []
        return try Typeface(regular: regular + usual.compactMap { read($0.regular) }, bold: bold)
    }

    private static func bytes(_ path: String) throws(FontError) -> [UInt8] {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let size = attributes?[.size] as? Int ?? 0
        guard size <= TrueTypeFont.mostBytes else { throw .damaged("larger than 64 MB") }
        guard let data = FileManager.default.contents(atPath: path) else { throw .none }
        return [UInt8](data)
    }

    /// The paths of `.ttf` files in the usual folders, by their names without the ending.
    private static func files() -> [String: String] {
        let names = Set(usual.flatMap { [$0.regular, $0.bold] })
        var found: [String: String] = [:]
        for folder in folders {
            guard let files = FileManager.default.enumerator(atPath: folder) else { continue }
            for case let file as String in files where file.hasSuffix(".ttf") {
                let name = String(file.split(separator: "/").last?.dropLast(4) ?? "")
                if names.contains(name), found[name] == nil { found[name] = "\(folder)/\(file)" }
            }
        }
        return found
    }
}

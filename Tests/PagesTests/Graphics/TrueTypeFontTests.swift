import Pages
import Testing

@Suite("A TrueType font")
struct TrueTypeFontTests {
    @Test(arguments: [false, true])
    func `tells a character's glyph, its width and its outline`(hasLongMap: Bool) throws {
        let font = try TrueTypeFont(FontFixture.font(hasLongMap: hasLongMap))
        #expect(font.unitsPerEm == 1000)
        #expect(["A", "B", "C", "D", "@", "😀"].map { font.glyph(of: $0) } == [1, 2, 3, nil, nil, nil])
        #expect(font.advance(of: 1) == 650 && font.advance(of: 3) == 650)
        let steps = font.outline(of: 1).steps
        #expect(steps.count == 4)
        guard case .curve(let control, let end) = steps[2] else {
            Issue.record("no curve")
            return
        }
        #expect(control == Outline.Point(x: 600, y: 600) && end == Outline.Point(x: 0, y: 600))
    }

    @Test func `puts a glyph together from others, each in its place`() throws {
        let font = try TrueTypeFont(FontFixture.font())
        let points = font.outline(of: 2).flattened(tolerance: 1).flatMap(\.points)
        #expect(points.map(\.x).max() == 1600 && points.map(\.x).min() == 0)
    }

    @Test func `has no end where a glyph is made of itself, and does not crash`() throws {
        let font = try TrueTypeFont(FontFixture.font())
        #expect(font.outline(of: 3).steps.isEmpty)
        #expect(font.outline(of: 4).steps.isEmpty && font.outline(of: -1).steps.isEmpty)
    }

    @Test func `that ends anywhere is an error or lacks glyphs, and nothing else`() {
        let whole = FontFixture.font()
        for length in 0..<whole.count {
            guard let font = try? TrueTypeFont(Array(whole[..<length])) else { continue }
            for glyph in 0..<5 { _ = font.outline(of: glyph) }
            for code in 0..<300 { _ = Unicode.Scalar(code).flatMap { font.glyph(of: $0) } }
        }
    }

    @Test func `of which any byte is another is read without harm`() {
        let whole = FontFixture.font(hasLongMap: true)
        for place in whole.indices {
            for value in [0, 0x7F, 0x80, 0xFF] as [UInt8] {
                var bytes = whole
                bytes[place] = value
                guard let font = try? TrueTypeFont(bytes) else { continue }
                for glyph in 0..<5 { _ = font.outline(of: glyph).flattened(tolerance: 10) }
                for code in [0x41, 0x42, 0x43, 0x10FFFF] { _ = Unicode.Scalar(code).flatMap { font.glyph(of: $0) } }
            }
        }
    }

    @Test func `says what is wrong with a file that is none`() {
        #expect(throws: FontError.damaged("no TrueType outlines")) { try TrueTypeFont(Array("OTTO and more".utf8)) }
        #expect(throws: FontError.damaged("no table “head”")) {
            try TrueTypeFont([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
        }
    }

    @Test func `that was named and can't be read is an error that says what to do`() {
        let error = #expect(throws: FontError.self) { try Typeface.find(named: "/nowhere/font.ttf") }
        #expect(
            error?.description
                == "the font “/nowhere/font.ttf” can’t be used: no such file; name a TrueType file (.ttf) in VLENS_FONT, or leave it empty"
        )
        #expect(throws: FontError.none) { try Typeface(regular: []) }
        #expect(FontError.none.description.contains("fonts-dejavu-core"))
    }

    @Test func `sets a character that it lacks as its first glyph`() throws {
        let font = try TrueTypeFont(FontFixture.font())
        let face = try Typeface(regular: [font])
        #expect(face.lacking(in: "A\u{200F}\u{2603}B") == ["\u{2603}"])
        // The box, and nothing else, stands for what is missing.
        func pdf(_ title: String) -> [UInt8] {
            Figure(Figure.Heading("f", title: "", summary: ""), width: 9, height: 9, body: Self.text(title))
                .pdf(.one, typeface: face, producer: "")
        }
        #expect(pdf("\u{2603}") == pdf("\u{2604}") && pdf("\u{2603}") != pdf("A"))
    }

    private static func text(_ text: String) -> Strokes {
        var drawing = Drawing()
        drawing.text(text, x: 0, y: 8)
        return drawing.body
    }
}

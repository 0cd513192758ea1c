/// The content of a page of PDF. Glyphs are forms that are drawn again and again: the page has no fonts that could be missing.
struct PDFCanvas: Canvas {
    /// The page's content so far.
    private(set) var content = ""
    /// Glyphs that are used, in the order of their first use, and opacities in thousandths.
    private(set) var glyphs: [Typeface.Glyph] = []
    private(set) var opacities: [Int] = []
    private var places: [Typeface.Glyph: Int] = [:]
    /// What was set last, so that it is not set again.
    private var fillColour, lineColour, pen: String?
    private var opacity = 1000

    mutating func fill(_ outline: Outline, _ colour: Colour, opacity: Double) {
        guard !outline.steps.isEmpty else { return }
        set(opacity)
        set(fill: colour)
        content += Self.path(outline) + "f\n"
    }

    mutating func stroke(_ outline: Outline, _ pen: Pen) {
        guard !outline.steps.isEmpty else { return }
        set(pen.opacity)
        let line = "\(Self.components(pen.colour)) RG\n"
        if line != lineColour {
            lineColour = line
            content += line
        }
        let dash = pen.dash.map { "[\(PDFNumber.text($0))] 0 d\n" } ?? "[] 0 d\n"
        let words = "\(PDFNumber.text(pen.width)) w\n" + dash
        if words != self.pen {
            self.pen = words
            content += words
        }
        content += Self.path(outline) + "S\n"
    }

    mutating func draw(_ glyph: Typeface.Glyph, _ map: Mapping, _ colour: Colour) {
        set(1)
        set(fill: colour)
        let place = places[glyph] ?? glyphs.count
        if place == glyphs.count {
            places[glyph] = place
            glyphs.append(glyph)
        }
        // The forms' grid is a thousandth of the font's, as matrices have few decimals.
        let numbers = [map.a * 1000, map.b * 1000, map.c * 1000, map.d * 1000, map.e, map.f].map(PDFNumber.text)
        content += "q \(numbers.joined(separator: " ")) cm /\(Self.name(glyph)) Do Q\n"
    }

    /// A glyph's name among the page's forms.
    static func name(_ glyph: Typeface.Glyph) -> String { "G\(glyph.font)x\(glyph.glyph)" }

    private mutating func set(_ opacity: Double) {
        let thousandths = Int((min(max(opacity, 0), 1) * 1000).rounded())
        guard thousandths != self.opacity else { return }
        self.opacity = thousandths
        if !opacities.contains(thousandths) { opacities.append(thousandths) }
        content += "/A\(thousandths) gs\n"
    }

    private mutating func set(fill colour: Colour) {
        let words = "\(Self.components(colour)) rg\n"
        guard words != fillColour else { return }
        fillColour = words
        content += words
    }

    private static func components(_ colour: Colour) -> String {
        [colour.red, colour.green, colour.blue].map(PDFNumber.text).joined(separator: " ")
    }

    /// The operators of a path; PDF knows cubic curves only.
    static func path(_ outline: Outline) -> String {
        var text = ""
        var last = Outline.Point(x: 0, y: 0)
        func pair(_ point: Outline.Point) -> String { "\(PDFNumber.text(point.x)) \(PDFNumber.text(point.y))" }
        for step in outline.steps {
            switch step {
            case .move(let point):
                text += pair(point) + " m\n"
                last = point
            case .line(let point):
                text += pair(point) + " l\n"
                last = point
            case .curve(let control, let end):
                func third(_ from: Outline.Point) -> Outline.Point {
                    Outline.Point(
                        x: from.x + (control.x - from.x) * 2 / 3, y: from.y + (control.y - from.y) * 2 / 3)
                }
                text += "\(pair(third(last))) \(pair(third(end))) \(pair(end)) c\n"
                last = end
            case .close: text += "h\n"
            }
        }
        return text
    }
}

/// Numbers as PDF has them: no exponents, and no more decimals than can be seen.
enum PDFNumber {
    static func text(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e9 else { return "0" }
        let thousandths = Int((value * 1000).rounded())
        let (whole, rest) = thousandths.magnitude.quotientAndRemainder(dividingBy: 1000)
        let sign = thousandths < 0 ? "-" : ""
        guard rest > 0 else { return "\(sign)\(whole)" }
        var digits = String(rest)
        digits = String(repeating: "0", count: 3 - digits.count) + digits
        while digits.hasSuffix("0") { digits.removeLast() }
        return "\(sign)\(whole).\(digits)"
    }
}

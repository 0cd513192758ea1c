/// What strokes are painted on: a page of paper or a picture. Everything comes in the canvas's own units.
protocol Canvas {
    mutating func fill(_ outline: Outline, _ colour: Colour, opacity: Double)
    mutating func stroke(_ outline: Outline, _ pen: Pen)
    /// - Parameter map: from the font's units to the canvas's.
    mutating func draw(_ glyph: Typeface.Glyph, _ map: Mapping, _ colour: Colour)
}

/// How a line is drawn.
struct Pen: Sendable {
    var colour: Colour
    var width: Double
    var opacity = 1.0
    /// The length of a dash and of the gap behind it; nil for a whole line.
    var dash: Double?
}

/// Strokes put onto a canvas, in the colours of white paper.
struct Painter {
    let typeface: Typeface
    /// What `use` refers to.
    let groups: [String: Strokes]

    /// Groups within groups, at most.
    private static let mostDepth = 8

    func paint(_ strokes: Strokes, on canvas: inout some Canvas, _ map: Mapping, depth: Int = 0) {
        var ground: String?
        for stroke in strokes.items {
            paint(stroke, on: &canvas, map, ground: ground, depth: depth)
            ground = stroke.ground
        }
    }

    private func paint(
        _ stroke: Stroke, on canvas: inout some Canvas, _ map: Mapping, ground: String?, depth: Int
    ) {
        switch stroke {
        case .text(let text): paint(text, on: &canvas, map, ground: ground)
        case .line(let line):
            var outline = Outline()
            outline.add(line: [line.from, line.to])
            draw(outline, line.style, width: line.width, on: &canvas, map)
        case .curve(let curve):
            var outline = Outline()
            outline.add(line: curve.points)
            draw(
                outline, curve.style, width: curve.width, opacity: curve.opacity, isDashed: curve.isDashed, on: &canvas,
                map)
        case .dot(let dot):
            var outline = Outline()
            outline.add(circle: dot.x, dot.y, radius: dot.radius)
            draw(outline, dot.style, width: dot.stroke ?? 1, on: &canvas, map)
        case .box(let box): paint(box, on: &canvas, map)
        case .frame(let frame):
            var outline = Outline()
            outline.add(rectangle: frame.x, frame.y, frame.width, frame.height)
            draw(outline, frame.style, width: 1, isDashed: frame.isDashed, on: &canvas, map)
        case .group(_, let x, let y, let strokes):
            guard depth < Self.mostDepth else { return }
            paint(strokes, on: &canvas, map.after(.move(x, y)), depth: depth + 1)
        case .use(let name, let x, let y):
            guard depth < Self.mostDepth, let strokes = groups[name] else { return }
            paint(strokes, on: &canvas, map.after(.move(x, y)), depth: depth + 1)
        case .hatching, .definition: break
        case .link(_, let strokes):
            guard depth < Self.mostDepth else { return }
            paint(strokes, on: &canvas, map, depth: depth + 1)
        }
    }

    private func draw(
        _ outline: Outline, _ style: String?, width: Double, opacity: Double = 1, isDashed: Bool = false,
        on canvas: inout some Canvas, _ map: Mapping
    ) {
        let (ink, moved) = (Ink.shape(style), outline.moved(by: map))
        if let fill = ink.fill { canvas.fill(moved, fill, opacity: ink.opacity * opacity) }
        guard let line = ink.line else { return }
        canvas.stroke(
            moved,
            Pen(colour: line, width: width * map.factor, opacity: opacity, dash: isDashed ? 3 * map.factor : nil))
    }

    private func paint(_ box: BoxStroke, on canvas: inout some Canvas, _ map: Mapping) {
        guard box.width > 0, box.height > 0 else { return }
        var outline = Outline()
        outline.add(rectangle: box.x, box.y, box.width, box.height)
        guard box.fill != nil else {
            let ink = Ink.shape(box.style)
            if let fill = ink.fill { canvas.fill(outline.moved(by: map), fill, opacity: ink.opacity * box.opacity) }
            return
        }
        canvas.fill(outline.moved(by: map), Ink.hatching.ground, opacity: 1)
        canvas.stroke(
            Self.hatching(box).moved(by: map), Pen(colour: Ink.hatching.line, width: 0.8 * map.factor))
    }

    /// Lines that rise to the right, each five units from the next, as far as they lie in a rectangle.
    private static func hatching(_ box: BoxStroke) -> Outline {
        var outline = Outline()
        let (right, bottom) = (box.x + box.width, box.y + box.height)
        let first = Int(((box.x + box.y) / 5).rounded(.up))
        let last = Int(((right + bottom) / 5).rounded(.down))
        guard first <= last, last - first < 10_000 else { return outline }
        for line in first...last {
            let sum = Double(line) * 5
            let (from, to) = (max(box.x, sum - bottom), min(right, sum - box.y))
            if to > from { outline.add(line: [(from, sum - from), (to, sum - to)]) }
        }
        return outline
    }

    private func paint(_ text: TextStroke, on canvas: inout some Canvas, _ map: Mapping, ground: String?) {
        let classes = Set((text.style ?? "").split(separator: " "))
        let glyphs = typeface.glyphs(of: text.text, isBold: classes.contains("bold"))
        let size = text.fontSize
        let width = glyphs.reduce(0) { $0 + $1.advance } * size
        var x = classes.contains("end") ? -width : classes.contains("mid") ? -width / 2 : 0
        let place = map.after(.move(text.x, text.y)).after(.rise(text.degrees ?? 0))
        let colour = Ink.text(text.style, on: ground)
        for (glyph, advance) in glyphs {
            let scale = size / typeface.fonts[glyph.font].unitsPerEm
            canvas.draw(glyph, place.after(.move(x, 0)).after(.scale(scale, -scale)), colour)
            x += advance * size
        }
    }
}

extension Stroke {
    /// The style of what a text behind it may lie on.
    fileprivate var ground: String? {
        switch self {
        case .box(let box): box.style
        case .dot(let dot): dot.style
        case .frame(let frame): frame.style
        case .line(let line): line.style
        default: nil
        }
    }
}

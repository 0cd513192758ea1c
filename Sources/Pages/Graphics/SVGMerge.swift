/// Strokes of one style put together into one path, where nothing that lies between them in the order of drawing would come to
/// lie below or above another stroke than before. A page's browser then has one element for hundreds of cells.
struct SVGMerge {
    /// What a path of several strokes has in common.
    struct Key: Hashable {
        var style, fill, fillOpacity, strokeWidth, strokeOpacity: String?
    }

    /// Strokes that are drawn as one element.
    struct Piece {
        /// The first of them; where it is the only one, it is drawn as it is.
        let first: Stroke
        let key: Key?
        /// The path's data of each stroke.
        var outlines: [String]
        /// What each covers, and all of them.
        var covered: [Bounds]
        var reach: Bounds

        func isTouched(by bounds: Bounds) -> Bool {
            reach.intersects(bounds) && covered.contains { $0.intersects(bounds) }
        }
    }

    private(set) var pieces: [Piece] = []
    /// The last piece of each style.
    private var open: [Key: Int] = [:]

    /// - Parameter hasTips: whether a stroke with a tip keeps its own element.
    init(_ strokes: Strokes, hasTips: Bool) {
        var items = strokes.items
        for place in items.indices {
            let stroke = items[place]
            let bounds = stroke.bounds
            // A text that lies on a colour is told by its place behind the element of that colour, or by the name of a scale's step.
            var isGround = place + 1 < items.count && items[place + 1].isOver
            if isGround, let text = items[place + 1].onStep(of: stroke) {
                items[place + 1] = text
                isGround = false
            }
            if !isGround, let (key, outline) = stroke.merging(hasTips: hasTips) {
                add(stroke, key, outline, bounds)
            } else {
                pieces.append(Piece(first: stroke, key: nil, outlines: [""], covered: [bounds], reach: bounds))
            }
        }
    }

    private mutating func add(_ stroke: Stroke, _ key: Key, _ outline: String, _ bounds: Bounds) {
        if let index = open[key], !pieces[(index + 1)...].contains(where: { $0.isTouched(by: bounds) }) {
            pieces[index].outlines.append(outline)
            pieces[index].covered.append(bounds)
            pieces[index].reach.unite(bounds)
            return
        }
        open[key] = pieces.count
        pieces.append(Piece(first: stroke, key: key, outlines: [outline], covered: [bounds], reach: bounds))
    }
}

extension Stroke {
    /// Whether it is a text whose colour depends on the stroke before it.
    fileprivate var isOver: Bool {
        guard case .text(let text) = self else { return false }
        return text.style?.split(separator: " ").contains("over") == true
    }

    /// The text with the step of a scale that it lies on in its style; nil where the stroke below is none of a scale.
    fileprivate func onStep(of ground: Stroke) -> Stroke? {
        guard case .text(let text) = self, case .box(let box) = ground, let step = box.style, Ink.isStep(step)
        else { return nil }
        let style = (text.style ?? "").split(separator: " ").map { $0 == "over" ? "on-\(step)" : String($0) }
        return .text(
            TextStroke(
                text: text.text, x: text.x, y: text.y, degrees: text.degrees, style: style.joined(separator: " "),
                size: text.size))
    }

    /// What it has in common with others that one path can draw, and its own part of that path; nil for a stroke that stays by
    /// itself.
    fileprivate func merging(hasTips: Bool) -> (SVGMerge.Key, String)? {
        switch self {
        case .line(let line):
            return (SVGMerge.Key(style: line.style, strokeWidth: Self.width(line.width)), line.outline)
        case .curve(let curve) where !curve.isDashed && curve.points.count < 50:
            return (
                SVGMerge.Key(
                    style: curve.style, strokeWidth: Self.width(curve.width),
                    strokeOpacity: curve.opacity < 1 ? Numerals.coordinate(curve.opacity) : nil), curve.outline
            )
        case .dot(let dot) where dot.tip == nil || !hasTips:
            return (SVGMerge.Key(style: dot.style, strokeWidth: dot.stroke.flatMap(Self.width)), dot.outline)
        case .box(let box) where box.tip == nil || !hasTips:
            return (
                SVGMerge.Key(
                    style: box.style, fill: box.fill,
                    fillOpacity: box.opacity < 1 ? Numerals.coordinate(box.opacity) : nil), box.outline
            )
        case .frame(let frame) where !frame.isDashed:
            // A frame's fill is that of its style, which is none where only a line was asked for.
            let box = BoxStroke(
                x: frame.x, y: frame.y, width: frame.width, height: frame.height, style: nil, fill: nil, opacity: 1,
                tip: nil)
            return (SVGMerge.Key(style: frame.style), box.outline)
        default: return nil
        }
    }

    private static func width(_ width: Double) -> String? { width == 1 ? nil : Numerals.coordinate(width) }
}

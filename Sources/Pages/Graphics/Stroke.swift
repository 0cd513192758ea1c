/// One thing that a drawing holds, as a value: markup, a page of paper and a picture are made of the same ones.
///
/// Coordinates are CSS pixels from the top left. A style is a list of the classes that `FigureStyle` has rules for.
enum Stroke: Sendable {
    case text(TextStroke)
    case line(LineStroke)
    case curve(CurveStroke)
    case dot(DotStroke)
    case box(BoxStroke)
    case frame(FrameStroke)
    /// Strokes under a name, by which they can be drawn again, moved by an offset.
    case group(name: String, x: Double, y: Double, strokes: Strokes)
    /// A named group that is not drawn where it stands.
    case definition(name: String, strokes: Strokes)
    /// What a named group holds, once more.
    case use(name: String, x: Double, y: Double)
    /// The hatching that stands for "missing", under the name that a fill refers to.
    case hatching(name: String)
    /// Strokes that lead to another page.
    case link(Link, Strokes)
}

/// What has been drawn, in its order: later strokes lie above earlier ones.
package struct Strokes: Sendable {
    var items: [Stroke] = []

    /// Nothing.
    package static let none = Strokes()

    /// Both, the second above the first.
    package static func + (left: Strokes, right: Strokes) -> Strokes {
        Strokes(items: left.items + right.items)
    }
}

/// A text at its baseline's start, end or middle.
struct TextStroke: Sendable {
    let text: String
    let x, y: Double
    /// How far it rises from its starting point, in degrees; nil for a text that lies.
    var degrees: Double?
    let style: String?
    /// The font's size where it is not the figure's own.
    let size: Double?

    /// The font's size.
    var fontSize: Double { size ?? FigureStyle.fontSize }
}

/// A straight line.
struct LineStroke: Sendable {
    let from, to: (x: Double, y: Double)
    let style: String
    let width: Double
}

/// A line through points.
struct CurveStroke: Sendable {
    let points: [(x: Double, y: Double)]
    let style: String
    let width, opacity: Double
    let isDashed: Bool
}

/// A disc or a ring.
struct DotStroke: Sendable {
    let x, y, radius: Double
    let style: String
    /// The width of its outline, where it has one of its own.
    let stroke: Double?
    let tip: String?
}

/// A filled rectangle.
struct BoxStroke: Sendable {
    let x, y, width, height: Double
    let style: String?
    /// A hatching's reference; nil where the style fills.
    let fill: String?
    let opacity: Double
    let tip: String?
}

/// The outline of a rectangle.
struct FrameStroke: Sendable {
    let x, y, width, height: Double
    let style: String
    let isDashed: Bool
}

/// The rectangle that a stroke covers; where that isn't known, everything.
struct Bounds: Sendable {
    var left, top, right, bottom: Double

    static let everything = Bounds(left: -1e9, top: -1e9, right: 1e9, bottom: 1e9)

    func intersects(_ other: Bounds) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    /// Grows to hold another one, too.
    mutating func unite(_ other: Bounds) {
        (left, top) = (min(left, other.left), min(top, other.top))
        (right, bottom) = (max(right, other.right), max(bottom, other.bottom))
    }
}

extension Stroke {
    /// What it covers, its line's width included; of texts an estimate on the wide side.
    var bounds: Bounds {
        switch self {
        case .text(let text):
            let reach = TextWidth.estimate(text.text, size: text.fontSize) + 4
            guard text.degrees == nil else {
                return Bounds(left: text.x - reach, top: text.y - reach, right: text.x + reach, bottom: text.y + reach)
            }
            return Bounds(
                left: text.x - reach, top: text.y - text.fontSize, right: text.x + reach, bottom: text.y + 4)
        case .line(let line): return Self.bounds(of: [line.from, line.to], width: line.width)
        case .curve(let curve): return Self.bounds(of: curve.points, width: curve.width)
        case .dot(let dot):
            let reach = dot.radius + (dot.stroke ?? 1) / 2
            return Bounds(left: dot.x - reach, top: dot.y - reach, right: dot.x + reach, bottom: dot.y + reach)
        case .box(let box):
            return Bounds(left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height)
        case .frame(let frame):
            return Bounds(
                left: frame.x - 1, top: frame.y - 1, right: frame.x + frame.width + 1,
                bottom: frame.y + frame.height + 1)
        case .group, .use, .link: return .everything
        case .hatching, .definition: return Bounds(left: 0, top: 0, right: 0, bottom: 0)
        }
    }

    private static func bounds(of points: [(x: Double, y: Double)], width: Double) -> Bounds {
        var bounds = Bounds(left: 1e9, top: 1e9, right: -1e9, bottom: -1e9)
        for point in points {
            bounds.unite(
                Bounds(
                    left: point.x - width / 2, top: point.y - width / 2, right: point.x + width / 2,
                    bottom: point.y + width / 2))
        }
        return bounds
    }
}

extension Strokes {
    /// The smallest text's size; nil where there is no text. Texts of groups that are used count, too.
    func smallestText(_ groups: [String: Strokes], depth: Int = 0) -> Double? {
        guard depth < 8 else { return nil }
        return items.compactMap { stroke -> Double? in
            switch stroke {
            case .text(let text): text.fontSize
            case .group(_, _, _, let strokes), .link(_, let strokes): strokes.smallestText(groups, depth: depth + 1)
            case .use(let name, _, _): groups[name]?.smallestText(groups, depth: depth + 1)
            default: nil
            }
        }.min()
    }

    /// All named groups, those within others included.
    var groups: [String: Strokes] {
        var found: [String: Strokes] = [:]
        for stroke in items {
            switch stroke {
            case .group(let name, _, _, let strokes), .definition(let name, let strokes):
                found[name] = strokes
                found.merge(strokes.groups) { first, _ in first }
            default: break
            }
        }
        return found
    }

    /// Whether anything in it leads elsewhere.
    var hasLinks: Bool {
        items.contains { stroke in
            switch stroke {
            case .link: true
            case .group(_, _, _, let strokes): strokes.hasLinks
            default: false
            }
        }
    }

    /// How many strokes tell something to a pointer that rests on them.
    var tips: Int {
        items.reduce(0) { count, stroke in
            switch stroke {
            case .dot(let dot): count + (dot.tip == nil ? 0 : 1)
            case .box(let box): count + (box.tip == nil ? 0 : 1)
            case .group(_, _, _, let strokes), .link(_, let strokes): count + strokes.tips
            default: count
            }
        }
    }
}

import Foundation

/// Lines and curves that bound areas, as paper and pictures need them. Areas are filled by the rule of non-zero winding.
package struct Outline: Sendable, Equatable {
    /// A place; whether y grows upward is a matter of who draws.
    package struct Point: Sendable, Equatable {
        package var x, y: Double

        package init(x: Double, y: Double) { (self.x, self.y) = (x, y) }
    }

    /// One step of the way round.
    package enum Step: Sendable, Equatable {
        case move(Point)
        case line(Point)
        /// A quadratic curve, by its control point and its end.
        case curve(Point, Point)
        case close
    }

    package var steps: [Step] = []

    mutating func add(rectangle x: Double, _ y: Double, _ width: Double, _ height: Double) {
        steps += [
            .move(Point(x: x, y: y)), .line(Point(x: x + width, y: y)), .line(Point(x: x + width, y: y + height)),
            .line(Point(x: x, y: y + height)), .close,
        ]
    }

    /// A circle of sixteen quadratic curves: off by less than a ten-thousandth of its radius.
    mutating func add(circle x: Double, _ y: Double, radius: Double) {
        let parts = 16
        let angle = 2 * Double.pi / Double(parts)
        let reach = radius / cos(angle / 2)
        steps.append(.move(Point(x: x + radius, y: y)))
        for part in 0..<parts {
            let (middle, end) = ((Double(part) + 0.5) * angle, Double(part + 1) * angle)
            steps.append(
                .curve(
                    Point(x: x + reach * cos(middle), y: y + reach * sin(middle)),
                    Point(x: x + radius * cos(end), y: y + radius * sin(end))))
        }
        steps.append(.close)
    }

    mutating func add(line points: [(x: Double, y: Double)]) {
        for (place, point) in points.enumerated() {
            let point = Point(x: point.x, y: point.y)
            steps.append(place == 0 ? .move(point) : .line(point))
        }
    }

    /// The outline moved, turned and scaled.
    func moved(by map: Mapping) -> Outline {
        Outline(
            steps: steps.map { step in
                switch step {
                case .move(let point): .move(map.apply(point))
                case .line(let point): .line(map.apply(point))
                case .curve(let control, let end): .curve(map.apply(control), map.apply(end))
                case .close: .close
                }
            })
    }

    /// Straight lines that stay within a tolerance of the outline; each part is a list of points, and whether it closes.
    package func flattened(tolerance: Double) -> [(points: [Point], isClosed: Bool)] {
        var parts: [(points: [Point], isClosed: Bool)] = []
        var points: [Point] = []
        func finish(_ isClosed: Bool) {
            if points.count > 1 { parts.append((points, isClosed)) }
            points = []
        }
        for step in steps {
            switch step {
            case .move(let point):
                finish(false)
                points = [point]
            case .line(let point): points.append(point)
            case .curve(let control, let end):
                guard let start = points.last else { continue }
                Self.flatten(start, control, end, tolerance, into: &points)
            case .close:
                let start = points.first
                finish(true)
                points = start.map { [$0] } ?? []
            }
        }
        finish(false)
        return parts
    }

    private static func flatten(
        _ start: Point, _ control: Point, _ end: Point, _ tolerance: Double, into points: inout [Point]
    ) {
        let bend = hypot(start.x - 2 * control.x + end.x, start.y - 2 * control.y + end.y)
        let count = min(64, max(1, Int((bend / (4 * tolerance)).squareRoot().rounded(.up))))
        for part in 1...count {
            let t = Double(part) / Double(count)
            let (a, b, c) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t)
            points.append(
                Point(
                    x: a * start.x + b * control.x + c * end.x, y: a * start.y + b * control.y + c * end.y))
        }
    }
}

/// How points are moved, turned and scaled: x' = a x + c y + e, y' = b x + d y + f.
struct Mapping: Sendable {
    var a = 1.0, b = 0.0, c = 0.0, d = 1.0, e = 0.0, f = 0.0

    static func move(_ x: Double, _ y: Double) -> Mapping { Mapping(e: x, f: y) }
    static func scale(_ x: Double, _ y: Double) -> Mapping { Mapping(a: x, d: y) }

    /// Turned against the clock by degrees, as a page's y grows downward.
    static func rise(_ degrees: Double) -> Mapping {
        let (sine, cosine) = (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
        return Mapping(a: cosine, b: -sine, c: sine, d: cosine)
    }

    func apply(_ point: Outline.Point) -> Outline.Point {
        Outline.Point(x: a * point.x + c * point.y + e, y: b * point.x + d * point.y + f)
    }

    /// First the other one, then this one.
    func after(_ other: Mapping) -> Mapping {
        Mapping(
            a: a * other.a + c * other.b, b: b * other.a + d * other.b, c: a * other.c + c * other.d,
            d: b * other.c + d * other.d, e: a * other.e + c * other.f + e, f: b * other.e + d * other.f + f)
    }

    /// How much longer lengths become.
    var factor: Double { abs(a * d - b * c).squareRoot() }
}

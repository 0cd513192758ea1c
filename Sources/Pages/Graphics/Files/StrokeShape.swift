import Foundation

/// The area that a line of a width covers: a quadrilateral for each of its parts, and a corner where two meet. All turn the same way,
/// so that where they overlap they do not cancel.
enum StrokeShape {
    typealias Point = Outline.Point

    static func polygons(
        _ parts: [(points: [Point], isClosed: Bool)], width: Double, dash: Double?
    ) -> [[Point]] {
        var polygons: [[Point]] = []
        for part in parts {
            var points = part.points
            if part.isClosed, let first = points.first { points.append(first) }
            for line in dash.map({ dashes(points, length: $0) }) ?? [points] {
                add(line, isClosed: part.isClosed && dash == nil, half: width / 2, to: &polygons)
            }
        }
        return polygons
    }

    private static func add(_ points: [Point], isClosed: Bool, half: Double, to polygons: inout [[Point]]) {
        var points = points
        // Points that lie on each other have no direction between them.
        points = points.enumerated().filter { index, point in
            index == 0 || hypot(point.x - points[index - 1].x, point.y - points[index - 1].y) > 1e-9
        }.map(\.element)
        guard points.count > 1 else { return }
        let normals = zip(points, points.dropFirst()).map { from, to in
            let length = hypot(to.x - from.x, to.y - from.y)
            return Point(x: -(to.y - from.y) / length * half, y: (to.x - from.x) / length * half)
        }
        for (index, normal) in normals.enumerated() {
            let (from, to) = (points[index], points[index + 1])
            polygons.append(
                turned([
                    Point(x: from.x + normal.x, y: from.y + normal.y), Point(x: to.x + normal.x, y: to.y + normal.y),
                    Point(x: to.x - normal.x, y: to.y - normal.y), Point(x: from.x - normal.x, y: from.y - normal.y),
                ]))
            let next = index + 1 < normals.count ? normals[index + 1] : isClosed ? normals[0] : nil
            if let next { polygons += corner(at: to, normal, next, half: half) }
        }
    }

    /// The wedge on the outer side of a corner, with its tip where that is not too long.
    private static func corner(at point: Point, _ one: Point, _ other: Point, half: Double) -> [[Point]] {
        let turn = one.x * other.y - one.y * other.x
        guard abs(turn) > 1e-9 * half * half else { return [] }
        let side = turn > 0 ? -1.0 : 1.0
        let (a, b) = (
            Point(x: point.x + side * one.x, y: point.y + side * one.y),
            Point(x: point.x + side * other.x, y: point.y + side * other.y)
        )
        let sum = Point(x: one.x + other.x, y: one.y + other.y)
        let square = sum.x * sum.x + sum.y * sum.y
        var wedge = [point, a]
        // The tip lies 2h²/|sum| from the corner; SVG cuts it where it is longer than four widths.
        if square > half * half / 4 {
            let factor = side * 2 * half * half / square
            wedge.append(Point(x: point.x + factor * sum.x, y: point.y + factor * sum.y))
        }
        return [turned(wedge + [b])]
    }

    private static func turned(_ polygon: [Point]) -> [Point] {
        var area = 0.0
        for index in polygon.indices {
            let (one, other) = (polygon[index], polygon[(index + 1) % polygon.count])
            area += one.x * other.y - other.x * one.y
        }
        return area < 0 ? polygon.reversed() : polygon
    }

    /// A line in dashes, each as long as the gap behind it.
    private static func dashes(_ points: [Point], length: Double) -> [[Point]] {
        guard length > 0.01 else { return [points] }
        var lines: [[Point]] = []
        var (line, isDrawn, left) = ([points[0]], true, length)
        for (from, to) in zip(points, points.dropFirst()) {
            let whole = hypot(to.x - from.x, to.y - from.y)
            var done = 0.0
            while whole - done > left, lines.count < 20_000 {
                done += left
                let point = Point(
                    x: from.x + (to.x - from.x) * done / whole, y: from.y + (to.y - from.y) * done / whole)
                if isDrawn { lines.append(line + [point]) }
                (line, isDrawn, left) = ([point], !isDrawn, length)
            }
            left -= whole - done
            line.append(to)
        }
        if isDrawn { lines.append(line) }
        return lines.filter { $0.count > 1 }
    }
}

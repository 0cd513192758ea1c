import Foundation
import Measures
import Pages

/// The theory's groups around their circle, each with its mean stated and acted score along the way from the centre
/// (1, disagree) to the rim (0, agree): the farther out, the more it holds the value.
struct CircleFigure {
    /// A group on the circle.
    struct Group {
        let name: String
        /// Its place, counted from 0 clockwise from the top; groups that share one stand beside each other.
        let place: Int
        let stated, acted: Double?
        let statedInterval, actedInterval: Interval?
    }

    private let heading: Figure.Heading
    private let groups: [(group: Group, angle: Double)]

    /// - Parameter count: how many places the circle has.
    init(_ heading: Figure.Heading, groups: [Group], count: Int) {
        self.heading = heading
        self.groups = groups.enumerated().map { index, group in
            let mates = groups.indices.filter { groups[$0].place == group.place }
            let step = 2 * Double.pi / Double(max(count, 1))
            // Mates stand within the middle half of their wedge.
            let offset =
                mates.count > 1
                ? (Double(mates.firstIndex(of: index) ?? 0) / Double(mates.count - 1) - 0.5) * step / 2 : 0
            return (group, Double(group.place) * step + offset)
        }.sorted { $0.angle < $1.angle }
    }

    /// The drawing, in both sizes.
    var figure: Figure {
        Figure(heading, wide: layout(radius: 150, margin: 130), narrow: layout(radius: 84, margin: 80))
    }

    private func layout(radius: Double, margin: Double) -> Figure.Layout {
        let centre = (x: radius + margin, y: radius + 58)
        var drawing = Drawing()
        drawKey(centre: centre.x, in: &drawing)
        func point(_ angle: Double, _ distance: Double) -> (x: Double, y: Double) {
            (centre.x + distance * sin(angle), centre.y - distance * cos(angle))
        }
        /// Where a score lies on its ray: 0 at the rim.
        func point(_ angle: Double, score: Double) -> (x: Double, y: Double) { point(angle, (1 - score) * radius) }
        drawGrid(radius, { point($0, $1) }, in: &drawing)
        for (group, angle) in groups {
            drawing.line(from: point(angle, 0), to: point(angle, radius), style: "grid")
            let end = point(angle, radius + 10)
            let side = sin(angle)
            drawing.text(
                TextWidth.fit(group.name, size: 11, width: abs(side) > 0.2 ? margin - 4 : 2 * margin), x: end.x,
                y: end.y + 4,
                style: side > 0.2 ? nil : side < -0.2 ? "end" : "mid", size: 11)
        }
        draw("stated", \.stated, \.statedInterval, { point($0, score: $1) }, in: &drawing)
        draw("acted", \.acted, \.actedInterval, { point($0, score: $1) }, in: &drawing)
        return Figure.Layout(width: 2 * centre.x, height: centre.y + radius + 30, body: drawing.body)
    }

    private func drawKey(centre: Double, in drawing: inout Drawing) {
        let left = centre - 60
        drawing.dot(x: left, y: 12, radius: 4.5, style: "fill-stated")
        drawing.text("stated", x: left + 9, y: 16)
        drawing.dot(x: left + 68, y: 12, radius: 4.5, style: "fill-acted")
        drawing.text("acted", x: left + 77, y: 16)
    }

    private func drawGrid(
        _ radius: Double, _ point: (Double, Double) -> (x: Double, y: Double), in drawing: inout Drawing
    ) {
        let middle = point(0, 0)
        for ring in [0.25, 0.5, 0.75, 1] {
            drawing.dot(x: middle.x, y: middle.y, radius: radius * ring, style: "grid", stroke: ring == 1 ? 1.5 : 1)
        }
        // The rings' scores stand between the first two rays, where no group's line runs.
        let between = groups.count > 1 ? (groups[0].angle + groups[1].angle) / 2 : 0
        for (score, text) in [(0.0, "0 agree"), (0.5, "0.5"), (1, "1 disagree")] {
            let at = point(between, (1 - score) * radius)
            drawing.text(text, x: at.x + 3, y: at.y + (score == 1 ? 14 : 3), style: "quiet", size: 9)
        }
    }

    private func draw(
        _ role: String, _ score: KeyPath<Group, Double?>, _ interval: KeyPath<Group, Interval?>,
        _ point: (Double, _ score: Double) -> (x: Double, y: Double), in drawing: inout Drawing
    ) {
        let known = groups.compactMap { group, angle in group[keyPath: score].map { (group, angle, $0) } }
        let shift = role == "stated" ? -0.025 : 0.025
        for (group, angle, _) in known {
            guard let ends = group[keyPath: interval] else { continue }
            // Beside each other, so that both are seen where they overlap.
            drawing.line(
                from: point(angle + shift, ends.low), to: point(angle + shift, ends.high), style: "line-\(role)")
        }
        if known.count == groups.count, known.count > 2 {
            let outline = known.map { point($0.1, $0.2) }
            drawing.curve(outline + outline.prefix(1), style: "line-\(role)", width: 1.5)
        }
        for (group, angle, score) in known {
            let at = point(angle, score)
            drawing.dot(
                x: at.x, y: at.y, radius: 4, style: "fill-\(role)",
                tip: "\(group.name): \(role) \(Numerals.decimal(score))")
        }
    }
}

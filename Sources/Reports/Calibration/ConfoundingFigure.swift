import Measures
import Pages

/// What confounds which measure, in one figure: a row for each measure, a column for each bias, a line for each true
/// gap over the levels of the bias. Flat lines are not confounded; dashed is what is true.
struct ConfoundingFigure {
    let calibration: Calibration

    private static let panel = (width: 150.0, height: 78.0)
    private static let gap = (across: 18.0, down: 26.0)
    private static let left = 156.0
    private static let head = 78.0

    private var biases: [CalibrationGrid.Levels] { calibration.grid.biases }

    var figure: Figure {
        var drawing = Drawing()
        drawKey(in: &drawing)
        for (column, bias) in biases.enumerated() {
            drawing.text(bias.bias.label, x: x(column), y: Self.head - 12, style: "bold", size: 12)
        }
        for (row, measure) in CalibratedMeasure.allCases.enumerated() {
            let scale = ValueScale(values(of: measure))
            drawing.text(measure.label, x: 0, y: y(row) + 14, style: "bold", size: 12)
            for column in biases.indices { draw(measure, row, column, scale, in: &drawing) }
        }
        return Figure(
            Figure.Heading(
                CalibrationFigure.confounding.rawValue, title: "What else moves each measure, the true gap being fixed",
                summary: "A row for each measure, a column for each bias. \(verdicts)"),
            width: max(x(biases.count) - Self.gap.across + 4, 520), height: y(CalibratedMeasure.allCases.count),
            body: drawing.body)
    }

    private func x(_ column: Int) -> Double { Self.left + Double(column) * (Self.panel.width + Self.gap.across) }
    private func y(_ row: Int) -> Double { Self.head + Double(row) * (Self.panel.height + Self.gap.down) }

    private var verdicts: String {
        let pairs = calibration.confounding.filter { $0.isConfounded == true }
            .map { "\($0.measure.label) by \($0.bias.label)" }
        return pairs.isEmpty ? "Nothing is confounded." : "Confounded: " + listed(pairs) + "."
    }

    /// The points of a panel: one gap's levels, the undisturbed subjects in their place among them.
    private func points(_ bias: CalibrationGrid.Levels, gap: Double) -> [Calibration.Point] {
        calibration.points.filter { point in
            guard point.point.gap == gap else { return false }
            return point.point.bias == bias.bias || point.point.bias == .undisturbed
        }.sorted { position($0, bias.bias) < position($1, bias.bias) }
    }

    private func position(_ point: Calibration.Point, _ bias: CalibratedBias) -> Double {
        if bias == .baseRate { return point.baseRate ?? 0 }
        return point.point.bias == .undisturbed ? 0 : point.point.level
    }

    private func values(of measure: CalibratedMeasure) -> [Double] {
        calibration.points.filter { $0.point.bias != .usual }.flatMap { point in
            [point.measures[measure]?.recovered, point.measures[measure]?.truth].compactMap(\.self)
        }
    }

    private func draw(
        _ measure: CalibratedMeasure, _ row: Int, _ column: Int, _ up: ValueScale, in drawing: inout Drawing
    ) {
        let bias = biases[column]
        let across = ValueScale(
            calibration.grid.gaps.flatMap { gap in points(bias, gap: gap).map { position($0, bias.bias) } })
        drawGround(measure, row, column, across, up, in: &drawing)
        for (index, gap) in calibration.grid.gaps.enumerated() {
            let own = points(bias, gap: gap)
            func places(_ figure: (Recovery) -> Double?) -> [(x: Double, y: Double)] {
                own.compactMap { point in
                    point.measures[measure].flatMap(figure).map { value in
                        let x = x(column) + (1 - across.share(position(point, bias.bias))) * Self.panel.width
                        return (x, y(row) + up.share(value) * Self.panel.height)
                    }
                }
            }
            let opacity = Self.opacity(index, of: calibration.grid.gaps.count)
            drawing.curve(places(\.truth), style: "axis", opacity: opacity, isDashed: true)
            let found = places(\.recovered)
            drawing.curve(found, style: "line-gap", width: 1.75, opacity: opacity)
            let tip = "\(measure.label), \(bias.bias.label), true gap \(Numerals.plain(gap))"
            for place in found { drawing.dot(x: place.x, y: place.y, radius: 2, style: "fill-gap", tip: tip) }
        }
    }

    /// The ground of a panel, tinted where the measure is confounded, with its grid and the ends of its scales.
    private func drawGround(
        _ measure: CalibratedMeasure, _ row: Int, _ column: Int, _ across: ValueScale, _ up: ValueScale,
        in drawing: inout Drawing
    ) {
        let (left, top, bias) = (x(column), y(row), biases[column].bias)
        let isConfounded = calibration.confounding(of: measure, by: bias)?.isConfounded == true
        drawing.box(
            x: left, y: top, width: Self.panel.width, height: Self.panel.height, style: isConfounded ? "c2" : "tint")
        for tick in up.ticks {
            let height = top + up.share(tick) * Self.panel.height
            drawing.line(from: (left, height), to: (left + Self.panel.width, height), style: "grid")
            guard column == 0 else { continue }
            drawing.text(up.label(tick), x: left - 6, y: height + 3.5, style: "quiet end", size: 10)
        }
        for tick in [across.low, across.high] {
            drawing.text(
                across.label(tick), x: left + (1 - across.share(tick)) * Self.panel.width,
                y: top + Self.panel.height + 12, style: tick == across.low ? "quiet" : "quiet end", size: 10)
        }
    }

    /// The wider the gap, the stronger the line.
    private static func opacity(_ index: Int, of count: Int) -> Double {
        count > 1 ? 0.35 + 0.65 * Double(index) / Double(count - 1) : 1
    }

    private func drawKey(in drawing: inout Drawing) {
        drawing.text("true gap", x: Self.left, y: 14, style: "quiet")
        var left = Self.left + 56
        for (index, gap) in calibration.grid.gaps.enumerated() {
            drawing.curve(
                [(left, 10), (left + 20, 10)], style: "line-gap", width: 2,
                opacity: Self.opacity(index, of: calibration.grid.gaps.count))
            let label = Numerals.plain(gap)
            drawing.text(label, x: left + 25, y: 14)
            left += 38 + TextWidth.estimate(label, size: 11)
        }
        drawing.curve([(Self.left, 32), (Self.left + 20, 32)], style: "axis", isDashed: true)
        drawing.text("true figure", x: Self.left + 26, y: 36)
        drawing.box(x: Self.left + 118, y: 26, width: 14, height: 12, style: "c2")
        drawing.text("confounded", x: Self.left + 138, y: 36)
        drawing.text("across: level of the bias, or true share of disagree", x: Self.left + 232, y: 36, style: "quiet")
    }
}

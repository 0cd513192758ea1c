import Measures
import Pages

/// Recovered against true, a panel for each measure: every respondent with noise and biases as usual, with its interval,
/// beside the diagonal on which it should lie.
struct RecoveryFigure {
    let calibration: Calibration

    private static let side = 176.0
    private static let gap = (across: 44.0, down: 62.0)
    private static let columns = 5
    private static let (left, head) = (34.0, 44.0)

    var figure: Figure {
        var drawing = Drawing()
        drawing.curve([(Self.left, 10), (Self.left + 20, 10)], style: "axis", isDashed: true)
        drawing.text("recovered = true", x: Self.left + 26, y: 14)
        drawing.line(from: (Self.left + 140, 10), to: (Self.left + 160, 10), style: "line-gap", width: 1.25)
        drawing.dot(x: Self.left + 150, y: 10, radius: 2.75, style: "fill-gap")
        drawing.text("one respondent, with its interval (across: true, up: recovered)", x: Self.left + 166, y: 14)
        for (index, measure) in CalibratedMeasure.allCases.enumerated() { draw(measure, index, in: &drawing) }
        let rows = (CalibratedMeasure.allCases.count + Self.columns - 1) / Self.columns
        return Figure(
            Figure.Heading(
                CalibrationFigure.recovery.rawValue, title: "Recovered against true, with noise and biases as usual",
                summary: summary),
            width: Self.left + Double(Self.columns) * (Self.side + Self.gap.across) - Self.gap.across + 6,
            height: Self.head + Double(rows) * (Self.side + Self.gap.down) - 30, body: drawing.body)
    }

    private var summary: String {
        let parts = CalibratedMeasure.allCases.compactMap { measure in
            calibration.recovery(of: measure, under: .usual)?.bias
                .map { "\(measure.label) \(Numerals.signed($0, places: 3))" }
        }
        return "A panel for each measure with a dot for each respondent. Mean of recovered minus true: "
            + listed(parts) + "."
    }

    private func draw(_ measure: CalibratedMeasure, _ index: Int, in drawing: inout Drawing) {
        let figures = calibration.measured.filter { $0.point.bias == .usual }.compactMap { $0.figures[measure] }
        let left = Self.left + Double(index % Self.columns) * (Self.side + Self.gap.across)
        let top = Self.head + Double(index / Self.columns) * (Self.side + Self.gap.down) + 18
        let scale = ValueScale(
            figures.flatMap { [$0.truth, $0.recovered, $0.interval?.low, $0.interval?.high].compactMap(\.self) })
        drawing.text(measure.label, x: left, y: top - 8, style: "bold", size: 12)
        drawing.box(x: left, y: top, width: Self.side, height: Self.side, style: "tint")
        for tick in scale.ticks {
            let (across, down) = ((1 - scale.share(tick)) * Self.side, scale.share(tick) * Self.side)
            drawing.line(from: (left, top + down), to: (left + Self.side, top + down), style: "grid")
            drawing.line(from: (left + across, top), to: (left + across, top + Self.side), style: "grid")
            let label = scale.label(tick)
            drawing.text(label, x: left - 5, y: top + down + 3.5, style: "quiet end", size: 10)
            drawing.text(
                label, x: left + across, y: top + Self.side + 13,
                style: tick == scale.low ? "quiet" : tick == scale.high ? "quiet end" : "quiet mid", size: 10)
        }
        drawing.curve(
            [(left, top + Self.side), (left + Self.side, top)], style: "axis", width: 1.25, isDashed: true)
        for figure in figures {
            guard let truth = figure.truth, let recovered = figure.recovered else { continue }
            let across = left + (1 - scale.share(truth)) * Self.side
            if let interval = figure.interval {
                drawing.curve(
                    [
                        (across, top + scale.share(interval.low) * Self.side),
                        (across, top + scale.share(interval.high) * Self.side),
                    ], style: "line-gap", width: 1.25, opacity: 0.45)
            }
            drawing.dot(
                x: across, y: top + scale.share(recovered) * Self.side, radius: 2.75, style: "fill-gap",
                tip: "true \(Numerals.decimal(truth, places: 3)), recovered \(Numerals.decimal(recovered, places: 3))")
        }
    }
}

import Measures
import Pages

/// Reliability diagrams: for each bin, how often it is so against how probable it is said to be, beside the diagonal on which true
/// probabilities lie; a grey band shows where luck alone may put them, and ticks below where the cells are.
struct ReliabilityFigure {
    /// One panel.
    struct Panel {
        let label: String
        let report: ProbabilityReport
    }

    let heading: Figure.Heading
    let panels: [Panel]

    private static let side = 196.0
    private static let gap = (across: 52.0, down: 74.0)
    private static let (left, head) = (40.0, 46.0)

    /// The figure, three panels beside one another; below one another on a narrow screen.
    var figure: Figure {
        Figure(heading, wide: drawn(columns: min(3, max(2, panels.count))), narrow: drawn(columns: 1))
    }

    private func drawn(columns: Int) -> Figure.Layout {
        var drawing = Drawing()
        let isNarrow = columns == 1
        drawing.curve([(Self.left, 10), (Self.left + 20, 10)], style: "axis", isDashed: true)
        drawing.text("as often as said", x: Self.left + 26, y: 14)
        let second = isNarrow ? (x: Self.left, y: 26.0) : (x: Self.left + 136, y: 10.0)
        drawing.box(x: second.x, y: second.y - 5, width: 20, height: 10, style: "fill-ink", opacity: 0.16)
        drawing.text("where luck may put it", x: second.x + 26, y: second.y + 4)
        let head = Self.head + (isNarrow ? 16 : 0)
        for (index, panel) in panels.enumerated() {
            draw(
                panel, left: Self.left + Double(index % columns) * (Self.side + Self.gap.across),
                top: head + Double(index / columns) * (Self.side + Self.gap.down), in: &drawing)
        }
        let rows = (panels.count + columns - 1) / columns
        return Figure.Layout(
            width: isNarrow
                ? Figure.Layout.narrowWidth
                : Self.left + Double(columns) * (Self.side + Self.gap.across) - Self.gap.across + 10,
            height: head + Double(rows) * (Self.side + Self.gap.down) - 24, body: drawing.body)
    }

    private func draw(_ panel: Panel, left: Double, top: Double, in drawing: inout Drawing) {
        let side = Self.side
        func point(_ said: Double, _ so: Double) -> (x: Double, y: Double) {
            (left + said * side, top + (1 - so) * side)
        }
        drawing.text(
            TextWidth.fit(panel.label, size: 12, width: side + 40), x: left, y: top - 8, style: "bold", size: 12)
        drawing.box(x: left, y: top, width: side, height: side, style: "tint")
        for tick in 0...5 {
            let value = Double(tick) / 5
            drawing.line(from: point(0, value), to: point(1, value), style: "grid")
            drawing.line(from: point(value, 0), to: point(value, 1), style: "grid")
            drawing.text(
                Numerals.decimal(value, places: 1), x: left - 5, y: point(0, value).y + 3.5, style: "quiet end",
                size: 10)
            drawing.text(
                Numerals.decimal(value, places: 1), x: point(value, 0).x, y: top + side + 13,
                style: tick == 0 ? "quiet" : tick == 5 ? "quiet end" : "quiet mid", size: 10)
        }
        let most = Double(panel.report.bins.map(\.count).max() ?? 1)
        for bin in panel.report.bins {
            let (low, high) = (point(bin.mean, bin.consistency.lowerBound), point(bin.mean, bin.consistency.upperBound))
            drawing.box(
                x: low.x - 4, y: high.y, width: 8, height: max(1, low.y - high.y), style: "fill-ink", opacity: 0.16)
            // Cells of the bin, from the ground up.
            drawing.box(
                x: point(bin.low, 0).x, y: top + side - 10 * Double(bin.count) / most,
                width: max(1, (bin.high - bin.low) * side), height: 10 * Double(bin.count) / most, style: "fill-ink",
                opacity: 0.16)
        }
        drawing.curve([point(0, 0), point(1, 1)], style: "axis", width: 1.25, isDashed: true)
        for bin in panel.report.bins {
            if let interval = bin.outcome?.interval {
                drawing.curve(
                    [point(bin.mean, interval.low), point(bin.mean, interval.high)], style: "line-gap", width: 1.25)
            }
            let at = point(bin.mean, bin.share)
            drawing.dot(
                x: at.x, y: at.y, radius: 3.25, style: "fill-gap",
                tip:
                    "said \(Numerals.decimal(bin.mean)), so \(Numerals.decimal(bin.share)) of \(Numerals.count(bin.count))"
            )
        }
        drawing.text("said", x: left + side, y: top + side + 26, style: "quiet end", size: 10)
        drawing.text(Self.words(panel.report), x: left, y: top + side + 26, style: "quiet", size: 10)
    }

    /// “Brier 0.201, skill +0.05”.
    private static func words(_ report: ProbabilityReport) -> String {
        "Brier \(Numerals.decimal(report.brier.value, places: 3)), skill \(Numerals.signed(report.skill?.value, places: 3))"
    }

    static func summary(_ panels: [Panel]) -> String {
        listed(
            panels.map { "\($0.label): \(words($0.report)), \(Numerals.count($0.report.bins.count, "bin", "bins"))" })
            + "."
    }
}

import Measures
import Pages

/// What each way of asking does to the answers: an effect a line with its interval, on both sides of nothing.
struct InstrumentFigure {
    /// One line of the figure.
    private struct Row {
        let label: String
        let effect: Estimate
        let flips: Estimate?
    }

    private let sections: [(heading: String, rows: [Row])]

    private static let plotWidth = 430.0
    private static let rowHeight = 22.0
    private static let head = 44.0

    /// - Returns: `nil` where there is no effect to show.
    init?(_ instrument: InstrumentReport) {
        let tasks = [("Task 1, stated", instrument.stated), ("Task 2, acted", instrument.acted)]
        sections = tasks.compactMap { heading, task in
            var rows = InstrumentWords.effects(of: task).compactMap { effect in
                effect.shift.map {
                    Row(label: "\(effect.factor): \(effect.level)", effect: $0, flips: effect.flips)
                }
            }
            if let position = task.position, let bias = position.bias {
                rows.append(Row(label: "first place", effect: bias, flips: position.flips))
            }
            return rows.isEmpty ? nil : (heading, rows)
        }
        if sections.isEmpty { return nil }
    }

    var figure: Figure {
        var drawing = Drawing()
        let lines = sections.reduce(0) { $0 + $1.rows.count + 1 }
        let bottom = Self.head + Double(lines) * Self.rowHeight
        drawAxis(to: bottom, in: &drawing)
        var y = Self.head + Self.rowHeight / 2
        for section in sections {
            drawing.text(section.heading, x: 0, y: y + 4, style: "bold", size: 12)
            y += Self.rowHeight
            for row in section.rows {
                draw(row, y: y, in: &drawing)
                y += Self.rowHeight
            }
        }
        return Figure(
            name: "instrument", title: "What the wording does to the answers",
            summary: "The mean shift of scores by each way of asking, with its interval, and the share of inclinations "
                + "that change; filled where the interval leaves out 0.",
            width: labelWidth + Self.plotWidth + 310, height: bottom + 24, body: drawing.body)
    }

    private var labelWidth: Double {
        let labels = sections.flatMap(\.rows).map { TextWidth.estimate($0.label, size: 12) }
        return min(240, labels.max() ?? 0) + 14
    }

    /// The end of the axis on either side: a twentieth that no interval goes beyond.
    private var reach: Double {
        let ends = sections.flatMap(\.rows).flatMap { row in
            [row.effect.value, row.effect.interval?.low ?? 0, row.effect.interval?.high ?? 0].map(abs)
        }
        return max(0.05, ((ends.filter(\.isFinite).max() ?? 0) * 20).rounded(.up) / 20)
    }

    private func x(_ shift: Double) -> Double { labelWidth + (shift / reach + 1) / 2 * Self.plotWidth }

    private func drawAxis(to bottom: Double, in drawing: inout Drawing) {
        drawing.text("← towards agree", x: x(0) - 10, y: 14, style: "quiet end", size: 10)
        drawing.text("towards disagree, or first →", x: x(0) + 10, y: 14, style: "quiet", size: 10)
        drawing.text("shift", x: x(reach) + 30, y: Self.head - 12, style: "quiet", size: 10)
        drawing.text("inclinations changed", x: x(reach) + 190, y: Self.head - 12, style: "quiet", size: 10)
        for tick in -2...2 {
            let shift = reach * Double(tick) / 2
            drawing.line(
                from: (x(shift), Self.head - 8), to: (x(shift), bottom + 2), style: tick == 0 ? "axis" : "grid")
            for y in [Self.head - 12, bottom + 16] {
                drawing.text(Numerals.signed(shift, places: 3), x: x(shift), y: y, style: "quiet mid", size: 10)
            }
        }
    }

    private func draw(_ row: Row, y: Double, in drawing: inout Drawing) {
        let name = TextWidth.fit(row.label, size: 12, width: labelWidth - 12)
        drawing.text(name, x: labelWidth - 12, y: y + 4, style: "end", size: 12)
        var isClear = false
        if let interval = row.effect.interval {
            isClear = interval.low > 0 || interval.high < 0
            drawing.line(from: (x(interval.low), y), to: (x(interval.high), y), style: "line-ink", width: 1.5)
        }
        let words = InstrumentWords.signed(row.effect)
        drawing.dot(
            x: x(row.effect.value), y: y, radius: 4, style: isClear ? "fill-ink" : "hollow line-ink",
            stroke: isClear ? nil : 1.5, tip: "\(row.label): \(words)")
        drawing.text(words, x: x(reach) + 30, y: y + 4, size: 11)
        let flips = row.flips.map(InstrumentWords.share) ?? Numerals.missing
        drawing.text(flips, x: x(reach) + 190, y: y + 4, style: "quiet", size: 11)
    }
}

import Measures
import Pages

/// The alignment rate of each country or topic as dots on one line from 0 to 1, with what always agreeing would score.
struct RateFigure {
    /// One line of the figure.
    struct Row {
        let label: String
        let f1Disagree, f1Agree: Double?
        /// Their intervals.
        let disagreeInterval, agreeInterval: Interval?
        /// The F1 of agree of a respondent that chooses the agreeing action every time.
        let alwaysAgree: Double?
        /// Cells that count.
        let cells: Int
        /// Whether this is the line of all together.
        let isOverall: Bool
    }

    private let heading: Figure.Heading
    private let rows: [Row]
    /// The room that labels take.
    private let labelWidth: Double

    private static let plotWidth = 560.0
    private static let rowHeight = 22.0
    private static let head = 58.0

    init(heading: Figure.Heading, rows: [Row]) {
        (self.heading, self.rows) = (heading, rows)
        labelWidth = min(220, rows.map { TextWidth.estimate($0.label, size: 12) }.max() ?? 0) + 14
    }

    var figure: Figure {
        var drawing = Drawing()
        let bottom = Self.head + Double(rows.count) * Self.rowHeight
        drawKey(in: &drawing)
        drawAxis(to: bottom, in: &drawing)
        for (index, row) in rows.enumerated() {
            draw(row, y: Self.head + (Double(index) + 0.5) * Self.rowHeight, in: &drawing)
        }
        return Figure(
            heading, width: labelWidth + Self.plotWidth + 196, height: bottom + 24,
            body: drawing.body)
    }

    private func x(_ share: Double) -> Double { labelWidth + share * Self.plotWidth }

    private func drawKey(in drawing: inout Drawing) {
        var left = labelWidth
        drawing.dot(x: left + 5, y: 12, radius: 4.5, style: "fill-ink")
        drawing.text("F1 of disagree", x: left + 15, y: 16)
        left += 122
        drawing.dot(x: left + 5, y: 12, radius: 4, style: "hollow line-ink", stroke: 1.5)
        drawing.text("F1 of agree", x: left + 15, y: 16)
        left += 104
        drawing.line(from: (left + 5, 5), to: (left + 5, 19), style: "line-gap", width: 2)
        drawing.text("F1 of agree if it always agreed", x: left + 15, y: 16)
        let columns = x(1)
        drawing.text("F1 dis.", x: columns + 72, y: Self.head - 8, style: "quiet end", size: 10)
        drawing.text("F1 agr.", x: columns + 124, y: Self.head - 8, style: "quiet end", size: 10)
        drawing.text("cells", x: columns + 180, y: Self.head - 8, style: "quiet end", size: 10)
    }

    private func drawAxis(to bottom: Double, in drawing: inout Drawing) {
        for tick in 0...5 {
            let share = Double(tick) / 5
            drawing.line(from: (x(share), Self.head - 2), to: (x(share), bottom + 2), style: "grid")
            drawing.text(Numerals.decimal(share, places: 1), x: x(share), y: bottom + 17, style: "quiet mid", size: 10)
            drawing.text(
                Numerals.decimal(share, places: 1), x: x(share), y: Self.head - 8, style: "quiet mid", size: 10)
        }
    }

    private func draw(_ row: Row, y: Double, in drawing: inout Drawing) {
        let weight = row.isOverall ? "bold " : ""
        let label = TextWidth.fit(row.label, size: 12, width: labelWidth - 12)
        drawing.text(label, x: labelWidth - 12, y: y + 4, style: weight + "end", size: 12)
        drawing.line(from: (x(0), y), to: (x(1), y), style: "grid")
        if let share = row.alwaysAgree, share.isFinite {
            drawing.line(from: (x(share), y - 7), to: (x(share), y + 7), style: "line-gap", width: 2)
        }
        // The whiskers lie apart, so that both are seen where they overlap.
        drawing.whisker(row.agreeInterval, x: x, y: y - 2.5)
        drawing.whisker(row.disagreeInterval, x: x, y: y + 2.5)
        if let share = row.f1Agree, share.isFinite {
            drawing.dot(
                x: x(share), y: y, radius: 4, style: "hollow line-ink", stroke: 1.5,
                tip: "\(row.label): F1 of agree \(Numerals.estimate(share, row.agreeInterval))")
        }
        if let share = row.f1Disagree, share.isFinite {
            drawing.dot(
                x: x(share), y: y, radius: 4.5, style: "fill-ink",
                tip: "\(row.label): F1 of disagree \(Numerals.estimate(share, row.disagreeInterval))")
        }
        let columns = x(1)
        drawing.text(Numerals.decimal(row.f1Disagree), x: columns + 72, y: y + 4, style: weight + "end", size: 12)
        drawing.text(Numerals.decimal(row.f1Agree), x: columns + 124, y: y + 4, style: weight + "end", size: 12)
        drawing.text(Numerals.count(row.cells), x: columns + 180, y: y + 4, style: weight + "end quiet", size: 12)
    }
}

import Measures
import Pages

/// What is stated and what is done, as two dots joined by the gap, for each value or group of values.
struct GapFigure {
    /// One line of the figure. Scores are means, agree = 0.
    struct Row {
        let label: String
        let stated, acted, distance, signed: Double?
        /// Of the stated and of the acted score.
        let statedInterval, actedInterval: Interval?
    }

    private let heading: Figure.Heading
    private let sections: [(heading: String, rows: [Row])]

    private static let plotWidth = 560.0
    private static let head = 58.0
    /// Many rows stand closer to one another.
    private let isLong: Bool
    private let rowHeight, size: Double
    /// With one row in each section, its heading stands in front of the row, not above it.
    private let isFlat: Bool
    /// The room that headings take in front of rows, and that both take together: worked out once, since every point that
    /// is drawn depends on it.
    private let headingWidth, labelWidth: Double

    /// A figure of rows under headings; an empty heading takes no room.
    init(heading: Figure.Heading, sections: [(heading: String, rows: [Row])]) {
        (self.heading, self.sections) = (heading, sections)
        let labels = sections.flatMap { section in section.rows.map(\.label) }
        isLong = labels.count > 20
        rowHeight = isLong ? 17 : 22
        size = isLong ? 11 : 12
        isFlat = sections.allSatisfy { $0.rows.count == 1 }
        let headings = isFlat ? sections.map { TextWidth.estimate($0.heading, size: 11) } : []
        headingWidth = isFlat ? min(130, headings.max() ?? 0) + 12 : 0
        let widest = labels.map { [size] in TextWidth.estimate($0, size: size) }.max() ?? 0
        labelWidth = headingWidth + min(230, widest) + 14
    }

    private func headingHeight(_ heading: String) -> Double { isFlat || heading.isEmpty ? 0 : 19 }

    var figure: Figure {
        var drawing = Drawing()
        let height = sections.reduce(Self.head) {
            $0 + headingHeight($1.heading) + Double($1.rows.count) * rowHeight
        }
        drawKey(in: &drawing)
        drawAxis(to: height, in: &drawing)
        var y = Self.head
        for section in sections {
            y += headingHeight(section.heading)
            let heading = TextWidth.fit(section.heading, size: 11, width: isFlat ? headingWidth - 10 : labelWidth + 100)
            if !heading.isEmpty {
                drawing.text(heading, x: 0, y: isFlat ? y + rowHeight / 2 + 4 : y - 4, style: "quiet")
            }
            for row in section.rows {
                draw(row, y: y + rowHeight / 2, in: &drawing)
                y += rowHeight
            }
        }
        return Figure(
            heading, width: labelWidth + Self.plotWidth + 172, height: height + 24,
            body: drawing.body)
    }

    /// Scores beyond the scale, as legacy scoring keeps them, stand at its end.
    private func x(_ score: Double) -> Double { labelWidth + min(max(score, 0), 1) * Self.plotWidth }

    private func drawKey(in drawing: inout Drawing) {
        var left = labelWidth
        drawing.dot(x: left + 5, y: 12, radius: 4.5, style: "line-stated hollow", stroke: 2.2)
        drawing.text("stated", x: left + 15, y: 16, style: "stated")
        left += 74
        drawing.dot(x: left + 5, y: 12, radius: 3.6, style: "fill-acted")
        drawing.text("acted", x: left + 15, y: 16, style: "acted")
        left += 68
        drawing.line(from: (left, 12), to: (left + 18, 12), style: "line-gap", width: 2.5)
        drawing.text("gap of the means", x: left + 26, y: 16, style: "gap")
        drawing.text("distance", x: x(1) + 98, y: Self.head - 8, style: "quiet end", size: 10)
        drawing.text("signed", x: x(1) + 154, y: Self.head - 8, style: "quiet end", size: 10)
    }

    private func drawAxis(to bottom: Double, in drawing: inout Drawing) {
        for tick in 0...4 {
            let score = Double(tick) / 4
            let style = tick == 2 ? "axis" : "grid"
            drawing.line(from: (x(score), Self.head - 2), to: (x(score), bottom + 2), style: style, width: 0.8)
            let label = tick == 0 ? "0 agree" : tick == 4 ? "1 disagree" : Numerals.decimal(score)
            drawing.text(label, x: x(score), y: Self.head - 8, style: "quiet mid", size: 10)
            drawing.text(label, x: x(score), y: bottom + 17, style: "quiet mid", size: 10)
        }
    }

    private func draw(_ row: Row, y: Double, in drawing: inout Drawing) {
        let label = TextWidth.fit(row.label, size: size, width: labelWidth - headingWidth - 12)
        drawing.text(label, x: labelWidth - 12, y: y + 4, style: "end", size: size)
        drawing.line(from: (x(0), y), to: (x(1), y), style: "grid", width: 0.6)
        if let stated = row.stated, let acted = row.acted {
            drawing.line(from: (x(stated), y), to: (x(acted), y), style: "line-gap", width: 2.5)
        }
        // Apart from the line between the dots, and from one another.
        drawing.whisker(row.statedInterval, x: x, y: y - (isLong ? 4 : 5), style: "line-stated")
        drawing.whisker(row.actedInterval, x: x, y: y + (isLong ? 4 : 5), style: "line-acted")
        // A ring and a smaller disc: both are seen where they coincide, and told apart without colour.
        if let stated = row.stated {
            drawing.dot(
                x: x(stated), y: y, radius: isLong ? 4 : 5, style: "line-stated hollow", stroke: 2.2,
                tip: "\(row.label), stated: \(Numerals.estimate(stated, row.statedInterval))")
        }
        if let acted = row.acted {
            drawing.dot(
                x: x(acted), y: y, radius: isLong ? 2.9 : 3.6, style: "fill-acted",
                tip: "\(row.label), acted: \(Numerals.estimate(acted, row.actedInterval))")
        }
        drawing.text(Numerals.decimal(row.distance), x: x(1) + 98, y: y + 4, style: "end", size: size)
        drawing.text(Numerals.signed(row.signed), x: x(1) + 154, y: y + 4, style: "end", size: size)
    }
}

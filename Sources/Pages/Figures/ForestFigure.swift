/// Numbers on both sides of 0, each on a line of its own with its interval: a forest plot.
package struct ForestFigure: Sendable {
    /// One line of the figure.
    package struct Row: Sendable {
        /// What the number is of.
        package let label: String
        /// The number; nil or not finite where there is none.
        package let number: Double?
        /// Its interval.
        package let ends: Whisker?
        /// What is written to the right, a text for each column; the first is also what a pointer is told.
        package let fields: [String]

        /// A line.
        package init(label: String, number: Double?, ends: Whisker?, fields: [String]) {
            (self.label, self.number, self.ends, self.fields) = (label, number, ends, fields)
        }
    }

    /// A column of words to the right of the plot.
    package struct Column: Sendable {
        /// What stands above it; nothing where it is empty.
        package let heading: String
        /// How far it starts from the end of the axis.
        package let offset: Double
        /// Whether its words are set back.
        package let isQuiet: Bool

        /// A column.
        package init(heading: String = "", offset: Double, isQuiet: Bool = false) {
            (self.heading, self.offset, self.isQuiet) = (heading, offset, isQuiet)
        }
    }

    /// Sizes in CSS pixels, and how the axis is divided.
    package struct Layout: Sendable {
        /// The plot, and the room to the right of it.
        package var plotWidth, margin: Double
        /// A line's height.
        package var rowHeight: Double
        /// The most that labels take.
        package var labelWidth: Double
        /// The axis ends at a whole number of such parts of 1.
        package var partsOfOne: Double
        /// Decimals of the numbers along the axis.
        package var places: Int

        /// A layout with all its sizes.
        package init(
            plotWidth: Double, margin: Double, rowHeight: Double, labelWidth: Double, partsOfOne: Double, places: Int
        ) {
            (self.plotWidth, self.margin, self.rowHeight) = (plotWidth, margin, rowHeight)
            (self.labelWidth, self.partsOfOne, self.places) = (labelWidth, partsOfOne, places)
        }
    }

    private let heading: Figure.Heading
    private let sides: (below: String, above: String)
    private let sections: [(heading: String, rows: [Row])]
    private let columns: [Column]
    private let layout: Layout
    /// The room that labels take, and the end of the axis on either side, which no interval goes beyond: worked out once,
    /// since every point that is drawn depends on them.
    private let labelWidth, reach: Double

    private static let head = 44.0

    /// A figure of lines under headings.
    ///
    /// - Parameter sides: what numbers below and above 0 mean.
    package init(
        _ heading: Figure.Heading, sides: (below: String, above: String),
        sections: [(heading: String, rows: [Row])], columns: [Column], layout: Layout
    ) {
        (self.heading, self.sides, self.sections) = (heading, sides, sections)
        (self.columns, self.layout) = (columns, layout)
        let rows = sections.flatMap(\.rows)
        let widest = rows.map { TextWidth.estimate($0.label, size: 12) }.max() ?? 0
        labelWidth = min(layout.labelWidth, widest) + 14
        let ends = rows.flatMap { row in
            row.number.map { [$0, row.ends?.low ?? 0, row.ends?.high ?? 0].map(abs) } ?? []
        }
        let most = ends.filter(\.isFinite).max() ?? 0
        reach = max(1 / layout.partsOfOne, (most * layout.partsOfOne).rounded(.up) / layout.partsOfOne)
    }

    /// The drawing.
    package var figure: Figure {
        var drawing = Drawing()
        let lines = sections.reduce(0) { $0 + $1.rows.count + 1 }
        let bottom = Self.head + Double(lines) * layout.rowHeight
        drawAxis(to: bottom, in: &drawing)
        var y = Self.head + layout.rowHeight / 2
        for section in sections {
            drawing.text(section.heading, x: 0, y: y + 4, style: "bold", size: 12)
            y += layout.rowHeight
            for row in section.rows {
                draw(row, y: y, in: &drawing)
                y += layout.rowHeight
            }
        }
        return Figure(
            heading, width: labelWidth + layout.plotWidth + layout.margin, height: bottom + 24, body: drawing.body)
    }

    private func x(_ number: Double) -> Double { labelWidth + (number / reach + 1) / 2 * layout.plotWidth }

    private func drawAxis(to bottom: Double, in drawing: inout Drawing) {
        drawing.text("← \(sides.below)", x: x(0) - 10, y: 14, style: "quiet end", size: 10)
        drawing.text("\(sides.above) →", x: x(0) + 10, y: 14, style: "quiet", size: 10)
        for column in columns where !column.heading.isEmpty {
            drawing.text(column.heading, x: x(reach) + column.offset, y: Self.head - 12, style: "quiet", size: 10)
        }
        for tick in -2...2 {
            let number = reach * Double(tick) / 2
            drawing.line(
                from: (x(number), Self.head - 8), to: (x(number), bottom + 2), style: tick == 0 ? "axis" : "grid")
            for y in [Self.head - 12, bottom + 16] {
                drawing.text(
                    Numerals.signed(number, places: layout.places), x: x(number), y: y, style: "quiet mid", size: 10)
            }
        }
    }

    private func draw(_ row: Row, y: Double, in drawing: inout Drawing) {
        let name = TextWidth.fit(row.label, size: 12, width: labelWidth - 12)
        drawing.text(name, x: labelWidth - 12, y: y + 4, style: "end", size: 12)
        guard let number = row.number, number.isFinite else {
            return drawing.text(Numerals.missing, x: x(0), y: y + 4, style: "quiet mid", size: 12)
        }
        if let ends = row.ends {
            drawing.line(from: (x(ends.low), y), to: (x(ends.high), y), style: "line-ink", width: 1.5)
        }
        let isClear = row.ends?.isClear ?? false
        drawing.dot(
            x: x(number), y: y, radius: 4, style: isClear ? "fill-ink" : "hollow line-ink",
            stroke: isClear ? nil : 1.5, tip: "\(row.label): \(row.fields.first ?? "")")
        for (column, field) in zip(columns, row.fields) {
            drawing.text(
                field, x: x(reach) + column.offset, y: y + 4, style: column.isQuiet ? "quiet" : nil, size: 11)
        }
    }
}

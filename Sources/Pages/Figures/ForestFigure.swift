/// Numbers on both sides of 0, each on a line of its own with its interval: a forest plot. Numbers whose sides mean
/// different things stand in panels of their own, each with its axis.
package struct ForestFigure: Sendable {
    /// One line of the figure.
    package struct Row: Sendable {
        /// What the number is of.
        package let label: String
        /// The number; nil or not finite where there is none.
        package let number: Double?
        /// Its interval.
        package let ends: Whisker?
        /// Whether the dot is filled: what that means, the figure's key says.
        package let isFilled: Bool
        /// What is written to the right, a text for each column; the first is also what a pointer is told.
        package let fields: [String]

        /// A line.
        ///
        /// - Parameter isFilled: whether its dot is filled; nil to fill it where the interval leaves out 0.
        package init(label: String, number: Double?, ends: Whisker?, isFilled: Bool? = nil, fields: [String]) {
            (self.label, self.number, self.ends, self.fields) = (label, number, ends, fields)
            self.isFilled = isFilled ?? ends?.isClear ?? false
        }
    }

    /// Lines on one axis, under headings.
    package struct Panel: Sendable {
        /// What numbers below and above 0 mean.
        let below, above: String
        let sections: [(heading: String, rows: [Row])]

        /// A panel.
        package init(below: String, above: String, sections: [(heading: String, rows: [Row])]) {
            (self.below, self.above, self.sections) = (below, above, sections)
        }

        /// All its lines.
        package var rows: [Row] { sections.flatMap(\.rows) }
    }

    /// What the dots mean, and what must be known of all numbers, both written below them.
    package struct Key: Sendable {
        /// What a filled and a hollow dot mean; the hollow one is left out where it is empty.
        let filled, hollow: String
        /// Lines of their own.
        let notes: [String]

        /// A key.
        package init(filled: String, hollow: String, notes: [String]) {
            (self.filled, self.hollow, self.notes) = (filled, hollow, notes)
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
    private let panels: [DrawnPanel]
    private let columns: [Column]
    private let key: Key?
    private let layout: Layout
    /// The room that labels take, worked out once, since every point that is drawn depends on it.
    private let labelWidth: Double

    /// A figure of panels, one below the other.
    ///
    /// - Parameter key: what the dots mean; nil where the page says so.
    package init(
        _ heading: Figure.Heading, panels: [Panel], columns: [Column], layout: Layout, key: Key? = nil
    ) {
        (self.heading, self.columns, self.layout, self.key) = (heading, columns, layout, key)
        self.panels = panels.map { DrawnPanel($0, partsOfOne: layout.partsOfOne) }
        let rows = panels.flatMap(\.rows)
        let widest = rows.map { TextWidth.estimate($0.label, size: 12) }.max() ?? 0
        labelWidth = min(layout.labelWidth, widest) + 14
    }

    /// A figure of lines under headings, on one axis.
    ///
    /// - Parameter sides: what numbers below and above 0 mean.
    package init(
        _ heading: Figure.Heading, sides: (below: String, above: String),
        sections: [(heading: String, rows: [Row])], columns: [Column], layout: Layout
    ) {
        self.init(
            heading, panels: [Panel(below: sides.below, above: sides.above, sections: sections)], columns: columns,
            layout: layout)
    }

    /// The drawing.
    package var figure: Figure {
        var drawing = Drawing()
        var y = 0.0
        for panel in panels {
            y = draw(panel, from: y, in: &drawing)
        }
        let width = labelWidth + layout.plotWidth + layout.margin
        return Figure(heading, width: width, height: drawKey(from: y, width: width, in: &drawing), body: drawing.body)
    }

    private static let head = 44.0

    /// Draws a panel from a height on.
    ///
    /// - Returns: the height at which it ends.
    private func draw(_ panel: DrawnPanel, from top: Double, in drawing: inout Drawing) -> Double {
        let head = top + Self.head
        let bottom = head + Double(panel.lines) * layout.rowHeight
        let x = { labelWidth + (($0 / panel.reach) + 1) / 2 * layout.plotWidth }
        drawAxis(of: panel, x: x, from: head, to: bottom, in: &drawing)
        var y = head + layout.rowHeight / 2
        for section in panel.panel.sections {
            drawing.text(section.heading, x: 0, y: y + 4, style: "bold", size: 12)
            y += layout.rowHeight
            for row in section.rows {
                draw(row, x: x, y: y, in: &drawing)
                y += layout.rowHeight
            }
        }
        return bottom + 24
    }

    private func drawAxis(
        of panel: DrawnPanel, x: (Double) -> Double, from head: Double, to bottom: Double, in drawing: inout Drawing
    ) {
        drawing.text("← \(panel.panel.below)", x: x(0) - 10, y: head - 30, style: "quiet end", size: 10)
        drawing.text("\(panel.panel.above) →", x: x(0) + 10, y: head - 30, style: "quiet", size: 10)
        for column in columns where !column.heading.isEmpty {
            drawing.text(
                column.heading, x: x(panel.reach) + column.offset, y: head - 12, style: "quiet", size: 10)
        }
        for tick in -2...2 {
            let number = panel.reach * Double(tick) / 2
            drawing.line(
                from: (x(number), head - 8), to: (x(number), bottom + 2), style: tick == 0 ? "axis" : "grid")
            for y in [head - 12, bottom + 16] {
                drawing.text(
                    Numerals.signed(number, places: layout.places), x: x(number), y: y, style: "quiet mid", size: 10)
            }
        }
    }

    private func draw(_ row: Row, x: (Double) -> Double, y: Double, in drawing: inout Drawing) {
        let name = TextWidth.fit(row.label, size: 12, width: labelWidth - 12)
        drawing.text(name, x: labelWidth - 12, y: y + 4, style: "end", size: 12)
        guard let number = row.number, number.isFinite else {
            return drawing.text(Numerals.missing, x: x(0), y: y + 4, style: "quiet mid", size: 12)
        }
        if let ends = row.ends {
            drawing.line(from: (x(ends.low), y), to: (x(ends.high), y), style: "line-ink", width: 1.5)
        }
        mark(row.isFilled, x: x(number), y: y, tip: "\(row.label): \(row.fields.first ?? "")", in: &drawing)
        for (column, field) in zip(columns, row.fields) {
            drawing.text(
                field, x: labelWidth + layout.plotWidth + column.offset, y: y + 4,
                style: column.isQuiet ? "quiet" : nil, size: 11)
        }
    }

    private func mark(_ isFilled: Bool, x: Double, y: Double, tip: String? = nil, in drawing: inout Drawing) {
        drawing.dot(
            x: x, y: y, radius: 4, style: isFilled ? "fill-ink" : "hollow line-ink", stroke: isFilled ? nil : 1.5,
            tip: tip)
    }

    /// - Returns: the height at which the figure ends.
    private func drawKey(from top: Double, width: Double, in drawing: inout Drawing) -> Double {
        guard let key else { return top }
        var y = top + 14
        for (text, isFilled) in [(key.filled, true), (key.hollow, false)] where !text.isEmpty {
            mark(isFilled, x: 5, y: y - 4, in: &drawing)
            drawing.text(text, x: 16, y: y, size: 11)
            y += 16
        }
        for note in key.notes {
            for line in TextWidth.lines(note, size: 11, width: width) {
                drawing.text(line, x: 0, y: y, style: "quiet", size: 11)
                y += 15
            }
        }
        return y
    }
}

/// A panel with the end of its axis on either side, which no interval goes beyond.
private struct DrawnPanel {
    let panel: ForestFigure.Panel
    let reach: Double
    /// Headings and rows.
    let lines: Int

    init(_ panel: ForestFigure.Panel, partsOfOne parts: Double) {
        self.panel = panel
        lines = panel.sections.reduce(0) { $0 + $1.rows.count + 1 }
        let ends = panel.rows.flatMap { row in
            row.number.map { [$0, row.ends?.low ?? 0, row.ends?.high ?? 0].map(abs) } ?? []
        }
        let most = ends.filter(\.isFinite).max() ?? 0
        reach = max(1 / parts, (most * parts).rounded(.up) / parts)
    }
}

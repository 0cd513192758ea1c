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

    /// The drawing: wide, for a telephone's screen, and for two columns of a paper.
    package var figure: Figure {
        var figure = Figure(
            heading, wide: drawn(in: Room(labels: labelWidth, layout: layout)), narrow: drawn(in: .narrow))
        // As wide as lets the smallest text be read there.
        var print = layout
        print.plotWidth = min(print.plotWidth, max(160, 838 - labelWidth - print.margin))
        if print.plotWidth < layout.plotWidth { figure.print = drawn(in: Room(labels: labelWidth, layout: print)) }
        return figure
    }

    /// Where the plot lies, and how high a line is: beside the labels, or on a narrow screen below them.
    private struct Room {
        let left, plot, rowHeight, width: Double
        let isNarrow: Bool

        init(labels: Double, layout: Layout) {
            (left, plot, rowHeight) = (labels, layout.plotWidth, layout.rowHeight)
            (width, isNarrow) = (labels + layout.plotWidth + layout.margin, false)
        }

        private init(left: Double, plot: Double, rowHeight: Double) {
            (self.left, self.plot, self.rowHeight) = (left, plot, rowHeight)
            (width, isNarrow) = (Figure.Layout.narrowWidth, true)
        }

        static var narrow: Room { Room(left: 20, plot: Figure.Layout.narrowWidth - 40, rowHeight: 34) }

        /// The height of a row's line below its top.
        var line: Double { isNarrow ? 24 : rowHeight / 2 }
    }

    private func drawn(in room: Room) -> Figure.Layout {
        var drawing = Drawing()
        var y = 0.0
        for panel in panels { y = draw(panel, from: y, room, in: &drawing) }
        let bottom = drawKey(from: y, width: room.width, in: &drawing)
        return Figure.Layout(width: room.width, height: bottom, body: drawing.body)
    }

    private static let head = 44.0

    /// Draws a panel from a height on.
    ///
    /// - Returns: the height at which it ends.
    private func draw(_ panel: DrawnPanel, from top: Double, _ room: Room, in drawing: inout Drawing) -> Double {
        let head = top + Self.head
        let headingHeight = min(room.rowHeight, 24)
        let bottom = head + Double(panel.rows) * room.rowHeight + Double(panel.panel.sections.count) * headingHeight
        let x = { room.left + (($0 / panel.reach) + 1) / 2 * room.plot }
        drawAxis(of: panel, x: x, from: head, to: bottom, room, in: &drawing)
        var y = head
        for section in panel.panel.sections {
            let heading = TextWidth.fit(section.heading, size: 12, width: room.width)
            drawing.text(heading, x: 0, y: y + headingHeight / 2 + 4, style: "bold", size: 12)
            y += headingHeight
            for row in section.rows {
                draw(row, x: x, top: y, room, in: &drawing)
                y += room.rowHeight
            }
        }
        return bottom + 24
    }

    private func drawAxis(
        of panel: DrawnPanel, x: (Double) -> Double, from head: Double, to bottom: Double, _ room: Room,
        in drawing: inout Drawing
    ) {
        let side = room.isNarrow ? room.width / 2 - 10 : room.width
        let words = [
            TextWidth.fit("← \(panel.panel.below)", size: 10, width: side),
            TextWidth.fit("\(panel.panel.above) →", size: 10, width: side),
        ]
        drawing.text(words[0], x: x(0) - 8, y: head - 30, style: "quiet end", size: 10)
        drawing.text(words[1], x: x(0) + 8, y: head - 30, style: "quiet", size: 10)
        for column in columns where !column.heading.isEmpty && !room.isNarrow {
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

    private func draw(
        _ row: Row, x: (Double) -> Double, top: Double, _ room: Room, in drawing: inout Drawing
    ) {
        let y = top + room.line
        drawWords(of: row, top: top, y: y, room, in: &drawing)
        guard let number = row.number, number.isFinite else {
            return drawing.text(Numerals.missing, x: x(0), y: y + 4, style: "quiet mid", size: 12)
        }
        if let ends = row.ends {
            drawing.line(from: (x(ends.low), y), to: (x(ends.high), y), style: "line-ink", width: 1.5)
        }
        mark(row.isFilled, x: x(number), y: y, tip: "\(row.label): \(row.fields.first ?? "")", in: &drawing)
        guard !room.isNarrow else { return }
        for (column, field) in zip(columns, row.fields) {
            drawing.text(
                field, x: room.left + room.plot + column.offset, y: y + 4,
                style: column.isQuiet ? "quiet" : nil, size: 11)
        }
    }

    /// The row's label; on a narrow screen with the first of its fields, above its line.
    private func drawWords(of row: Row, top: Double, y: Double, _ room: Room, in drawing: inout Drawing) {
        guard room.isNarrow else {
            let name = TextWidth.fit(row.label, size: 12, width: labelWidth - 12)
            return drawing.text(name, x: labelWidth - 12, y: y + 4, style: "end", size: 12)
        }
        let isKnown = row.number?.isFinite == true
        let field = isKnown ? TextWidth.fit(row.fields.first ?? "", size: 11, width: 190) : ""
        let left = room.width - TextWidth.estimate(field, size: 11) - 8
        drawing.text(TextWidth.fit(row.label, size: 12, width: left), x: 0, y: top + 14, size: 12)
        if !field.isEmpty { drawing.text(field, x: room.width, y: top + 14, style: "end", size: 11) }
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
            for line in TextWidth.lines(text, size: 11, width: width - 18) {
                drawing.text(line, x: 16, y: y, size: 11)
                y += 16
            }
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
    let rows: Int

    init(_ panel: ForestFigure.Panel, partsOfOne parts: Double) {
        self.panel = panel
        rows = panel.rows.count
        let ends = panel.rows.flatMap { row in
            row.number.map { [$0, row.ends?.low ?? 0, row.ends?.high ?? 0].map(abs) } ?? []
        }
        let most = ends.filter(\.isFinite).max() ?? 0
        reach = max(1 / parts, (most * parts).rounded(.up) / parts)
    }
}

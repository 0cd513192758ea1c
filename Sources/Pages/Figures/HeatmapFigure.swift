/// Values × columns, in several panels that share their rows: what is stated beside what is done beside the gap.
package struct HeatmapFigure {
    /// One panel: one kind of number.
    package struct Panel {
        let scale: Scale
        let title: String
        /// What the two ends of the scale mean.
        let ends: (low: String, high: String)
        /// The number in one row and column; nil where it is missing.
        let score: (_ row: Int, _ column: Int) -> Double?

        /// A panel of numbers on one scale.
        package init(
            scale: Scale, title: String, ends: (low: String, high: String),
            score: @escaping (_ row: Int, _ column: Int) -> Double?
        ) {
            (self.scale, self.title, self.ends, self.score) = (scale, title, ends, score)
        }
    }

    private let heading: Figure.Heading
    private let sections: [RowSection]
    private let columns: [String]
    private let panels: [Panel]
    /// With one row in each section, its heading stands in front of the row, not above it.
    private let isFlat: Bool
    /// The columns' labels as they are drawn, and the length of the longest.
    private let labels: [String]
    private let tallest: Double
    /// The room that headings take in front of rows, and that both take together.
    private let headingWidth, rowLabelWidth: Double

    /// A figure of panels; each asks for the score at a row's index and a column's place.
    ///
    /// - Parameter sections: the rows' labels, in groups under a heading.
    package init(
        _ heading: Figure.Heading, sections: [RowSection], columns: [String],
        panels: [Panel]
    ) {
        (self.heading, self.sections, self.columns, self.panels) = (heading, sections, columns, panels)
        func widest(_ texts: [String]) -> Double { texts.map { TextWidth.estimate($0, size: 11) }.max() ?? 0 }
        labels = columns.map { TextWidth.fit($0, size: 11, width: 150) }
        tallest = widest(labels)
        isFlat = sections.allSatisfy { $0.rows.count == 1 }
        headingWidth = isFlat ? min(130, widest(sections.map(\.heading))) + 12 : 0
        let names = sections.flatMap(\.rows).map(\.label) + (isFlat ? [] : sections.map(\.heading))
        rowLabelWidth = headingWidth + min(210, widest(names)) + 10
    }

    /// Few columns leave room to write the numbers into their cells.
    private var isWritten: Bool { columns.count <= 4 }
    private var cellWidth: Double { isWritten ? 42 : max(14, min(24, 190 / Double(max(columns.count, 1)))) }
    private var cellHeight: Double { isWritten ? 18 : 14.5 }
    private var gridWidth: Double { cellWidth * Double(columns.count) }
    private var panelWidth: Double { max(gridWidth, 160) }
    private var panelGap: Double { 26 }
    /// Column labels rise at 60°.
    private var headHeight: Double { 50 + tallest * 0.8 + 8 }
    private var overhang: Double { max(0, tallest * 0.5 - (panelWidth - gridWidth)) }

    /// The drawing.
    package var figure: Figure {
        var drawing = Drawing()
        let hatch = drawing.hatching(in: heading.name)
        let rows = placedRows
        for heading in rows.headings {
            let label = TextWidth.fit(heading.label, size: 11, width: isFlat ? headingWidth - 10 : rowLabelWidth + 60)
            drawing.text(label, x: 0, y: heading.y, style: "quiet")
        }
        for row in rows.rows {
            let label = TextWidth.fit(row.label, size: 11, width: rowLabelWidth - headingWidth - 8)
            drawing.text(label, x: rowLabelWidth - 6, y: row.y + cellHeight / 2 + 4, style: "end")
        }
        for (index, panel) in panels.enumerated() {
            let left = rowLabelWidth + Double(index) * (panelWidth + panelGap)
            drawHead(of: panel, at: left, in: &drawing)
            for row in rows.rows { draw(row, of: panel, at: left, hatch: hatch, in: &drawing) }
        }
        let width = rowLabelWidth + Double(panels.count) * (panelWidth + panelGap) - panelGap + overhang + 4
        return Figure(
            heading, width: width,
            height: rows.bottom + 6, body: drawing.body)
    }

    private typealias PlacedRow = (label: String, row: Int, y: Double)

    private var placedRows: (headings: [(label: String, y: Double)], rows: [PlacedRow], bottom: Double) {
        var y = headHeight
        var headings: [(label: String, y: Double)] = []
        var rows: [PlacedRow] = []
        for section in sections {
            if !isFlat { y += 17 }
            headings.append((section.heading, isFlat ? y + cellHeight / 2 + 4 : y - 4))
            for row in section.rows {
                rows.append((row.label, row.index, y))
                y += cellHeight
            }
        }
        return (headings, rows, y)
    }

    private func drawHead(of panel: Panel, at left: Double, in drawing: inout Drawing) {
        drawing.text(panel.title, x: left, y: 13, style: "bold", size: 13)
        let step = 148 / Double(Scale.steps)
        for index in 0..<Scale.steps {
            drawing.box(
                x: left + Double(index) * step, y: 21, width: step + 0.3, height: 7, style: panel.scale.style(index))
        }
        drawing.text(panel.ends.low, x: left, y: 40, style: "quiet", size: 10)
        drawing.text(panel.ends.high, x: left + 148, y: 40, style: "quiet end", size: 10)
        for (column, label) in labels.enumerated() {
            let centre = left + (Double(column) + 0.5) * cellWidth
            drawing.rising(label, x: centre + 3, y: headHeight + (isFlat ? -6 : 11), degrees: 60)
        }
    }

    private func draw(_ row: PlacedRow, of panel: Panel, at left: Double, hatch: String, in drawing: inout Drawing) {
        for column in columns.indices {
            let score = panel.score(row.row, column)
            let text = panel.scale == .signed ? Numerals.signed(score) : Numerals.decimal(score)
            let x = left + Double(column) * cellWidth
            let step = panel.scale.step(score)
            drawing.box(
                x: x, y: row.y, width: cellWidth - 1, height: cellHeight - 1, style: step.map(panel.scale.style),
                fill: step == nil ? hatch : nil, tip: "\(row.label) · \(columns[column]): \(text)")
            if isWritten, step != nil {
                drawing.text(
                    text, x: x + (cellWidth - 1) / 2, y: row.y + cellHeight / 2 + 3.5, style: "mid over", size: 10)
            }
        }
    }
}

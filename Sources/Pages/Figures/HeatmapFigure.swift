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

    /// The drawing; narrow, each panel is a part of its own with the labels of its rows.
    package var figure: Figure {
        var figure = Figure(heading, wide: wide, narrow: panels.indices.map(narrow))
        figure.paper = paper
        return figure
    }

    private var wide: Figure.Layout {
        var drawing = Drawing()
        let hatch = drawing.hatching(in: heading.name)
        let rows = placedRows
        drawLabels(rows, room: (headingWidth, rowLabelWidth), in: &drawing)
        for (index, panel) in panels.enumerated() {
            let left = rowLabelWidth + Double(index) * (panelWidth + panelGap)
            drawHead(of: panel, at: left, in: &drawing)
            for (column, label) in labels.enumerated() {
                let centre = left + (Double(column) + 0.5) * cellWidth
                drawing.rising(label, x: centre + 3, y: headHeight + (isFlat ? -6 : 11), degrees: 60)
            }
            var cells = Drawing()
            for row in rows.rows { draw(row, of: panel, hatch: hatch, in: &cells) }
            drawing.group(name(of: index), x: left, y: headHeight, cells)
        }
        let width = rowLabelWidth + Double(panels.count) * (panelWidth + panelGap) - panelGap + overhang + 4
        return Figure.Layout(width: width, height: rows.bottom + 6, body: drawing.body)
    }

    /// One panel with its rows' labels.
    private func narrow(_ index: Int) -> Figure.Layout {
        compact([index], labels: max(90, Figure.Layout.narrowWidth - panelWidth - 2))
    }

    /// All panels closer together than on a screen.
    private var paper: Figure.Layout { compact(Array(panels.indices), labels: 150) }

    /// Panels with upright labels, side by side, their cells drawn by reference to the wide figure's. Headings in front of
    /// rows would take too much of the room: a value's name says enough.
    private func compact(_ shown: [Int], labels room: Double) -> Figure.Layout {
        var drawing = Drawing()
        let (rows, first) = (placedRows, min(rowLabelWidth, room))
        drawLabels(rows, room: (0, first), in: &drawing)
        for (place, index) in shown.enumerated() {
            let left = first + Double(place) * (panelWidth + 12)
            drawHead(of: panels[index], at: left, in: &drawing)
            for (column, label) in labels.enumerated() {
                let centre = left + (Double(column) + 0.5) * cellWidth
                drawing.upward(
                    TextWidth.fit(label, size: 10, width: headHeight - 54), x: centre + 3,
                    y: headHeight + (isFlat ? -6 : 11), size: 10)
            }
            drawing.use(name(of: index), x: left, y: headHeight)
        }
        let width = first + Double(shown.count) * (panelWidth + 12) - 10
        return Figure.Layout(width: width, height: rows.bottom + 6, body: drawing.body)
    }

    private func name(of panel: Int) -> String { "figure-\(heading.name)-panel\(panel)" }

    private func drawLabels(
        _ rows: (headings: [(label: String, y: Double)], rows: [PlacedRow], bottom: Double),
        room: (heading: Double, label: Double), in drawing: inout Drawing
    ) {
        for heading in rows.headings where !isFlat || room.heading > 0 {
            let label = TextWidth.fit(
                heading.label, size: 11,
                width: isFlat ? room.heading - 10 : room.label + (room.label < rowLabelWidth ? 0 : 60))
            drawing.text(label, x: 0, y: heading.y, style: "quiet")
        }
        for row in rows.rows {
            let label = TextWidth.fit(row.label, size: 11, width: room.label - room.heading - 8)
            drawing.text(label, x: room.label - 6, y: row.y + cellHeight / 2 + 4, style: "end")
        }
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
    }

    /// The cells of one row, from where the panel's first cell lies.
    private func draw(_ row: PlacedRow, of panel: Panel, hatch: String, in drawing: inout Drawing) {
        let y = row.y - headHeight
        for column in columns.indices {
            let score = panel.score(row.row, column)
            let text = panel.scale == .signed ? Numerals.signed(score) : Numerals.decimal(score)
            let x = Double(column) * cellWidth
            let step = panel.scale.step(score)
            drawing.box(
                x: x, y: y, width: cellWidth - 1, height: cellHeight - 1, style: step.map(panel.scale.style),
                fill: step == nil ? hatch : nil, tip: "\(row.label) · \(columns[column]): \(text)")
            if isWritten, step != nil {
                drawing.text(
                    text, x: x + (cellWidth - 1) / 2, y: y + cellHeight / 2 + 3.5, style: "mid over", size: 10)
            }
        }
    }
}

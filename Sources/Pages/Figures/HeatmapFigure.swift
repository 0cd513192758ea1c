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

    /// Where a row's label leads; nil where it leads nowhere.
    package var rowLink: ((_ row: Int) -> Link?)?
    /// Where a cell leads. Only a small figure has links of its own for cells (``mostCellLinks``): of a large one each row leads on.
    package var cellLink: ((_ row: Int, _ column: Int) -> Link?)?
    /// So many cells in all panels may be links: each costs a page two elements.
    package static let mostCellLinks = 200

    let heading: Figure.Heading
    let sections: [RowSection]
    let columns: [String]
    let panels: [Panel]
    /// With one row in each section, its heading stands in front of the row, not above it.
    let isFlat: Bool
    /// The columns' labels as they are drawn, and the length of the longest.
    let labels: [String]
    let tallest: Double
    /// The room that headings take in front of rows, and that rows' labels take behind them, the same in every layout.
    let headingWidth, labelWidth: Double

    /// A figure of panels; each asks for the score at a row's index and a column's place.
    ///
    /// - Parameter sections: the rows' labels, in groups under a heading; one group without a heading for rows in an order of their
    ///   own.
    package init(
        _ heading: Figure.Heading, sections: [RowSection], columns: [String],
        panels: [Panel]
    ) {
        (self.heading, self.sections, self.columns, self.panels) = (heading, sections, columns, panels)
        func widest(_ texts: [String]) -> Double { texts.map { TextWidth.estimate($0, size: 11) }.max() ?? 0 }
        labels = columns.map { TextWidth.fit($0, size: 11, width: 150) }
        tallest = widest(labels)
        isFlat = sections.allSatisfy { $0.rows.count == 1 && !$0.heading.isEmpty }
        headingWidth = isFlat ? min(130, widest(sections.map(\.heading))) + 12 : 0
        let names = sections.flatMap(\.rows).map(\.label) + (isFlat ? [] : sections.map(\.heading))
        labelWidth = min(146, widest(names)) + 8
    }

    /// All cells of all panels.
    private var cellCount: Int { columns.count * panels.count * sections.reduce(0) { $0 + $1.rows.count } }

    /// Few columns leave room to write the numbers into their cells, and few cells a page room for the texts.
    var isWritten: Bool { columns.count <= 4 && cellCount <= 100 }

    /// Cells are so wide that a panel fits a telephone's screen beside the rows' labels, and four of them two columns of a paper.
    var cellWidth: Double {
        let room = (Figure.Layout.narrowWidth - labelWidth - 4) / Double(max(columns.count, 1))
        return columns.count <= 4 ? min(42, room) : max(10, min(24, room, 164 / Double(max(columns.count, 1))))
    }
    var cellHeight: Double { columns.count <= 4 && cellCount <= 200 ? 18 : 14.5 }
    var gridWidth: Double { cellWidth * Double(columns.count) }
    var panelWidth: Double { max(gridWidth, 152) }
    var headHeight: Double { 50 + tallest * 0.87 + 10 }

    private var hasCellLinks: Bool {
        cellLink != nil && cellCount <= Self.mostCellLinks
    }

    /// The drawing; narrow, each panel is a part of its own with the labels of its rows.
    package var figure: Figure {
        var figure = Figure(heading, wide: wide, narrow: panels.indices.map(narrow))
        figure.paper = compact(Array(panels.indices), gap: 6)
        return figure
    }
}

// MARK: - Layouts

extension HeatmapFigure {
    /// A few labels rise where there is room; many stand upright, as on a narrow screen.
    private var isRising: Bool { columns.count <= 8 }
    private var overhang: Double { isRising ? max(0, tallest * 0.5 - (panelWidth - gridWidth)) : 0 }

    private var wide: Figure.Layout {
        var drawing = Drawing()
        let hatch = drawing.hatching(in: heading.name)
        let rows = placedRows
        if isFlat { drawHeadings(rows, in: &drawing) }
        drawing.group(name("rows"), x: headingWidth, y: 0, rowLabels(rows))
        let gap = 26.0
        if !isRising { drawing.define(name("upright"), columnLabels(isUpright: true)) }
        for (index, panel) in panels.enumerated() {
            let left = headingWidth + labelWidth + Double(index) * (panelWidth + gap)
            drawing.group(name("head\(index)"), x: left, y: 0, head(of: panel))
            if isRising, index == 0 {
                drawing.group(name("columns"), x: left, y: headHeight, columnLabels(isUpright: false))
            } else {
                drawing.use(name(isRising ? "columns" : "upright"), x: left, y: headHeight)
            }
            var cells = Drawing()
            for row in rows.rows { draw(row, of: panel, hatch: hatch, in: &cells) }
            if hasCellLinks { for row in rows.rows { drawLinks(row, in: &cells) } }
            drawing.group(name("panel\(index)"), x: left, y: headHeight, cells)
        }
        if isRising { drawing.define(name("upright"), columnLabels(isUpright: true)) }
        let width = headingWidth + labelWidth + Double(panels.count) * (panelWidth + gap) - gap + overhang + 4
        return Figure.Layout(width: width, height: rows.bottom + 6, body: drawing.body)
    }

    /// One panel with its rows' labels.
    private func narrow(_ index: Int) -> Figure.Layout { compact([index], gap: 2) }

    /// Panels with upright labels, side by side. All parts are drawn by reference to the wide figure's. Headings in front of rows
    /// would take too much of the room: a value's name says enough.
    private func compact(_ shown: [Int], gap: Double) -> Figure.Layout {
        var drawing = Drawing()
        drawing.use(name("rows"), x: 0, y: 0)
        for (place, index) in shown.enumerated() {
            let left = labelWidth + Double(place) * (panelWidth + gap)
            drawing.use(name("head\(index)"), x: left, y: 0)
            drawing.use(name("upright"), x: left, y: headHeight)
            drawing.use(name("panel\(index)"), x: left, y: headHeight)
        }
        let width = labelWidth + Double(shown.count) * (panelWidth + gap) - gap + 2
        return Figure.Layout(width: width, height: placedRows.bottom + 6, body: drawing.body)
    }

    private func name(_ part: String) -> String { "figure-\(heading.name)-\(part)" }
}

// MARK: - Parts

extension HeatmapFigure {
    typealias PlacedRow = (label: String, row: Int, y: Double)
    typealias PlacedRows = (headings: [(label: String, y: Double)], rows: [PlacedRow], bottom: Double)

    private var placedRows: PlacedRows {
        var y = headHeight
        var headings: [(label: String, y: Double)] = []
        var rows: [PlacedRow] = []
        for section in sections {
            if !isFlat, !section.heading.isEmpty { y += 17 }
            headings.append((section.heading, isFlat ? y + cellHeight / 2 + 4 : y - 4))
            for row in section.rows {
                rows.append((row.label, row.index, y))
                y += cellHeight
            }
        }
        return (headings, rows, y)
    }

    private func drawHeadings(_ rows: PlacedRows, in drawing: inout Drawing) {
        for heading in rows.headings {
            let label = TextWidth.fit(heading.label, size: 11, width: headingWidth - 10)
            drawing.text(label, x: 0, y: heading.y, style: "quiet")
        }
    }

    private func rowLabels(_ rows: PlacedRows) -> Drawing {
        var drawing = Drawing()
        for heading in rows.headings where !isFlat && !heading.label.isEmpty {
            // There is nothing beside a heading before the first panel's edge.
            let label = TextWidth.fit(heading.label, size: 11, width: labelWidth + 12)
            drawing.text(label, x: 0, y: heading.y, style: "quiet")
        }
        for row in rows.rows {
            var text = Drawing()
            let label = TextWidth.fit(row.label, size: 11, width: labelWidth - 6)
            text.text(label, x: labelWidth - 6, y: row.y + cellHeight / 2 + 3.5, style: "end")
            if let link = rowLink?(row.row) { drawing.link(link, text) } else { drawing.add(text) }
        }
        return drawing
    }

    private func columnLabels(isUpright: Bool) -> Drawing {
        var drawing = Drawing()
        let y = isFlat || sections.first?.heading.isEmpty == true ? -6.0 : 11
        for (column, label) in labels.enumerated() {
            let centre = (Double(column) + 0.5) * cellWidth + 3
            if isUpright {
                drawing.upward(TextWidth.fit(label, size: 10, width: headHeight - 54), x: centre, y: y, size: 10)
            } else {
                drawing.rising(label, x: centre, y: y, degrees: 60)
            }
        }
        return drawing
    }

    private func head(of panel: Panel) -> Drawing {
        var drawing = Drawing()
        drawing.text(panel.title, x: 0, y: 13, style: "bold", size: 13)
        // Every other step: the eye sees no more of them.
        let shown = Array(stride(from: 0, to: Scale.steps, by: 2))
        let step = 148 / Double(shown.count)
        for (place, index) in shown.enumerated() {
            drawing.box(
                x: Double(place) * step, y: 21, width: step + 0.3, height: 7, style: panel.scale.style(index))
        }
        drawing.text(panel.ends.low, x: 0, y: 40, style: "quiet", size: 10)
        drawing.text(panel.ends.high, x: 148, y: 40, style: "quiet end", size: 10)
        return drawing
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

    /// Areas that can be clicked and reached by keyboard, above the cells of one row.
    private func drawLinks(_ row: PlacedRow, in drawing: inout Drawing) {
        for column in columns.indices {
            guard let link = cellLink?(row.row, column) else { continue }
            var area = Drawing()
            area.box(
                x: Double(column) * cellWidth, y: row.y - headHeight, width: cellWidth - 1, height: cellHeight - 1,
                style: "area", tip: "\(row.label) · \(columns[column])")
            drawing.link(link, area)
        }
    }
}

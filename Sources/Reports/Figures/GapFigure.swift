import Measures
import Pages

/// What is stated and what is done, as two dots joined by the gap, for each value or group of values.
struct GapFigure {
    /// One line of the figure. Scores are means, agree = 0.
    struct Row {
        let label: String
        let stated, acted, distance, floor, signed: Double?
        /// Of the stated and of the acted score.
        let statedInterval, actedInterval: Interval?
    }

    private let heading: Figure.Heading
    private let sections: [(heading: String, rows: [Row])]

    private static let head = 58.0
    /// Many rows share their labels between both sizes, and have their numbers in one column.
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
        isLong = labels.count > 9
        rowHeight = labels.count > 20 ? 17 : 22
        size = isLong ? 11 : 12
        isFlat = sections.allSatisfy { $0.rows.count == 1 }
        let headings = isFlat ? sections.map { TextWidth.estimate($0.heading, size: 11) } : []
        headingWidth = isFlat ? min(130, headings.max() ?? 0) + 12 : 0
        let widest = labels.map { [size] in TextWidth.estimate($0, size: size) }.max() ?? 0
        // Of many rows the labels are drawn once for both sizes: they leave a telephone's screen room for the plot.
        labelWidth = headingWidth + min(isLong ? 142 : 230, widest) + 14
    }

    /// Where the plot lies, and how high a line is: beside the labels, or on a narrow screen below them.
    private struct Room {
        let left, plot, rowHeight: Double
        let isNarrow: Bool
        /// Whether the rows' labels are those of the wide drawing.
        var sharesLabels = false

        /// Scores beyond the scale, as legacy scoring keeps them, stand at its end.
        func x(_ score: Double) -> Double { left + min(max(score, 0), 1) * plot }
    }

    var figure: Figure {
        let wide = Room(left: labelWidth, plot: 560, rowHeight: rowHeight, isNarrow: false)
        // As wide as lets the smallest text be read over two columns of a paper.
        let print = Room(
            left: labelWidth, plot: 838 - labelWidth - 216, rowHeight: rowHeight == 17 ? 15 : 20, isNarrow: false)
        let narrow =
            isLong
            ? Room(
                left: labelWidth - headingWidth, plot: Figure.Layout.narrowWidth - labelWidth + headingWidth - 8,
                rowHeight: rowHeight,
                isNarrow: true, sharesLabels: true)
            : Room(left: 8, plot: Figure.Layout.narrowWidth - 16, rowHeight: 34, isNarrow: true)
        var figure = Figure(
            heading, wide: layout(wide, width: labelWidth + wide.plot + 216),
            narrow: layout(narrow, width: Figure.Layout.narrowWidth))
        figure.print = layout(print, width: labelWidth + print.plot + 216)
        return figure
    }

    private func headingHeight(_ heading: String, _ room: Room) -> Double {
        heading.isEmpty || isFlat && (!room.isNarrow || room.sharesLabels) ? 0 : 19
    }

    private func layout(_ room: Room, width: Double) -> Figure.Layout {
        var drawing = Drawing()
        let height = sections.reduce(Self.head) {
            $0 + headingHeight($1.heading, room) + Double($1.rows.count) * room.rowHeight
        }
        drawKey(room, in: &drawing)
        drawAxis(room, to: height, in: &drawing)
        var (labels, y) = (Drawing(), Self.head)
        for section in sections {
            y += headingHeight(section.heading, room)
            // In front of rows there is room for headings on a wide screen alone.
            if isFlat, isLong {
                if !room.sharesLabels { draw(section.heading, y: y, room, in: &drawing) }
            } else {
                draw(section.heading, y: y, room, in: &labels)
            }
            for row in section.rows {
                drawWords(row, top: y, room, labels: &labels, in: &drawing)
                draw(row, y: y, room, in: &drawing)
                y += room.rowHeight
            }
        }
        let name = "figure-\(self.heading.name)-rows"
        if room.sharesLabels {
            drawing.use(name, x: -headingWidth, y: 0)
        } else if isLong {
            drawing.group(name, x: 0, y: 0, labels)
        } else {
            drawing.add(labels)
        }
        return Figure.Layout(width: width, height: height + 24, body: drawing.body)
    }

    private func draw(_ heading: String, y: Double, _ room: Room, in drawing: inout Drawing) {
        let isInFront = isFlat && (!room.isNarrow || room.sharesLabels)
        let width =
            room.isNarrow && !room.sharesLabels
            ? room.plot : isFlat ? headingWidth - 10 : labelWidth + (isLong ? 0 : 100)
        let heading = TextWidth.fit(heading, size: 11, width: width)
        guard !heading.isEmpty else { return }
        drawing.text(heading, x: 0, y: isInFront ? y + room.rowHeight / 2 + 4 : y - 4, style: "quiet")
    }

    private func drawKey(_ room: Room, in drawing: inout Drawing) {
        var left = room.isNarrow ? 8 : room.left
        drawing.dot(x: left + 5, y: 12, radius: 4.5, style: "line-stated hollow", stroke: 2.2)
        drawing.text("stated", x: left + 15, y: 16, style: "stated")
        left += 74
        drawing.dot(x: left + 5, y: 12, radius: 3.6, style: "fill-acted")
        drawing.text("acted", x: left + 15, y: 16, style: "acted")
        left += 68
        drawing.line(from: (left, 12), to: (left + 18, 12), style: "line-gap", width: 2.5)
        drawing.text("gap of the means", x: left + 26, y: 16, style: "gap")
        if room.sharesLabels { return }
        guard !room.isNarrow, !isLong else {
            return drawing.text(
                columns.joined(separator: ", "), x: room.isNarrow ? room.x(1) : room.x(1) + Self.offsets[2],
                y: room.isNarrow ? 32 : Self.head - 8,
                style: "quiet end", size: 10)
        }
        for (column, x) in zip(columns, Self.offsets) {
            drawing.text(column, x: room.x(1) + x, y: Self.head - 8, style: "quiet end", size: 10)
        }
    }

    private var columns: [String] { ["distance", "floor", "signed"] }
    /// How far to the right of the axis each column ends.
    private static let offsets = [98.0, 146, 200]

    private func drawAxis(_ room: Room, to bottom: Double, in drawing: inout Drawing) {
        for tick in 0...4 {
            let score = Double(tick) / 4
            let style = tick == 2 ? "axis" : "grid"
            drawing.line(
                from: (room.x(score), Self.head - 2), to: (room.x(score), bottom + 2), style: style, width: 0.8)
            // Beside labels on a narrow screen there is room for three.
            if room.sharesLabels, !tick.isMultiple(of: 2) { continue }
            let label = tick == 0 ? "0 agree" : tick == 4 ? "1 disagree" : Numerals.decimal(score)
            // At the edges of a narrow screen there is no room on both sides of the tick.
            let side = room.isNarrow && tick == 0 ? "quiet" : room.isNarrow && tick == 4 ? "quiet end" : "quiet mid"
            drawing.text(label, x: room.x(score), y: Self.head - 8, style: side, size: 10)
            drawing.text(label, x: room.x(score), y: bottom + 17, style: side, size: 10)
        }
    }

    private func draw(_ row: Row, y top: Double, _ room: Room, in drawing: inout Drawing) {
        let y = y(of: top, room)
        drawing.line(from: (room.x(0), y), to: (room.x(1), y), style: "grid", width: 0.6)
        if let stated = row.stated, let acted = row.acted {
            drawing.line(from: (room.x(stated), y), to: (room.x(acted), y), style: "line-gap", width: 2.5)
        }
        // Apart from the line between the dots, and from one another.
        drawing.whisker(row.statedInterval, x: room.x, y: y - (isLong ? 4 : 5), style: "line-stated")
        drawing.whisker(row.actedInterval, x: room.x, y: y + (isLong ? 4 : 5), style: "line-acted")
        // A ring and a smaller disc: both are seen where they coincide, and told apart without colour.
        if let stated = row.stated {
            drawing.dot(
                x: room.x(stated), y: y, radius: isLong ? 4 : 5, style: "line-stated hollow", stroke: 2.2,
                tip: "\(row.label), stated: \(Numerals.estimate(stated, row.statedInterval))")
        }
        if let acted = row.acted {
            drawing.dot(
                x: room.x(acted), y: y, radius: isLong ? 2.9 : 3.6, style: "fill-acted",
                tip: "\(row.label), acted: \(Numerals.estimate(acted, row.actedInterval))")
        }
    }

    /// The height of a row's line.
    private func y(of top: Double, _ room: Room) -> Double {
        room.isNarrow && !room.sharesLabels ? top + 24 : top + room.rowHeight / 2
    }

    private func drawWords(
        _ row: Row, top: Double, _ room: Room, labels: inout Drawing, in drawing: inout Drawing
    ) {
        guard !room.sharesLabels else { return }
        let numbers = [Numerals.decimal(row.distance), Numerals.decimal(row.floor), Numerals.signed(row.signed)]
        guard !room.isNarrow else {
            drawing.text(
                TextWidth.fit(row.label, size: 12, width: room.plot - 120), x: room.left, y: top + 13, size: 12)
            return drawing.text(
                numbers.joined(separator: "  "), x: room.x(1), y: top + 13, style: "end", size: 12)
        }
        let y = y(of: top, room)
        let label = TextWidth.fit(row.label, size: size, width: labelWidth - headingWidth - 12)
        labels.text(label, x: labelWidth - 12, y: y + 4, style: "end", size: size)
        if isLong {
            return drawing.text(
                numbers.joined(separator: "\u{2002}"), x: room.x(1) + Self.offsets[2], y: y + 4, style: "end",
                size: size)
        }
        for (number, x) in zip(numbers, Self.offsets) {
            drawing.text(number, x: room.x(1) + x, y: y + 4, style: "end", size: size)
        }
    }
}

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
    /// Many rows share their labels between both sizes, and have their numbers in one column.
    private let isLong: Bool

    private static let head = 58.0

    init(heading: Figure.Heading, rows: [Row]) {
        (self.heading, self.rows) = (heading, rows)
        isLong = rows.count > 9
        let widest = rows.map { [isLong] in TextWidth.estimate($0.label, size: isLong ? 11 : 12) }.max() ?? 0
        labelWidth = min(isLong ? 142 : 220, widest) + 14
    }

    /// Where the plot lies, and how high a line is: beside the labels, or on a narrow screen below them.
    private struct Room {
        let left, plot, rowHeight: Double
        let isNarrow: Bool
        /// Whether the rows' labels are those of the wide drawing.
        var sharesLabels = false

        func x(_ share: Double) -> Double { left + share * plot }
    }

    var figure: Figure {
        let wide = Room(left: labelWidth, plot: 560, rowHeight: 22, isNarrow: false)
        let narrow =
            isLong
            ? Room(
                left: labelWidth, plot: Figure.Layout.narrowWidth - labelWidth - 14, rowHeight: 22, isNarrow: true,
                sharesLabels: true)
            : Room(left: 8, plot: Figure.Layout.narrowWidth - 16, rowHeight: 36, isNarrow: true)
        // As wide as lets the smallest text be read over two columns of a paper.
        let print = Room(left: labelWidth, plot: 838 - labelWidth - 196, rowHeight: 22, isNarrow: false)
        var figure = Figure(
            heading, wide: layout(wide, width: labelWidth + wide.plot + 196),
            narrow: layout(narrow, width: Figure.Layout.narrowWidth))
        figure.print = layout(print, width: labelWidth + print.plot + 196)
        return figure
    }

    private func layout(_ room: Room, width: Double) -> Figure.Layout {
        var drawing = Drawing()
        let head = head(room)
        let bottom = head + Double(rows.count) * room.rowHeight
        drawKey(room, in: &drawing)
        drawAxis(room, from: head, to: bottom, in: &drawing)
        var labels = Drawing()
        for (index, row) in rows.enumerated() {
            let top = head + Double(index) * room.rowHeight
            let isBelow = room.isNarrow && !room.sharesLabels
            drawWords(row, top: top, room, labels: &labels, in: &drawing)
            drawPlot(row, y: isBelow ? top + 25 : top + room.rowHeight / 2, room, in: &drawing)
        }
        let name = "figure-\(heading.name)-rows"
        if room.sharesLabels {
            drawing.use(name, x: 0, y: head - Self.head)
        } else if isLong {
            drawing.group(name, x: 0, y: 0, labels)
        } else {
            drawing.add(labels)
        }
        return Figure.Layout(width: width, height: bottom + 24, body: drawing.body)
    }

    private func head(_ room: Room) -> Double { room.isNarrow ? Self.head + 16 : Self.head }

    private func drawKey(_ room: Room, in drawing: inout Drawing) {
        var left = room.isNarrow ? 8 : room.left
        drawing.dot(x: left + 5, y: 12, radius: 4.5, style: "fill-ink")
        drawing.text("F1 of disagree", x: left + 15, y: 16)
        left += 122
        drawing.dot(x: left + 5, y: 12, radius: 4, style: "hollow line-ink", stroke: 1.5)
        drawing.text("F1 of agree", x: left + 15, y: 16)
        let y = room.isNarrow ? 30.0 : 12
        left = room.isNarrow ? 8 : left + 104
        drawing.line(from: (left + 5, y - 7), to: (left + 5, y + 7), style: "line-gap", width: 2)
        drawing.text("F1 of agree if it always agreed", x: left + 15, y: y + 4)
        if room.sharesLabels { return }
        guard !room.isNarrow, !isLong else {
            let (x, y) = room.isNarrow ? (room.x(1), 48.0) : (room.x(1) + 180, Self.head - 8)
            return drawing.text("F1 dis., F1 agr., cells", x: x, y: y, style: "quiet end", size: 10)
        }
        for (words, x) in [("F1 dis.", 72.0), ("F1 agr.", 124), ("cells", 180)] {
            drawing.text(words, x: room.x(1) + x, y: Self.head - 8, style: "quiet end", size: 10)
        }
    }

    private func drawAxis(_ room: Room, from head: Double, to bottom: Double, in drawing: inout Drawing) {
        for tick in 0...5 {
            let share = Double(tick) / 5
            drawing.line(from: (room.x(share), head - 2), to: (room.x(share), bottom + 2), style: "grid")
            for y in [head - 8, bottom + 17] {
                // Beside labels on a narrow screen there is room for every other one.
                if room.sharesLabels, !tick.isMultiple(of: 2), tick != 5 { continue }
                if room.sharesLabels, tick == 4 { continue }
                drawing.text(
                    Numerals.decimal(share, places: 1), x: room.x(share), y: y, style: "quiet mid", size: 10)
            }
        }
    }

    private func drawWords(
        _ row: Row, top: Double, _ room: Room, labels: inout Drawing, in drawing: inout Drawing
    ) {
        guard !room.sharesLabels else { return }
        let weight = row.isOverall ? "bold " : ""
        let numbers = [Numerals.decimal(row.f1Disagree), Numerals.decimal(row.f1Agree), Numerals.count(row.cells)]
        guard !room.isNarrow else {
            let words = numbers.joined(separator: "  ")
            let label = TextWidth.fit(
                row.label, size: 12, width: room.plot - TextWidth.estimate(words, size: 12) - 10)
            drawing.text(label, x: room.left, y: top + 14, style: row.isOverall ? "bold" : nil, size: 12)
            return drawing.text(words, x: room.x(1), y: top + 14, style: weight + "end", size: 12)
        }
        let (y, size) = (top + room.rowHeight / 2 + 4, isLong ? 11.0 : 12)
        let label = TextWidth.fit(row.label, size: size, width: labelWidth - 12)
        labels.text(label, x: labelWidth - 12, y: y, style: weight + "end", size: size)
        if isLong {
            return drawing.text(
                numbers.joined(separator: "\u{2003}"), x: room.x(1) + 180, y: y, style: weight + "end", size: size)
        }
        for (index, (number, x)) in zip(numbers, [72.0, 124, 180]).enumerated() {
            drawing.text(
                number, x: room.x(1) + x, y: y, style: weight + (index == 2 ? "end quiet" : "end"), size: size)
        }
    }

    private func drawPlot(_ row: Row, y: Double, _ room: Room, in drawing: inout Drawing) {
        drawing.line(from: (room.x(0), y), to: (room.x(1), y), style: "grid")
        if let share = row.alwaysAgree, share.isFinite {
            drawing.line(from: (room.x(share), y - 7), to: (room.x(share), y + 7), style: "line-gap", width: 2)
        }
        // The whiskers lie apart, so that both are seen where they overlap.
        drawing.whisker(row.agreeInterval, x: room.x, y: y - 2.5)
        drawing.whisker(row.disagreeInterval, x: room.x, y: y + 2.5)
        if let share = row.f1Agree, share.isFinite {
            drawing.dot(
                x: room.x(share), y: y, radius: 4, style: "hollow line-ink", stroke: 1.5,
                tip: "\(row.label): F1 of agree \(Numerals.estimate(share, row.agreeInterval))")
        }
        if let share = row.f1Disagree, share.isFinite {
            drawing.dot(
                x: room.x(share), y: y, radius: 4.5, style: "fill-ink",
                tip: "\(row.label): F1 of disagree \(Numerals.estimate(share, row.disagreeInterval))")
        }
    }
}

import Measures
import Pages

/// The share of inconsistent cells of each value, the largest first, with the distance beside it: which values have the
/// widest gap. Shares rank, since a distance is above 0 even where a respondent acts exactly as it states.
struct InconsistencyFigure {
    /// One line of the figure.
    struct Row {
        let label: String
        /// The share of inconsistent cells among those with a side in both tasks.
        let share: Double?
        let interval: Interval?
        /// Inconsistent cells, and all with a side.
        let inconsistent, decided: Int
        /// Mean |acted − stated|, and that of a respondent that acts exactly on the side it states.
        let distance, floor: Double?
    }

    /// Where the plot lies: beside the labels, or on a narrow screen below them.
    private struct Room {
        let left, plot, rowHeight: Double
        let isNarrow: Bool
        /// Whether the rows' labels are those of the wide drawing.
        var sharesLabels = false
    }

    private let rows: [Row]
    private let labelWidth: Double
    /// Many rows stand closer to one another.
    private let isLong: Bool
    /// The end of the axis.
    private let most: Double

    private static let head = 40.0

    /// - Parameter rows: in the order of their shares, those without any last.
    init(rows: [Row]) {
        self.rows = rows
        isLong = rows.count > 20
        // Of many rows the labels are drawn once for both sizes: they leave a telephone's screen room for the plot.
        let widest = rows.map { [isLong] in TextWidth.estimate($0.label, size: isLong ? 11 : 12) }.max() ?? 0
        labelWidth = min(isLong ? 142 : 220, widest) + 14
        let ends = rows.flatMap { [$0.share, $0.interval?.high].compactMap { $0 } }.filter(\.isFinite)
        most = min(1, max(0.1, ((ends.max() ?? 0) * 10).rounded(.up) / 10))
    }

    var figure: Figure {
        let rowHeight = isLong ? 17.0 : 22
        let wide = Room(left: labelWidth, plot: 520, rowHeight: rowHeight, isNarrow: false)
        // As wide as lets the smallest text be read over two columns of a paper.
        let print = Room(left: labelWidth, plot: 838 - labelWidth - 252, rowHeight: rowHeight, isNarrow: false)
        let narrow =
            isLong
            ? Room(
                left: labelWidth, plot: Figure.Layout.narrowWidth - labelWidth - 16, rowHeight: rowHeight,
                isNarrow: true, sharesLabels: true)
            : Room(left: 12, plot: Figure.Layout.narrowWidth - 26, rowHeight: 34, isNarrow: true)
        var figure = Figure(
            Figure.Heading(
                ReportFigure.valueInconsistency.rawValue, title: "Inconsistent cells by value, the widest gap first",
                summary: summary),
            wide: layout(wide, width: labelWidth + wide.plot + 252),
            narrow: layout(narrow, width: Figure.Layout.narrowWidth))
        figure.print = layout(print, width: labelWidth + print.plot + 252)
        return figure
    }

    private var summary: String {
        func words(_ row: Row) -> String {
            "\(row.label) (\(Numerals.percent(row.share)), \(row.inconsistent) of \(row.decided))"
        }
        let known = rows.filter { $0.share != nil }
        guard let last = known.last, known.count > 1 else { return "No value has cells to compare." }
        let first = known.prefix(min(3, known.count - 1)).map(words).joined(separator: ", ")
        return "The widest gap, by share of inconsistent cells: \(first). The narrowest: \(words(last))."
    }

    private func layout(_ room: Room, width: Double) -> Figure.Layout {
        var drawing = Drawing()
        let bottom = Self.head + Double(rows.count) * room.rowHeight
        // Beside labels on a narrow screen there is room for three.
        for tick in 0...4 where !room.sharesLabels || tick.isMultiple(of: 2) {
            let share = most * Double(tick) / 4
            drawing.line(from: (x(share, room), Self.head - 4), to: (x(share, room), bottom + 2), style: "grid")
            for y in [Self.head - 10, bottom + 16] {
                drawing.text(Numerals.percent(share, places: 0), x: x(share, room), y: y, style: "quiet mid", size: 10)
            }
        }
        if room.sharesLabels {
            drawing.text(
                "share of cells that are inconsistent", x: room.left + room.plot + 10, y: 14, style: "quiet end",
                size: 10)
        } else if room.isNarrow || isLong {
            let (x, y) = room.isNarrow ? (10.0, 14.0) : (244, Self.head - 10)
            drawing.text(
                "inconsistent, of cells, distance, floor", x: room.left + room.plot + x, y: y, style: "quiet end",
                size: 10)
        } else {
            for (words, x) in Self.columns {
                drawing.text(words, x: room.left + room.plot + x, y: Self.head - 10, style: "quiet end", size: 10)
            }
        }
        var labels = Drawing()
        for (index, row) in rows.enumerated() {
            let top = Self.head + Double(index) * room.rowHeight
            drawWords(row, top: top, room, labels: &labels, in: &drawing)
            draw(row, top: top, room, in: &drawing)
        }
        let name = "figure-\(ReportFigure.valueInconsistency.rawValue)-rows"
        if room.sharesLabels {
            drawing.use(name, x: 0, y: 0)
        } else if isLong {
            drawing.group(name, x: 0, y: 0, labels)
        } else {
            drawing.add(labels)
        }
        return Figure.Layout(width: width, height: bottom + 22, body: drawing.body)
    }

    private static let columns = [("inconsistent", 98.0), ("of cells", 148), ("distance", 200), ("floor", 244)]

    private func x(_ share: Double, _ room: Room) -> Double { room.left + min(max(share, 0), most) / most * room.plot }

    /// The height of a row's line.
    private func y(of top: Double, _ room: Room) -> Double {
        room.isNarrow && !room.sharesLabels ? top + 24 : top + room.rowHeight / 2
    }

    private func drawWords(
        _ row: Row, top: Double, _ room: Room, labels: inout Drawing, in drawing: inout Drawing
    ) {
        guard !room.sharesLabels else { return }
        let numbers = [
            Numerals.percent(row.share), Numerals.count(row.decided), Numerals.decimal(row.distance),
            Numerals.decimal(row.floor),
        ]
        let (y, size) = (y(of: top, room), isLong ? 11.0 : 12)
        if room.isNarrow {
            drawing.text(TextWidth.fit(row.label, size: 12, width: room.plot - 150), x: 2, y: top + 14, size: 12)
            return drawing.text(
                numbers.joined(separator: "  "), x: room.left + room.plot + 10, y: top + 14, style: "end", size: 12)
        }
        let label = TextWidth.fit(row.label, size: size, width: labelWidth - 12)
        labels.text(label, x: labelWidth - 12, y: y + 4, style: "end", size: size)
        if isLong {
            return drawing.text(
                numbers.joined(separator: "\u{2002}"), x: room.left + room.plot + 244, y: y + 4, style: "end",
                size: size)
        }
        for (number, (_, x)) in zip(numbers, Self.columns) {
            drawing.text(number, x: room.left + room.plot + x, y: y + 4, style: "end", size: size)
        }
    }

    private func draw(_ row: Row, top: Double, _ room: Room, in drawing: inout Drawing) {
        let y = y(of: top, room)
        drawing.line(from: (x(0, room), y), to: (x(most, room), y), style: "grid", width: 0.6)
        drawing.whisker(row.interval, x: { x($0, room) }, y: y)
        guard let share = row.share, share.isFinite else { return }
        drawing.dot(
            x: x(share, room), y: y, radius: 4, style: "fill-gap",
            tip: "\(row.label): \(row.inconsistent) of \(row.decided) cells inconsistent")
    }
}

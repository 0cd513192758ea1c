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
    }

    private let rows: [Row]
    private let labelWidth: Double
    /// The end of the axis.
    private let most: Double

    private static let head = 40.0

    /// - Parameter rows: in the order of their shares, those without any last.
    init(rows: [Row]) {
        self.rows = rows
        labelWidth = min(220, rows.map { TextWidth.estimate($0.label, size: 12) }.max() ?? 0) + 14
        let ends = rows.flatMap { [$0.share, $0.interval?.high].compactMap { $0 } }.filter(\.isFinite)
        most = min(1, max(0.1, ((ends.max() ?? 0) * 10).rounded(.up) / 10))
    }

    var figure: Figure {
        let wide = Room(left: labelWidth, plot: 520, rowHeight: rows.count > 20 ? 17 : 22, isNarrow: false)
        let narrow = Room(left: 12, plot: Figure.Layout.narrowWidth - 26, rowHeight: 34, isNarrow: true)
        return Figure(
            Figure.Heading(
                ReportFigure.valueInconsistency.rawValue, title: "Inconsistent cells by value, the widest gap first",
                summary: summary),
            wide: layout(wide, width: labelWidth + wide.plot + 252),
            narrow: layout(narrow, width: Figure.Layout.narrowWidth))
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
        for tick in 0...4 {
            let share = most * Double(tick) / 4
            drawing.line(from: (x(share, room), Self.head - 4), to: (x(share, room), bottom + 2), style: "grid")
            for y in [Self.head - 10, bottom + 16] {
                drawing.text(Numerals.percent(share, places: 0), x: x(share, room), y: y, style: "quiet mid", size: 10)
            }
        }
        if room.isNarrow {
            drawing.text(
                "inconsistent, of cells, distance, floor", x: room.left + room.plot + 10, y: 14, style: "quiet end",
                size: 10)
        } else {
            for (words, x) in Self.columns {
                drawing.text(words, x: room.left + room.plot + x, y: Self.head - 10, style: "quiet end", size: 10)
            }
        }
        for (index, row) in rows.enumerated() {
            draw(row, top: Self.head + Double(index) * room.rowHeight, room, in: &drawing)
        }
        return Figure.Layout(width: width, height: bottom + 22, body: drawing.body)
    }

    private static let columns = [("inconsistent", 98.0), ("of cells", 148), ("distance", 200), ("floor", 244)]

    private func x(_ share: Double, _ room: Room) -> Double { room.left + min(max(share, 0), most) / most * room.plot }

    private func draw(_ row: Row, top: Double, _ room: Room, in drawing: inout Drawing) {
        let numbers = [
            Numerals.percent(row.share), Numerals.count(row.decided), Numerals.decimal(row.distance),
            Numerals.decimal(row.floor),
        ]
        let y = room.isNarrow ? top + 24 : top + room.rowHeight / 2
        if room.isNarrow {
            drawing.text(TextWidth.fit(row.label, size: 12, width: room.plot - 150), x: 2, y: top + 14, size: 12)
            drawing.text(
                numbers.joined(separator: "  "), x: room.left + room.plot + 10, y: top + 14, style: "end", size: 12)
        } else {
            let label = TextWidth.fit(row.label, size: 12, width: labelWidth - 12)
            drawing.text(label, x: labelWidth - 12, y: y + 4, style: "end", size: 12)
            for (number, (_, x)) in zip(numbers, Self.columns) {
                drawing.text(number, x: room.left + room.plot + x, y: y + 4, style: "end", size: 12)
            }
        }
        drawing.line(from: (x(0, room), y), to: (x(most, room), y), style: "grid", width: 0.6)
        drawing.whisker(row.interval, x: { x($0, room) }, y: y)
        guard let share = row.share, share.isFinite else { return }
        drawing.dot(
            x: x(share, room), y: y, radius: 4, style: "fill-gap",
            tip: "\(row.label): \(row.inconsistent) of \(row.decided) cells inconsistent")
    }
}

import Measures
import Pages

/// Shares or coefficients with their intervals on one axis that ends at 1: a dot and a line a row, under headings.
struct AgreementForest {
    /// One line of the figure.
    struct Row {
        let label: String
        let estimate: Estimate?
        /// What is written to the right.
        let words: String
        /// A number without an interval, where there is no estimate.
        var exact: Double?
    }

    let heading: Figure.Heading
    let sections: [(heading: String, rows: [Row])]

    private static let head = 24.0
    private static let headingHeight = 24.0

    private var rows: [Row] { sections.flatMap(\.rows) }

    /// The axis's lower end: 0, or the tenth below the lowest end, but not below −1.
    private var low: Double {
        let least = rows.compactMap { $0.estimate.map { min($0.value, $0.interval?.low ?? $0.value) } }.min() ?? 0
        return max(-1, min(0, (least * 5).rounded(.down) / 5))
    }

    private struct Room {
        let left, plot, rowHeight, width: Double
        let isNarrow: Bool
        let low: Double

        func x(_ value: Double) -> Double { left + (max(value, low) - low) / (1 - low) * plot }
    }

    var figure: Figure {
        let widest = rows.map { TextWidth.estimate($0.label, size: 12) }.max() ?? 0
        let labels = min(210, widest) + 14
        let wide = Room(left: labels, plot: 430, rowHeight: 22, width: labels + 430 + 190, isNarrow: false, low: low)
        let narrow = Room(
            left: 10, plot: Figure.Layout.narrowWidth - 24, rowHeight: 36, width: Figure.Layout.narrowWidth,
            isNarrow: true, low: low)
        return Figure(heading, wide: drawn(in: wide), narrow: drawn(in: narrow))
    }

    private func drawn(in room: Room) -> Figure.Layout {
        var drawing = Drawing()
        let bottom = Self.head + Double(rows.count) * room.rowHeight + Double(sections.count) * Self.headingHeight
        drawAxis(room, to: bottom, in: &drawing)
        var y = Self.head
        for section in sections {
            drawing.text(
                TextWidth.fit(section.heading, size: 12, width: room.width), x: 0, y: y + 16, style: "bold", size: 12)
            y += Self.headingHeight
            for row in section.rows {
                draw(row, top: y, room, in: &drawing)
                y += room.rowHeight
            }
        }
        return Figure.Layout(width: room.width, height: bottom + 24, body: drawing.body)
    }

    private func drawAxis(_ room: Room, to bottom: Double, in drawing: inout Drawing) {
        let first = Int((low * 5).rounded())
        for tick in first...5 {
            let value = Double(tick) / 5
            // A narrow screen has room for every other number of a long axis.
            let isNamed = !room.isNarrow || first > -3 || (5 - tick).isMultiple(of: 2)
            drawing.line(
                from: (room.x(value), Self.head - 6), to: (room.x(value), bottom + 2),
                style: tick == 0 && first < 0 ? "axis" : "grid")
            for y in [Self.head - 10, bottom + 16] where isNamed {
                drawing.text(Numerals.decimal(value, places: 1), x: room.x(value), y: y, style: "quiet mid", size: 10)
            }
        }
    }

    private func draw(_ row: Row, top: Double, _ room: Room, in drawing: inout Drawing) {
        let y = room.isNarrow ? top + 25 : top + room.rowHeight / 2
        if room.isNarrow {
            let label = TextWidth.fit(
                row.label, size: 12, width: room.plot - TextWidth.estimate(row.words, size: 11) - 10)
            drawing.text(label, x: room.left, y: top + 14, size: 12)
            drawing.text(row.words, x: room.width - 10, y: top + 14, style: "end", size: 11)
        } else {
            let label = TextWidth.fit(row.label, size: 12, width: room.left - 12)
            drawing.text(label, x: room.left - 12, y: y + 4, style: "end", size: 12)
            drawing.text(row.words, x: room.x(1) + 14, y: y + 4, size: 11)
        }
        guard let value = row.estimate?.value ?? row.exact else { return }
        drawing.whisker(row.estimate?.interval, x: room.x, y: y)
        drawing.dot(x: room.x(value), y: y, radius: 4, style: "fill-ink", tip: "\(row.label): \(row.words)")
    }
}

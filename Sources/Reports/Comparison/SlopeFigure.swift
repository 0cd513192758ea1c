import Pages

/// A number of several runs, a column for each, joined by a line for each row: how far each row's number rises or falls from run to run.
struct SlopeFigure {
    /// A line.
    struct Row {
        let label: String
        /// One for each column; nil where it is missing, and the line is broken there.
        let numbers: [Double?]
        /// Whether it is set out from the others.
        let isMarked: Bool
    }

    let heading: Figure.Heading
    /// Each column's name, and what it is called where there is no room for that.
    let columns: [(name: String, short: String)]
    let rows: [Row]
    private let scale: ValueScale

    init(_ heading: Figure.Heading, columns: [(name: String, short: String)], rows: [Row]) {
        (self.heading, self.columns, self.rows) = (heading, columns, rows)
        scale = ValueScale([0] + rows.flatMap { $0.numbers.compactMap(\.self) })
    }

    private static let head = 44.0
    private var height: Double { max(240, Double(rows.count) * 22) }

    /// Where the first and the last column stand, and how wide the whole is.
    private struct Room {
        let left, right, width: Double
        let hasLabels: Bool
    }

    var figure: Figure {
        let wide = Room(left: 250, right: 250 + max(300, Double(columns.count - 1) * 130), width: 0, hasLabels: true)
        let (narrowLeft, narrowRight) = (34.0, Figure.Layout.narrowWidth - 150)
        let narrow = Room(left: narrowLeft, right: narrowRight, width: Figure.Layout.narrowWidth, hasLabels: false)
        return Figure(
            heading, wide: layout(wide, width: wide.right + 250), narrow: layout(narrow, width: narrow.width))
    }

    private func layout(_ room: Room, width: Double) -> Figure.Layout {
        var drawing = Drawing()
        let y = { Self.head + scale.share($0) * height }
        drawColumns(room, in: &drawing)
        for tick in scale.ticks where !room.hasLabels {
            drawing.text(
                Numerals.percent(tick, places: 0), x: room.left - 4, y: y(tick) + 3, style: "quiet end", size: 9)
        }
        for row in rows { draw(row, room, y, in: &drawing) }
        if room.hasLabels { drawLabels(at: 0, x: room.left - 10, isLeft: true, room: 236, y, in: &drawing) }
        drawLabels(
            at: columns.count - 1, x: room.right + 10, isLeft: false, room: width - room.right - 12, y, in: &drawing)
        return Figure.Layout(width: width, height: Self.head + height + 16, body: drawing.body)
    }

    private func x(_ column: Int, _ room: Room) -> Double {
        guard columns.count > 1 else { return room.left }
        return room.left + (room.right - room.left) * Double(column) / Double(columns.count - 1)
    }

    private func drawColumns(_ room: Room, in drawing: inout Drawing) {
        let step = columns.count > 1 ? x(1, room) - x(0, room) : 200
        for (column, names) in columns.enumerated() {
            let x = x(column, room)
            drawing.line(from: (x, Self.head), to: (x, Self.head + height), style: "grid")
            let isFirst = column == 0, isLast = column == columns.count - 1
            let label = room.hasLabels ? names.name : names.short
            drawing.text(
                TextWidth.fit(label, size: 11, width: isFirst || isLast ? step / 2 + 120 : step - 8), x: x, y: 24,
                style: room.hasLabels && isFirst && columns.count > 2
                    ? "end bold" : room.hasLabels && isLast && columns.count > 2 ? "bold" : "mid bold", size: 11)
        }
    }

    private func draw(_ row: Row, _ room: Room, _ y: (Double) -> Double, in drawing: inout Drawing) {
        let style = row.isMarked ? "line-gap" : "axis"
        for column in columns.indices.dropFirst() {
            guard let from = row.numbers[column - 1], let to = row.numbers[column] else { continue }
            drawing.curve(
                [(x(column - 1, room), y(from)), (x(column, room), y(to))], style: style, width: row.isMarked ? 2.4 : 1)
        }
        for (column, number) in row.numbers.enumerated() {
            guard let number else { continue }
            drawing.dot(
                x: x(column, room), y: y(number), radius: 3, style: row.isMarked ? "fill-gap" : "fill-ink",
                tip: "\(row.label), \(columns[column].name): \(Numerals.percent(number))")
        }
    }

    /// The rows' names with their numbers beside a column, moved apart where they would overlap.
    private func drawLabels(
        at column: Int, x: Double, isLeft: Bool, room: Double, _ y: (Double) -> Double, in drawing: inout Drawing
    ) {
        let placed = rows.compactMap { row in row.numbers[column].map { (row, y: y($0)) } }
            .sorted { ($0.y, $0.0.label) < ($1.y, $1.0.label) }
        for ((row, _), y) in zip(placed, Self.apart(placed.map(\.y), by: 13, within: Self.head...(Self.head + height)))
        {
            let number = Numerals.percent(row.numbers[column], places: 0)
            let name = TextWidth.fit(row.label, size: 11, width: room - TextWidth.estimate(number, size: 11) - 8)
            drawing.text(
                isLeft ? "\(name)  \(number)" : "\(number)  \(name)", x: x, y: y + 4,
                style: (row.isMarked ? "gap" : "") + (isLeft ? " end" : ""), size: 11)
        }
    }

    /// Heights that rise, moved as little as keeps them apart: where several crowd, they stand evenly about their mean.
    static func apart(_ heights: [Double], by gap: Double, within range: ClosedRange<Double>) -> [Double] {
        var clusters: [(sum: Double, count: Int)] = []
        func first(_ cluster: (sum: Double, count: Int)) -> Double {
            let size = Double(cluster.count - 1) * gap
            return min(
                max(cluster.sum / Double(cluster.count) - size / 2, range.lowerBound),
                max(range.lowerBound, range.upperBound - size))
        }
        for height in heights {
            clusters.append((height, 1))
            while clusters.count > 1 {
                let (upper, lower) = (clusters[clusters.count - 2], clusters[clusters.count - 1])
                guard first(upper) + Double(upper.count) * gap > first(lower) else { break }
                clusters.removeLast(2)
                clusters.append((upper.sum + lower.sum, upper.count + lower.count))
            }
        }
        return clusters.flatMap { cluster in (0..<cluster.count).map { first(cluster) + Double($0) * gap } }
    }
}

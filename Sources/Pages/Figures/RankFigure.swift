/// The rank of each row in each column, 1 the first; the first ten are shaded, and rows that reach them nowhere are left
/// out.
package struct RankFigure {
    private let heading: Figure.Heading
    private let rows, columns: [String]
    private let rank: (_ row: Int, _ column: Int) -> Int?
    /// The columns' labels as they are drawn, the length of the longest, and the room that rows' labels take.
    private let labels: [String]
    private let tallest, labelWidth: Double

    /// A figure of ranks.
    ///
    /// - Parameter rank: the rank of a row in a column, counted from 1; nil where it has none.
    package init(
        _ heading: Figure.Heading, rows: [String], columns: [String],
        rank: @escaping (_ row: Int, _ column: Int) -> Int?
    ) {
        (self.heading, self.rows, self.columns, self.rank) = (heading, rows, columns, rank)
        labels = columns.map { TextWidth.fit($0, size: 11, width: 150) }
        tallest = labels.map { TextWidth.estimate($0, size: 11) }.max() ?? 0
        labelWidth = min(220, rows.map { TextWidth.estimate($0, size: 11) }.max() ?? 0) + 12
    }

    /// How many places are shaded, and listed elsewhere.
    package static let top = 10
    private static let cellHeight = 19.0

    /// Where the rows' labels end, and how wide a column is.
    private struct Room {
        let labels, cell: Double
    }

    /// The drawing.
    package var figure: Figure {
        let room = Room(labels: labelWidth, cell: 34)
        let count = Double(columns.count)
        let narrow = Room(
            labels: min(labelWidth, 124), cell: max(16, min(34, (Figure.Layout.narrowWidth - 124) / max(count, 1))))
        let width = room.labels + count * room.cell + tallest * 0.5 + 6
        return Figure(
            heading, wide: layout(room, width: max(width, 260), isUpright: false),
            narrow: layout(narrow, width: narrow.labels + count * narrow.cell, isUpright: true))
    }

    private func layout(_ room: Room, width: Double, isUpright: Bool) -> Figure.Layout {
        var drawing = Drawing()
        let hatch = drawing.hatching(in: heading.name + (isUpright ? "-narrow" : ""))
        let head = (isUpright ? tallest : tallest * 0.87) + 18
        for (column, label) in labels.enumerated() {
            let centre = room.labels + (Double(column) + 0.5) * room.cell
            if isUpright {
                drawing.upward(label, x: centre + 3, y: head - 6)
            } else {
                drawing.rising(label, x: centre + 2, y: head - 6, degrees: 60)
            }
        }
        for (place, row) in order.enumerated() {
            draw(row, y: head + Double(place) * Self.cellHeight, room, hatch: hatch, in: &drawing)
        }
        return Figure.Layout(
            width: width, height: head + Double(order.count) * Self.cellHeight + 4, body: drawing.body)
    }

    /// The rows that reach the first ten somewhere, the one with the best mean rank first.
    private var order: [Int] {
        let ranked: [(row: Int, mean: Double)] = rows.indices.compactMap { row in
            let ranks = columns.indices.compactMap { rank(row, $0) }
            guard let best = ranks.min(), best <= Self.top else { return nil }
            return (row, Double(ranks.reduce(0, +)) / Double(ranks.count))
        }
        return ranked.sorted { ($0.mean, $0.row) < ($1.mean, $1.row) }.map(\.row)
    }

    private func draw(_ row: Int, y: Double, _ room: Room, hatch: String, in drawing: inout Drawing) {
        let label = TextWidth.fit(rows[row], size: 11, width: room.labels - 10)
        drawing.text(label, x: room.labels - 8, y: y + 13, style: "end")
        for column in columns.indices {
            let place = rank(row, column)
            let x = room.labels + Double(column) * room.cell
            drawing.box(
                x: x, y: y, width: room.cell - 1, height: Self.cellHeight - 1, style: style(of: place),
                fill: place == nil ? hatch : nil,
                tip: "\(rows[row]) · \(columns[column]): \(place.map { "rank \($0)" } ?? Numerals.missing)")
            let isListed = place.map { $0 <= Self.top } ?? false
            drawing.text(
                place.map(String.init) ?? Numerals.missing, x: x + (room.cell - 1) / 2, y: y + 13,
                style: isListed ? "mid over" : "mid quiet", size: 10)
        }
    }

    /// Rank 1 is the darkest; what is not among the first ten has the ground of nothing.
    private func style(of rank: Int?) -> String? {
        guard let rank else { return nil }
        guard rank <= Self.top else { return "tint" }
        return Scale.distance.style(20 - (rank - 1) * 16 / (Self.top - 1))
    }
}

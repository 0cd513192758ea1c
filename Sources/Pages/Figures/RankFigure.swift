/// The rank of each row in each column, 1 the first; the first ten are shaded, and rows that reach them nowhere are left
/// out. It is narrow enough for a telephone's screen, so that it has one size only.
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
        labelWidth = min(142, rows.map { TextWidth.estimate($0, size: 11) }.max() ?? 0) + 12
    }

    /// How many places are shaded, and listed elsewhere.
    package static let top = 10
    private static let cellHeight = 17.0

    private var cellWidth: Double {
        max(14.3, min(34, (Figure.Layout.narrowWidth - labelWidth) / Double(max(columns.count, 1))))
    }

    /// In narrow cells only the first three ranks are written: so many numbers would only be a pattern.
    private var isFull: Bool { cellWidth > 24 }
    private static let written = 3

    /// The drawing.
    package var figure: Figure {
        var drawing = Drawing()
        let hatch = drawing.hatching(in: heading.name)
        let (head, order) = (tallest + 18, order)
        for (column, label) in labels.enumerated() {
            drawing.upward(label, x: labelWidth + (Double(column) + 0.5) * cellWidth + 3, y: head - 6)
        }
        for (place, row) in order.enumerated() {
            draw(row, y: head + Double(place) * Self.cellHeight, hatch: hatch, in: &drawing)
        }
        return Figure(
            heading, width: max(labelWidth + Double(columns.count) * cellWidth, 200),
            height: head + Double(order.count) * Self.cellHeight + 4, body: drawing.body)
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

    private func draw(_ row: Int, y: Double, hatch: String, in drawing: inout Drawing) {
        let label = TextWidth.fit(rows[row], size: 11, width: labelWidth - 10)
        drawing.text(label, x: labelWidth - 8, y: y + 12, style: "end")
        for column in columns.indices {
            let place = rank(row, column)
            let x = labelWidth + Double(column) * cellWidth
            drawing.box(
                x: x, y: y, width: cellWidth - 1, height: Self.cellHeight - 1, style: style(of: place),
                fill: place == nil ? hatch : nil,
                tip: "\(rows[row]) · \(columns[column]): \(place.map { "rank \($0)" } ?? Numerals.missing)")
        }
        for column in columns.indices {
            let place = rank(row, column)
            let isListed = place.map { $0 <= Self.top } ?? false
            guard isFull || place.map({ $0 <= Self.written }) == true else { continue }
            drawing.text(
                place.map(String.init) ?? Numerals.missing,
                x: labelWidth + Double(column) * cellWidth + (cellWidth - 1) / 2, y: y + 12,
                style: isListed ? "mid" : "mid quiet", size: 10)
        }
    }

    /// Rank 1 is the darkest, all so light that ink can be read on them; what is not among the first ten has the ground of nothing.
    private func style(of rank: Int?) -> String? {
        guard let rank else { return nil }
        guard rank <= Self.top else { return "tint" }
        return Scale.distance.style(11 - (rank - 1) * 8 / (Self.top - 1))
    }
}

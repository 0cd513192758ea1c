/// The rank of each value in each country, 1 the widest gap; the first ten are shaded.
package struct RankFigure {
    package let title: String
    package let summary: String
    package let values: [String]
    package let countries: [String]
    /// The rank of a value in a country, counted from 1; nil where it has none.
    package let rank: (_ value: Int, _ country: Int) -> Int?

    /// A figure of ranks, a row for each value and a column for each country.
    package init(
        title: String, summary: String, values: [String], countries: [String],
        rank: @escaping (_ value: Int, _ country: Int) -> Int?
    ) {
        (self.title, self.summary) = (title, summary)
        (self.values, self.countries, self.rank) = (values, countries, rank)
    }

    /// How many places are shaded, and listed elsewhere.
    package static let top = 10
    private static let cellWidth = 34.0
    private static let cellHeight = 19.0

    private var labels: [String] { countries.map { TextWidth.fit($0, size: 11, width: 150) } }
    private var tallest: Double { labels.map { TextWidth.estimate($0, size: 11) }.max() ?? 0 }
    private var labelWidth: Double {
        min(220, values.map { TextWidth.estimate($0, size: 11) }.max() ?? 0) + 12
    }

    package var figure: Figure {
        var drawing = Drawing()
        let hatch = drawing.hatching(in: "ranks")
        let head = tallest * 0.87 + 18
        for (column, label) in labels.enumerated() {
            let centre = labelWidth + (Double(column) + 0.5) * Self.cellWidth
            drawing.rising(label, x: centre + 2, y: head - 6, degrees: 60)
        }
        for value in order.indices {
            let y = head + Double(value) * Self.cellHeight
            draw(order[value], y: y, hatch: hatch, in: &drawing)
        }
        let width = labelWidth + Double(countries.count) * Self.cellWidth + tallest * 0.5 + 6
        let height = head + Double(order.count) * Self.cellHeight + 4
        return Figure(
            name: "ranks", title: title, summary: summary, width: max(width, 260), height: height, body: drawing.body)
    }

    /// The values that reach the first ten somewhere, the one with the best mean rank first.
    private var order: [Int] {
        let ranked: [(value: Int, mean: Double)] = values.indices.compactMap { value in
            let ranks = countries.indices.compactMap { rank(value, $0) }
            guard let best = ranks.min(), best <= Self.top else { return nil }
            return (value, Double(ranks.reduce(0, +)) / Double(ranks.count))
        }
        return ranked.sorted { ($0.mean, $0.value) < ($1.mean, $1.value) }.map(\.value)
    }

    private func draw(_ value: Int, y: Double, hatch: String, in drawing: inout Drawing) {
        let label = TextWidth.fit(values[value], size: 11, width: labelWidth - 10)
        drawing.text(label, x: labelWidth - 8, y: y + 13, style: "end")
        for column in countries.indices {
            let place = rank(value, column)
            let x = labelWidth + Double(column) * Self.cellWidth
            drawing.box(
                x: x, y: y, width: Self.cellWidth - 1, height: Self.cellHeight - 1, style: style(of: place),
                fill: place == nil ? hatch : nil,
                tip: "\(values[value]) · \(countries[column]): \(place.map { "rank \($0)" } ?? Numerals.missing)")
            let isListed = place.map { $0 <= Self.top } ?? false
            drawing.text(
                place.map(String.init) ?? Numerals.missing, x: x + (Self.cellWidth - 1) / 2, y: y + 13,
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

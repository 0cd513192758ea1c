import Measures
import Pages

/// Each value's rank as a dot on a line from 1 to the last, with the ranks that it may have.
struct RankIntervalFigure {
    let heading: Figure.Heading
    let rows: [RankRow]

    /// The drawing, in one size for every screen: a second one would cost a page four elements a value.
    var figure: Figure {
        Figure(heading, layout(labels: 132, plot: Figure.Layout.narrowWidth - 132 - 50))
    }

    private static let rowHeight = 16.0

    private func layout(labels: Double, plot: Double) -> Figure.Layout {
        var drawing = Drawing()
        let last = max(rows.map { max($0.rank, $0.range?.high ?? 0) }.max() ?? 1, 2)
        func x(_ rank: Int) -> Double { labels + Double(rank - 1) / Double(last - 1) * (plot - 12) + 6 }
        let (head, bottom) = (24.0, 24 + Double(rows.count) * Self.rowHeight)
        for tick in Self.ticks(to: last) {
            drawing.line(from: (x(tick), head - 4), to: (x(tick), bottom), style: "grid")
            drawing.text("\(tick)", x: x(tick), y: head - 8, style: "quiet mid", size: 10)
        }
        drawing.text("distance", x: labels + plot + 48, y: head - 8, style: "quiet end", size: 10)
        // Lines, then dots, then texts: strokes of one style that follow each other are one element.
        let places = rows.enumerated().map { (y: head + (Double($0) + 0.5) * Self.rowHeight, row: $1) }
        for (y, row) in places {
            guard let range = row.range, range.low < range.high else { continue }
            drawing.line(from: (x(range.low), y), to: (x(range.high), y), style: "line-ink", width: 1.5)
        }
        for (y, row) in places { drawing.dot(x: x(row.rank), y: y, radius: 3.5, style: "fill-gap") }
        for (y, row) in places {
            let name = TextWidth.fit(row.name, size: 11, width: labels - 12)
            drawing.text(name, x: labels - 8, y: y + 4, style: "end", size: 11)
            drawing.text(Numerals.decimal(row.distance), x: labels + plot + 48, y: y + 4, style: "end quiet", size: 10)
        }
        return Figure.Layout(width: labels + plot + 50, height: bottom + 6, body: drawing.body)
    }

    /// 1, the last, and round numbers between that leave room.
    private static func ticks(to last: Int) -> [Int] {
        let step = last > 40 ? 10 : last > 15 ? 5 : last > 8 ? 2 : 1
        let between = stride(from: step, to: last, by: step).filter { $0 > 1 && last - $0 >= max(1, step / 2) }
        return [1] + between + [last]
    }
}

extension ReportInput {
    /// The ranking of a part of the run; nil where no value has a rank.
    func rankFigure(_ scope: RankScope, ranges: [RankInterval?] = []) -> Figure? {
        let rows = ranking(scope, ranges: ranges)
        guard let first = rows.first else { return nil }
        let range = first.range.map { " (may be \($0.low) to \($0.high))" } ?? ""
        return RankIntervalFigure(
            heading: Figure.Heading(
                ReportFigure.rankIntervals.rawValue,
                title: "Rank of each value’s distance, in \(scope.name(measures.axes))",
                summary: "Ranking of \(rows.count) values by distance. Rank 1\(range): \(first.name), distance "
                    + "\(Numerals.decimal(first.distance))."), rows: rows
        ).figure
    }

    /// The table behind it.
    func rankTables(_ scope: RankScope, ranges: [RankInterval?] = [], site: Site) -> [HTMLTable] {
        let axes = measures.axes
        func link(_ value: String) -> Link? {
            switch scope {
            case .whole: site.gaps(value: value)
            case .country(let place): site.gaps(country: axes.countries[place], value: value)
            case .topic(let place): site.gaps(topic: axes.topics[place], value: value)
            case .scenario(let country, let topic):
                site.cell(country: axes.countries[country], topic: axes.topics[topic], value: value)
            }
        }
        return [
            HTMLTable(
                caption:
                    "Ranks by distance in \(scope.name(axes)), 1 the widest; in brackets the ranks that a value may have",
                columns: ["Value", "Rank", "Distance", "Floor"],
                fields: ranking(scope, ranges: ranges).map { row in
                    [
                        HTMLTable.Field(row.name, link: link(row.name)),
                        HTMLTable.Field(row.range.map { "\(row.rank) \($0.text)" } ?? "\(row.rank)"),
                        HTMLTable.Field(
                            [Numerals.decimal(row.distance), Numerals.range(row.interval)].compactMap(\.self)
                                .joined(separator: " ")), HTMLTable.Field(Numerals.decimal(row.floor)),
                    ]
                })
        ]
    }
}

import Measures
import Pages
import Text

/// The shares of inconsistent cells by value and place, as a figure, a table and data.
struct ComparisonMapTable {
    let found: RunsCompared

    init(_ found: RunsCompared) { self.found = found }

    private var axes: (values: [String], countries: [String], topics: [String]) {
        let axes = found.input.axes
        return (axes.values, axes.countries, axes.topics)
    }

    private func names(_ by: CompareAddress.Columns) -> [String] { by == .country ? axes.countries : axes.topics }

    /// The difference of a run from the first in a value and a place; nil where no cell of it is decided in all runs.
    private func difference(_ by: CompareAddress.Columns, other: Int, value: Int, place: Int) -> Double? {
        let counts = found.map.counts(by)
        guard let first = counts[0][value][place].share, let second = counts[other + 1][value][place].share else {
            return nil
        }
        return second - first
    }

    /// The differences as a heatmap, values in their groups.
    func figure(_ by: CompareAddress.Columns, other: Int) -> Figure {
        let title = "\(found.input.names[other + 1]) minus \(found.input.names[0])"
        let panel = HeatmapFigure.Panel(
            scale: .signed, title: "Inconsistent cells",
            ends: ("−1 fewer", "+1 more")
        ) { difference(by, other: other, value: $0, place: $1) }
        var figure = HeatmapFigure(
            Figure.Heading(
                "difference-map", title: title + ": inconsistent cells by value and \(by.rawValue)",
                summary:
                    "\(title): the difference in the share of inconsistent cells for every value and \(by.rawValue), from "
                    + "−1 to +1; hatched where no cell is decided in all runs. The table below has the numbers."),
            sections: RowSection.values(of: found.input.axes), columns: names(by), panels: [panel]
        ).figure
        figure.source = found.input.study.title
        return figure
    }

    /// The same in numbers.
    func table(_ by: CompareAddress.Columns, other: Int) -> HTMLTable {
        HTMLTable(
            caption:
                "\(found.input.names[other + 1]) minus \(found.input.names[0]): difference in the share of inconsistent "
                + "cells, −1 to +1",
            columns: ["Value"] + names(by),
            rows: axes.values.enumerated().map { value, name in
                [name]
                    + names(by).indices.map {
                        Numerals.signed(difference(by, other: other, value: value, place: $0))
                    }
            })
    }

    /// Under each value and place the runs' shares in their order.
    func json(_ by: CompareAddress.Columns) -> JSONValue {
        let counts = found.map.counts(by)
        return JSONValue(
            axes.values,
            axes.values.indices.map { value in
                JSONValue(
                    names(by),
                    names(by).indices.map { place in .array(counts.map { JSONValue($0[value][place].share) }) })
            })
    }

    /// A row for each run, value and place.
    func csv(_ by: CompareAddress.Columns) -> CSVTable {
        let counts = found.map.counts(by)
        let rows = axes.values.indices.flatMap { value in
            names(by).indices.flatMap { place in
                found.input.names.enumerated().map { run, respondent -> [CSVTable.Field] in
                    let count = counts[run][value][place]
                    return [
                        .text(axes.values[value]), .text(by.rawValue), .text(names(by)[place]), .text(respondent),
                        .count(count.cells), .count(count.inconsistent), .number(count.share),
                    ]
                }
            }
        }
        return CSVTable(
            name: "comparison-map.csv",
            header: ["value", "scope", "name", "respondent", "cells", "inconsistent_cells", "inconsistency_share"],
            rows: rows)
    }
}

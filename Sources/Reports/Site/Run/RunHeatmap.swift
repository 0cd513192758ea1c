import Measures
import Pages

/// The three heatmaps of a run side by side, their rows in an order that was asked for, and the table behind them.
struct RunHeatmap {
    let input: ReportInput
    let address: RunAddress

    private var measures: MeasureReport { input.measures }
    private var site: Site { .served(run: address.run) }
    private var sections: [RowSection] { RowOrder(measures: measures).sections(address.order) }
    private var isByCountry: Bool { address.columns == .country }
    private var columns: GapColumns { isByCountry ? .countries : .topics }
    private var names: [String] { isByCountry ? measures.axes.countries : measures.axes.topics }

    var section: Page.Section {
        Page.Section(
            "heatmaps", label: "Heatmaps", heading: "Value by value, place by place",
            body: .lines([
                choices("Columns", RunAddress.Columns.allCases, current: address.columns, label: \.words) {
                    var other = address
                    other.columns = $0
                    return other
                },
                choices("Rows by", RunAddress.Order.allCases, current: address.order, label: \.label) {
                    var other = address
                    other.order = $0
                    return other
                },
                PageBlocks.figure(
                    figure, reading: Self.reading,
                    numbers: [table.nodes > Self.mostNodes ? table.textBlock : table.block], files: files),
            ]))
    }

    /// A table of more elements and texts stands as plain text, in which names still lead on.
    private static let mostNodes = 400

    /// The figure of the report in other forms, which has the theory's order.
    private var files: [Page.Entry] {
        FigureFile.all.map {
            Page.Entry($0.label, FigureAddress(run: address.run, figure: name, file: $0).link())
        }
    }

    private var name: ReportFigure { isByCountry ? .countryHeatmap : .topicHeatmap }

    private static let reading =
        "Blue is what it states, orange what it does. In the last panel orange means that it acts against the value more than "
        + "it says, blue that it acts for it more. Hatched: no answer."

    /// Links to the same view in another way; the present one is marked.
    private func choices<Choice: Equatable>(
        _ heading: String, _ all: [Choice], current: Choice, label: (Choice) -> String, _ other: (Choice) -> RunAddress
    ) -> Markup {
        .element(
            "ul", ["class": "choices", "aria-label": heading],
            [.element("li", text: heading + ":")]
                + all.map { choice in
                    let isCurrent = choice == current
                    return .element(
                        "li", [:],
                        [
                            .element(
                                "a",
                                [
                                    "href": other(choice).link(section: "heatmaps").href,
                                    "aria-current": isCurrent ? "true" : nil,
                                ], text: label(choice))
                        ])
                })
    }

    private var figure: Figure {
        func panel(
            _ quantity: GapQuantity, _ scale: Scale, _ title: String, _ ends: (String, String)
        ) -> HeatmapFigure.Panel {
            let matrix = measures.matrix(quantity, by: columns)
            return HeatmapFigure.Panel(scale: scale, title: title, ends: ends) { matrix[$0][$1] }
        }
        return HeatmapFigure(
            Figure.Heading(
                name.rawValue, title: "Stated, acted, and the gap, by value and \(address.columns.rawValue)",
                summary: FigureSummaries.heatmap(
                    measures, columns, names: names, panels: "Three panels: stated, acted, acted − stated")),
            sections: sections, columns: names,
            panels: [
                panel(.stated, .stated, "Stated", ("0 agree", "1 disagree")),
                panel(.acted, .acted, "Acted", ("0 agree", "1 disagree")),
                panel(.signedGap, .signed, "Acted − stated", ("−1 acts for", "+1 acts against")),
            ]
        ).figure
    }

    /// Stated and acted score of each value in each place, with their difference.
    private var table: HTMLTable {
        let (stated, acted) = (measures.matrix(.stated, by: columns), measures.matrix(.acted, by: columns))
        let rows = sections.flatMap(\.rows)
        var table = HTMLTable(
            caption: "Stated → acted, and acted − stated in brackets; agree = 0, disagree = 1",
            columns: ["Value"] + names,
            fields: rows.map { row in
                [HTMLTable.Field(row.label, link: site.gaps(value: row.label))]
                    + names.indices.map { place in
                        guard let said = stated[row.index][place], let done = acted[row.index][place] else {
                            return HTMLTable.Field(Numerals.missing)
                        }
                        return HTMLTable.Field(
                            "\(Numerals.decimal(said)) → \(Numerals.decimal(done)) (\(Numerals.signed(done - said)))")
                    }
            })
        table.columnLinks = [nil] + names.map { isByCountry ? site.gaps(country: $0) : site.gaps(topic: $0) }
        return table
    }
}

extension RunAddress.Columns {
    fileprivate var words: String { self == .country ? "countries" : "topics" }
}

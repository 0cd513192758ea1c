package import Measures
package import Pages
package import Text

/// A run as its findings: the report's sections, with names that lead on.
package struct RunView: SiteView {
    package var address: any SiteAddress { place }
    let place: RunAddress
    let input: ReportInput
    /// What is still being made; nil where all is there.
    let pending: String?
    let scope: RankScope
    let ranges: [RankInterval?]

    /// - Parameters:
    ///   - input: the run's figures as they are.
    ///   - isPending: whether newer ones, or their intervals, are being made.
    ///   - ranges: of the scenario that the address names, by value: the ranks that it may have.
    /// - Throws: `AddressProblem` for a country or topic that the run does not have.
    package init(
        _ address: RunAddress, input: ReportInput, isPending: Bool, ranges: [RankInterval?] = []
    ) throws(AddressProblem) {
        (place, self.input, self.ranges) = (address, input, ranges)
        scope = try RankScope(address, input.measures.axes)
        pending =
            !isPending
            ? nil
            : input.intervals == nil
                ? "Intervals are being made: figures stand without them for now. Load the page again in a moment."
                : "More replies came in since: newer figures are being made. Load the page again in a moment."
    }

    package func page() throws(TemplateError) -> Page {
        let heatmap = input.measures.counts.both > 0 ? RunHeatmap(input: input, address: place).section : nil
        // What is no figure's is made first, to know how much room it leaves.
        let rest = try sections(FigureBlocks(input: input, figures: [:], run: place.run), heatmap, input)
        let drawn = figures
        let fitted = try HTMLReport.fitting(input, beside: rest) { input, room throws(TemplateError) in
            try sections(FigureBlocks(input: input, figures: drawn, run: place.run, room: room), heatmap, input)
        }
        var page = Page(
            title: input.title, generator: ReportFrame.generator(input.version), header: header,
            skip: ReportFrame.skip, sections: waiting + fitted, footer: ReportFrame.footer(input.version))
        page.trail = [Page.Entry("Runs", .root)]
        return page
    }

    /// What is still being made, as long as it is: once it is gone, the page is another, and is loaded anew.
    private var waiting: [Page.Section] {
        pending.map { words in
            [
                Page.Section(
                    "pending", label: "Being made", heading: "Being made",
                    body: .lines([.element("p", text: words)]), live: place.live("pending"))
            ]
        } ?? []
    }

    /// Figures of the report that the page has; heatmaps and the ranking are its own.
    private static let shown: Set<ReportFigure> = [
        .inclinations, .leanings, .states, .countryRates, .topicRates, .regionRates, .groupGaps, .valueInconsistency,
        .circle,
    ]

    private var header: Page.Header {
        let header = HTMLReport.header(input)
        let run = place.run
        let others: [(String, any SiteAddress)] =
            [
                ("Misaligned cells", GapsAddress(run: run)), ("Actions", DataAddress(run: run)),
                ("Instrument", InstrumentAddress(run: run)),
            ] + (input.risks.map { [("Risks", RisksAddress(project: $0.project))] } ?? [])
        let links = others.map { Markup.text(" · ") + .element("a", ["href": $1.link().href], text: $0) }
        return Page.Header(
            eyebrow: "Run \(run)", heading: header.heading, kinds: header.kinds,
            subtitle: header.subtitle + .joined(links),
            notices: header.notices + [nothing].compactMap(\.self))
    }

    /// Why there is nothing to be seen, and what to do.
    private var nothing: String? {
        guard input.measures.counts.both == 0 else { return nil }
        func words(_ task: String, _ counts: ReplyCounts) -> String {
            "\(task) has \(Numerals.count(counts.answered)) answers to \(Numerals.count(counts.planned)) questions "
                + "(\(Numerals.count(counts.refused)) refused, \(Numerals.count(counts.unreadable)) unreadable, "
                + "\(Numerals.count(counts.missing)) without a reply)"
        }
        let states = input.measures.states
        return "No cell has both scores yet, so nothing can be compared: \(words("Task 1", states.stated)); "
            + "\(words("Task 2", states.acted)). To ask on, give the command of the run again: it asks only what has no reply. "
            + "What came back, vlens replies --run \(place.run) shows."
    }

    /// Only those that the page has are drawn.
    private var figures: [ReportFigure: Figure] {
        var figures: [ReportFigure: Figure] = [:]
        for name in Self.shown { figures[name] = input.figure(name) }
        return figures
    }

    /// - Parameter heatmap: nil where there is nothing to compare; then only why is said.
    private func sections(
        _ figures: FigureBlocks, _ heatmap: Page.Section?, _ input: ReportInput
    ) throws(TemplateError) -> [Page.Section] {
        let site = Site.served(run: place.run)
        let findings = try FindingsSection(
            input, mosaic: figures.block(.inclinations), map: figures.block(.leanings), site: site
        ).section
        let asked = try AskedSection(input, states: figures.block(.states)).section
        let last = try HTMLReport.methods(input)
        let methods = Page.Section(
            last.anchor, label: last.label, heading: last.heading, body: .lines([last.body, formats]))
        guard let heatmap else { return [findings, asked, methods] }
        let ranking = RunRanking(
            input: input, address: place, scope: scope, ranges: ranges,
            inconsistency: figures.block(.valueInconsistency))
        return [findings, heatmap, figures.rates, figures.groups, ranking.section]
            + [input.circleSection(figures.block(.circle))].compactMap(\.self)
            + [try CellsSection(input, site: site).section]
            + (input.risks.map { [RiskSections(input: $0, run: place.run).ofReport] } ?? []) + [asked, methods]
    }

    package var json: JSONValue { ReportJSON.document(input) }

    package var table: CSVTable { RunTable(input: input, address: place).table }
}

/// The heatmaps of a run as one table: a row for each value in each place.
struct RunTable {
    let input: ReportInput
    let address: RunAddress

    var table: CSVTable {
        let (measures, isByCountry) = (input.measures, address.columns == .country)
        let (axes, names) = (measures.axes, isByCountry ? measures.axes.countries : measures.axes.topics)
        let gaps = isByCountry ? measures.countryValues : measures.topicValues
        let found = isByCountry ? input.intervals?.countryValues : input.intervals?.topicValues
        let quantities: [(name: String, quantity: GapQuantity)] = [
            ("stated_mean", .stated), ("acted_mean", .acted), ("distance", .distance), ("signed_gap", .signedGap),
        ]
        let rows = RowOrder(measures: measures).sections(address.order).flatMap(\.rows)
        return CSVTable(
            name: "run-\(address.run)-\(address.columns.rawValue).csv",
            header: ["value", "value_group", address.columns.rawValue]
                + quantities.flatMap { [$0.name, $0.name + "_low", $0.name + "_high"] } + ["floor", "scenarios"],
            rows: rows.flatMap { row in
                names.indices.map { place -> [CSVTable.Field] in
                    let gap = gaps[place][row.index]
                    let numbers = [gap.stated, gap.acted, gap.distance, gap.signedGap]
                    let fields = zip(quantities, numbers).flatMap { quantity, number -> [CSVTable.Field] in
                        let interval = found?[place].values[row.index][quantity.quantity]
                        return [.number(number), .number(interval?.low), .number(interval?.high)]
                    }
                    return [
                        .text(row.label), .text(axes.groups[axes.groupOfValue[row.index]]), .text(names[place]),
                    ] + fields + [.number(gap.floor), .count(gap.scenarios)]
                }
            })
    }
}

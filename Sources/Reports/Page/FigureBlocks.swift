import Measures
import Pages

/// The figures of a page, each with how to read it and its numbers as tables, and the sections that consist of them.
struct FigureBlocks {
    let input: ReportInput
    let figures: [ReportFigure: Figure]
    /// The paths of the files that lie beside the page.
    let files: Set<String>
    /// The run whose figures a server has as files; nil where they lie beside the page.
    var run: Int?

    /// Where names lead.
    private var site: Site { run.map { .served(run: $0) } ?? .file }

    /// The tables that are written as tables.
    private let inFull: Set<ReportFigure>
    private let tables: ReportTables

    /// - Parameter room: so many elements and texts all figures and their tables may have. Where tables would go beyond, each number
    ///   has one text with its interval; what still goes beyond is written as plain text, the longest first.
    init(
        input: ReportInput, figures: [ReportFigure: Figure], files: Set<String> = [], run: Int? = nil, room: Int = 2600
    ) {
        (self.input, self.figures, self.files, self.run) = (input, figures, files, run)
        var tables = ReportTables(measures: input.measures, intervals: input.intervals)
        var left = room - figures.values.reduce(0) { $0 + $1.embedded.nodes + 30 }
        func costs() -> [(name: ReportFigure, nodes: Int)] {
            ReportFigure.allCases.filter { figures[$0] != nil }.map { name in
                (name, tables.tables(name, input).reduce(0) { $0 + $1.nodes })
            }
        }
        tables.areCompact = input.intervals != nil && costs().reduce(0) { $0 + $1.nodes } > left
        self.tables = tables
        inFull = Set(
            costs().enumerated().sorted { ($0.element.nodes, $0.offset) < ($1.element.nodes, $1.offset) }
                .prefix { cost in
                    left -= cost.element.nodes
                    return left >= 0
                }.map(\.element.name))
    }

    /// A figure with what belongs to it; nothing where there is nothing to show.
    func block(_ name: ReportFigure) -> Markup {
        figures[name].map { figure in
            let tables = tables.tables(name, input, site: site)
            return PageBlocks.figure(
                figure, reading: reading(name),
                numbers: tables.map { inFull.contains(name) ? $0.block : $0.textBlock }, files: links(name))
        } ?? .empty
    }

    /// The figure's other forms, as far as they are there.
    private func links(_ name: ReportFigure) -> [Page.Entry] {
        FigureFile.all.compactMap { file in
            if let run {
                return Page.Entry(file.label, FigureAddress(run: run, figure: name, file: file).link())
            }
            let path = "figures/\(file.name(of: name))"
            return files.contains(path) ? Link.beside(path).map { Page.Entry(file.label, $0) } : nil
        }
    }

    private func reading(_ name: ReportFigure) -> String {
        switch name {
        case .states: "Each planned question is in exactly one state."
        case .countryRates, .topicRates:
            "The mean over scenarios. A plum bar marks the F1 of agree of a respondent that always chooses the "
                + "agreeing action; its F1 of disagree is 0." + whiskers
        case .regionRates: ReportInput.regionReading + whiskers
        case .rankIntervals:
            "A dot is a value’s rank by distance, 1 the widest; the line the ranks that it may have, leaving out the places of "
                + "values whose distance differs significantly from its own."
        case .circle:
            "Each group of values on its ray, from 1 (disagree) at the centre to 0 (agree) at the rim: the farther out, the "
                + "more it holds the values. Where the lines part, it acts otherwise than it says." + whiskers
        case .inclinations:
            "Widths are what it says, heights what it does, areas shares of cells. In the coloured ones it does not act as "
                + "it speaks."
        case .leanings:
            "Where cells lean in words (across) and deeds (up), slips taken out; a disc’s area is its share of cells. "
                + "Coloured: it leans apart. Dashed: within 0.2 of one half." + whiskers
        case .groupGaps, .valueGaps:
            "Means over all cells. The line between the dots is the gap of the means; the distance beside it, the "
                + "mean gap of single cells, is as wide or wider, because gaps in both directions do not cancel in it. The floor "
                + "is the distance if it acted exactly on the side it states."
                + whiskers
        case .countryHeatmap, .topicHeatmap:
            "Blue is stated, orange is acted, plum is the distance between them. In the last panel orange means that "
                + "it acts against the value more than it says, blue that it acts for it more. Hatched: no answer."
        case .valueInconsistency:
            "Inconsistent: says one side and acts the other. The distance ranks nothing here, since it has a floor: what it "
                + "would be if the respondent acted exactly on the side it states." + whiskers
        case .ranks:
            "The paper’s third measure, by distance. Only values that reach the first ten in some country; the first ten are shaded."
        case .instrument:
            "A dot to the right of 0: the wording draws answers towards disagreement, or the place towards the first "
                + "option. A filled dot: the interval leaves out 0. Beside it stands the share of pairs whose "
                + "inclination changes."
        }
    }

    private var whiskers: String {
        input.intervals.map { " Thin lines are \($0.plan.percent) intervals." } ?? ""
    }
}

extension ReportTables {
    /// The tables behind a figure.
    ///
    /// - Parameter site: where their names lead.
    func tables(_ name: ReportFigure, _ input: ReportInput, site: Site = .file) -> [HTMLTable] {
        whole(name, input, site).map { table in
            var table = table
            table.isCompact = areCompact
            return table
        }
    }

    private func whole(_ name: ReportFigure, _ input: ReportInput, _ site: Site) -> [HTMLTable] {
        switch name {
        case .states: return [states]
        case .countryRates: return [rates(measures.countries, intervals?.countries, heading: "Country")]
        case .topicRates: return [rates(measures.topics, intervals?.topics, heading: "Topic")]
        case .regionRates: return input.regionTables
        case .rankIntervals: return input.rankTables(.whole, site: site)
        case .circle: return input.circleTables(site)
        case .inclinations: return [inclinations]
        case .leanings: return input.deconvolution.map { [leanings($0)] } ?? []
        case .groupGaps: return [gaps(measures.valueGroups, intervals?.valueGroups, heading: "Group")]
        case .valueGaps: return [gaps(measures.values, intervals?.values, heading: "Value")]
        case .countryHeatmap: return [matrix(.countries)]
        case .topicHeatmap: return [matrix(.topics)]
        case .valueInconsistency: return [inconsistency]
        case .ranks: return [ranks, overallRanks]
        case .instrument: return input.instrument.map { [InstrumentTables(instrument: $0).effects] } ?? []
        }
    }
}

// MARK: - Sections

extension FigureBlocks {
    /// Rates by country and topic, and of all cells.
    var rates: Page.Section {
        Page.Section(
            "rates", label: "Alignment rate", heading: "Does it act as it speaks?",
            body: .lines([
                .element(
                    "p",
                    text: "Two F1 scores, one for each answer, because the common answer alone is easy to get right."),
                .element("div", ["class": "twins"], [block(.countryRates), block(.topicRates)]),
                block(.regionRates),
                .element("h3", text: "All cells together"), tables.pooled.block,
            ]))
    }

    /// Gaps by group of values alone.
    var groups: Page.Section {
        Page.Section(
            "gap", label: "Gap", heading: "How far apart, and in which direction?", body: .lines([block(.groupGaps)]))
    }

    /// Gaps by group of values and by value.
    var gaps: Page.Section {
        Page.Section(
            "gap", label: "Gap", heading: "How far apart, and in which direction?",
            body: .lines([block(.groupGaps), block(.valueGaps)]))
    }

    /// Every value in every country and topic.
    var heatmaps: Page.Section {
        Page.Section(
            "heatmaps", label: "Heatmaps", heading: "Value by value, place by place",
            body: .lines([block(.countryHeatmap), block(.topicHeatmap)]))
    }
}

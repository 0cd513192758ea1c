import Measures
import Pages

/// The figures of a page, each with how to read it and its numbers as tables, and the sections that consist of them.
struct FigureBlocks {
    let input: ReportInput
    let figures: [ReportFigure: Figure]
    /// The paths of the files that lie beside the page.
    let files: Set<String>

    private var tables: ReportTables { ReportTables(measures: input.measures, intervals: input.intervals) }

    /// A figure with what belongs to it; nothing where there is nothing to show.
    func block(_ name: ReportFigure) -> Markup {
        figures[name].map {
            let file = "figures/\($0.name).svg"
            return PageBlocks.figure(
                $0, reading: reading(name), tables: tables(name), file: files.contains(file) ? .beside(file) : nil)
        } ?? .empty
    }

    private func reading(_ name: ReportFigure) -> String {
        switch name {
        case .states: "Each planned question is in exactly one state."
        case .countryRates, .topicRates:
            "The mean over scenarios. A plum bar marks the F1 of agree of a respondent that always chooses the "
                + "agreeing action; its F1 of disagree is 0." + whiskers
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

    private func tables(_ name: ReportFigure) -> [HTMLTable] {
        let (measures, intervals) = (input.measures, input.intervals)
        switch name {
        case .states: return [tables.states]
        case .countryRates: return [tables.rates(measures.countries, intervals?.countries, heading: "Country")]
        case .topicRates: return [tables.rates(measures.topics, intervals?.topics, heading: "Topic")]
        case .inclinations: return [tables.inclinations]
        case .leanings: return input.deconvolution.map { [tables.leanings($0)] } ?? []
        case .groupGaps: return [tables.gaps(measures.valueGroups, intervals?.valueGroups, heading: "Group")]
        case .valueGaps: return [tables.gaps(measures.values, intervals?.values, heading: "Value")]
        case .countryHeatmap: return tables.matrices(.countries)
        case .topicHeatmap: return tables.matrices(.topics)
        case .valueInconsistency: return [tables.inconsistency]
        case .ranks: return [tables.ranks, tables.overallRanks]
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
                .element("h3", text: "All cells together"), tables.pooled.block,
            ]))
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

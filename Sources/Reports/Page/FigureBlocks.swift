import Measures
import Pages

/// The figures of a page, each with how to read it and its numbers as tables, and the sections that consist of them.
struct FigureBlocks {
    let input: ReportInput
    let figures: [ReportFigure: Figure]

    private var tables: ReportTables { ReportTables(measures: input.measures, intervals: input.intervals) }

    /// A figure with what belongs to it; nothing where there is nothing to show.
    func block(_ name: ReportFigure) -> Markup {
        figures[name].map {
            PageBlocks.figure($0, reading: reading(name), tables: tables(name), areOpen: name == .inclinations)
        } ?? .empty
    }

    private func reading(_ name: ReportFigure) -> String {
        switch name {
        case .states: "Each planned question is in exactly one state."
        case .countryRates, .topicRates:
            "The mean over scenarios. A plum bar marks the F1 of agree of a respondent that always chooses the "
                + "agreeing action; its F1 of disagree is 0." + whiskers
        case .inclinations:
            "Areas are shares of cells. In the coloured ones the respondent does not act as it speaks."
        case .groupGaps, .valueGaps:
            "Means over all cells. The line between the dots is the gap of the means; the distance beside it, the "
                + "mean gap of single cells, is as wide or wider, because gaps in both directions do not cancel in it."
                + whiskers
        case .countryHeatmap, .topicHeatmap:
            "Blue is stated, orange is acted, plum is the distance between them. In the last panel orange means that "
                + "it acts against the value more than it says, blue that it acts for it more. Hatched: no answer."
        case .ranks: "Only values that reach the first ten in some country; the first ten are shaded."
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
        case .groupGaps: return [tables.gaps(measures.valueGroups, intervals?.valueGroups, heading: "Group")]
        case .valueGaps: return [tables.gaps(measures.values, intervals?.values, heading: "Value")]
        case .countryHeatmap: return tables.matrices(.countries)
        case .topicHeatmap: return tables.matrices(.topics)
        case .ranks: return [tables.ranks, tables.overallRanks]
        case .instrument: return input.instrument.map { [InstrumentTables(instrument: $0).effects] } ?? []
        }
    }
}

// MARK: - Sections

extension FigureBlocks {
    /// Rates and inclinations.
    var rates: Page.Section {
        Page.Section(
            "rates", label: "Alignment rate", heading: "Does it act as it speaks?",
            body: .lines([
                .element(
                    "p",
                    text: "Two F1 scores, one for each answer, because the common answer alone is easy to get right."),
                block(.countryRates), block(.topicRates),
                .element("h3", text: "All cells together"), tables.pooled.block,
                .element("h3", text: "Consistent and inconsistent cells"), block(.inclinations),
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

import Measures
import Pages

/// The figures of a page, each with how to read it and its tables, by the name that the template knows it by.
struct PageFigures {
    let input: ReportInput

    var blocks: [String: Markup] {
        let figures = ReportFigures(input: input)
        let tables = ReportTables(measures: input.measures, intervals: input.intervals)
        let (measures, intervals) = (input.measures, input.intervals)
        let heatmapReading =
            "Blue is what it states, orange what it does, plum how far apart they are; in the last panel orange means "
            + "that it acts against the value more than it says, blue that it acts for it more. Hatched: no answer."
        let rateReading =
            "The mean over scenarios. A plum bar marks the F1 of agree that choosing the agreeing action every time "
            + "would reach; on the F1 of disagree that would be 0." + (intervals.map(Self.whiskers) ?? "")
        let gapReading =
            "Means over all cells. The line between the dots is the gap of the means; the distance beside it, the "
            + "mean gap of single cells, is as wide or wider, because gaps in both directions do not cancel in it."
            + (intervals.map(Self.whiskers) ?? "")
        return [
            "states": PageBlocks.figure(
                figures.states, reading: "Each planned question is in exactly one state.", tables: [tables.states]),
            "countryRates": PageBlocks.figure(
                figures.countryRates, reading: rateReading,
                tables: [tables.rates(measures.countries, intervals?.countries, heading: "Country")]),
            "topicRates": PageBlocks.figure(
                figures.topicRates, reading: rateReading,
                tables: [tables.rates(measures.topics, intervals?.topics, heading: "Topic")]),
            "pooled": PageBlocks.scrolling(tables.pooled.markup, label: tables.pooled.caption),
            "inclinations": PageBlocks.figure(
                figures.inclinations,
                reading: "Areas are shares of cells; the coloured ones are the cells that do not act as they speak.",
                tables: [tables.inclinations], areOpen: true),
            "groupGaps": PageBlocks.figure(
                figures.groupGaps, reading: gapReading,
                tables: [tables.gaps(measures.valueGroups, intervals?.valueGroups, heading: "Group")]),
            "valueGaps": PageBlocks.figure(
                figures.valueGaps, reading: gapReading,
                tables: [tables.gaps(measures.values, intervals?.values, heading: "Value")]),
            "countryHeatmap": PageBlocks.figure(
                figures.countryHeatmap, reading: heatmapReading, tables: tables.matrices(.countries)),
            "topicHeatmap": PageBlocks.figure(
                figures.topicHeatmap, reading: heatmapReading, tables: tables.matrices(.topics)),
            "ranks": PageBlocks.figure(
                figures.ranks,
                reading: "Only values that reach the first ten in some country; the first ten are shaded.",
                tables: [tables.ranks, tables.overallRanks]),
        ]
    }

    private static func whiskers(_ intervals: MeasureIntervals) -> String {
        " Thin lines are \(intervals.plan.percent) intervals."
    }
}

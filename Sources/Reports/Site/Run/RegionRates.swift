import Measures
import Pages

extension ReportInput {
    /// The rates of each region: a mean over the scenarios of its countries. Nothing where no region has two countries of the
    /// study, since then regions are countries.
    var regionFigure: Figure? {
        guard hasRegions else { return nil }
        func row(_ group: GroupMeasures, _ found: GroupIntervals?, label: String, isOverall: Bool) -> RateFigure.Row {
            let means = group.scenarioMean
            return RateFigure.Row(
                label: label, f1Disagree: means.rates?.f1Disagree, f1Agree: means.rates?.f1Agree,
                disagreeInterval: found?.scenarioMean[.f1Disagree], agreeInterval: found?.scenarioMean[.f1Agree],
                alwaysAgree: means.alwaysAgree?.f1Agree, cells: group.pooled.counts.both, isOverall: isOverall)
        }
        let overall = row(measures.overall, intervals?.overall, label: "All together", isOverall: true)
        let rows = regions.map { row($0.group, $0.intervals, label: $0.name, isOverall: false) }
            .sorted { ($0.f1Disagree ?? -1) > ($1.f1Disagree ?? -1) }
        return RateFigure(
            heading: Figure.Heading(
                ReportFigure.regionRates.rawValue, title: "Alignment rate by region of the world",
                summary: FigureSummaries.rates(rows, overall: overall)), rows: [overall] + rows
        ).figure
    }

    /// Whether some region has several countries, so that its figures are not a country's.
    var hasRegions: Bool { regions.contains { $0.countries.count > 1 } }

    /// The rates behind the figure, and which countries are in which region.
    var regionTables: [HTMLTable] {
        let tables = ReportTables(measures: measures, intervals: intervals)
        let members = HTMLTable(
            caption: "The countries of each region",
            columns: ["Region", "Countries"],
            fields: regions.map { region in
                let names = region.countries.map { measures.axes.countries[$0] }
                return [HTMLTable.Field(region.name), HTMLTable.Field(names.joined(separator: ", "))]
            }, textColumns: 2)
        let found = regions.map(\.intervals)
        return [
            tables.rates(
                regions.map(\.group), found.contains { $0 == nil } ? nil : found.compactMap(\.self), heading: "Region"),
            members,
        ]
    }

    static let regionReading =
        "Macro regions of the United Nations’ geoscheme (M49); countries that it does not name are under “other”. The mean "
        + "over the scenarios of a region’s countries."
}

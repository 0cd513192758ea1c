import Measures

/// The deconvolved gap of the run, its countries, topics and groups of values, a row each; what has none says why.
struct DeconvolvedCSV {
    let input: ReportInput
    let found: DeconvolutionReport

    var table: CSVTable {
        let columns = MeasureColumns(hasIntervals: found.plan != nil)
        let origin = OriginColumns(input)
        return CSVTable(
            name: "deconvolved.csv",
            header: ["by", "country", "topic", "value_group"]
                + DeconvolvedFigure.allCases.flatMap { columns.withEnds($0.rawValue) } + ["cells", "absent"]
                + OriginColumns.header,
            rows: parts.map { place, part in
                place.map { .text($0) }
                    + DeconvolvedFigure.allCases.flatMap { columns.withEnds(part.gap?[$0], part.intervals[$0]) }
                    + [.count(part.gap?.cells), .text(part.absence?.rawValue ?? "")] + origin.fields
            })
    }

    private var parts: [(place: [String], part: DeconvolutionReport.Part)] {
        [(["overall", "", "", ""], found.overall)]
            + found.countries.map { (["country", $0.name, "", ""], $0) }
            + found.topics.map { (["topic", "", $0.name, ""], $0) }
            + found.valueGroups.map { (["value_group", "", "", $0.name], $0) }
    }
}

import Measures

/// Every figure that has an interval as a row of its own, with how the interval was made: the form that statistics
/// programs like.
struct IntervalCSV {
    let input: ReportInput
    let intervals: MeasureIntervals

    private var measures: MeasureReport { input.measures }
    private var axes: Axes { input.measures.axes }

    var table: CSVTable {
        CSVTable(
            name: "intervals.csv",
            header: [
                "by", "name", "value", "figure", "estimate", "low", "high", "level", "method", "clusters_of",
                "clusters", "replicates", "seed", "scoring", "respondent",
            ], rows: groups + pools + scenarios + places)
    }

    private var groups: [[CSVTable.Field]] {
        let all =
            [("overall", measures.overall, intervals.overall)]
            + zip(measures.countries, intervals.countries).map { ("country", $0, $1) }
            + zip(measures.topics, intervals.topics).map { ("topic", $0, $1) }
        return all.flatMap { kind, group, found in
            ScenarioFigure.allCases.map {
                row(kind, group.name, "", $0.rawValue, group.scenarioMean[$0], found.scenarioMean[$0])
            }
                + PooledFigure.allCases.map {
                    row(kind, group.name, "", "pooled_\($0.rawValue)", group.pooled[$0], found.pooled[$0])
                }
        }
    }

    private var pools: [[CSVTable.Field]] {
        let all =
            zip(measures.values, intervals.values).map { ("value", $0, $1) }
            + zip(measures.valueGroups, intervals.valueGroups).map { ("value_group", $0, $1) }
        return all.flatMap { kind, pool, found in
            PooledFigure.allCases.map {
                row(kind, pool.name, kind == "value" ? pool.name : "", $0.rawValue, pool.pooled[$0], found[$0])
            }
        }
    }

    private var scenarios: [[CSVTable.Field]] {
        zip(measures.scenarios, intervals.scenarios).flatMap { scenario, found in
            let name = "\(axes.countries[scenario.country]) · \(axes.topics[scenario.topic])"
            return ScenarioFigure.allCases.map { row("scenario", name, "", $0.rawValue, scenario[$0], found[$0]) }
        }
    }

    private var places: [[CSVTable.Field]] {
        let quantities: [(GapQuantity, String)] = [
            (.stated, "stated_mean"), (.acted, "acted_mean"), (.distance, "distance"), (.signedGap, "signed_gap"),
        ]
        let all: [(kind: String, names: [String], columns: GapColumns, found: [PlaceIntervals])] = [
            ("country", axes.countries, .countries, intervals.countryValues),
            ("topic", axes.topics, .topics, intervals.topicValues),
        ]
        return all.flatMap { kind, names, columns, found in
            quantities.flatMap { quantity, figure in
                let matrix = measures.matrix(quantity, by: columns)
                return names.indices.flatMap { place in
                    axes.values.indices.map { value in
                        row(
                            kind, names[place], axes.values[value], figure, matrix[value][place],
                            found[place].values[value][quantity])
                    }
                }
            }
        }
    }

    private func row(
        _ kind: String, _ name: String, _ value: String, _ figure: String, _ estimate: Double?, _ interval: Interval?
    ) -> [CSVTable.Field] {
        [
            .text(kind), .text(name), .text(value), .text(figure), .number(estimate), .number(interval?.low),
            .number(interval?.high), .number(intervals.plan.level), .text(interval?.method.rawValue ?? ""),
            .text(interval?.clustering?.rawValue ?? ""), .count(interval?.clusters),
            .count(intervals.plan.replicates), .text("\(intervals.plan.seed)"), .text(measures.scoring.rawValue),
            .text(input.respondent.label),
        ]
    }
}

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
                "by", "country", "topic", "value_group", "value", "figure", "estimate", "low", "high", "level",
                "method",
                "clusters_of", "clusters", "replicates", "seed",
            ] + OriginColumns.header, rows: groups + pools + scenarios + places)
    }

    /// What a row is about: only what it is taken by is named.
    private struct Place {
        let by: String
        var country = ""
        var topic = ""
        var group = ""
        var value = ""
    }

    private var groups: [[CSVTable.Field]] {
        let all =
            [(Place(by: "overall"), measures.overall, intervals.overall)]
            + zip(measures.countries, intervals.countries).map { (Place(by: "country", country: $0.name), $0, $1) }
            + zip(measures.topics, intervals.topics).map { (Place(by: "topic", topic: $0.name), $0, $1) }
        return all.flatMap { place, group, found in
            ScenarioFigure.allCases.map { row(place, $0.rawValue, group.scenarioMean[$0], found.scenarioMean[$0]) }
                + PooledFigure.allCases.map {
                    row(place, "pooled_\($0.rawValue)", group.pooled[$0], found.pooled[$0])
                }
        }
    }

    private var pools: [[CSVTable.Field]] {
        let all =
            axes.values.indices.map { (of($0, by: "value"), measures.values[$0], intervals.values[$0]) }
            + zip(measures.valueGroups, intervals.valueGroups).map {
                (Place(by: "value_group", group: $0.name), $0, $1)
            }
        return all.flatMap { place, pool, found in
            PooledFigure.allCases.map { row(place, $0.rawValue, pool.pooled[$0], found[$0]) }
        }
    }

    private var scenarios: [[CSVTable.Field]] {
        zip(measures.scenarios, intervals.scenarios).flatMap { scenario, found in
            let place = Place(
                by: "scenario", country: axes.countries[scenario.country], topic: axes.topics[scenario.topic])
            return ScenarioFigure.allCases.map { row(place, $0.rawValue, scenario[$0], found[$0]) }
        }
    }

    /// Each value in each country, and in each topic.
    private var places: [[CSVTable.Field]] {
        let quantities: [(GapQuantity, String)] = [
            (.stated, "stated_mean"), (.acted, "acted_mean"), (.distance, "distance"), (.signedGap, "signed_gap"),
        ]
        let all: [(by: String, names: [String], columns: GapColumns, found: [PlaceIntervals])] = [
            ("country_value", axes.countries, .countries, intervals.countryValues),
            ("topic_value", axes.topics, .topics, intervals.topicValues),
        ]
        return all.flatMap { by, names, columns, found in
            quantities.flatMap { quantity, figure in
                let matrix = measures.matrix(quantity, by: columns)
                return names.indices.flatMap { index in
                    axes.values.indices.map { value in
                        var place = of(value, by: by)
                        if columns == .countries { place.country = names[index] } else { place.topic = names[index] }
                        return row(place, figure, matrix[value][index], found[index].values[value][quantity])
                    }
                }
            }
        }
    }

    private func of(_ value: Int, by: String) -> Place {
        Place(by: by, group: axes.groups[axes.groupOfValue[value]], value: axes.values[value])
    }

    private func row(
        _ place: Place, _ figure: String, _ estimate: Double?, _ interval: Interval?
    ) -> [CSVTable.Field] {
        [
            .text(place.by), .text(place.country), .text(place.topic), .text(place.group), .text(place.value),
            .text(figure), .number(estimate), .number(interval?.low), .number(interval?.high),
            .number(intervals.plan.level), .text(interval?.method.rawValue ?? ""),
            .text(interval?.clustering?.rawValue ?? ""), .count(interval?.clusters),
            .count(intervals.plan.replicates), .text("\(intervals.plan.seed)"),
        ] + OriginColumns(input).fields
    }
}

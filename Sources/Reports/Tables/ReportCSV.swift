import Measures

/// A report's figures as tables, one file each. The columns of scores say that agree = 0; the last column of each
/// names the respondent, so that files of several runs can be put together.
public enum ReportCSV {
    /// All tables: cells, country, topic, value, ranking, misaligned; instrument and sensitivity where the
    /// instrument's own errors were looked for.
    public static func tables(_ input: ReportInput) -> [CSVTable] {
        let source = Source(input: input)
        return [
            source.cells, source.groups(input.measures.countries, name: "country"),
            source.groups(input.measures.topics, name: "topic"), source.values, source.ranking, source.misaligned,
        ] + InstrumentCSV.tables(input)
    }
}

/// The tables of one input.
private struct Source {
    let input: ReportInput

    private var measures: MeasureReport { input.measures }
    private var axes: Axes { input.measures.axes }
    private var respondent: CSVTable.Field { .text(input.respondent.label) }

    /// Every cell, whether it counts or not.
    var cells: CSVTable {
        CSVTable(
            name: "cells.csv",
            header: [
                "country", "topic", "group", "value", "stated (agree = 0)", "acted (agree = 0)", "distance",
                "signed_gap", "stated_readings", "acted_readings", "scoring", "respondent",
            ],
            rows: (0..<axes.cellCount).map { cell in
                let place = axes.position(ofCell: cell)
                let scores = input.scores(ofCell: cell)
                let gap = measures.gap(ofCell: cell)
                let record = input.cells.indices.contains(cell) ? input.cells[cell] : nil
                return [
                    .text(axes.countries[place.country]), .text(axes.topics[place.topic]),
                    .text(axes.groups[axes.groupOfValue[place.value]]), .text(axes.values[place.value]),
                    .number(scores.stated), .number(scores.acted), .number(gap?.distance), .number(gap?.signedGap),
                    .count(record?.statedReadings), .count(record?.actedReadings),
                    .text(measures.scoring.rawValue), respondent,
                ]
            })
    }

    /// The rates and distances of countries or topics, with all together as the last row.
    func groups(_ groups: [GroupMeasures], name: String) -> CSVTable {
        CSVTable(
            name: "\(name).csv",
            header: [name] + MeasureColumns.groupHeader + ["scoring", "respondent"],
            rows: (groups + [measures.overall]).map { group in
                [.text(group.name)] + MeasureColumns.group(group) + [.text(measures.scoring.rawValue), respondent]
            })
    }

    /// Each value's pooled measures.
    var values: CSVTable {
        CSVTable(
            name: "value.csv",
            header: ["group", "value"] + MeasureColumns.pooledHeader + ["scoring", "respondent"],
            rows: measures.values.indices.map { value in
                [.text(axes.groups[axes.groupOfValue[value]]), .text(axes.values[value])]
                    + MeasureColumns.pooled(measures.values[value].pooled)
                    + [.text(measures.scoring.rawValue), respondent]
            })
    }

    /// The whole ranking of every country and topic, and of all together.
    var ranking: CSVTable {
        let rankings =
            zip(axes.countries, measures.countryRankings).map { ("country", $0, $1) }
            + zip(axes.topics, measures.topicRankings).map { ("topic", $0, $1) }
            + [("overall", "overall", measures.overallRanking)]
        return CSVTable(
            name: "ranking.csv",
            header: ["by", "name", "rank", "group", "value", "distance", "scoring", "respondent"],
            rows: rankings.flatMap { kind, name, places in
                places.map { place in
                    [
                        .text(kind), .text(name), .count(place.rank),
                        .text(axes.groups[axes.groupOfValue[place.value]]), .text(axes.values[place.value]),
                        .number(place.distance), .text(measures.scoring.rawValue), respondent,
                    ]
                }
            })
    }

    /// The widest gaps with the actions chosen.
    var misaligned: CSVTable {
        CSVTable(
            name: "misaligned.csv",
            header: [
                "country", "topic", "value", "stated (agree = 0)", "acted (agree = 0)", "signed_gap",
                "action_inclination", "action", "attributions", "explanation", "respondent",
            ],
            rows: input.misaligned.map { cell in
                [
                    .text(cell.country), .text(cell.topic), .text(cell.value), .number(cell.stated),
                    .number(cell.acted), .number(cell.signedGap), .text(cell.inclination.rawValue),
                    .text(cell.action), .text(cell.attributions.joined(separator: "\n")), .text(cell.explanation),
                    respondent,
                ]
            })
    }
}

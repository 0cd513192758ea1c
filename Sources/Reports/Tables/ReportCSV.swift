import Measures

/// A report's figures as tables, one file each. The columns of scores say that agree = 0; the last column of each
/// names the respondent, so that files of several runs can be put together.
package enum ReportCSV {
    /// All tables: cells, country, topic, value, ranking, misaligned; intervals, instrument and sensitivity, where they
    /// were made.
    package static func tables(_ input: ReportInput) -> [CSVTable] {
        let (source, measures, intervals) = (Source(input: input), input.measures, input.intervals)
        return [
            source.cells, source.groups(measures.countries, intervals?.countries, name: "country"),
            source.groups(measures.topics, intervals?.topics, name: "topic"), source.values, source.ranking,
            source.misaligned,
        ] + [intervals.map { IntervalCSV(input: input, intervals: $0).table }].compactMap { $0 }
            + InstrumentCSV.tables(input)
    }
}

/// The tables of one input.
private struct Source {
    let input: ReportInput

    private var measures: MeasureReport { input.measures }
    private var axes: Axes { input.measures.axes }
    private var respondent: CSVTable.Field { .text(input.respondent.label) }
    private var columns: MeasureColumns { MeasureColumns(hasIntervals: input.intervals != nil) }

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
    func groups(_ groups: [GroupMeasures], _ intervals: [GroupIntervals]?, name: String) -> CSVTable {
        let found = (intervals ?? []) + [input.intervals?.overall].compactMap { $0 }
        return CSVTable(
            name: "\(name).csv",
            header: [name] + columns.groupHeader + ["scoring", "respondent"],
            rows: (groups + [measures.overall]).enumerated().map { index, group in
                [.text(group.name)] + columns.group(group, found.indices.contains(index) ? found[index] : nil)
                    + [.text(measures.scoring.rawValue), respondent]
            })
    }

    /// Each value's pooled measures.
    var values: CSVTable {
        CSVTable(
            name: "value.csv",
            header: ["group", "value"] + columns.pooledHeader + ["scoring", "respondent"],
            rows: measures.values.indices.map { value in
                [.text(axes.groups[axes.groupOfValue[value]]), .text(axes.values[value])]
                    + columns.pooled(measures.values[value].pooled, input.intervals?.values[value])
                    + [.text(measures.scoring.rawValue), respondent]
            })
    }

    /// The whole ranking of every country and topic, and of all together.
    var ranking: CSVTable {
        let stabilities = (input.intervals?.countryValues ?? []) + (input.intervals?.topicValues ?? [])
        let rankings =
            zip(axes.countries, measures.countryRankings).map { ("country", $0, $1) }
            + zip(axes.topics, measures.topicRankings).map { ("topic", $0, $1) }
            + [("overall", "overall", measures.overallRanking)]
        let ranks = stabilities.map(\.ranking.ranks) + [input.intervals?.ranking.ranks].compactMap { $0 }
        return CSVTable(
            name: "ranking.csv",
            header: ["by", "name"] + (columns.hasIntervals ? ["rank", "rank_low", "rank_high"] : ["rank"])
                + ["group", "value", "distance", "scoring", "respondent"],
            rows: rankings.enumerated().flatMap { index, ranking in
                ranking.2.map { place in
                    let ends = ranks.indices.contains(index) ? ranks[index][place.value] : nil
                    let range: [CSVTable.Field] = columns.hasIntervals ? [.count(ends?.low), .count(ends?.high)] : []
                    return [.text(ranking.0), .text(ranking.1), .count(place.rank)] + range + [
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

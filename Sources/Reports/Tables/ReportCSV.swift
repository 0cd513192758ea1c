import Measures

/// A report's figures as tables, one file each: plain column names, by the names that the JSON has, agree = 0.
///
/// The last columns of each name scoring, respondent and run, so that files of several runs can be put together.
/// ``DataDictionary`` says what each column means.
package enum ReportCSV {
    /// All tables: cells, overall, country, topic, value, ranking, misaligned; deconvolved, intervals, instrument and sensitivity,
    /// where they were made.
    package static func tables(_ input: ReportInput) -> [CSVTable] {
        let (source, measures, intervals) = (Source(input: input), input.measures, input.intervals)
        return [
            source.cells, source.overall, source.groups(measures.countries, intervals?.countries, name: "country"),
            source.groups(measures.topics, intervals?.topics, name: "topic"), source.values, source.ranking,
            source.misaligned,
        ] + [input.deconvolution.map { DeconvolvedCSV(input: input, found: $0).table }].compactMap { $0 }
            + [intervals.map { IntervalCSV(input: input, intervals: $0).table }].compactMap { $0 }
            + InstrumentCSV.tables(input) + [input.leaking?.csv(OriginColumns(input))].compactMap { $0 }
            + (input.risks?.tables ?? [])
    }
}

/// The columns at the end of each table of a report: how it was scored, who was asked, and in which run.
struct OriginColumns {
    static let header = ["scoring", "respondent", "run"]
    let fields: [CSVTable.Field]

    init(_ input: ReportInput) {
        fields = [
            .text(input.measures.scoring.rawValue), .text(input.respondent.label), .count(input.run.number),
        ]
    }
}

/// The tables of one input.
private struct Source {
    let input: ReportInput

    private var measures: MeasureReport { input.measures }
    private var axes: Axes { input.measures.axes }
    private var columns: MeasureColumns { MeasureColumns(hasIntervals: input.intervals != nil) }

    private func table(_ name: String, _ header: [String], rows: [[CSVTable.Field]]) -> CSVTable {
        let origin = OriginColumns(input)
        return CSVTable(name: name, header: header + OriginColumns.header, rows: rows.map { $0 + origin.fields })
    }

    private func place(_ value: Int) -> [CSVTable.Field] {
        [.text(axes.groups[axes.groupOfValue[value]]), .text(axes.values[value])]
    }

    /// Every cell, whether it counts or not.
    var cells: CSVTable {
        let header = [
            "country", "topic", "value_group", "value", "stated", "acted", "distance", "signed_gap", "stated_readings",
            "acted_readings",
        ]
        return table(
            "cells.csv", header,
            rows: (0..<axes.cellCount).map { cell in
                let position = axes.position(ofCell: cell)
                let scores = input.scores(ofCell: cell)
                let gap = measures.gap(ofCell: cell)
                let record = input.cells.indices.contains(cell) ? input.cells[cell] : nil
                return [.text(axes.countries[position.country]), .text(axes.topics[position.topic])]
                    + place(position.value) + [
                        .number(scores.stated), .number(scores.acted), .number(gap?.distance),
                        .number(gap?.signedGap), .count(record?.statedReadings), .count(record?.actedReadings),
                    ]
            })
    }

    /// The rates and distances of all together, in one row.
    var overall: CSVTable {
        table(
            "overall.csv", columns.groupHeader, rows: [columns.group(measures.overall, input.intervals?.overall)])
    }

    /// The rates and distances of countries or topics.
    func groups(_ groups: [GroupMeasures], _ found: [GroupIntervals]?, name: String) -> CSVTable {
        table(
            "\(name).csv", [name] + columns.groupHeader,
            rows: groups.indices.map { [.text(groups[$0].name)] + columns.group(groups[$0], found?[$0]) })
    }

    /// Each value's pooled measures.
    var values: CSVTable {
        table(
            "value.csv", ["value_group", "value"] + columns.pooledHeader,
            rows: measures.values.indices.map { value in
                place(value) + columns.pooled(measures.values[value].pooled, input.intervals?.values[value])
            })
    }

    /// The whole ranking of all together, of every country and of every topic; `by` tells them apart.
    var ranking: CSVTable {
        typealias Ranking = (by: String, country: String, topic: String, places: [RankedValue])
        let rankings: [Ranking] =
            [("overall", "", "", measures.overallRanking)]
            + zip(axes.countries, measures.countryRankings).map { ("country", $0, "", $1) }
            + zip(axes.topics, measures.topicRankings).map { ("topic", "", $0, $1) }
        let ranks = input.intervals.map { found in
            [found.ranking.ranks] + (found.countryValues + found.topicValues).map(\.ranking.ranks)
        }
        return table(
            "ranking.csv",
            ["by", "country", "topic", "value_group", "value", "rank"]
                + (ranks == nil ? [] : ["rank_low", "rank_high"]) + ["distance"],
            rows: rankings.enumerated().flatMap { index, ranking in
                ranking.places.map { ranked in
                    let ends = ranks?[index][ranked.value]
                    let range: [CSVTable.Field] = ranks == nil ? [] : [.count(ends?.low), .count(ends?.high)]
                    return [.text(ranking.by), .text(ranking.country), .text(ranking.topic)] + place(ranked.value)
                        + [.count(ranked.rank)] + range + [.number(ranked.distance)]
                }
            })
    }

    /// Examples of gaps with the actions chosen.
    var misaligned: CSVTable {
        let header = [
            "country", "topic", "value", "stated", "acted", "signed_gap", "inclination", "action", "attributions",
            "explanation", "other_action", "justification",
        ]
        return table(
            "misaligned.csv", header,
            rows: input.misaligned.map { cell in
                [
                    .text(cell.country), .text(cell.topic), .text(cell.value), .number(cell.stated),
                    .number(cell.acted), .number(cell.signedGap), .text(cell.inclination.rawValue),
                    .text(cell.action), .text(cell.attributions.joined(separator: "\n")), .text(cell.explanation),
                    .text(cell.otherAction), .text(cell.justification ?? ""),
                ]
            })
    }
}

import Measures
import Pages

extension ReportTables {
    /// What a heatmap shows, one field for each value and place.
    func matrix(_ columns: GapColumns) -> HTMLTable {
        let names = columns == .countries ? measures.axes.countries : measures.axes.topics
        let (stated, acted, signed) = (
            measures.matrix(.stated, by: columns), measures.matrix(.acted, by: columns),
            measures.matrix(.signedGap, by: columns)
        )
        return HTMLTable(
            caption:
                "In each field stated · acted · acted − stated; agree = 0, disagree = 1. With intervals they are in the CSV.",
            columns: ["Value"] + names,
            rows: measures.axes.values.indices.map { value in
                [measures.axes.values[value]]
                    + names.indices.map { place in
                        [
                            Numerals.decimal(stated[value][place]), Numerals.decimal(acted[value][place]),
                            Numerals.signed(signed[value][place]),
                        ].joined(separator: " · ")
                    }
            })
    }

    /// The inconsistent cells of each value, and its distance.
    var inconsistency: HTMLTable {
        HTMLTable(
            caption: "Inconsistent cells by value",
            columns: [
                "Value", "Inconsistent cells", "Acts against", "Acts for", "Cells with a side", "Distance", "Floor",
            ],
            fields: measures.values.indices.map { index in
                let (pooled, found) = (measures.values[index].pooled, intervals?.values[index])
                let table = pooled.table
                return [
                    HTMLTable.Field(measures.values[index].name),
                    HTMLTable.Field(
                        Numerals.percent(pooled[.inconsistencyShare]),
                        range: Numerals.percentRange(found?[.inconsistencyShare])),
                    HTMLTable.Field(Numerals.count(table.statedAgreeActedDisagree)),
                    HTMLTable.Field(Numerals.count(table.statedDisagreeActedAgree)),
                    HTMLTable.Field(Numerals.count(table.count)),
                    HTMLTable.Field(
                        Numerals.decimal(pooled.distance, places: 3),
                        range: Numerals.range(found?[.distance], places: 3)),
                    HTMLTable.Field(Numerals.decimal(pooled.floor, places: 3)),
                ]
            })
    }

    /// The rank of each value in each country.
    var ranks: HTMLTable {
        let axes = measures.axes
        var ranks = axes.values.map { _ in axes.countries.map { _ in HTMLTable.Field(Numerals.missing) } }
        for (country, ranking) in measures.countryRankings.enumerated() {
            for place in ranking {
                let range = intervals?.countryValues[country].ranking.ranks[place.value]
                ranks[place.value][country] = HTMLTable.Field(String(place.rank), range: range?.text)
            }
        }
        return HTMLTable(
            caption: "Rank by distance, 1 the widest gap", columns: ["Value"] + axes.countries,
            fields: axes.values.indices.map { [HTMLTable.Field(axes.values[$0])] + ranks[$0] })
    }

    /// The overall ranking, with how often a value stays among the first.
    var overallRanks: HTMLTable {
        let stability = intervals?.ranking
        let tops = stability?.tops ?? []
        return HTMLTable(
            caption: "All together: rank by distance, and the share of draws in which a value is among the first",
            columns: ["Value", "Rank", "Distance", "Floor"] + tops.map { "First \($0.places)" },
            fields: measures.overallRanking.map { place in
                [
                    HTMLTable.Field(measures.axes.values[place.value]),
                    HTMLTable.Field(String(place.rank), range: stability?.ranks[place.value]?.text),
                    HTMLTable.Field(
                        Numerals.decimal(place.distance, places: 3),
                        range: Numerals.range(intervals?.values[place.value][.distance], places: 3)),
                    HTMLTable.Field(Numerals.decimal(measures.values[place.value].pooled.floor, places: 3)),
                ] + tops.map { HTMLTable.Field(Numerals.percent($0.chances[place.value], places: 0)) }
            })
    }

    /// What became of the questions of both tasks, with Wilson's intervals of the shares.
    var states: HTMLTable {
        let rows = [("Task 1, stated", measures.states.stated), ("Task 2, acted", measures.states.acted)]
        return HTMLTable(
            caption: "Questions by state; in brackets the share of those planned, with its interval",
            columns: ["Task", "Planned", "Answered", "Refused", "Unreadable", "Missing"],
            fields: rows.map { name, counts in
                [HTMLTable.Field(name), HTMLTable.Field(Numerals.count(counts.planned))]
                    + [counts.answered, counts.refused, counts.unreadable, counts.missing].map { count in
                        let interval = Interval.wilson(successes: count, trials: counts.planned)
                        return HTMLTable.Field(
                            "\(Numerals.count(count)) (\(Numerals.percent(count, of: counts.planned)))",
                            range: Numerals.percentRange(interval))
                    }
            })
    }

    /// The deconvolved gap of the run, its countries, topics and groups of values.
    func leanings(_ report: DeconvolutionReport) -> HTMLTable {
        let parts = [report.overall] + report.countries + report.topics + report.valueGroups
        return HTMLTable(
            caption: "Deconvolved gap, as shares of cells; a dash where a part was not read often enough",
            columns: ["", "Gap", "Steady contradiction", "Ambivalent", "Takes the first option", "Cells"],
            fields: parts.enumerated().map { index, part in
                [HTMLTable.Field(index == 0 ? "All together" : part.name)]
                    + DeconvolvedFigure.allCases.map { figure in
                        HTMLTable.Field(
                            Numerals.percent(part.gap?[figure]), range: Numerals.percentRange(part.intervals[figure]))
                    } + [HTMLTable.Field(part.gap.map { Numerals.count($0.cells) } ?? Numerals.missing)]
            })
    }

    /// Stated against acted inclinations.
    var inclinations: HTMLTable {
        let table = measures.overall.pooled.table
        func field(_ count: Int) -> String { "\(Numerals.count(count)) (\(Numerals.percent(count, of: table.count)))" }
        return HTMLTable(
            caption: "Cells by stated and acted inclination", columns: ["", "Acted agree", "Acted disagree"],
            rows: [
                ["Stated agree", field(table.bothAgree), field(table.statedAgreeActedDisagree)],
                ["Stated disagree", field(table.statedDisagreeActedAgree), field(table.bothDisagree)],
                ["Undecided, in neither", Numerals.count(measures.counts.undecided), ""],
            ])
    }
}

extension RankInterval {
    /// `1–4`, or `1` where both ends are one.
    var text: String { low == high ? "[\(low)]" : "[\(low)–\(high)]" }
}

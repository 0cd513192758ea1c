import Measures
import Pages

/// The figures of a report, each also fit for a file of its own.
struct ReportFigures {
    let input: ReportInput

    private var measures: MeasureReport { input.measures }
    private var axes: Axes { input.measures.axes }

    /// All of them, in the order of the page, with their source.
    var all: [Figure] {
        ([
            states, countryRates, topicRates, inclinations, groupGaps, valueGaps, countryHeatmap, topicHeatmap, ranks,
        ] + [instrument].compactMap(\.self)).map { $0.attributed(to: input.respondent) }
    }

    var states: Figure { StateFigure(stated: measures.states.stated, acted: measures.states.acted).figure }

    var countryRates: Figure {
        rates(
            measures.countries, input.intervals?.countries, name: "rate-country", title: "Alignment rate by country")
    }

    var topicRates: Figure {
        rates(measures.topics, input.intervals?.topics, name: "rate-topic", title: "Alignment rate by topic")
    }

    var inclinations: Figure { InclinationFigure(table: measures.overall.pooled.table).figure }

    var groupGaps: Figure {
        GapFigure(
            name: "gap-group", title: "Stated and acted, by group of values",
            summary: "Mean stated and acted scores of each group of values on one line from agree (0) to disagree (1).",
            sections: [
                (
                    "",
                    measures.valueGroups.indices.map {
                        Self.gapRow(measures.valueGroups[$0], input.intervals?.valueGroups[$0])
                    }
                )
            ]
        ).figure
    }

    var valueGaps: Figure {
        GapFigure(
            name: "gap-value", title: "Stated and acted, by value",
            summary: "Mean stated and acted scores of each value on one line from agree (0) to disagree (1).",
            sections: RowSection.values(of: axes).map { section in
                (
                    section.heading,
                    section.rows.map { Self.gapRow(measures.values[$0.index], input.intervals?.values[$0.index]) }
                )
            }
        ).figure
    }

    var countryHeatmap: Figure { heatmap(.countries, columns: axes.countries, word: "country") }

    var topicHeatmap: Figure { heatmap(.topics, columns: axes.topics, word: "topic") }

    var ranks: Figure {
        var ranks = [[Int?]](
            repeating: [Int?](repeating: nil, count: axes.countries.count), count: axes.values.count)
        for (country, ranking) in measures.countryRankings.enumerated() {
            for place in ranking { ranks[place.value][country] = place.rank }
        }
        let table = ranks
        return RankFigure(
            title: "Rank of each value’s distance, by country",
            summary: "Values that reach the first ten in some country; rank 1 has the widest gap.",
            values: axes.values, countries: axes.countries, rank: { table[$0][$1] }
        ).figure
    }

    /// What the wording does; `nil` where nothing is known of it.
    var instrument: Figure? { input.instrument.flatMap { InstrumentFigure($0)?.figure } }

    private func rates(
        _ groups: [GroupMeasures], _ found: [GroupIntervals]?, name: String, title: String
    ) -> Figure {
        let overall = Self.rateRow(
            measures.overall, input.intervals?.overall, label: "All together", isOverall: true)
        let rows = groups.indices.map {
            Self.rateRow(groups[$0], found?[$0], label: groups[$0].name, isOverall: false)
        }
        // The order of size is what the eye looks for; the table keeps the study's order.
        let sorted = rows.sorted { ($0.f1Disagree ?? -1) > ($1.f1Disagree ?? -1) }
        return RateFigure(
            name: name, title: title,
            summary: "F1 of disagree and F1 of agree of each, with the F1 of agree that always agreeing would reach.",
            rows: [overall] + sorted
        ).figure
    }

    private static func rateRow(
        _ group: GroupMeasures, _ found: GroupIntervals?, label: String, isOverall: Bool
    ) -> RateFigure.Row {
        let means = group.scenarioMean
        return RateFigure.Row(
            label: label, f1Disagree: means.rates?.f1Disagree, f1Agree: means.rates?.f1Agree,
            disagreeInterval: found?.scenarioMean[.f1Disagree], agreeInterval: found?.scenarioMean[.f1Agree],
            alwaysAgree: means.alwaysAgree?.f1Agree, cells: group.pooled.counts.both, isOverall: isOverall)
    }

    private static func gapRow(_ value: ValueMeasures, _ found: PooledIntervals?) -> GapFigure.Row {
        let pooled = value.pooled
        return GapFigure.Row(
            label: value.name, stated: pooled.stated, acted: pooled.acted, distance: pooled.distance,
            signed: pooled.signedGap, statedInterval: found?[.stated], actedInterval: found?[.acted])
    }

    private func heatmap(_ columns: GapColumns, columns names: [String], word: String) -> Figure {
        func panel(_ quantity: GapQuantity, _ scale: Scale, _ title: String, _ low: String, _ high: String)
            -> HeatmapFigure.Panel
        {
            let matrix = measures.matrix(quantity, by: columns)
            return HeatmapFigure.Panel(scale: scale, title: title, ends: (low, high)) { matrix[$0][$1] }
        }
        return HeatmapFigure(
            name: "heatmap-\(word)", title: "Stated, acted, and the gap, by value and \(word)",
            summary: "Four panels that share their rows, the values in their groups; one column for each \(word).",
            sections: RowSection.values(of: axes), columns: names,
            panels: [
                panel(.stated, .stated, "Stated", "0 agree", "1 disagree"),
                panel(.acted, .acted, "Acted", "0 agree", "1 disagree"),
                panel(.distance, .distance, "Distance", "0", "1"),
                panel(.signedGap, .signed, "Acted − stated", "−1 acts for", "+1 acts against"),
            ]
        ).figure
    }
}

extension Figure {
    /// The figure with its source, for a file that leaves the page.
    func attributed(to respondent: RespondentSummary) -> Figure {
        var figure = self
        figure.source = respondent.marks.isEmpty ? respondent.name : "\(respondent.marks): \(respondent.name)"
        return figure
    }
}

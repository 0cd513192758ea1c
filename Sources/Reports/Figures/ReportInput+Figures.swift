import Measures
package import Pages

extension ReportInput {
    /// All figures, in the order of the page, each with its source so that it can stand in a file of its own.
    package var figures: [Figure] {
        attributed(drawings)
    }

    /// Figures in the order of the page, each with its source.
    func attributed(_ drawings: [ReportFigure: Figure]) -> [Figure] {
        ReportFigure.allCases.compactMap { drawings[$0]?.attributed(to: respondent, mark: scoringMark) }
    }

    /// What a figure that leaves the page says of people's own readings, where they count.
    private var scoringMark: String { measures.scoring == .overruled ? measures.scoringMark : "" }

    /// A figure with its source, to stand in a file of its own; `nil` where there is nothing to show.
    package func attributedFigure(_ name: ReportFigure) -> Figure? {
        figure(name)?.attributed(to: respondent, mark: scoringMark)
    }

    /// All figures as the page shows them.
    var drawings: [ReportFigure: Figure] {
        var drawings: [ReportFigure: Figure] = [:]
        for name in ReportFigure.allCases { drawings[name] = figure(name) }
        return drawings
    }

    /// A figure as the page shows it; `nil` where there is nothing to show.
    package func figure(_ name: ReportFigure) -> Figure? {
        switch name {
        case .states: StateFigure(stated: measures.states.stated, acted: measures.states.acted).figure
        case .countryRates:
            rates(measures.countries, intervals?.countries, .countryRates, title: "Alignment rate by country")
        case .topicRates: rates(measures.topics, intervals?.topics, .topicRates, title: "Alignment rate by topic")
        case .regionRates: regionFigure
        case .rankIntervals: rankFigure(.whole)
        case .circle: circleFigure
        case .inclinations:
            MosaicFigure(table: measures.overall.pooled.table, undecided: measures.counts.undecided).figure
        case .leanings: leanings
        case .groupGaps: groupGaps
        case .valueGaps: valueGaps
        case .countryHeatmap:
            heatmap(.countryHeatmap, .countries, columns: measures.axes.countries, word: "country")
        case .topicHeatmap: heatmap(.topicHeatmap, .topics, columns: measures.axes.topics, word: "topic")
        case .valueInconsistency: valueInconsistency
        case .ranks: ranks
        case .instrument: instrument.flatMap { ForestFigure($0)?.figure }
        }
    }
}

// MARK: - Leanings

extension ReportInput {
    private var leanings: Figure? {
        guard let part = deconvolution?.overall, let gap = part.gap else { return nil }
        return LeaningMap(
            gap, intervals: part.intervals, share: measures.inconsistency.share,
            shareInterval: intervals?.overall.pooled[.inconsistencyShare]
        ).figure
    }
}

// MARK: - Rates

extension ReportInput {
    private func rates(
        _ groups: [GroupMeasures], _ found: [GroupIntervals]?, _ name: ReportFigure, title: String
    ) -> Figure {
        let overall = Self.rateRow(measures.overall, intervals?.overall, label: "All together", isOverall: true)
        let rows = groups.indices.map {
            Self.rateRow(groups[$0], found?[$0], label: groups[$0].name, isOverall: false)
        }
        // The order of size is what the eye looks for; the table keeps the study's order.
        let sorted = rows.sorted { ($0.f1Disagree ?? -1) > ($1.f1Disagree ?? -1) }
        let summary = FigureSummaries.rates(sorted, overall: overall)
        return RateFigure(
            heading: Figure.Heading(name.rawValue, title: title, summary: summary), rows: [overall] + sorted
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
}

// MARK: - Gaps

extension ReportInput {
    private var groupGaps: Figure {
        let rows = measures.valueGroups.indices.map {
            Self.gapRow(measures.valueGroups[$0], intervals?.valueGroups[$0])
        }
        return gaps(.groupGaps, by: "group of values", sections: [("", rows)])
    }

    private var valueGaps: Figure {
        let sections = RowSection.values(of: measures.axes).map { section in
            (
                section.heading,
                section.rows.map { Self.gapRow(measures.values[$0.index], intervals?.values[$0.index]) }
            )
        }
        return gaps(.valueGaps, by: "value", sections: sections)
    }

    private func gaps(
        _ name: ReportFigure, by what: String, sections: [(heading: String, rows: [GapFigure.Row])]
    ) -> Figure {
        let summary = FigureSummaries.gaps(sections.flatMap(\.rows), by: what)
        return GapFigure(
            heading: Figure.Heading(name.rawValue, title: "Stated and acted, by \(what)", summary: summary),
            sections: sections
        ).figure
    }

    private static func gapRow(_ value: ValueMeasures, _ found: PooledIntervals?) -> GapFigure.Row {
        let pooled = value.pooled
        return GapFigure.Row(
            label: value.name, stated: pooled.stated, acted: pooled.acted, distance: pooled.distance,
            floor: pooled.floor,
            signed: pooled.signedGap, statedInterval: found?[.stated], actedInterval: found?[.acted])
    }
}

// MARK: - Value by value

extension ReportInput {
    private func heatmap(_ name: ReportFigure, _ columns: GapColumns, columns names: [String], word: String) -> Figure {
        func panel(
            _ quantity: GapQuantity, _ scale: Scale, _ title: String, _ ends: (String, String)
        ) -> HeatmapFigure.Panel {
            let matrix = measures.matrix(quantity, by: columns)
            return HeatmapFigure.Panel(scale: scale, title: title, ends: ends) { matrix[$0][$1] }
        }
        return HeatmapFigure(
            Figure.Heading(
                name.rawValue, title: "Stated, acted, and the gap, by value and \(word)",
                summary: FigureSummaries.heatmap(measures, columns, names: names)),
            sections: RowSection.values(of: measures.axes), columns: names,
            panels: [
                panel(.stated, .stated, "Stated", ("0 agree", "1 disagree")),
                panel(.acted, .acted, "Acted", ("0 agree", "1 disagree")),
                panel(.distance, .distance, "Distance", ("0", "1")),
                panel(.signedGap, .signed, "Acted − stated", ("−1 acts for", "+1 acts against")),
            ]
        ).figure
    }

    private var valueInconsistency: Figure {
        let ranked = InconsistencyRanking(measures).values.map(\.value)
        let order = ranked + measures.values.indices.filter { !ranked.contains($0) }
        return InconsistencyFigure(
            rows: order.map { index in
                let pooled = measures.values[index].pooled
                return InconsistencyFigure.Row(
                    label: measures.values[index].name, share: pooled[.inconsistencyShare],
                    interval: intervals?.values[index][.inconsistencyShare], inconsistent: pooled.table.inconsistent,
                    decided: pooled.table.count, distance: pooled.distance, floor: pooled.floor)
            }
        ).figure
    }

    private var ranks: Figure {
        let axes = measures.axes
        var ranks = [[Int?]](
            repeating: [Int?](repeating: nil, count: axes.countries.count), count: axes.values.count)
        for (country, ranking) in measures.countryRankings.enumerated() {
            for place in ranking { ranks[place.value][country] = place.rank }
        }
        let table = ranks
        return RankFigure(
            Figure.Heading(
                ReportFigure.ranks.rawValue, title: "Rank of each value’s distance, by country",
                summary: FigureSummaries.ranks(measures)),
            rows: axes.values, columns: axes.countries, rank: { table[$0][$1] }
        ).figure
    }
}

extension Figure {
    /// The figure with its source, for a file that leaves the page.
    func attributed(to respondent: RespondentSummary, mark: String = "") -> Figure {
        var figure = self
        figure.source =
            (respondent.marks.isEmpty ? respondent.name : "\(respondent.marks): \(respondent.name)") + mark
        return figure
    }
}

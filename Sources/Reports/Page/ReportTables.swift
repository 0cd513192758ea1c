import Measures

/// The tables behind the figures of a page.
struct ReportTables {
    let measures: MeasureReport

    /// The rates of each country or topic and of all together.
    func rates(_ groups: [GroupMeasures], heading: String) -> HTMLTable {
        HTMLTable(
            caption: "Rates by \(heading.lowercased()): means over scenarios, then pooled over cells",
            columns: [
                heading, "F1 disagree", "F1 agree", "Accuracy", "Always agree: F1 agree", "Shuffled: F1 disagree",
                "Kappa", "MCC", "Stated disagree", "Acted disagree", "Distance", "Signed gap", "Cells",
            ],
            rows: groups.map { row($0, label: $0.name) } + [row(measures.overall, label: "All together")])
    }

    private func row(_ group: GroupMeasures, label: String) -> [String] {
        let (means, pooled) = (group.scenarioMean, group.pooled)
        return [label]
            + [
                means.rates?.f1Disagree, means.rates?.f1Agree, means.rates?.accuracy, means.alwaysAgree?.f1Agree,
                means.shuffled?.f1Disagree, pooled.rates.kappa, pooled.rates.matthewsCorrelation,
            ].map { Numerals.decimal($0, places: 3) }
            + [pooled.rates.statedDisagreeRate, pooled.rates.actedDisagreeRate].map { Numerals.percent($0) }
            + [
                Numerals.decimal(means.distance, places: 3), Numerals.signed(means.signedGap, places: 3),
                Numerals.count(pooled.counts.both),
            ]
    }

    /// Every rate of the whole run beside what always agreeing and chance would give, pooled over cells.
    var pooled: HTMLTable {
        let pooled = measures.overall.pooled
        let columns = [pooled.rates, pooled.alwaysAgree, pooled.shuffled.rates]
        let measured: [(String, (AgreementRates) -> Double?)] = [
            ("F1 of disagree", \.f1Disagree), ("F1 of agree", \.f1Agree), ("Macro F1", \.macroF1),
            ("Precision, disagree", \.precisionDisagree), ("Recall, disagree", \.recallDisagree),
            ("Precision, agree", \.precisionAgree), ("Recall, agree", \.recallAgree), ("Accuracy", \.accuracy),
            ("Balanced accuracy", \.balancedAccuracy), ("Cohen’s kappa", \.kappa),
            ("Matthews correlation", \.matthewsCorrelation), ("Stated disagree, share", \.statedDisagreeRate),
            ("Acted disagree, share", \.actedDisagreeRate),
        ]
        return HTMLTable(
            caption: "All cells pooled (\(Numerals.count(pooled.counts.both)))",
            columns: ["Rate", "Measured", "Always agreeing", "Shuffled within value"],
            rows: measured.map { name, rate in [name] + columns.map { Numerals.decimal(rate($0), places: 3) } })
    }

    /// Stated, acted and the gap of each value or group of values.
    func gaps(_ values: [ValueMeasures], heading: String) -> HTMLTable {
        HTMLTable(
            caption: "Mean scores by \(heading.lowercased()), agree = 0, disagree = 1",
            columns: [heading, "Stated", "Acted", "Distance", "Signed gap", "F1 disagree", "F1 agree", "Cells"],
            rows: values.map { value in
                let pooled = value.pooled
                return [value.name]
                    + [pooled.stated, pooled.acted, pooled.distance].map { Numerals.decimal($0, places: 3) }
                    + [Numerals.signed(pooled.signedGap, places: 3)]
                    + [pooled.rates.f1Disagree, pooled.rates.f1Agree].map { Numerals.decimal($0, places: 3) }
                    + [Numerals.count(pooled.counts.both)]
            })
    }

    /// The four matrices of a heatmap.
    func matrices(_ columns: GapColumns) -> [HTMLTable] {
        let names = columns == .countries ? measures.axes.countries : measures.axes.topics
        let captions: [(GapQuantity, String)] = [
            (.stated, "Stated, agree = 0"), (.acted, "Acted, agree = 0"), (.distance, "Distance"),
            (.signedGap, "Signed gap, acted − stated"),
        ]
        return captions.map { quantity, caption in
            let matrix = measures.matrix(quantity, by: columns)
            return HTMLTable(
                caption: caption, columns: ["Value"] + names,
                rows: measures.axes.values.indices.map { value in
                    [measures.axes.values[value]]
                        + matrix[value].map {
                            quantity == .signedGap ? Numerals.signed($0) : Numerals.decimal($0)
                        }
                })
        }
    }

    /// The rank of each value in each country.
    var ranks: HTMLTable {
        let axes = measures.axes
        var ranks = axes.values.map { _ in axes.countries.map { _ in Numerals.missing } }
        for (country, ranking) in measures.countryRankings.enumerated() {
            for place in ranking { ranks[place.value][country] = String(place.rank) }
        }
        return HTMLTable(
            caption: "Rank by distance, 1 the widest gap", columns: ["Value"] + axes.countries,
            rows: axes.values.indices.map { [axes.values[$0]] + ranks[$0] })
    }

    /// What became of the questions of both tasks.
    var states: HTMLTable {
        let rows = [("Task 1, stated", measures.states.stated), ("Task 2, acted", measures.states.acted)]
        return HTMLTable(
            caption: "Questions by state",
            columns: ["Task", "Planned", "Answered", "Refused", "Unreadable", "Missing"],
            rows: rows.map { name, counts in
                [name]
                    + [counts.planned, counts.answered, counts.refused, counts.unreadable, counts.missing]
                    .map(Numerals.count)
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
            ])
    }
}

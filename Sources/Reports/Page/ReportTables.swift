import Measures
import Pages

/// The tables behind the figures of a page. Below each number stands its interval, where one was made.
struct ReportTables {
    let measures: MeasureReport
    let intervals: MeasureIntervals?
    /// Whether a number and its interval are one text.
    var areCompact = false

    /// The rates of each country or topic and of all together.
    func rates(_ groups: [GroupMeasures], _ found: [GroupIntervals]?, heading: String) -> HTMLTable {
        HTMLTable(
            caption: "Rates by \(heading.lowercased()): means over scenarios, then pooled over cells",
            columns: [
                heading, "F1 disagree", "F1 agree", "Macro F1", "Accuracy", "Always agree: F1 agree",
                "Shuffled: F1 disagree", "Shuffled: F1 agree", "Kappa", "MCC", "Balanced accuracy", "Stated disagree",
                "Acted disagree", "Distance", "Floor", "Signed gap", "Cells", "Missing", "F1 disagree 0/0",
            ],
            fields: groups.indices.map { row(groups[$0], found?[$0], label: groups[$0].name) }
                + [row(measures.overall, intervals?.overall, label: "All together")])
    }

    private func row(_ group: GroupMeasures, _ found: GroupIntervals?, label: String) -> [HTMLTable.Field] {
        let (means, pooled) = (group.scenarioMean, group.pooled)
        func mean(_ figure: ScenarioFigure) -> HTMLTable.Field {
            Self.field(means[figure], found?.scenarioMean[figure])
        }
        func share(_ figure: PooledFigure) -> HTMLTable.Field {
            HTMLTable.Field(Numerals.percent(pooled[figure]), range: Numerals.percentRange(found?.pooled[figure]))
        }
        func ofCells(_ figure: PooledFigure) -> HTMLTable.Field { Self.field(pooled[figure], found?.pooled[figure]) }
        let baselines = [means.alwaysAgree?.f1Agree, means.shuffled?.f1Disagree, means.shuffled?.f1Agree]
        let counts = [pooled.counts.both, pooled.counts.missing, means.undefinedDisagree]
        var fields = [HTMLTable.Field(label)]
        fields += [ScenarioFigure.f1Disagree, .f1Agree, .macroF1, .accuracy].map(mean)
        fields += baselines.map { HTMLTable.Field(Numerals.decimal($0, places: 3)) }
        fields += [PooledFigure.kappa, .matthewsCorrelation, .balancedAccuracy].map(ofCells)
        fields += [PooledFigure.statedDisagreeRate, .actedDisagreeRate].map(share)
        fields.append(mean(.distance))
        fields.append(HTMLTable.Field(Numerals.decimal(means.floor, places: 3)))
        fields.append(Self.field(means.signedGap, found?.scenarioMean[.signedGap], isSigned: true))
        return fields + counts.map { HTMLTable.Field(Numerals.count($0)) }
    }

    private static func field(_ number: Double?, _ interval: Interval?, isSigned: Bool = false) -> HTMLTable.Field {
        HTMLTable.Field(
            isSigned ? Numerals.signed(number, places: 3) : Numerals.decimal(number, places: 3),
            range: Numerals.range(interval, places: 3, isSigned: isSigned))
    }

    /// Every rate of the whole run beside what always agreeing and chance would give, pooled over cells.
    var pooled: HTMLTable {
        let pooled = measures.overall.pooled
        let named: [(String, PooledFigure)] = [
            ("F1 of disagree", .f1Disagree), ("F1 of agree", .f1Agree), ("Macro F1", .macroF1),
            ("Precision, disagree", .precisionDisagree), ("Recall, disagree", .recallDisagree),
            ("Precision, agree", .precisionAgree), ("Recall, agree", .recallAgree), ("Accuracy", .accuracy),
            ("Inconsistent cells, share", .inconsistencyShare), ("Balanced accuracy", .balancedAccuracy),
            ("Cohen’s kappa", .kappa), ("Matthews correlation", .matthewsCorrelation),
            ("Stated disagree, share", .statedDisagreeRate), ("Acted disagree, share", .actedDisagreeRate),
        ]
        let baselines = [pooled.alwaysAgree, pooled.shuffled.rates]
        var table = HTMLTable(
            caption: "All cells pooled (\(Numerals.count(pooled.counts.both)))",
            columns: ["Rate", "Measured", "Always agreeing", "Shuffled within value"],
            fields: named.map { name, figure in
                [HTMLTable.Field(name), Self.field(pooled[figure], intervals?.overall.pooled[figure])]
                    + baselines.map { HTMLTable.Field(Numerals.decimal($0[figure], places: 3)) }
            })
        table.isStacked = true
        return table
    }

    /// Stated, acted and the gap of each value or group of values.
    func gaps(_ values: [ValueMeasures], _ found: [PooledIntervals]?, heading: String) -> HTMLTable {
        let figures: [PooledFigure] = [
            .stated, .acted, .distance, .signedGap, .f1Disagree, .f1Agree, .accuracy, .kappa, .statedDisagreeRate,
            .actedDisagreeRate,
        ]
        return HTMLTable(
            caption: "Mean scores by \(heading.lowercased()), agree = 0, disagree = 1",
            columns: [
                heading, "Stated", "Acted", "Distance", "Floor", "Signed gap", "F1 disagree", "F1 agree", "Accuracy",
                "Kappa",
                "Stated disagree", "Acted disagree", "Shuffled: F1 disagree", "Cells",
            ],
            fields: values.indices.map { index in
                let pooled = values[index].pooled
                var fields = figures.map { Self.field(pooled[$0], found?[index][$0], isSigned: $0 == .signedGap) }
                fields.insert(HTMLTable.Field(Numerals.decimal(pooled.floor, places: 3)), at: 3)
                return [HTMLTable.Field(values[index].name)] + fields
                    + [
                        HTMLTable.Field(Numerals.decimal(pooled.shuffled.rates.f1Disagree, places: 3)),
                        HTMLTable.Field(Numerals.count(pooled.counts.both)),
                    ]
            })
    }
}

import Measures

/// The instrument's own errors as tables: a line a figure, by the names that the JSON has them under.
enum InstrumentCSV {
    /// `instrument.csv` and `sensitivity.csv`; none where the errors were not looked for.
    static func tables(_ input: ReportInput) -> [CSVTable] {
        guard let instrument = input.instrument else { return [] }
        let origin = OriginColumns(input).fields
        let figures =
            task("stated", instrument.stated) + task("acted", instrument.acted) + family(instrument.family)
            + variance("gap", instrument.gap)
        return [
            CSVTable(
                name: "instrument.csv",
                header: [
                    "task", "part", "factor", "reference", "level", "figure", "value", "low", "high", "count",
                ] + OriginColumns.header, rows: figures.map { $0 + origin }),
            sensitivity(instrument.sensitivity, origin),
        ]
    }

    private static func task(_ name: String, _ task: TaskInstrument) -> [[CSVTable.Field]] {
        let agreement = [("by_option", task.agreement.byOption), ("binary", task.agreement.binary)]
        var rows = agreement.map { row(name, "agreement", figure: $0, $1) }
        rows.append(row(name, "repetition", figure: "repetition_flips", task.repetitionFlips))
        for effect in task.factors {
            let figures = [
                ("shift", effect.shift), ("flips", effect.flips), ("option_changes", effect.optionChanges),
            ]
            rows += figures.map {
                row(name, "factors", (effect.factor, effect.reference, effect.level), figure: $0, $1)
            }
        }
        if let position = task.position {
            let figures = [
                ("first", position.first), ("first_when_agree_first", position.firstWhenAgreeFirst),
                ("first_when_disagree_first", position.firstWhenDisagreeFirst), ("bias", position.bias),
                ("flips", position.flips),
            ]
            rows += figures.map { row(name, "position", figure: $0, $1) }
        }
        return rows + variance(name, task.variance)
    }

    private static func family(_ effect: FamilyEffect?) -> [[CSVTable.Field]] {
        guard let effect, effect.absence == nil else { return [] }
        return [
            ("shift", effect.shift), ("flips", effect.flips), ("inconsistency_difference", effect.inconsistency),
        ].map { row("acted", "own_family", ("generator", "another", effect.families.respondent ?? ""), figure: $0, $1) }
    }

    private static func variance(_ task: String, _ found: VarianceComponents?) -> [[CSVTable.Field]] {
        (found?.components ?? []).flatMap { component in
            [("variance", Optional(component.variance)), ("share", component.share)].map { figure, value in
                [
                    .text(task), .text("variance"), .text(component.source), .text(""), .text(""), .text(figure),
                    .number(value), .number(nil), .number(nil), .count(component.levels),
                ]
            }
        }
    }

    private static func row(
        _ task: String, _ part: String, _ factor: (String, String, String) = ("", "", ""), figure: String,
        _ estimate: Estimate?
    ) -> [CSVTable.Field] {
        [
            .text(task), .text(part), .text(factor.0), .text(factor.1), .text(factor.2), .text(figure),
            .number(estimate?.value), .number(estimate?.interval?.low), .number(estimate?.interval?.high),
            .count(estimate?.count),
        ]
    }

    private static func sensitivity(_ report: SensitivityReport, _ origin: [CSVTable.Field]) -> CSVTable {
        let figures =
            ScenarioFigure.allCases.map { ("overall", $0.rawValue, report.scenarioMean[$0]) }
            + PooledFigure.allCases.map { ("pooled", $0.rawValue, report.pooled[$0]) }
        return CSVTable(
            name: "sensitivity.csv",
            header: [
                "part", "figure", "measured", "missing_agree", "missing_disagree",
                "missing_stated_agree_acted_disagree", "missing_stated_disagree_acted_agree", "missing_low",
                "missing_high", "missing_bounds_exact", "ties_agree", "ties_disagree",
                "missing_cells", "stated_ties", "acted_ties",
            ] + OriginColumns.header,
            rows: figures.map { part, figure, found in
                [.text(part), .text(figure)]
                    + [
                        found?.measured, found?.missingAgree, found?.missingDisagree, found?.missingActAgainst,
                        found?.missingActFor, found?.missingRange?.lowerBound, found?.missingRange?.upperBound,
                    ].map { .number($0) } + [.truth(found?.isExact)]
                    + [found?.tiesAgree, found?.tiesDisagree].map { .number($0) }
                    + [.count(report.missingCells), .count(report.statedTies), .count(report.actedTies)] + origin
            })
    }
}

package import Measures

/// The tables of a calibration as files; every number in full, by the names that the JSON has. The last column of each
/// says that no model was asked.
package enum CalibrationCSV {
    /// All of them.
    package static func tables(_ calibration: Calibration) -> [CSVTable] {
        ([respondents(calibration), recovery(calibration), confounding(calibration)]
            + (calibration.power.map { [power($0)] } ?? [])
            + (calibration.worlds.isEmpty ? [] : [WorldCSV.table(calibration.worlds)])).map { table in
                CSVTable(
                    name: table.name, header: table.header + ["simulated"],
                    rows: table.rows.map { $0 + [.truth(true)] })
            }
    }

    /// Every respondent of the grid with every measure.
    private static func respondents(_ calibration: Calibration) -> CSVTable {
        CSVTable(
            name: "respondents.csv",
            header: [
                "subject", "gap", "bias", "level", "base_rate", "measure", "true",
                "population", "recovered", "low", "high",
            ],
            rows: calibration.measured.flatMap { subject in
                CalibratedMeasure.allCases.map { measure in
                    let figure = subject.figures[measure]
                    return [
                        .count(subject.number), .number(subject.point.gap), .text(subject.point.bias.rawValue),
                        .number(subject.point.level), .number(subject.baseRate), .text(measure.rawValue),
                        .number(figure?.truth), .number(figure?.population), .number(figure?.recovered),
                        .number(figure?.interval?.low), .number(figure?.interval?.high),
                    ]
                }
            })
    }

    private static func recovery(_ calibration: Calibration) -> CSVTable {
        CSVTable(
            name: "recovery.csv",
            header: [
                "gap", "bias", "level", "base_rate", "measure", "subjects", "undefined", "true",
                "population", "recovered", "mean_error", "standard_error", "rmse", "coverage_intervals",
                "coverage_held", "population_coverage_held",
            ],
            rows: calibration.points.flatMap { row in
                CalibratedMeasure.allCases.compactMap { measure in
                    row.measures[measure].map { found in
                        [
                            .number(row.point.gap), .text(row.point.bias.rawValue), .number(row.point.level),
                            .number(row.baseRate), .text(measure.rawValue), .count(found.subjects),
                            .count(found.undefined), .number(found.truth), .number(found.population),
                            .number(found.recovered), .number(found.bias), .number(found.standardError),
                            .number(found.rmse), .count(found.coverage.intervals), .count(found.coverage.held),
                            .count(found.populationCoverage.held),
                        ]
                    }
                }
            })
    }

    private static func confounding(_ calibration: Calibration) -> CSVTable {
        CSVTable(
            name: "confounding.csv",
            header: [
                "measure", "bias", "slope", "low", "high", "subjects", "gap_slope", "reach", "gap_reach",
                "gap_equivalent", "share_of_gap_effect", "is_confounded",
            ],
            rows: calibration.confounding.map { row in
                [
                    .text(row.measure.rawValue), .text(row.bias.rawValue), .number(row.slope?.value),
                    .number(row.slope?.interval?.lowerBound), .number(row.slope?.interval?.upperBound),
                    .count(row.slope?.subjects), .number(row.gapSlope?.value), .number(row.reach),
                    .number(row.gapReach), .number(row.gapEquivalent), .number(row.share),
                    .truth(row.isConfounded),
                ]
            })
    }

    private static func power(_ power: PowerTable) -> CSVTable {
        CSVTable(
            name: "power.csv",
            header: [
                "gap", "difference", "scenarios", "variants", "replicates", "questions", "measure", "simulations",
                "found",
                "power", "low", "high",
            ],
            rows: power.cells.map { cell in
                [
                    .number(cell.contrast.gap), .number(cell.contrast.difference), .count(cell.design.scenarios),
                    .count(cell.design.variants), .count(cell.design.replicates),
                    .count(cell.design.questions(values: power.values)), .text(cell.measure.rawValue),
                    .count(cell.found.intervals), .count(cell.found.held), .number(cell.share),
                    .number(cell.found.interval?.low), .number(cell.found.interval?.high),
                ]
            })
    }
}

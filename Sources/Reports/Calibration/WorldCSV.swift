import Measures

/// The worlds of a calibration as a file: a row for each world, measure and bias, and one without a bias.
enum WorldCSV {
    static func table(_ worlds: [WorldCalibration]) -> CSVTable {
        CSVTable(
            name: "worlds.csv",
            header: [
                "world", "gap", "measure", "bias", "level", "scale", "respondents", "true", "recovered", "mean_error",
                "standard_error", "rmse", "intervals", "hold_true", "shift", "low", "high", "other_gap", "power",
            ],
            rows: worlds.flatMap { world in
                CalibratedMeasure.allCases.flatMap { measure in
                    [plain(world, measure)] + world.biases.map { shifted(world, measure, $0) }
                }
            })
    }

    private static func plain(_ world: WorldCalibration, _ measure: CalibratedMeasure) -> [CSVTable.Field] {
        let found = world.recovery[measure]
        return [
            .text(world.name), .number(world.gap), .text(measure.rawValue), .text(CalibratedBias.undisturbed.rawValue),
            .number(0), .text(WorldCalibration.Scale.asAsked.rawValue), .count(found?.subjects), .number(found?.truth),
            .number(found?.recovered), .number(found?.bias), .number(found?.standardError), .number(found?.rmse),
            .count(found?.coverage.intervals), .count(found?.coverage.held), .number(nil), .number(nil), .number(nil),
            .number(world.otherGap), .number(world.power[measure]?.share),
        ]
    }

    private static func shifted(
        _ world: WorldCalibration, _ measure: CalibratedMeasure, _ bias: WorldCalibration.Bias
    ) -> [CSVTable.Field] {
        let shift = world.shifts[bias]?[measure]
        let none = CSVTable.Field.number(nil)
        return [
            .text(world.name), .number(world.gap), .text(measure.rawValue), .text(bias.bias.rawValue),
            .number(bias.level), .text(bias.scale.rawValue), .count(shift?.subjects), none, none, none, none, none,
            none, none, .number(shift?.value), .number(shift?.interval?.lowerBound),
            .number(shift?.interval?.upperBound), none, none,
        ]
    }
}

extension Calibration {
    /// Everything but the single subjects; undefined numbers are `null`.
    package var json: MeasureJSON {
        [
            "coding": "agree = 0, disagree = 1",
            "gaps": .array(grid.gaps.map(MeasureJSON.number)),
            "biases": .object(
                grid.biases.map { .init($0.bias.rawValue, .array($0.levels.map(MeasureJSON.number))) }),
            "subjects": .integer(subjects),
            "intervals": [
                "method": .string(plan.method.rawValue), "clusters": .string(plan.clustering.rawValue),
                "level": .number(plan.level), "replicates": .integer(plan.replicates),
                "seed": .integer(Int(clamping: plan.seed)),
            ],
            "overall": .array(
                overall.map { row in
                    [
                        "bias": MeasureJSON(row.bias?.rawValue),
                        "measures": Calibration.named(row.measures, \.json),
                    ]
                }),
            "points": .array(
                points.map { row in
                    [
                        "gap": .number(row.point.gap), "bias": .string(row.point.bias.rawValue),
                        "level": .number(row.point.level), "base_rate": MeasureJSON(row.baseRate),
                        "measures": Calibration.named(row.measures, \.json),
                    ]
                }),
            "confounding": .array(confounding.map(\.json)),
            "power": power?.json ?? .null,
        ]
    }

    private static func named<Value>(
        _ measures: [CalibratedMeasure: Value], _ json: (Value) -> MeasureJSON
    ) -> MeasureJSON {
        .object(CalibratedMeasure.allCases.map { .init($0.rawValue, measures[$0].map(json) ?? .null) })
    }
}

extension Recovery {
    var json: MeasureJSON {
        [
            "subjects": .integer(subjects), "undefined": .integer(undefined), "true": MeasureJSON(truth),
            "population": MeasureJSON(population), "recovered": MeasureJSON(recovered), "bias": MeasureJSON(bias),
            "standard_error": MeasureJSON(standardError), "rmse": MeasureJSON(rmse), "coverage": coverage.json,
            "population_coverage": populationCoverage.json,
        ]
    }
}

extension Recovery.Coverage {
    var json: MeasureJSON {
        [
            "held": .integer(held), "intervals": .integer(intervals), "share": MeasureJSON(share),
            "low": MeasureJSON(interval?.low), "high": MeasureJSON(interval?.high),
        ]
    }
}

extension Confounding {
    var json: MeasureJSON {
        [
            "measure": .string(measure.rawValue), "bias": .string(bias.rawValue), "slope": slope?.json ?? .null,
            "gap_slope": gapSlope?.json ?? .null, "reach": .number(reach), "gap_reach": .number(gapReach),
            "gap_equivalent": MeasureJSON(gapEquivalent), "share_of_gap_effect": MeasureJSON(share),
            "is_confounded": isConfounded.map { .bool($0) } ?? .null,
        ]
    }
}

extension Slope {
    var json: MeasureJSON {
        [
            "value": .number(value), "subjects": .integer(subjects), "standard_error": MeasureJSON(standardError),
            "low": MeasureJSON(interval?.lowerBound), "high": MeasureJSON(interval?.upperBound),
        ]
    }
}

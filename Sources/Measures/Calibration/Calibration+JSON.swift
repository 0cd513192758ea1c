package import Text

extension Calibration {
    /// Everything but the single subjects; undefined numbers are `null`.
    package var json: JSONValue {
        [
            "coding": "agree = 0, disagree = 1",
            "gaps": .array(grid.gaps.map(JSONValue.number)),
            "biases": .object(
                grid.biases.map { .init($0.bias.rawValue, .array($0.levels.map(JSONValue.number))) }),
            "subjects": .integer(subjects),
            "intervals": [
                "method": .string(plan.method.rawValue), "clusters": .string(plan.clustering.rawValue),
                "level": .number(plan.level), "replicates": .integer(plan.replicates),
                "seed": .integer(Int(clamping: plan.seed)),
            ],
            "overall": .array(
                overall.map { row in
                    [
                        "bias": JSONValue(row.bias?.rawValue),
                        "measures": Calibration.named(row.measures, \.json),
                    ]
                }),
            "points": .array(
                points.map { row in
                    [
                        "gap": .number(row.point.gap), "bias": .string(row.point.bias.rawValue),
                        "level": .number(row.point.level), "base_rate": JSONValue(row.baseRate),
                        "measures": Calibration.named(row.measures, \.json),
                    ]
                }),
            "confounding": .array(confounding.map(\.json)),
            "power": power?.json ?? .null,
            "worlds": .array(worlds.map(\.json)),
        ]
    }

    private static func named<Value>(
        _ measures: [CalibratedMeasure: Value], _ json: (Value) -> JSONValue
    ) -> JSONValue {
        .object(CalibratedMeasure.allCases.map { .init($0.rawValue, measures[$0].map(json) ?? .null) })
    }
}

extension Recovery {
    var json: JSONValue {
        [
            "subjects": .integer(subjects), "undefined": .integer(undefined), "true": JSONValue(truth),
            "population": JSONValue(population), "recovered": JSONValue(recovered), "bias": JSONValue(bias),
            "mean_error": JSONValue(bias), "standard_error": JSONValue(standardError), "rmse": JSONValue(rmse),
            "coverage": coverage.json,
            "population_coverage": populationCoverage.json,
        ]
    }
}

extension Recovery.Coverage {
    var json: JSONValue {
        [
            "held": .integer(held), "intervals": .integer(intervals), "share": JSONValue(share),
            "low": JSONValue(interval?.low), "high": JSONValue(interval?.high),
        ]
    }
}

extension Confounding {
    var json: JSONValue {
        [
            "measure": .string(measure.rawValue), "bias": .string(bias.rawValue), "slope": slope?.json ?? .null,
            "gap_slope": gapSlope?.json ?? .null, "reach": .number(reach), "gap_reach": .number(gapReach),
            "gap_equivalent": JSONValue(gapEquivalent), "share_of_gap_effect": JSONValue(share),
            "is_confounded": isConfounded.map { .bool($0) } ?? .null,
        ]
    }
}

extension Slope {
    var json: JSONValue {
        [
            "value": .number(value), "subjects": .integer(subjects), "standard_error": JSONValue(standardError),
            "low": JSONValue(interval?.lowerBound), "high": JSONValue(interval?.upperBound),
        ]
    }
}

import Text

extension WorldCalibration {
    var json: JSONValue {
        [
            "world": .string(name), "words": .string(words), "gap": .number(gap), "other_gap": JSONValue(otherGap),
            "measures": .object(
                CalibratedMeasure.allCases.map { measure in
                    .init(measure.rawValue, recovery[measure]?.json ?? .null)
                }),
            "shifts": .array(
                biases.map { bias in
                    [
                        "bias": .string(bias.bias.rawValue), "level": .number(bias.level),
                        "scale": .string(bias.scale.rawValue),
                        "measures": .object(
                            CalibratedMeasure.allCases.map { measure in
                                .init(measure.rawValue, shifts[bias]?[measure]?.json ?? .null)
                            }),
                    ]
                }),
            "power": .object(
                CalibratedMeasure.allCases.map { .init($0.rawValue, power[$0]?.json ?? .null) }),
        ]
    }

    /// The biases in the order of ``CalibratedBias``, as asked first.
    package var biases: [Bias] {
        CalibratedBias.allCases.flatMap { bias in
            Scale.allCases.flatMap { scale in
                shifts.keys.filter { $0.bias == bias && $0.scale == scale }.sorted { $0.level < $1.level }
            }
        }
    }
}

extension PairedShift {
    var json: JSONValue {
        [
            "value": .number(value), "subjects": .integer(subjects), "standard_error": JSONValue(standardError),
            "low": JSONValue(interval?.lowerBound), "high": JSONValue(interval?.upperBound),
        ]
    }
}

extension WorldPower {
    var json: JSONValue {
        ["share": .number(share), "threshold": .number(threshold), "respondents": .integer(respondents)]
    }
}

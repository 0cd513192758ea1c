package import Text

extension Estimate {
    /// The value, what it rests on, and its interval.
    package var json: JSONValue {
        let plain: JSONValue = ["value": .number(value), "count": .integer(count)]
        // Without draws, too, the key is there.
        return outcome == nil ? plain.with(intervals: ["value": .null]) : plain.with(outcome, as: "value")
    }
}

extension FactorEffect {
    /// The effect of one level against the first.
    package var json: JSONValue {
        [
            "factor": .string(factor), "reference": .string(reference), "level": .string(level),
            "shift": shift?.json ?? .null, "flips": flips?.json ?? .null,
            "option_changes": optionChanges?.json ?? .null, "other_factors": .integer(others),
        ]
    }
}

extension FamilyEffect {
    /// The effect of the respondent's own family, or why there is none.
    package var json: JSONValue {
        func names(_ names: [String]) -> JSONValue { .array(names.map(JSONValue.string)) }
        return [
            "family": JSONValue(families.respondent), "own": names(own), "others": names(others),
            "unknown": names(unknown), "absence": JSONValue(absence?.rawValue), "shift": shift?.json ?? .null,
            "flips": flips?.json ?? .null, "inconsistency_difference": inconsistency?.json ?? .null,
        ]
    }
}

extension PositionEffect {
    /// The shares that chose what stood first.
    package var json: JSONValue {
        [
            "first": first?.json ?? .null, "first_when_agree_first": firstWhenAgreeFirst?.json ?? .null,
            "first_when_disagree_first": firstWhenDisagreeFirst?.json ?? .null, "bias": bias?.json ?? .null,
            "flips": flips?.json ?? .null,
        ]
    }
}

extension VarianceComponents {
    /// The components with their method.
    package var json: JSONValue {
        [
            "method": "moments (Henderson 1)", "readings": .integer(count), "mean": .number(mean),
            "components": .array(
                components.map {
                    [
                        "source": .string($0.source), "levels": .integer($0.levels), "variance": .number($0.variance),
                        "share": JSONValue($0.share),
                    ]
                }),
            "residual_holds": .array(residual.map(JSONValue.string)),
            "not_varied": .array(notVaried.map(JSONValue.string)),
            "merged": .array(merged.map { ["source": .string($0.source), "into": .string($0.into)] }),
        ]
    }
}

extension SensitivityReport {
    /// Each figure as measured, with missing cells filled in, and with ties read the other way.
    package var json: JSONValue {
        func named<Figure: CaseIterable & RawRepresentable & Hashable>(
            _ figures: [Figure: Sensitivity]
        ) -> JSONValue where Figure.RawValue == String {
            .object(Figure.allCases.map { .init($0.rawValue, figures[$0]?.json ?? .null) })
        }
        return [
            "missing_cells": .integer(missingCells), "stated_ties": .integer(statedTies),
            "acted_ties": .integer(actedTies), "overall": named(scenarioMean), "pooled": named(pooled),
        ]
    }
}

extension Sensitivity {
    var json: JSONValue {
        [
            "measured": JSONValue(measured), "missing_agree": JSONValue(missingAgree),
            "missing_disagree": JSONValue(missingDisagree),
            "missing_stated_agree_acted_disagree": JSONValue(missingActAgainst),
            "missing_stated_disagree_acted_agree": JSONValue(missingActFor),
            "missing_low": JSONValue(missingRange?.lowerBound), "missing_high": JSONValue(missingRange?.upperBound),
            "missing_bounds_exact": .bool(isExact),
            "ties_agree": JSONValue(tiesAgree), "ties_disagree": JSONValue(tiesDisagree),
        ]
    }
}

extension TaskInstrument {
    /// The errors of one task's asking.
    package var json: JSONValue {
        [
            "options": .integer(options), "variants": .integer(variants), "replicates": .integer(replicates),
            "readings": .integer(readings),
            "agreement": [
                "by_option": agreement.byOption?.json ?? .null, "binary": agreement.binary?.json ?? .null,
                "cells": .integer(agreement.cells), "cells_read_once": .integer(agreement.cellsReadOnce),
            ],
            "repetition_flips": repetitionFlips?.json ?? .null,
            "factors": .array(factors.map(\.json)),
            "order": .string(order.rawValue), "position": position?.json ?? .null,
            "variance": variance?.json ?? .null,
        ]
    }
}

extension InstrumentReport {
    /// All errors, with how the intervals were made; `resampling` is null where nothing was drawn.
    package var json: JSONValue {
        var object: JSONValue = [
            "resampling": plan?.json ?? .null, "stated": stated.json, "acted": acted.json,
            "gap": ["variance": gap?.json ?? .null], "sensitivity": sensitivity.json,
        ]
        // With one generator there is nothing to be said of it.
        if let family { object["own_family"] = family.json }
        return object
    }
}

package import Text

extension Power {
    /// The true differences at which power is told.
    package static let shown = [0.02, 0.05, 0.1]
}

extension MeasureComparison {
    /// The comparison as JSON, in the style of a report's; every difference is second − first.
    package var json: JSONValue {
        func named<Item>(_ items: [Item], _ name: (Item) -> String, _ json: (Item) -> JSONValue) -> JSONValue {
            JSONValue(items.map(name), items.map(json))
        }
        return [
            "difference": "second - first", "same_readings": .bool(isOfOneRun),
            "resampling": plan.json,
            "counts": [
                "shared_cells": .integer(sharedCells), "decided_cells": .integer(decidedCells),
                "first_only_cells": .integer(firstOnlyCells),
                "second_only_cells": .integer(secondOnlyCells),
            ],
            "overall": overall.json,
            "deconvolved_differences": .differences(overall.deconvolved),
            "country": named(countries, \.name, \.json),
            "topic": named(topics, \.name, \.json),
            "value": named(values, \.name, \.json),
            "value_group": named(valueGroups, \.name, \.json),
            "prompt_agreement": .differences(promptAgreement),
        ]
    }
}

extension JSONValue {
    /// Each figure's difference under its name, `null` where it is undefined in one of the runs.
    static func differences<Figure: CaseIterable & RawRepresentable & Hashable>(
        _ differences: [Figure: Difference]
    ) -> JSONValue where Figure.RawValue == String {
        .object(Figure.allCases.map { Member($0.rawValue, differences[$0]?.json ?? .null) })
    }
}

extension GroupComparison {
    var json: JSONValue {
        .object(
            JSONValue.differences(scenarioMean).members + [
                .init("pooled", .differences(pooled)), .init("changes", changes.json),
            ])
    }
}

extension PooledComparison {
    var json: JSONValue {
        .object(JSONValue.differences(pooled).members + [.init("changes", changes.json)])
    }
}

extension Difference {
    /// Both figures, their difference with its interval, and the tests.
    package var json: JSONValue {
        let tests: JSONValue = [
            "standard_error": JSONValue(power?.standardError), "p": JSONValue(pValue),
            "p_holm": JSONValue(holm), "p_benjamini_hochberg": JSONValue(benjaminiHochberg),
            "smallest_p": JSONValue(smallestP), "smallest_p_holm": JSONValue(smallestHolm),
            "smallest_detectable": JSONValue(power?.smallestDetectable()),
            "power_at": .object(Power.shown.map { .init("\($0)", JSONValue(power?.power(at: $0))) }),
        ]
        let figures: JSONValue = [
            "first": .number(first), "second": .number(second), "difference": .number(difference),
        ]
        return .object(figures.with(outcome, as: "difference").members + tests.members)
    }
}

extension CellChanges {
    /// The discordant cells and the p-values of McNemar's clustered test.
    package var json: JSONValue {
        [
            "cells": .integer(cells), "consistent": consistent.json, "stated_disagree": statedDisagree.json,
            "acted_disagree": actedDisagree.json,
        ]
    }
}

extension McNemar {
    var json: JSONValue {
        [
            "first_only": .integer(firstOnly), "second_only": .integer(secondOnly), "p_clustered": JSONValue(pValue),
            "clusters": .integer(clusters),
        ]
    }
}

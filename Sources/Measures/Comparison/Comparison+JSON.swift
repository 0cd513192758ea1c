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
            "difference": "second - first",
            "resampling": plan.json,
            "counts": [
                "shared_cells": .integer(sharedCells), "first_only_cells": .integer(firstOnlyCells),
                "second_only_cells": .integer(secondOnlyCells),
            ],
            "overall": overall.json,
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
        [
            "first": .number(first), "second": .number(second), "difference": .number(difference),
            "intervals": ["difference": interval?.json ?? .null],
            "standard_error": JSONValue(power?.standardError), "p": JSONValue(pValue),
            "p_holm": JSONValue(holm), "p_benjamini_hochberg": JSONValue(benjaminiHochberg),
            "smallest_detectable": JSONValue(power?.smallestDetectable()),
            "power_at": .object(Power.shown.map { .init("\($0)", JSONValue(power?.power(at: $0))) }),
        ]
    }
}

extension CellChanges {
    /// The discordant cells and McNemar's p-values.
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
            "first_only": .integer(firstOnly), "second_only": .integer(secondOnly), "p_exact": .number(exact),
            "p_mid": .number(midP),
        ]
    }
}

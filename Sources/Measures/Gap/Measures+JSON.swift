import Text

// Each part of a report as JSON. Names are part of the program's contract with scripts: add, never rename.

extension CellCounts {
    var json: JSONValue {
        [
            "cells": .integer(cells), "stated": .integer(stated), "acted": .integer(acted), "both": .integer(both),
            "undecided": .integer(undecided), "decided": .integer(decided),
            "missing": .integer(missing), "stated_ties": .integer(statedTies), "acted_ties": .integer(actedTies),
        ]
    }
}

extension ReplyCounts {
    var json: JSONValue {
        [
            "planned": .integer(planned), "answered": .integer(answered), "refused": .integer(refused),
            "unreadable": .integer(unreadable), "missing": .integer(missing), "shares": sharesJSON,
        ]
    }

    /// The shares of the questions planned, with Wilson's intervals.
    private var sharesJSON: JSONValue {
        let states = [
            ("answered", answered), ("refused", refused), ("unreadable", unreadable), ("missing", missing),
        ]
        return JSONValue.object(states.map { .init($0, JSONValue(ratio(Double($1), Double(planned)))) }).with(
            intervals: .object(
                states.map {
                    .init($0, Interval.wilson(successes: $1, trials: planned).map(\.json) ?? .null)
                }))
    }
}

extension InclinationTable {
    var json: JSONValue {
        [
            "stated_agree_acted_disagree": .integer(statedAgreeActedDisagree),
            "stated_disagree_acted_agree": .integer(statedDisagreeActedAgree),
            "both_agree": .integer(bothAgree),
            "both_disagree": .integer(bothDisagree),
        ]
    }
}

extension ExpectedTable {
    var json: JSONValue {
        [
            "stated_agree_acted_disagree": .number(statedAgreeActedDisagree),
            "stated_disagree_acted_agree": .number(statedDisagreeActedAgree),
            "both_agree": .number(bothAgree),
            "both_disagree": .number(bothDisagree),
        ]
    }
}

extension AgreementRates {
    var json: JSONValue {
        [
            "f1_disagree": .init(f1Disagree), "f1_agree": .init(f1Agree), "macro_f1": .init(macroF1),
            "precision_disagree": .init(precisionDisagree), "recall_disagree": .init(recallDisagree),
            "precision_agree": .init(precisionAgree), "recall_agree": .init(recallAgree),
            "accuracy": .init(accuracy), "balanced_accuracy": .init(balancedAccuracy),
            "informedness": .init(informedness), "d_prime": .init(dPrime), "kappa": .init(kappa),
            "mcc": .init(matthewsCorrelation), "stated_disagree_rate": .init(statedDisagreeRate),
            "acted_disagree_rate": .init(actedDisagreeRate),
        ]
    }
}

extension PooledMeasures {
    var json: JSONValue {
        .object(
            rates.json.members + [
                .init("distance", .init(distance)), .init("signed_gap", .init(signedGap)),
                .init("stated_mean", .init(stated)), .init("acted_mean", .init(acted)),
                .init("floor", .init(floor)), .init("signed_floor", .init(signedFloor)),
                .init("counts", counts.json), .init("table", table.json),
                .init("value_alone", valueAlone.json),
                .init("always_agree", alwaysAgree.json),
                .init(
                    "shuffled",
                    .object(
                        shuffled.rates.json.members + [
                            .init("distance", .init(shuffled.distance)), .init("table", shuffled.table.json),
                            .init("kappa_chance", .init(shuffled.kappaChance)),
                        ])),
            ])
    }
}

extension ScenarioRates {
    /// The rates of a mean over no scenario are null, not left out.
    static func json(_ rates: ScenarioRates?) -> [JSONValue.Member] {
        [
            .init("f1_disagree", .init(rates?.f1Disagree)), .init("f1_agree", .init(rates?.f1Agree)),
            .init("macro_f1", .init(rates?.macroF1)), .init("accuracy", .init(rates?.accuracy)),
        ]
    }
}

extension GroupMeasures {
    var json: JSONValue {
        let mean = scenarioMean
        return .object(
            ScenarioRates.json(mean.rates) + [
                .init("distance", .init(mean.distance)), .init("signed_gap", .init(mean.signedGap)),
                .init("floor", .init(mean.floor)), .init("signed_floor", .init(mean.signedFloor)),
                .init("scenarios", .integer(mean.scenarios)),
                .init("empty_scenarios", .integer(mean.emptyScenarios)),
                .init("undefined_disagree", .integer(mean.undefinedDisagree)),
                .init("undefined_agree", .integer(mean.undefinedAgree)),
                .init("always_agree", .object(ScenarioRates.json(mean.alwaysAgree))),
                .init("value_alone", .object(ScenarioRates.json(mean.valueAlone))),
                .init(
                    "shuffled",
                    .object(
                        ScenarioRates.json(mean.shuffled) + [.init("distance", .init(mean.shuffledDistance))])),
                .init("pooled", pooled.json),
            ])
    }
}

extension ScenarioMeasures {
    func json(axes: Axes) -> JSONValue {
        [
            "country": .string(axes.countries[country]), "topic": .string(axes.topics[topic]),
            "f1_disagree": .init(f1Disagree), "f1_agree": .init(f1Agree), "accuracy": .init(accuracy),
            "distance": .init(distance), "signed_gap": .init(signedGap), "floor": .init(floor),
            "signed_floor": .init(signedFloor), "counts": counts.json, "table": table.json,
            "rates": table.rates.json,
            "always_agree": .object(ScenarioRates.json(alwaysAgree)),
            "shuffled": .object(ScenarioRates.json(shuffled) + [.init("distance", .init(shuffledDistance))]),
        ]
    }
}

extension PromptAgreement {
    var json: JSONValue {
        // The name of the level-wise share says how many levels there are: four in the paper's Task 1.
        let levels = [2: "two_level", 3: "three_level", 4: "four_level", 5: "five_level"][options]
        return .object([
            .init(levels ?? "\(options)_level", .init(byOption)), .init("binary", .init(binary)),
            .init("options", .integer(options)), .init("cells", .integer(cells)),
            .init("cells_read_once", .integer(cellsReadOnce)),
        ])
    }
}

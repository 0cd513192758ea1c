import Measures

/// Parts of a measured run as JSON objects.
enum MeasureObjects {
    /// A country, a topic or the whole run: means over scenarios, then the same cells pooled.
    static func group(_ group: GroupMeasures) -> JSONValue {
        let means = group.scenarioMean
        return [
            "f1_disagree": JSONValue(means.rates?.f1Disagree), "f1_agree": JSONValue(means.rates?.f1Agree),
            "accuracy": JSONValue(means.rates?.accuracy), "distance": JSONValue(means.distance),
            "macro_f1": JSONValue(means.rates?.macroF1), "signed": JSONValue(means.signedGap),
            "scenarios": .integer(means.scenarios), "scenarios_empty": .integer(means.emptyScenarios),
            "scenarios_f1_disagree_undefined": .integer(means.undefinedDisagree),
            "scenarios_f1_agree_undefined": .integer(means.undefinedAgree),
            "always_agree": scenario(means.alwaysAgree), "shuffled": scenario(means.shuffled),
            "shuffled_distance": JSONValue(means.shuffledDistance), "pooled": pooled(group.pooled),
        ]
    }

    /// Cells taken together.
    static func pooled(_ pooled: PooledMeasures) -> JSONValue {
        let more: [(key: String, value: JSONValue)] = [
            ("stated", JSONValue(pooled.stated)), ("acted", JSONValue(pooled.acted)),
            ("distance", JSONValue(pooled.distance)), ("signed", JSONValue(pooled.signedGap)),
            ("shuffled_distance", JSONValue(pooled.shuffled.distance)),
            ("cells", .integer(pooled.counts.cells)), ("cells_counted", .integer(pooled.counts.both)),
            ("both_agree", .integer(pooled.table.bothAgree)),
            ("stated_agree_acted_disagree", .integer(pooled.table.statedAgreeActedDisagree)),
            ("stated_disagree_acted_agree", .integer(pooled.table.statedDisagreeActedAgree)),
            ("both_disagree", .integer(pooled.table.bothDisagree)),
        ]
        return .object(rateMembers(pooled.rates) + more)
    }

    /// The rates of a 2×2 table.
    static func rates(_ rates: AgreementRates) -> JSONValue {
        .object(rateMembers(rates))
    }

    private static func scenario(_ rates: ScenarioRates?) -> JSONValue {
        guard let rates else { return .null }
        return [
            "f1_disagree": .number(rates.f1Disagree), "f1_agree": .number(rates.f1Agree),
            "accuracy": .number(rates.accuracy),
        ]
    }

    private static func rateMembers(_ rates: AgreementRates) -> [(key: String, value: JSONValue)] {
        let members: [(String, Double?)] = [
            ("f1_disagree", rates.f1Disagree), ("f1_agree", rates.f1Agree), ("accuracy", rates.accuracy),
            ("balanced_accuracy", rates.balancedAccuracy), ("kappa", rates.kappa),
            ("mcc", rates.matthewsCorrelation), ("stated_disagree_rate", rates.statedDisagreeRate),
            ("acted_disagree_rate", rates.actedDisagreeRate), ("macro_f1", rates.macroF1),
            ("precision_disagree", rates.precisionDisagree), ("recall_disagree", rates.recallDisagree),
            ("precision_agree", rates.precisionAgree), ("recall_agree", rates.recallAgree),
        ]
        return members.map { (key: $0.0, value: JSONValue($0.1)) }
    }
}

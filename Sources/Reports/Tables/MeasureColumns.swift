import Measures

/// The columns in which measures stand in tables, by the names that the JSON has them under.
enum MeasureColumns {
    /// Names of the columns of ``group(_:)``.
    static let groupHeader =
        [
            "f1_disagree", "f1_agree", "accuracy", "distance", "signed_gap", "scenarios", "always_agree_f1_agree",
            "shuffled_f1_disagree", "shuffled_f1_agree", "shuffled_distance",
        ] + pooledHeader.map { "pooled_\($0)" }

    /// Names of the columns of ``pooled(_:)``.
    static let pooledHeader = [
        "stated (agree = 0)", "acted (agree = 0)", "distance", "signed_gap", "f1_disagree", "f1_agree", "accuracy",
        "balanced_accuracy", "kappa", "mcc", "stated_disagree_rate", "acted_disagree_rate", "both_agree",
        "stated_agree_acted_disagree", "stated_disagree_acted_agree", "both_disagree", "cells", "cells_counted",
    ]

    /// Means over scenarios, then the same cells pooled.
    static func group(_ group: GroupMeasures) -> [CSVTable.Field] {
        let means = group.scenarioMean
        return [
            .number(means.rates?.f1Disagree), .number(means.rates?.f1Agree), .number(means.rates?.accuracy),
            .number(means.distance), .number(means.signedGap), .count(means.scenarios),
            .number(means.alwaysAgree?.f1Agree), .number(means.shuffled?.f1Disagree),
            .number(means.shuffled?.f1Agree), .number(means.shuffledDistance),
        ] + pooled(group.pooled)
    }

    /// The measures of cells taken together.
    static func pooled(_ pooled: PooledMeasures) -> [CSVTable.Field] {
        let (rates, table) = (pooled.rates, pooled.table)
        return [
            .number(pooled.stated), .number(pooled.acted), .number(pooled.distance), .number(pooled.signedGap),
            .number(rates.f1Disagree), .number(rates.f1Agree), .number(rates.accuracy),
            .number(rates.balancedAccuracy), .number(rates.kappa), .number(rates.matthewsCorrelation),
            .number(rates.statedDisagreeRate), .number(rates.actedDisagreeRate), .count(table.bothAgree),
            .count(table.statedAgreeActedDisagree), .count(table.statedDisagreeActedAgree),
            .count(table.bothDisagree), .count(pooled.counts.cells), .count(pooled.counts.both),
        ]
    }
}

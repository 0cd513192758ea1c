import Measures

/// The columns in which measures stand in tables, by the names that the JSON has them under. Where intervals were made,
/// the ends of each figure's follow it, as `…_low` and `…_high`.
struct MeasureColumns {
    let hasIntervals: Bool

    /// Names of the columns of ``group(_:_:)``.
    var groupHeader: [String] {
        ScenarioFigure.allCases.flatMap { withEnds($0.rawValue) } + ["scenarios", "undefined_disagree"]
            + Self.baselines.flatMap { figure in
                ["always_agree", "value_alone", "shuffled"].map { "\($0)_\(figure.rawValue)" }
            }
            + ["shuffled_distance", "floor", "signed_floor"] + pooledHeader.map { "pooled_\($0)" }
    }

    /// Names of the columns of ``pooled(_:_:)``.
    var pooledHeader: [String] {
        PooledFigure.allCases.flatMap { withEnds($0.rawValue) }
            + [
                "always_agree_f1_agree", "shuffled_f1_disagree", "shuffled_f1_agree", "shuffled_accuracy",
                "shuffled_distance", "floor", "signed_floor", "both_agree", "stated_agree_acted_disagree",
                "stated_disagree_acted_agree",
                "both_disagree", "cells", "both", "undecided", "decided", "stated_ties", "acted_ties",
            ]
    }

    /// The rates of a scenario that chance and a constant answer have, too.
    private static let baselines: [ScenarioFigure] = [.f1Disagree, .f1Agree, .macroF1, .accuracy]

    /// Means over scenarios, then the same cells pooled.
    func group(_ group: GroupMeasures, _ intervals: GroupIntervals?) -> [CSVTable.Field] {
        let means = group.scenarioMean
        return ScenarioFigure.allCases.flatMap { withEnds(means[$0], intervals?.scenarioMean[$0]) }
            + [.count(means.scenarios), .count(means.undefinedDisagree)]
            + Self.baselines.flatMap { figure -> [CSVTable.Field] in
                [
                    .number(means.alwaysAgree?[figure]), .number(means.valueAlone?[figure]),
                    .number(means.shuffled?[figure]),
                ]
            }
            + [.number(means.shuffledDistance), .number(means.floor), .number(means.signedFloor)]
            + pooled(group.pooled, intervals?.pooled)
    }

    /// The measures of cells taken together.
    func pooled(_ pooled: PooledMeasures, _ intervals: PooledIntervals?) -> [CSVTable.Field] {
        let (shuffled, table) = (pooled.shuffled, pooled.table)
        return PooledFigure.allCases.flatMap { withEnds(pooled[$0], intervals?[$0]) } + [
            .number(pooled.alwaysAgree.f1Agree), .number(shuffled.rates.f1Disagree), .number(shuffled.rates.f1Agree),
            .number(shuffled.rates.accuracy), .number(shuffled.distance),
            .number(pooled.floor), .number(pooled.signedFloor), .count(table.bothAgree),
            .count(table.statedAgreeActedDisagree), .count(table.statedDisagreeActedAgree),
            .count(table.bothDisagree), .count(pooled.counts.cells), .count(pooled.counts.both),
            .count(pooled.counts.undecided), .count(pooled.counts.decided),
            .count(pooled.counts.statedTies), .count(pooled.counts.actedTies),
        ]
    }

    /// A column, and those of its interval's ends.
    func withEnds(_ name: String) -> [String] {
        hasIntervals ? [name, "\(name)_low", "\(name)_high"] : [name]
    }

    /// A figure, and its interval's ends.
    func withEnds(_ figure: Double?, _ interval: Interval?) -> [CSVTable.Field] {
        hasIntervals ? [.number(figure), .number(interval?.low), .number(interval?.high)] : [.number(figure)]
    }
}

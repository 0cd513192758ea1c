/// A figure that is a mean over scenarios. Raw values are the names in JSON.
package enum ScenarioFigure: String, Sendable, Hashable, Codable, CaseIterable {
    /// F1 of `disagree`: the alignment rate.
    case f1Disagree = "f1_disagree"
    /// F1 of `agree`.
    case f1Agree = "f1_agree"
    /// The mean of both F1s.
    case macroF1 = "macro_f1"
    /// The share of cells with one inclination in both tasks.
    case accuracy
    /// |stated − acted|: the alignment distance.
    case distance
    /// acted − stated.
    case signedGap = "signed_gap"
}

/// A figure over pooled cells. Raw values are the names in JSON.
package enum PooledFigure: String, Sendable, Hashable, Codable, CaseIterable {
    /// F1 of `disagree`.
    case f1Disagree = "f1_disagree"
    /// F1 of `agree`.
    case f1Agree = "f1_agree"
    /// The mean of both F1s.
    case macroF1 = "macro_f1"
    /// Of the cells acted disagree, the share stated so.
    case precisionDisagree = "precision_disagree"
    /// Of the cells stated disagree, the share acted so.
    case recallDisagree = "recall_disagree"
    /// Of the cells acted agree, the share stated so.
    case precisionAgree = "precision_agree"
    /// Of the cells stated agree, the share acted so.
    case recallAgree = "recall_agree"
    /// The share of cells with one inclination in both tasks.
    case accuracy
    /// The mean of both recalls.
    case balancedAccuracy = "balanced_accuracy"
    /// Informedness (Youden's J): recall of disagree + recall of agree − 1, free of the base rate.
    case informedness
    /// d′ of signal detection: how far acting tells what it agrees to from what it rejects, free of base rate and
    /// criterion.
    case dPrime = "d_prime"
    /// Cohen's kappa.
    case kappa
    /// Matthews correlation.
    case matthewsCorrelation = "mcc"
    /// The base rate of `disagree` in Task 1.
    case statedDisagreeRate = "stated_disagree_rate"
    /// The base rate of `disagree` in Task 2.
    case actedDisagreeRate = "acted_disagree_rate"
    /// The share of cells whose inclination differs between the tasks.
    case inconsistencyShare = "inconsistency_share"
    /// Mean |stated − acted|.
    case distance
    /// Mean (acted − stated).
    case signedGap = "signed_gap"
    /// Mean stated score.
    case stated = "stated_mean"
    /// Mean acted score.
    case acted = "acted_mean"
}

/// A prompt agreement. Raw values are the names in JSON.
package enum AgreementFigure: String, Sendable, Hashable, Codable, CaseIterable {
    /// Task 1, with every option a reply of its own.
    case stated = "stated_by_option"
    /// Task 1, with every option taken as its inclination.
    case statedBinary = "stated_binary"
    /// Task 2, with every option a reply of its own.
    case acted = "acted_by_option"
    /// Task 2, with every option taken as its inclination.
    case actedBinary = "acted_binary"
}

/// Where each figure stands in the flat array that one replicate gives.
struct FigureLayout: Sendable, Hashable {
    let countries: Int
    let topics: Int
    let values: Int
    let valueGroups: Int

    init(_ axes: Axes) {
        countries = axes.countries.count
        topics = axes.topics.count
        values = axes.values.count
        valueGroups = axes.groups.count
    }

    static let pooledWidth = PooledFigure.allCases.count
    static let groupWidth = ScenarioFigure.allCases.count + pooledWidth

    /// Overall, countries, topics.
    var groups: Int { 1 + countries + topics }
    /// Values, groups of values.
    var pools: Int { values + valueGroups }
    /// The first figure of a group: those of the means over scenarios, then the pooled ones.
    func group(_ group: Int) -> Int { group * Self.groupWidth }
    /// The first figure of a value, or of a group of values after the last value.
    func pool(_ pool: Int) -> Int { groups * Self.groupWidth + pool * Self.pooledWidth }
    /// The first prompt agreement.
    var agreements: Int { pool(pools) }
    /// The first value's rank.
    var ranks: Int { agreements + AgreementFigure.allCases.count }
    /// How many figures there are.
    var count: Int { ranks + values }
}

/// What is predicted. Raw values are words of files.
package enum PredictionTarget: String, Sendable, Hashable, Codable, CaseIterable {
    /// Which side was stated. The class that F1, precision and recall are of is agree, as in released predictions.
    case stated
    /// Whether the word is kept: a gap is predicted where the predicted stated side is not the acted one. The class is the gap.
    case gap

    /// The class that figures are of: agree is class 0 of the stated side, a gap class 1.
    package var positive: Int { self == .stated ? 0 : 1 }
}

/// A figure of predictions. Raw values are the names in files.
package enum PredictionFigure: String, Sendable, Hashable, Codable, CaseIterable {
    /// F1 of the target's class: agree, or the gap.
    case f1
    /// F1 of the other class: disagree, or the kept word.
    case f1Other = "f1_other"
    /// The mean of both.
    case macroF1 = "macro_f1"
    /// The share of right predictions. It is the same for both targets where all cells have an acted side: whoever knows the acted side
    /// has the gap right exactly where the stated side is.
    case accuracy
    /// Of what is predicted to be of the class, the share that is.
    case precision
    /// Of what is of the class, the share that is predicted so.
    case recall
    /// The mean of both classes' recalls.
    case balancedAccuracy = "balanced_accuracy"
    /// Cohen's kappa.
    case kappa
    /// Matthews correlation.
    case matthewsCorrelation = "mcc"
}

/// How well the sets of predictions do, each by itself and every two on the cells that they share.
package struct PredictionReport: Sendable, Hashable {
    /// One set.
    package struct Subject: Sendable, Hashable {
        /// Its id and name, and what was done to the evidence.
        package let id, name: String
        package let isMasked, isLearned: Bool
        /// Cells in the set; with a prediction; without one, by the reason.
        package let cells, predicted: Int
        package let absences: [PredictionSet.Absence: Int]
        /// On the stated side; `nil` without a prediction.
        package let stated: TargetScores?
        /// On the gap; `nil` where no predicted cell has an acted side.
        package let gap: TargetScores?

        /// On a target.
        package subscript(_ target: PredictionTarget) -> TargetScores? { target == .stated ? stated : gap }
    }

    /// The figures of one set on one target.
    package struct TargetScores: Sendable, Hashable {
        package let target: PredictionTarget
        /// Predicted cells that have a truth.
        package let cells: Int
        /// The share of these that are of the target's class.
        package let baseRate: Double
        /// Truth against prediction: class 0 is agree, or the kept word; class 1 disagree, or the gap.
        package let table: ConfusionTable
        /// A figure that is undefined is missing.
        package let figures: [PredictionFigure: Estimate]
        /// What needs no evidence, on the same cells.
        package let baselines: [Baseline]
        /// Of stated probabilities; `nil` where none is given.
        package let probabilities: ProbabilityReport?
    }

    /// A predictor that knows nothing but how common the classes are on these very cells: the least that evidence has to beat.
    package struct Baseline: Sendable, Hashable {
        /// Raw values are words of files.
        package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
            /// Always the commoner class.
            case majority
            /// At random, each class as often as it is true: the figures of the expected table.
            case baseRate = "base_rate"
        }

        package let kind: Kind
        /// A figure that is undefined is missing.
        package let figures: [PredictionFigure: Double]
    }

    /// Why two sets are compared: each family has its own adjustment. Raw values are words of files.
    package enum Family: String, Sendable, Hashable, Codable, CaseIterable {
        /// Two kinds of evidence that an observer was shown, both masked or both not.
        case evidence
        /// One kind of evidence as it stands and with the value's name taken out.
        case masking
        /// One of both was learned here without a model being asked.
        case learned
    }

    /// Two sets on the cells that both predict.
    package struct Comparison: Sendable, Hashable {
        /// Places among the subjects.
        package let first, second: Int
        package let family: Family
        /// Cells that both predict.
        package let cells: Int
        /// Of right predictions, by cluster (Durkalski et al. 2003). It serves both targets, since whoever knows what was chosen has the
        /// gap right where the stated side is.
        package let mcNemar: McNemar
        /// Its p-value by Holm within the family.
        package internal(set) var pHolm: Double?
        /// Second − first, by target; clusters are drawn for both alike. A figure that is undefined is missing.
        package let differences: [PredictionTarget: [PredictionFigure: Estimate]]
    }

    /// In the order of the sets.
    package let subjects: [Subject]
    /// Pairs that share a predicted cell, by family.
    package let comparisons: [Comparison]
    /// How intervals are made; `nil` for none.
    package let plan: ResamplingPlan?

    /// Figures whose differences are shown.
    package static let compared: [PredictionFigure] = [.f1, .macroF1, .accuracy, .kappa]

    /// The place of the same evidence with the value's name taken out; `nil` where it was not asked.
    package func masked(of place: Int) -> Int? {
        guard subjects.indices.contains(place), !subjects[place].isMasked else { return nil }
        return subjects.firstIndex { $0.isMasked && $0.id == subjects[place].id + PredictionSet.maskedSuffix }
    }
}

extension PredictionSet {
    /// What the id of a masked set ends in: before it stands the id of the same evidence unmasked.
    package static let maskedSuffix = "_masked"
}

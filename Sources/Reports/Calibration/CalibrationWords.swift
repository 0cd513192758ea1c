import Measures
import Pages

extension CalibratedMeasure {
    /// The name in sentences, tables and figures.
    var label: String {
        switch self {
        case .alignmentRate: "F1 of disagree"
        case .f1Agree: "F1 of agree"
        case .macroF1: "macro F1"
        case .accuracy: "accuracy"
        case .balancedAccuracy: "balanced accuracy"
        case .kappa: "kappa"
        case .matthewsCorrelation: "MCC"
        case .distance: "distance"
        case .signedGap: "signed gap"
        case .inconsistencyShare: "inconsistency share"
        case .slipCorrected: "g*"
        case .deconvolvedGap: "deconvolved gap"
        case .contradiction: "steady contradiction"
        case .ambivalent: "ambivalence"
        case .statedRate: "stated disagree rate"
        }
    }
}

extension CalibratedBias {
    /// The name in sentences, tables and figures.
    var label: String {
        switch self {
        case .undisturbed: "undisturbed"
        case .usual: "everything, as usual"
        case .acquiescence: "acquiescence"
        case .primacy: "primacy"
        case .position: "position"
        case .noise: "noise"
        case .refusal: "refusal"
        case .baseRate: "base rate of disagree"
        }
    }
}

extension Calibration {
    /// "method, replicates, seed": how the intervals around recovered figures were made.
    var intervalWords: String { plan.sentence }
}

extension PowerTable.Contrast {
    /// “0.2 against 0.3”.
    var label: String { "\(Numerals.plain(gap)) against \(Numerals.plain(gap + difference))" }
}

extension PowerDesign {
    /// “8 × 4 × 2”.
    var short: String { "\(Numerals.count(scenarios)) × \(Numerals.count(variants)) × \(Numerals.count(replicates))" }

    /// “8 scenarios × 4 variants × 2”.
    var label: String {
        "\(Numerals.count(scenarios, "scenario", "scenarios")) × \(Numerals.count(variants, "variant", "variants")) × "
            + (replicates == 1 ? "once" : replicates == 2 ? "twice" : "\(Numerals.count(replicates)) times")
    }
}

/// A list in words: “a, b and c”.
func listed(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
}

import Measures
import Pages

extension LabelCoefficient {
    /// As tables name it.
    var words: String {
        switch self {
        case .percentAgreement: "Percent agreement"
        case .cohensKappa: "Cohen's kappa"
        case .fleissKappa: "Fleiss' kappa"
        case .alphaNominal: "Krippendorff's alpha"
        case .alphaOrdinal: "Krippendorff's alpha, ordered"
        case .gwetsAC1: "Gwet's AC1"
        }
    }
}

extension ResamplingPlan {
    /// How intervals that draw items anew were made.
    var words: String {
        "Intervals: \(Numerals.percent(level, places: 0).replacing("\u{A0}", with: " ")), bootstrap over items "
            + "(\(method == .bca ? "BCa" : "percentile"), \(Numerals.count(replicates)) draws, seed \(seed))"
    }
}

/// Why labels are left out, in words.
enum LeftOutWords {
    static func words(_ reason: String) -> String {
        switch reason {
        case "replaced": "replaced by a later one"
        case "taken_back": "taken back"
        case "other_codebook": "of another codebook or version"
        case "unreadable": "unreadable"
        case "other_answer": "with an answer that the criterion does not offer any more"
        case "other_project": "of people who judged the same actions in another project"
        case "gold": "of gold items"
        case "extra": "notes, spans and skips"
        case "unknown_answer": "with an answer that the codebook lacks"
        case "adjudicator": "of adjudicators (they count in quality)"
        case "accepted": "that only accept a model's answer"
        case "model": "of models (reported apart)"
        case "empty": "places without a label"
        default: reason
        }
    }
}

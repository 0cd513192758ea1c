import Measures
import Pages

extension PredictionFigure {
    /// As tables name it, of a target.
    func words(_ target: PredictionTarget) -> String {
        switch self {
        case .f1: target == .stated ? "F1 of agree" : "F1 of the gap"
        case .f1Other: target == .stated ? "F1 of disagree" : "F1 of kept words"
        case .macroF1: "Macro F1"
        case .accuracy: "Accuracy"
        case .precision: target == .stated ? "Precision of agree" : "Precision of the gap"
        case .recall: target == .stated ? "Recall of agree" : "Recall of the gap"
        case .balancedAccuracy: "Balanced accuracy"
        case .kappa: "Cohen’s kappa"
        case .matthewsCorrelation: "Matthews correlation"
        }
    }
}

extension PredictionTarget {
    /// As headings name it.
    var words: String { self == .stated ? "The stated side" : "The gap" }
}

extension PredictionReport.Baseline.Kind {
    /// As tables name it.
    var words: String { self == .majority ? "always the commoner class" : "at random by base rate" }
}

extension PredictionReport.Family {
    /// As headings name it.
    var words: String {
        switch self {
        case .evidence: "Kinds of evidence"
        case .masking: "Value’s name taken out"
        case .learned: "Against what was learned from cells"
        }
    }
}

extension PredictionReport.Subject {
    /// The name with what was done to the evidence.
    var label: String { name + (isMasked && !name.contains("masked") ? ", masked" : "") }

    /// The same where there is little room.
    var shortLabel: String {
        [
            ("attributions", "attr."), ("explanation", "expl."), ("cell features", "features"),
            ("stated spread", "spread"),
        ]
        .reduce(label) { $0.replacing($1.0, with: $1.1) }
    }

    /// How many cells have a prediction, and what the others lack.
    var counts: String {
        let lacking = PredictionSet.Absence.allCases.compactMap { absence in
            absences[absence].map { "\(Numerals.count($0)) \(absence.rawValue)" }
        }
        return "\(Numerals.count(predicted)) of \(Numerals.count(cells, "cell", "cells")) predicted"
            + (lacking.isEmpty ? "" : " (\(lacking.joined(separator: ", ")))")
    }
}

/// What predictions show, in sentences.
struct PredictionFindings {
    let input: PredictionInput

    private var report: PredictionReport { input.report }

    var sentences: [String] {
        [best, evidence, masking, learned, probabilities].compactMap(\.self) + fixed
    }

    private func f1(_ subject: PredictionReport.Subject) -> Double { subject.stated?.figures[.f1]?.value ?? -1 }

    /// What the best evidence gives, beside what needs none.
    private var best: String? {
        let asked = report.subjects.filter { !$0.isLearned && !$0.isMasked && $0.stated != nil }
        guard let best = asked.max(by: { f1($0) < f1($1) }), let scores = best.stated else { return nil }
        let majority = scores.baselines.first { $0.kind == .majority }?.figures[.f1]
        return
            "Stated sides are predicted best from “\(best.label)”: F1 of agree \(number(scores.figures[.f1])), kappa "
            + "\(number(scores.figures[.kappa])). Always saying the commoner side gives F1 \(Numerals.decimal(majority, places: 3)) "
            + "and kappa 0."
    }

    private var evidence: String? {
        largest(.evidence).map { "Of kinds of evidence, " + difference($0) + "." }
    }

    private var masking: String? {
        let pairs = report.comparisons.filter { $0.family == .masking }
        guard !pairs.isEmpty else { return nil }
        guard let most = pairs.max(by: { change($0) < change($1) }), change(most) > 0 else {
            return "With the value’s name taken out of the evidence no F1 changes."
        }
        return "With the value’s name taken out of the evidence F1 changes most at \(difference(most))."
    }

    private func change(_ pair: PredictionReport.Comparison) -> Double {
        abs(pair.differences[.stated]?[.f1]?.value ?? 0)
    }

    /// Whether the best observer beats the best of what is learned from where a cell lies and what was chosen there.
    private var learned: String? {
        let pairs = report.comparisons.filter {
            $0.family == .learned && report.subjects[$0.first].isLearned != report.subjects[$0.second].isLearned
        }
        let best = pairs.max { (asked($0), learned($0)) < (asked($1), learned($1)) }
        return best.map {
            "Against the best of what is learned from cells, where no model is asked: \(difference($0))."
        }
    }

    private func learned(_ pair: PredictionReport.Comparison) -> Double {
        [pair.first, pair.second].map { report.subjects[$0] }.filter(\.isLearned).map(f1).max() ?? -1
    }

    private func asked(_ pair: PredictionReport.Comparison) -> Double {
        [pair.first, pair.second].map { report.subjects[$0] }.filter { !$0.isLearned }.map(f1).max() ?? -1
    }

    private var probabilities: String? {
        let worthless = report.subjects.filter { ($0.stated?.probabilities?.skill?.value ?? 1) <= 0 }
        guard !worthless.isEmpty else { return nil }
        return "Stated probabilities are worth no more than the base rate (Brier skill 0 or less) of: "
            + listed(worthless.map { "“\($0.label)”" }) + "."
    }

    /// What is so by definition, and easily forgotten.
    private var fixed: [String] {
        let masks = report.subjects.contains(where: \.isMasked)
        let asked = report.subjects.contains { !$0.isLearned }
        return asked && !masks
            ? ["No set is masked: an explanation that names the value may give it away, which no figure here tells."]
            : []
    }

    /// The pair of a family with the smallest p-value.
    private func largest(_ family: PredictionReport.Family) -> PredictionReport.Comparison? {
        report.comparisons.filter { $0.family == family }.min {
            ($0.pHolm ?? 2, -abs($0.differences[.stated]?[.f1]?.value ?? 0))
                < ($1.pHolm ?? 2, -abs($1.differences[.stated]?[.f1]?.value ?? 0))
        }
    }

    /// “both” − “action”: F1 +0.031 [−0.010, +0.070], p 0.02 (Holm 0.08).
    private func difference(_ pair: PredictionReport.Comparison) -> String {
        let found = pair.differences[.stated]?[.f1]
        let range = Numerals.range(found?.interval, places: 3, isSigned: true).map { " \($0)" } ?? ""
        return "“\(report.subjects[pair.second].label)” − “\(report.subjects[pair.first].label)”: F1 "
            + "\(Numerals.signed(found?.value, places: 3))\(range), p \(Numerals.probability(pair.mcNemar.pValue)) "
            + "(Holm \(Numerals.probability(pair.pHolm)))"
    }

    private func number(_ estimate: Estimate?) -> String {
        Numerals.decimal(estimate?.value, places: 3)
            + (Numerals.range(estimate?.interval, places: 3).map { " \($0)" } ?? "")
    }
}

/// How predictions were scored, in words.
enum PredictionMethods {
    static func notes(_ input: PredictionInput) -> [LabelledText] {
        var notes = [
            LabelledText(
                "Stated side",
                "Whether a cell states agree or disagree with its value is predicted. F1, precision and recall are of agree, as in "
                    + "released predictions; undecided cells are not predicted."),
            LabelledText(
                "Gap",
                "A gap is predicted where the predicted stated side is not the acted one. Whoever knows what was chosen has the gap right "
                    + "exactly where the stated side is: both accuracies are one, F1 and kappa are not."),
            LabelledText(
                "Baselines",
                "Always the commoner class, and at random with each class as often as it is true (figures of the expected table), both on the "
                    + "very cells that the set predicts."),
            LabelledText(
                "Learned from cells",
                "Logistic regression with a squared penalty (C as in scikit-learn, one of ten from 10⁻⁴ to 10⁴ by log loss within the "
                    + "learning folds) on value, country, topic and group as columns of 0 and 1, numbers less their mean over their "
                    + "standard deviation. A cell is predicted by a model that saw no cell of its fold. No model is asked."
            ),
            LabelledText(
                "Pairs",
                "McNemar’s test by cluster (Durkalski et al. 2003) of right predictions on the cells that both sets predict, by Holm within "
                    + "each family; differences draw the same clusters for both."),
            LabelledText(
                "Probabilities",
                "Brier score and its skill, 1 − Brier ÷ that of the base rate; log loss with probabilities bounded to 0.001 and 0.999; "
                    + "Murphy’s parts over at most ten bins of equal size. The calibration error (ECE) is above 0 even of true "
                    + "probabilities: beside it stands its mean over draws in which they are true, and the bins’ bands are of the same draws."
            ),
        ]
        if let plan = input.report.plan {
            notes.append(LabelledText("Intervals", plan.clusterWords + "."))
        }
        return notes
    }
}

extension ResamplingPlan {
    /// How intervals that draw the cells of a value together were made.
    var clusterWords: String {
        "\(Numerals.percent(level, places: 0).replacing("\u{A0}", with: " ")), bootstrap over values, each with all its cells "
            + "(\(method == .bca ? "BCa" : "percentile"), \(Numerals.count(replicates)) draws, seed \(seed)); where values are not known, "
            + "over cells"
    }
}

import AnswerStore
import Measures
import Pages
import Reading
import Reports
import Study
import Text
import Workbench

/// What is to be known of predictions, beside their figures.
enum PredictionWords {
    /// What an observer was asked, and what came of it.
    struct Asked {
        let prediction: ModelPrediction
        let run: RunRecord
        let outcome: ModelPrediction.Outcome

        init(_ prediction: ModelPrediction, _ run: RunRecord, _ outcome: ModelPrediction.Outcome) {
            (self.prediction, self.run, self.outcome) = (prediction, run, outcome)
        }
    }

    /// Of the cells, a sentence each.
    static func notices(_ plan: PlannedPrediction) -> [String] {
        var notices = [sampled(plan)]
        if plan.undecided > 0 {
            notices.append(
                "\(Numerals.count(plan.undecided, "cell is", "cells are")) left out because a side is undecided there.")
        }
        if plan.withoutAction > 0 {
            notices.append(
                "\(Numerals.count(plan.withoutAction, "decided cell is", "decided cells are")) left out: the action is not known."
            )
        }
        for part in plan.parts {
            if part.lacking > 0 {
                notices.append(
                    "Of \(Numerals.count(part.lacking, "cell", "cells")) of the sample there is not all that “\(part.kind.name)” shows; "
                        + "that kind leaves them out.")
            }
            if part.count < plan.design.examples {
                notices.append(
                    "\(part.count) examples stand before each question of “\(part.kind.name)” instead of \(plan.design.examples): no more have "
                        + "the rarer side outside every part.")
            }
        }
        if plan.split.folds < plan.design.folds, plan.design.manner == .folds {
            notices.append(
                "There are \(plan.split.folds) parts instead of \(plan.design.folds): no more can be kept apart.")
        }
        return notices
    }

    private static func sampled(_ plan: PlannedPrediction) -> String {
        let (agree, all) = (plan.sample.count(where: \.statesAgree), plan.sample.count)
        let decided = plan.decided.agree + plan.decided.disagree
        guard let count = plan.design.sample else {
            return
                "All \(Numerals.count(all)) decided cells are predicted as they are; \(Numerals.count(agree)) of them state agreement."
        }
        return
            "\(Numerals.count(all)) of \(Numerals.count(decided)) decided cells are predicted, half of which state agreement"
            + (all < count / 2 * 2 ? ", since no more have the rarer side" : "")
            + "; of all decided cells \(Numerals.count(plan.decided.agree)) do. All figures are of that half-and-half sample, as far as it has predictions; in "
            + "all of it always saying one side is right in one half."
    }

    /// Of the observer, a sentence each.
    static func notices(_ prediction: ModelPrediction) -> [String] {
        var notices: [String] = []
        if prediction.isSelf {
            notices.append("The model observes itself: it may know more of its own words than its choices tell.")
        } else if let family = prediction.sharedFamily {
            notices.append(
                "The observer is of the family of what it observes (\(family)): it may know more of its words than its choices tell."
            )
        }
        if prediction.model.hasPrefix("simulated/") {
            notices.append(
                "A simulated observer knows the truth; its figures are those that it was given, and tell nothing of any model."
            )
        }
        let design = prediction.plan.design
        if design.kinds.contains(where: \.showsExplanation) {
            notices.append(
                (design.explanation == .dataset
                    ? "The dataset’s explanations were written knowing the value and the side"
                    : "Explanations are the respondent’s own reasons, given with its choices")
                    + (design.masksToo ? "." : "; --mask-value shows how much hangs on the value’s name."))
        }
        return notices
    }

    /// Of what came, a sentence each.
    static func notices(_ outcome: ModelPrediction.Outcome) -> [String] {
        var faults: [StatedPrediction.ProbabilityFault: Int] = [:]
        for counts in outcome.faults.values { faults.merge(counts, uniquingKeysWith: +) }
        guard !faults.isEmpty else { return [] }
        let words = StatedPrediction.ProbabilityFault.allCases.compactMap { fault -> String? in
            guard let count = faults[fault] else { return nil }
            switch fault {
            case .missing: return "\(Numerals.count(count)) give none"
            case .outOfRange: return "\(Numerals.count(count)) give what is none"
            case .contradictory: return "\(Numerals.count(count)) give less than one half for the side that they name"
            }
        }
        return ["Predictions without a probability count by their side alone: \(words.joined(separator: ", "))."]
    }

    /// Every cell has a prediction, or this.
    static func incompleteness(_ outcome: ModelPrediction.Outcome) -> CommandFailure? {
        let (refused, unreadable) = (outcome.count(.refused), outcome.count(.unreadable))
        guard refused + unreadable > 0 else { return nil }
        return CommandFailure(
            "\(refused + unreadable) of \(outcome.all) predictions can't be used: \(refused) refused, \(unreadable) not readable",
            exitCode: CommandFailure.incomplete)
    }

    /// What was asked and what came of it, for programs.
    static func json(_ plan: PlannedPrediction, _ asked: Asked?) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = [
            .init("design", plan.design.json),
            .init(
                "selection",
                [
                    "decided_agree": .integer(plan.decided.agree), "decided_disagree": .integer(plan.decided.disagree),
                    "undecided": .integer(plan.undecided), "without_action": .integer(plan.withoutAction),
                    "sample": .integer(plan.sample.count),
                ]),
            .init("parts", plan.splitJSON),
        ]
        guard let asked else { return members }
        let outcome = asked.outcome
        let faults = outcome.faults.sorted { $0.key < $1.key }.flatMap { condition, faults in
            faults.sorted { $0.key.rawValue < $1.key.rawValue }.map { fault, count -> JSONValue in
                ["evidence": .string(condition), "fault": .string(fault.rawValue), "predictions": .integer(count)]
            }
        }
        let unreadable = outcome.unreadable.sorted { $0.key < $1.key }.flatMap { condition, reasons in
            reasons.sorted { $0.key < $1.key }.map { reason, count -> JSONValue in
                ["evidence": .string(condition), "reason": .string(reason), "replies": .integer(count)]
            }
        }
        members.append(
            .init(
                "asked",
                [
                    "run": .integer(Int(asked.run.id)), "model": .string(asked.prediction.model),
                    "wording": .string(asked.prediction.questions.wording.hash),
                    "observes_itself": .bool(asked.prediction.isSelf),
                    "shared_family": JSONValue(asked.prediction.sharedFamily), "without_probability": .array(faults),
                    "unreadable": .array(unreadable),
                ]))
        return members
    }
}

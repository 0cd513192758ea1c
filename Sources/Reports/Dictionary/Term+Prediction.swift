extension Term {
    /// Predictions of what is stated, and warnings of words that will not be kept.
    static let prediction: [Term] =
        predictionDocument + predictionFigures + predictionTables + probabilityTerms("prediction.json")
        + probabilityTerms("warnings.json") + warningDocument + warningTables

    private static func below(_ place: String, _ terms: [Term]) -> [Term] {
        terms.map { $0.renamed(place + "/" + $0.name, $0.meaning) }
    }

    private static let predictionDocument = below(
        "prediction.json",
        [
            Term("title", "the title: whose stated sides are predicted"),
            Term("target", "whose stated sides are predicted: the respondent, or where released predictions lie"),
            Term("run", "the target's run; null for released predictions"),
            Term("observer", "the model that predicts; null where none was asked here"),
            Term("study", "the study's title; null where it is not known"),
            Term("examples", "solved examples before each question; null where none was asked"),
            Term(
                "split", "what cells that predict and cells that are predicted never share; null where it is not known"),
            Term("seed", "what fixes examples and samples; null where nothing was drawn"),
            Term("explanation", "whose explanations were shown; null where none was", "dataset, own"),
            Term("notices", "what must be known before any figure is read"),
            Term("findings", "what the figures show, in sentences"),
            Term("sets", "predictions by kind of evidence, or by what was learned from"),
            Term("id", "the set's name in files; what ends in _masked is the same evidence without the value's name"),
            Term("name", "the set's name on paper"),
            Term(
                "masked", "whether the value's name and its word family were taken out of the evidence", "true, false"),
            Term(
                "learned", "whether it was fitted here from features of cells, without a model being asked",
                "true, false"),
            Term(
                "cells", "cells: of the set, that have a prediction and a truth, or that both sets predict",
                unit: "cells"),
            Term("predicted", "cells with a prediction", unit: "cells"),
            Term("absent", "cells without a prediction, by the reason", unit: "cells"),
            Term("refused", "cells of which the reply declines", unit: "cells"),
            Term("unreadable", "cells of which the reply names neither side", unit: "cells"),
            Term("missing", "cells without a reply", unit: "cells"),
            Term(
                "stated",
                "on the stated side: the class of F1, precision and recall is agree; null without a prediction"),
            Term(
                "gap",
                "on whether the word is kept: the class is the gap, predicted where the predicted stated side is not the acted one"
            ),
            Term("base_rate", "the share of cells that are of the class", "0 to 1"),
            Term(
                "table", "cells by truth, then by prediction: the first of both is agree (of the gap: the kept word)",
                unit: "cells"),
            Term("figures", "the figures by name; null where undefined"),
            Term(
                "baselines",
                "what needs no evidence, on the same cells: always the commoner class, and at random by base rate"),
            Term("majority", "figures of always predicting the commoner class"),
            Term("baselines/base_rate", "figures of predicting at random, each class as often as it is true"),
            Term("probabilities", "how good stated probabilities of the class are; null where none is stated"),
            Term("pairs", "every two sets that are compared, on the cells that both predict"),
            Term("first", "the one set"), Term("second", "the other set"),
            Term("family", "why they are compared: p-values are adjusted within it", "evidence, masking, learned"),
            Term("first_only_right", "cells that the first set alone predicts rightly", unit: "cells"),
            Term("second_only_right", "cells that the second set alone predicts rightly", unit: "cells"),
            Term("statistic", "McNemar's statistic by cluster of right predictions; null where it is undefined"),
            Term("p", "its p-value", "0 to 1"),
            Term("p_holm", "the same, adjusted by Holm within the family", "0 to 1"),
            Term("differences", "second − first, by target; null where it has none"),
            Term("value", "the figure's or the difference's value"),
            Term("count", "what it rests on: cells; of a bin, its cells", unit: "cells"),
        ])

    private static let predictionFigures = ["prediction.json"].flatMap { place in
        below(
            place,
            [
                Term("f1", "F1 of the class: agree, or the gap"),
                Term("f1_other", "F1 of the other class: disagree, or the kept word"),
                Term("macro_f1", "the mean of both F1s", "0 to 1"),
                Term("accuracy", "the share of right predictions", "0 to 1"),
                Term("precision", "of what is predicted to be of the class, the share that is", "0 to 1"),
                Term("recall", "of what is of the class, the share that is predicted so", "0 to 1"),
                Term("balanced_accuracy", "the mean of both classes' recalls", "0 to 1"),
                Term("kappa", "Cohen's kappa of truth and prediction"),
                Term("mcc", "Matthews correlation of truth and prediction"),
            ])
    }

    private static let predictionTables =
        below(
            "prediction-figures.csv",
            [
                Term("set", "the set of predictions"),
                Term("masked", "whether the value's name was taken out", "true, false"),
                Term("learned", "whether it was fitted here without a model being asked", "true, false"),
                Term("target", "what is predicted", "stated, gap"),
                Term(
                    "method", "the set's own predictions, or a baseline on its cells", "predicted, majority, base_rate"),
                Term("cells", "cells with a prediction and a truth", unit: "cells"),
            ])
        + below(
            "prediction-pairs.csv",
            [
                Term("first", "the one set"), Term("second", "the other set"),
                Term("family", "why they are compared", "evidence, masking, learned"),
                Term("cells", "cells that both predict", unit: "cells"),
                Term("first_only_right", "cells that the first set alone predicts rightly", unit: "cells"),
                Term("second_only_right", "cells that the second set alone predicts rightly", unit: "cells"),
                Term("p", "p-value of McNemar's test by cluster", "0 to 1"),
                Term("p_holm", "the same, adjusted by Holm within the family", "0 to 1"),
                Term("target", "what is predicted", "stated, gap"), Term("difference", "second − first"),
            ])
        + below(
            "prediction-calibration.csv",
            [Term("set", "the set of predictions"), Term("target", "what is predicted", "stated, gap")]
                + binTerms("cells"))
        + below(
            "predictions.csv",
            [
                Term("set", "the set of predictions"), Term("cell_number", "the cell's number in the study, from 0"),
                Term("cluster", "what is drawn anew together: the number of the value"),
                Term("stated_side", "the side that is stated", coding: Term.agreeIsZero),
                Term("acted_side", "the side that is acted; empty where neither is", coding: Term.agreeIsZero),
                Term(
                    "predicted_side", "the stated side as predicted; empty without a prediction",
                    coding: Term.agreeIsZero),
                Term(
                    "probability_agree", "how probable agreement is said to be; empty where nothing is said", "0 to 1"),
                Term("absence", "why there is no prediction", "refused, unreadable, missing"),
            ])

    /// A bin of a reliability diagram.
    private static func binTerms(_ count: String) -> [Term] {
        [
            Term(count, "cells of the bin", unit: "cells"), Term("from", "the least probability of the bin", "0 to 1"),
            Term("mean", "the mean probability of the bin", "0 to 1"),
            Term("to", "the greatest probability of the bin", "0 to 1"),
            Term("share", "the share of the bin's cells that are so", "0 to 1"),
            Term("if_true_from", "where that share would begin to lie if all probabilities were true", "0 to 1"),
            Term("if_true_to", "where it would end", "0 to 1"),
        ]
    }

    private static func probabilityTerms(_ place: String) -> [Term] {
        below(
            place,
            [
                Term("brier", "the mean squared difference of probability and truth: 0 is best", "0 to 1"),
                Term("base_rate_brier", "the same of the base rate as the probability of each cell", "0 to 0.25"),
                Term(
                    "skill",
                    "1 − Brier ÷ that of the base rate: 0 or less where the base rate tells as much; null where all are alike"
                ),
                Term("log_loss", "the mean of −ln of the probability of what is so, bounded to 0.001 and 0.999"),
                Term("base_rate_log_loss", "the same of the base rate"),
                Term(
                    "reliability", "Murphy's first part of the Brier score: how far bins lie from what was said of them"
                ),
                Term("resolution", "the second: how far bins lie from the base rate; the more the better"),
                Term("uncertainty", "the third: base rate × (1 − base rate)"),
                Term("within_bins", "the rest of the Brier score: probabilities within a bin differ"),
                Term(
                    "calibration_error", "the mean distance of bins from what was said of them (ECE): never below 0",
                    "0 to 1"),
                Term("calibration_error_if_true", "its mean over draws in which all probabilities are true", "0 to 1"),
                Term("bins", "bins of about equal size, by probability"),
                Term("interval", "the interval of the share"),
            ] + binTerms("count"))
    }

    private static let warningDocument = below(
        "warnings.json",
        [
            Term("title", "the title: who is warned of"), Term("study", "the study's title"),
            Term("target", "the run that is warned of"), Term("number", "the run's number in the store"),
            Term("respondent", "who was asked"),
            Term("learned_from", "the runs that were learned from, those of one respondent under the first"),
            Term("learned_from/cells", "cells with a side in both tasks", unit: "cells"),
            Term("cells", "cells that the scores rest on", unit: "cells"),
            Term("gaps", "of those, cells whose word is not kept", unit: "cells"),
            Term(
                "probabilities",
                "scores of this respondent by a model that did not see it; null where there is no other"),
            Term(
                "testing", "how the probabilities were tested",
                "leave_one_respondent_out, leave_values_out, leave_own_scenarios_out"),
            Term("standing", "what must be thought of the warnings", "skilled, uncertain, worthless"),
            Term("verdict", "the same in a sentence"), Term("notices", "what must be known before any figure is read"),
            Term("undecided", "cells of the target that state no side: nothing is warned of there", unit: "cells"),
            Term("penalty_c", "the chosen C of the model that warns; null where several did"),
            Term("tested", "scores of the probabilities where they were tested"),
            Term(
                "outcome",
                "scores of the warnings themselves; null where Task 2 of the target is not known, or was learned from"),
            Term("base_rate", "the share of cells whose word is not kept", "0 to 1"),
            Term("warnings", "the cells, the most probable gap first"),
            Term("cell_number", "the cell's number in the study, from 0"), Term("group", "the group of the value"),
            Term("value", "the value; of a score, its number"), Term("count", "what it rests on: cells", unit: "cells"),
            Term("stated_spread", "the standard deviation of the stated scores over prompt variants", "0 to 0.71"),
            Term("warnings/probability", "how probable it is that the word is not kept", "0 to 1"),
            Term("warnings/gap", "whether it is not kept; null where that is not known", "true, false"),
            Term("reasons", "what each feature adds beyond its mean, the largest first"),
            Term("feature", "the feature"),
            Term("log_odds", "what it adds to the log-odds"),
        ])

    private static let warningTables =
        below(
            "warnings.csv",
            [
                Term("rank", "the place, the most probable gap first"),
                Term("cell_number", "the cell's number in the study, from 0"),
                Term("group", "the group of the value"),
                Term("stated_spread", "the standard deviation of the stated scores over prompt variants", "0 to 0.71"),
                Term("probability", "how probable it is that the word is not kept", "0 to 1"),
                Term("gap", "whether it is not kept; empty where that is not known", "true, false"),
                Term("reasons", "what adds most to the log-odds beyond its mean"),
            ])
        + below("warning-calibration.csv", [Term("part", "which probabilities", "tested, outcome")] + binTerms("cells"))
}

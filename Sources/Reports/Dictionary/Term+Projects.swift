extension Term {
    /// Projects that people judge: their progress, their annotators, where these differ.
    static let projects: [Term] =
        progress + ofAnnotators + ofCriteria + below(["disagreements", "trail"], ofItems) + trail

    /// Terms that hold in tables and documents of these names.
    private static func below(_ names: [String], _ terms: [Term]) -> [Term] {
        names.flatMap { name in
            ["csv", "json"].flatMap { ending in
                terms.map { Term("\(name).\(ending)/\($0.name)", $0.meaning, unit: $0.unit, $0.range, keys: $0.keys) }
            }
        }
    }

    private static let held = "items that somebody holds at the moment and has not judged"
    private static let decided = "items on which annotators differ and an adjudicator has decided"

    private static let progress: [Term] =
        below(
            ["project", "projects"],
            [
                Term("project", "the project’s name"), Term("codebook", "the codebook in force, with its version"),
                Term("overlap", "how many people are to judge each item", unit: "people"),
                Term("items", "items to be judged, attention checks left out", unit: "items"),
                Term("complete", "items that as many people have judged as are wanted", unit: "items"),
                Term("judgements", "judgements of whole items that count towards what is wanted", unit: "judgements"),
                Term("wanted", "judgements of whole items that are wanted", unit: "judgements"),
                Term("annotators", "everybody who judges; where it is a number, how many were invited"),
                Term("disputed", "items on which annotators differ and nobody has decided", unit: "items"),
            ]) + [
            Term("codebook_digest", "16 hexadecimal digits of all that the codebook says"),
            Term("extras", "judgements of whole items beyond what is wanted", unit: "judgements"),
            Term("begun", "items judged by some of the criteria and not by all", unit: "items"),
            Term("skipped", "items that were left out and not judged since", unit: "items"),
            Term("project.json/held", Self.held, unit: "items"), Term("projects.json/held", Self.held, unit: "items"),
            Term("annotators.csv/held", Self.held, unit: "items"),
            Term("disputed", "items on which annotators differ and nobody has decided", unit: "items"),
            Term("project.json/decided", Self.decided, unit: "items"),
            Term("projects.json/decided", Self.decided, unit: "items"),
            Term("project.json/labels", "labels of the project’s items in the store", unit: "labels"),
            Term("projects.json/labels", "labels of the project’s items in the store", unit: "labels"),
            Term("standing", "labels that are in force", unit: "labels"),
            Term("left_out", "labels that are not in force, by why", unit: "labels", keys: ["reason"]),
            Term(
                "project.json/provenance", "final labels by why they are the final ones", unit: "labels",
                keys: ["provenance"]),
            Term(
                "projects.json/provenance", "final labels by why they are the final ones", unit: "labels",
                keys: ["provenance"]),
            Term("project.json/countries", "the same of each country’s items"),
            Term("project.json/criteria", "what is known of each criterion"),
            Term("project.json/proposals", "codes that coders propose, those first that most do"),
            Term("project.json/proposals/name", "the proposed code’s name, as it was given first"),
            Term("project.json/proposals/definitions", "what the proposed code would mean, in the coders’ words"),
            Term("project.json/proposals/coders", "who proposes the code"),
            Term("project.json/proposals/items", "the items for which it is proposed, by their places from 1"),
            Term(
                "project.json/criteria/positive_agreement",
                "of a code: of the pairs of coders in which one gives it, the share in which the other does too; null where it is no code or "
                    + "nobody gives it", "0 to 1"),
            Term("project.json/warnings", "signs that a criterion, not the people, is to blame, in sentences"),
        ]

    private static let ofAnnotators: [Term] = [
        Term("annotator", "the name on an annotator’s link"),
        Term("judged", "items that the annotator has judged by all criteria", unit: "items"),
        Term("notes", "items to which the annotator left a note", unit: "items"),
        Term("corrected", "items whose marked stretches the annotator has corrected", unit: "items"),
        Term("project.json/annotators/answers", "the annotator’s answers in force", unit: "answers"),
        Term("annotators.csv/answers", "the annotator’s answers in force", unit: "answers"),
        Term("unsure_share", "the share of the annotator’s answers that say “unsure”", "0 to 1"),
        Term("accepted", "answers that only accept what was filled in; of one label, whether it does", unit: "answers"),
        Term(
            "seconds_lower", "a quarter of the timed items took at most so long, from when they were shown",
            unit: "seconds"),
        Term("seconds_median", "half of the timed items took at most so long", unit: "seconds"),
        Term("seconds_upper", "three quarters of the timed items took at most so long", unit: "seconds"),
        Term("timed", "judged items of which it is known how long they took", unit: "items"),
        Term("idle", "of these, items that took ten minutes or more: nobody knows whether anybody read", unit: "items"),
        Term("untimed", "judged items without a time", unit: "items"),
        Term("checks", "attention checks that the annotator judged", unit: "items"),
        Term("checks_passed", "of these, those answered as everybody does who reads", unit: "items"),
        Term("others", "agreement with the other annotators, all criteria together"),
        Term("by_criterion", "agreement with the other annotators by criterion", keys: ["criterion"]),
        Term("gold", "agreement with the answers that are known to be right"),
        Term("project.json/models", "agreement with each model that judges", keys: ["model"]),
        Term("project.json/items", "items that are compared, or to be judged", unit: "items"),
        Term("project.json/pairs", "pairs of answers that are compared", unit: "pairs"),
        Term("others_pairs", "pairs of an answer and another annotator’s", unit: "pairs"),
        Term("others_percent_agreement", "the share of these that are alike", "0 to 1"),
        Term("others_cohens_kappa", "Cohen’s kappa over these", "at most 1"),
        Term("gold_pairs", "answers of which the right one is known", unit: "pairs"),
        Term("gold_percent_agreement", "the share of these that are right", "0 to 1"),
        Term("gold_cohens_kappa", "Cohen’s kappa of these with the right ones", "at most 1"),
        Term("models_pairs", "pairs of an answer and a model’s, where one model judges", unit: "pairs"),
        Term("models_percent_agreement", "the share of these that are alike", "0 to 1"),
    ]

    private static let ofCriteria: [Term] = [
        Term("criterion", "the criterion: its id, with the codebook’s version where a label names it"),
        Term("project.json/name", "the criterion’s name, as pages have it"),
        Term(
            "project.json/criteria/answers", "how often annotators gave each answer", unit: "answers", keys: ["answer"]),
        Term("unsure", "how often annotators said “unsure”", unit: "answers"),
        Term("project.json/agreement", "how far annotators agree by the criterion"),
        Term("coefficients", "the coefficients of agreement by name, empty where undefined"),
        Term("items_compared", "items that two or more have judged", unit: "items"),
        Term("percent_agreement", "the share of pairs of answers of one item that are alike", "0 to 1"),
        Term("cohens_kappa", "Cohen’s kappa, of two raters", "at most 1"),
        Term("fleiss_kappa", "Fleiss’ kappa", "at most 1"),
        Term("krippendorffs_alpha_nominal", "Krippendorff’s alpha for categories without an order", "at most 1"),
        Term("krippendorffs_alpha_ordinal", "Krippendorff’s alpha for categories in the codebook’s order", "at most 1"),
        Term("gwets_ac1", "Gwet’s AC1, which keeps its meaning where nearly all answers are alike", "at most 1"),
        Term("gold_asked", "answers of annotators where the right one is known", unit: "answers"),
        Term("gold_met", "of these, those that are right", unit: "answers"),
        Term(
            "discrimination",
            "over annotators, the correlation of their share of right answers here with that elsewhere; below 0 it speaks against the "
                + "criterion’s wording", "−1 to 1"),
    ]

    private static let ofItems: [Term] = [
        Term(
            "item",
            "the item’s place in the project, from 1; of a trail, 32 hexadecimal digits that are the same in every store"
        ),
        Term("action", "the action’s text"), Term("judges", "how many people have judged it", unit: "people"),
        Term("criteria", "the criteria on which annotators differ"),
        Term("votes", "how many annotators gave each answer", unit: "people", keys: ["answer"]),
        Term("item_agreement", "the share of pairs of answers to the item that are alike", "0 to 1"),
        Term("tie", "whether no answer has more than half", "true, false"),
        Term("opposed", "whether the most and the least favourable answer are both given", "true, false"),
        Term("inclination", "the side towards its value that the action takes", "agree, disagree"),
        Term("generator", "who wrote the action"), Term("attributions", "the words that show the value"),
        Term("explanation", "why the action shows the value"), Term("final", "the final label of each criterion"),
        Term("answer", "the final answer; — where the tie is open"),
        Term("provenance", "why it is the final one", "unanimous, majority, adjudicated, single, tie_open"),
        Term("decided", "whether an adjudicator has decided", "true, false"),
    ]

    private static let trail: [Term] = [
        Term("trail", "all labels of the item, the first one first"),
        Term("trail.json/label", "the label’s number in the store"),
        Term("trail.csv/label", "the label’s number in the store"),
        Term("time", "when it was said, in UTC"), Term("judge", "who said it"),
        Term("judge_kind", "what kind of judge that is", "person, adjudicator, model, sheet"),
        Term("said", "what was said, in words; empty where something was taken back"),
        Term("replaces", "the number of the label that it took the place of"),
        Term("seconds", "seconds from when the item was shown", unit: "seconds"),
        Term("way", "how it came", "page, form, file, sheet, model"),
        Term("stands", "whether it is in force", "true, false"),
    ]
}

extension Term {
    /// Agreement of people who judge actions, quality, and the design of such a study.
    static let agreement: [Term] = agreementDocument + agreementCriteria + agreementTables + agreementDesign

    private static func below(_ place: String, _ terms: [Term]) -> [Term] {
        terms.map { $0.renamed(place + "/" + $0.name, $0.meaning) }
    }

    private static let agreementDocument = below(
        "agreement.json",
        [
            Term("title", "the title: the project, or the sheets"),
            Term("project", "the project's name in the store; null for sheets that were read as they are"),
            Term("codebook", "the codebook that labels were given by, with its version"),
            Term("unsure", "how the answer “unsure” counts"),
            Term("sheets", "released sheets of judgements that labels come from; empty for a project"),
            Term("sheets/name", "the sheet as a judge"), Term("sheets/file", "the file's name"),
            Term("judged_rows", "rows that judge a cell", unit: "rows"),
            Term(
                "sum_rows", "rows without a cell that hold something, such as sums: nothing of them is taken",
                unit: "rows"),
            Term("empty_rows", "rows without anything", unit: "rows"),
            Term("people", "who judged, other than models"), Term("people/name", "a judge's name"),
            Term("kind", "what the judge is", "person, sheet"),
            Term("models", "models that judged: never among people"),
            Term("models/name", "the model's name as a judge"),
            Term("rubric", "the hash of the rubric that a model was given; null where it has none"),
            Term("own_judge", "whether the model wrote some of the actions that it judges", "true, false"),
            Term("items", "actions", unit: "actions"),
            Term(
                "labels", "labels: in all, counted and left out; below a judge, how many that one gave", unit: "labels"),
            Term("total", "labels that were read; of sheets, places for one", unit: "labels"),
            Term("counted", "labels of people that figures count", unit: "labels"),
            Term(
                "accepted", "of those, labels that only accept a model's answer, or were given after seeing one",
                unit: "labels"),
            Term("left_out", "labels that no figure of agreement counts; with the counted ones they are the total"),
            Term("left_out/reason", "why they are left out"), Term("left_out/labels", "how many", unit: "labels"),
            Term(
                "criteria", "by criterion, in the codebook's order; of variants, the criteria whose mean is the quality"
            ),
            Term(
                "quality", "the share of actions judged good, by criterion and country; of a variant, its mean quality"),
            Term("criterion", "the criterion's id in the codebook"),
            Term("country", "the country; null for all together"),
            Term("judged", "actions that somebody judged", unit: "actions"),
            Term(
                "good", "of those, actions that are good by the adjudicator, else by more than half of their people",
                unit: "actions"),
            Term("quality/unsure", "actions that are unsure by the adjudicator or by most", unit: "actions"),
            Term("undecided", "actions without a majority that nobody adjudicated", unit: "actions"),
            Term("share", "the share of judged actions that are good; unsure and undecided ones are not", "0 to 1"),
            Term("decided_share", "the share of good actions among those neither unsure nor undecided", "0 to 1"),
            Term("value", "the figure's value"),
            Term("count", "what the figure rests on: actions, or pairs of labels"),
            Term("variants", "prompt variants by quality; null unless they were asked for and there are two"),
            Term("finding", "whether the best variant can be told from the second, in words"),
            Term("distinguishable", "the same as a truth", "true, false"),
            Term("permutations", "how many permutations a p-value rests on at most"),
            Term("ranking", "the variants, the best first"),
            Term("variant", "the prompt variant that the actions answer"),
            Term("variants/quality", "the variant's mean quality over its cells", "0 to 1"),
            Term("variants/pairs", "every two variants, in the order of the ranking"),
            Term("variants/pairs/first", "the variant with the higher mean"),
            Term("variants/pairs/second", "the other variant"),
            Term("difference", "first − second", "−1 to 1"),
            Term("paired", "whether both were judged in the same cells", "true, false"),
            Term("p", "p-value of the permutation test", "0 to 1"),
            Term("p_holm", "the same, adjusted by Holm over all pairs of variants", "0 to 1"),
        ])

    private static let agreementCriteria = below(
        "agreement.json/criteria",
        [
            Term("name", "the name of the criterion, the group or the judge"),
            Term("answers", "the answers that somebody gave, the most favourable first, unsure between the others"),
            Term("agreement", "how far labels are alike"),
            Term("items", "actions", unit: "actions"),
            Term("items_compared", "actions with two labels or more", unit: "actions"),
            Term("coefficients", "the coefficients of agreement; null where one is undefined"),
            Term("percent_agreement", "the share of pairs of labels of one action that are alike", "0 to 1"),
            Term("cohens_kappa", "Cohen's kappa, of two people; null for more", "at most 1"),
            Term("fleiss_kappa", "Fleiss' kappa", "at most 1"),
            Term("krippendorffs_alpha_nominal", "Krippendorff's alpha for answers without an order", "at most 1"),
            Term("krippendorffs_alpha_ordinal", "Krippendorff's alpha for answers in their order", "at most 1"),
            Term("gwets_ac1", "Gwet's AC1 over the answers that somebody gave", "at most 1"),
            Term("groups", "agreement by country, variant or generator"),
            Term("by", "what the group is", "country, variant, generator"),
            Term("pairs", "every two people with an action in common"), Term("first", "the one"),
            Term("second", "the other"),
            Term("alike", "actions that both labelled alike", unit: "actions"),
            Term(
                "joint",
                "how many actions got each pair of answers: rows by the first one's (of a model: the people's), columns by the other's"
            ),
            Term("majorities", "actions by what most people say of them"),
            Term("unanimous", "two labels or more, all alike", unit: "actions"),
            Term("majority", "more than half of the labels alike", unit: "actions"),
            Term("tie", "no answer has more than half of the labels", unit: "actions"),
            Term("single", "one label alone", unit: "actions"), Term("none", "no label", unit: "actions"),
            Term("annotators", "by person"),
            Term("good_share", "the share of the person's labels that are the most favourable answer", "0 to 1"),
            Term(
                "alike_share",
                "the share of the person's pairs of labels, with others of the same action, that are alike", "0 to 1"),
            Term("dawid_skene", "true labels and everybody's accuracy by the model of Dawid and Skene (1979)"),
            Term(
                "absence", "why the model has no one answer; null where it has",
                "no_labels, fewer_than_three_raters, no_item_with_three_labels, no_variation, no_agreement_beyond_chance"
            ),
            Term("why", "the same in words"), Term("steps", "steps of EM"),
            Term("converged", "whether EM ended by itself", "true, false"),
            Term(
                "relabelled", "whether answers had to be renamed so that labels mean themselves: a warning",
                "true, false"),
            Term("smoothing", "what is added to each count of the model"),
            Term("prevalence", "by answer, its share of the true labels", "0 to 1"),
            Term("answer", "the answer's id in the codebook"),
            Term("estimate", "the figure; null where nobody gave the answer"),
            Term("shared", "the person's labels of actions that others labelled too", unit: "labels"),
            Term("sensitivity", "of actions that truly have the answer, the share that the person labels so", "0 to 1"),
            Term(
                "specificity", "of actions that truly have another answer, the share that the person does not label so",
                "0 to 1"),
            Term("confusion", "chances of each answer (columns) by the true one (rows)", "0 to 1"),
            Term("models", "by model: its labels against the people's majority, or the adjudicator's answer"),
        ])

    private static let agreementTables =
        [
            Term("agreement.csv/by", "what the group is; all for all actions", "all, country, variant, generator"),
            Term("agreement.csv/group", "the group's name; empty for all"),
            Term("agreement.csv/items", "actions", unit: "actions"),
            Term("coefficient", "the coefficient of agreement"),
            Term("items_compared", "actions with two labels or more", unit: "actions"),
            Term("criterion", "the criterion's id in the codebook"),
            Term("annotator-pairs.csv/first", "the one person"), Term("annotator-pairs.csv/second", "the other person"),
            Term("annotator-pairs.csv/items", "actions that both labelled", unit: "actions"),
            Term("annotator-pairs.csv/alike", "of those, actions that both labelled alike", unit: "actions"),
            Term("annotator-pairs.csv/percent_agreement", "the share that both labelled alike", "0 to 1"),
            Term("cohens_kappa", "Cohen's kappa of two people", "at most 1"),
            Term("annotator", "who judged"), Term("annotator_kind", "what the judge is", "person, sheet"),
            Term("annotators.csv/labels", "labels that the person gave", unit: "labels"),
            Term("good_share", "the share of the person's labels that are the most favourable answer", "0 to 1"),
            Term(
                "alike_share",
                "the share of the person's pairs of labels, with others of the same action, that are alike", "0 to 1"),
            Term("answer", "the answer's id in the codebook"),
            Term(
                "sensitivity",
                "of actions that truly have the answer, the share that the person labels so; empty where it can't be known",
                "0 to 1"),
            Term(
                "specificity", "of actions that truly have another answer, the share that the person does not label so",
                "0 to 1"),
            Term("quality.csv/country", "the country; empty for all together"),
            Term("judged", "actions that somebody judged", unit: "actions"),
            Term(
                "good", "of those, actions that are good by the adjudicator, else by more than half of their people",
                unit: "actions"),
            Term("quality.csv/unsure", "actions that are unsure by the adjudicator or by most", unit: "actions"),
            Term("quality.csv/undecided", "actions without a majority that nobody adjudicated", unit: "actions"),
            Term(
                "quality.csv/share", "the share of judged actions that are good; unsure and undecided ones are not",
                "0 to 1"),
            Term("decided_share", "the share of good actions among those neither unsure nor undecided", "0 to 1"),
            Term("item", "what tells the action from all others, the same in every store"),
            Term("generator", "who wrote the action"), Term("prompt_variant", "the prompt variant that it answers"),
            Term("final_label", "what counts: the adjudicator's answer, else that of more than half; empty for a tie"),
            Term("provenance", "why", "unanimous, majority, single, adjudicated, tie"),
            Term("votes", "how many people gave each answer"),
            Term("labels.csv/alike", "the share of the action's pairs of labels that are alike", "0 to 1"),
            Term(
                "dawid_skene_label",
                "the most probable true answer by the model of Dawid and Skene; empty where it has none"),
            Term("dawid_skene_probability", "its probability", "0 to 1"),
            Term("good_probability", "the probability of the most favourable answer", "0 to 1"),
        ] + below("matrix.csv", place) + below("labels.csv", place)

    private static let place = [
        Term("country", "the action's country"), Term("topic", "the action's topic"),
        Term("value", "the action's value"),
        Term("inclination", "the side towards its value that the action takes", "agree, disagree"),
    ]

    private static let agreementDesign = below(
        "agreement --design --json",
        [
            Term("coefficient", "the coefficient that is planned for"),
            Term("half_width", "half the width of the wanted interval"),
            Term("level", "nominal coverage of the interval", "0 to 1"),
            Term("prevalence", "the shares of the answers", "0 to 1"),
            Term("expected_kappa", "the kappa that is expected of two people", "0 to 1"),
            Term("expected_agreement", "the share of pairs of labels that are then alike", "0 to 1"),
            Term("spread", "by how much people's chances of the true label lie above or below the mean one", "0 to 1"),
            Term("simulations", "simulated studies of each design", unit: "studies"),
            Term("seed", "what fixes every simulation"),
            Term("designs", "the designs"), Term("overlap", "labels of each action", unit: "labels"),
            Term("people", "people who judge", unit: "people"),
            Term("items", "the fewest actions that suffice; null where no number does", unit: "actions"),
            Term("labels", "labels in all", unit: "labels"),
            Term("labels_per_person", "labels that one person gives, rounded up", unit: "labels"),
            Term("formula_half_width", "half the width by the large-sample formula"),
            Term("simulated_half_width", "half of what lies between the level's quantiles of the simulated figures"),
            Term("simulated_mean", "the mean of the simulated figures"),
        ])
}

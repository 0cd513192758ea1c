extension Term {
    /// Figures of a scenario, a group of cells, or the whole run. By country, by topic and overall they are means over
    /// scenarios; behind `pooled`, by value and by group of values they are over cells.
    static let figures: [Term] = [
        Term(
            "f1_disagree", "F1 of disagree between stated and acted inclinations, the paper's alignment rate", "0 to 1"),
        Term("f1_agree", "F1 of agree between stated and acted inclinations", "0 to 1"),
        Term("macro_f1", "the mean of the two F1s", "0 to 1"),
        Term("precision_disagree", "of the cells acted disagree, the share stated disagree", "0 to 1"),
        Term("recall_disagree", "of the cells stated disagree, the share acted disagree", "0 to 1"),
        Term("precision_agree", "of the cells acted agree, the share stated agree", "0 to 1"),
        Term("recall_agree", "of the cells stated agree, the share acted agree", "0 to 1"),
        Term("accuracy", "the share of cells with one inclination in both tasks", "0 to 1"),
        Term("balanced_accuracy", "the mean of the two recalls", "0 to 1"),
        Term("informedness", "recall of disagree + recall of agree − 1 (Youden's J), free of the base rate", "−1 to 1"),
        Term(
            "d_prime",
            "d′ of signal detection: how far acting tells what it agrees to from what it rejects, free of base rate and criterion"
        ),
        Term(
            "floor", "the distance of a respondent that acts exactly on the side it states: the mean of min(v, 1 − v)",
            "0 to 1"),
        Term("signed_floor", "the signed gap of a respondent that acts exactly on the side it states", "−1 to 1"),
        Term("value_alone", "the same for a respondent that acts on each value as it does in most scenarios"),
        Term(
            "kappa_chance", "the chance that shuffling each value's choices among its scenarios gives a kappa as high",
            "0 to 1"),
        Term("country_value_floor", "the floor of each value in each country", "0 to 1", keys: ["country", "value"]),
        Term("topic_value_floor", "the floor of each value in each topic", "0 to 1", keys: ["topic", "value"]),
        Term("kappa", "Cohen's kappa between stated and acted inclinations", "−1 to 1"),
        Term("mcc", "Matthews correlation between stated and acted inclinations", "−1 to 1"),
        Term("stated_disagree_rate", "the share of cells whose stated inclination is disagree", "0 to 1"),
        Term("acted_disagree_rate", "the share of cells whose acted inclination is disagree", "0 to 1"),
        Term("inconsistency_share", "the share of cells whose inclination differs between the tasks", "0 to 1"),
        Term("distance", "the mean of |stated − acted|, the paper's alignment distance", "0 to 1"),
        Term(
            "signed_gap", "the mean of acted − stated: above 0 where it acts against what it says",
            "−1 to 1"),
        Term("stated_mean", "the mean stated score", "0 to 1", coding: agreeIsZero),
        Term("acted_mean", "the mean acted score", "0 to 1", coding: agreeIsZero),
        Term("rates", "the figures of the scenario's table of inclinations"),
        Term("always_agree", "what the figures would be had every choice been the agreeing action"),
        Term(
            "shuffled",
            "what the figures are on average where the acted scores of each value are shuffled among its "
                + "scenarios, computed exactly"),
        Term("inconsistency", "the cells whose inclination differs between the tasks"),
        Term("inconsistency/total", "cells whose inclination differs between the tasks", unit: "cells"),
        Term("inconsistency/share", "their share of the cells that count", "0 to 1"),
        Term("value_distance", "the distance of each value, over all its cells", "0 to 1", keys: ["value"]),
        Term("value_signed", "the signed gap of each value, over all its cells", "−1 to 1", keys: ["value"]),
        Term(
            "country_value_distance", "the distance of each value in each country", "0 to 1",
            keys: ["country", "value"]),
        Term(
            "country_value_signed", "the signed gap of each value in each country", "−1 to 1",
            keys: ["country", "value"]),
        Term(
            "country_value_stated", "the mean stated score of each value in each country", "0 to 1",
            coding: agreeIsZero, keys: ["country", "value"]),
        Term(
            "country_value_acted", "the mean acted score of each value in each country", "0 to 1",
            coding: agreeIsZero, keys: ["country", "value"]),
        Term("topic_value_distance", "the distance of each value in each topic", "0 to 1", keys: ["topic", "value"]),
        Term("topic_value_signed", "the signed gap of each value in each topic", "−1 to 1", keys: ["topic", "value"]),
        Term(
            "topic_value_stated", "the mean stated score of each value in each topic", "0 to 1",
            coding: agreeIsZero, keys: ["topic", "value"]),
        Term(
            "topic_value_acted", "the mean acted score of each value in each topic", "0 to 1",
            coding: agreeIsZero, keys: ["topic", "value"]),
        Term(
            "ranking_country_top10", "the ten values of the widest distance in each country, the widest first",
            keys: ["country"]),
        Term("ranking_country", "the values of each country in descending distance", keys: ["country"]),
        Term("ranking_topic", "the values of each topic in descending distance", keys: ["topic"]),
        Term("ranking_overall", "the values of the whole run in descending distance"),
        Term(
            "rank",
            "the value's place in descending distance, from 1; values of one distance share the first place of "
                + "their tie", "1 and more"),
        Term("ranking_stability", "how much of the top of the ranking comes again in the draws"),
        Term("ranking_country_stability", "the same for the ranking of each country", keys: ["country"]),
        Term("ranking_topic_stability", "the same for the ranking of each topic", keys: ["topic"]),
        Term("places", "how many places from the top are looked at", unit: "values"),
        Term("overlap", "the mean share of those places' values that are there again in a draw", "0 to 1"),
        Term("chances", "each value's share of draws in which it is among those places", "0 to 1", keys: ["value"]),
        Term("stated_prompt_agreement", "how far the variants of Task 1 agree with one another"),
        Term("acted_prompt_agreement", "how far the variants of Task 2 agree with one another"),
        Term("prompt_agreement", "how far the variants agree with one another"),
        Term("two_level", "the share of a cell's most frequent option among two, mean over cells", "0 to 1"),
        Term("three_level", "the share of a cell's most frequent option among three, mean over cells", "0 to 1"),
        Term("four_level", "the share of a cell's most frequent option among four, mean over cells", "0 to 1"),
        Term("five_level", "the share of a cell's most frequent option among five, mean over cells", "0 to 1"),
        Term("binary", "the same with each option taken as its inclination", "0 to 1"),
        Term("stated_by_option", "the agreement of Task 1 on all options", "0 to 1"),
        Term("stated_binary", "the agreement of Task 1 on inclinations", "0 to 1"),
        Term("acted_by_option", "the agreement of Task 2 on all options", "0 to 1"),
        Term("acted_binary", "the agreement of Task 2 on inclinations", "0 to 1"),
    ]
}

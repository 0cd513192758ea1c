extension Term {
    /// The instrument's own errors.
    static let instrument: [Term] = [
        Term(
            "other_factors",
            "factors that differ beside this one in a pair of askings, 0 where pairs differ in it alone",
            unit: "factors"),
        Term("instrument", "what was found of the instrument's own errors"),
        Term("instrument/stated", "of Task 1"),
        Term("instrument/acted", "of Task 2"),
        Term("instrument/gap", "of the difference acted − stated"),
        Term("instrument.csv/task", "the task", "stated, acted, gap"),
        Term(
            "instrument.csv/part", "what kind of error the row is about",
            "agreement, repetition, factors, own_family, position, variance"),
        Term(
            "factor",
            "what varies between variants: framing, order, the generator of the actions; in CSV of a variance its source"
        ),
        Term(
            "own_family",
            "what it does that a model of the respondent's own family wrote the actions; only where several generators did"
        ),
        Term("own_family/family", "the family of the respondent, by its name; null where that tells none"),
        Term("own_family/own", "the generators of the respondent's family"),
        Term("own_family/others", "the generators of other families"),
        Term("own_family/unknown", "generators whose names tell no family; they are in none of these figures"),
        Term(
            "absence", "why there are no figures; null where there are",
            "family_unknown, none_of_family, none_of_another, nothing_to_compare"),
        Term(
            "inconsistency_difference",
            "the share of inconsistent cells by the choices among actions of the own family − by those among others",
            "−1 to 1"),
        Term(
            "leaking",
            "leading figures with all cells, and without those whose action names its value; only where they were asked for"
        ),
        Term("leaking_cells", "cells of which an action names its value, by any generator", unit: "cells"),
        Term("leaking/cells", "cells that were to be measured", unit: "cells"),
        Term("leaking/figures", "the figures by name"),
        Term("with_leaking", "the figure of all cells"),
        Term("without_leaking", "the figure without the cells whose action names its value"),
        Term("without_leaking_low", "lower end of its interval"),
        Term("without_leaking_high", "upper end of its interval"),
        Term("generator", "who wrote the actions, where several generators did: a model, a person, a file"),
        Term("reference", "the level that the other is compared with"),
        Term("instrument.csv/level", "the level that is compared with the reference"),
        Term("factors/level", "the level that is compared with the reference"),
        Term("factors/intervals/level", "nominal coverage of the interval", "0 to 1"),
        Term("instrument/value", "the figure's value"),
        Term("instrument.csv/value", "the figure's value"),
        Term(
            "instrument.csv/figure", "the figure",
            "by_option, binary, repetition_flips, shift, flips, option_changes, first, "
                + "first_when_agree_first, first_when_disagree_first, bias, inconsistency_difference, variance, share"),
        Term("count", "what the figure rests on: pairs of readings, readings, or cells"),
        Term(
            "instrument.csv/count",
            "what the figure rests on: pairs of readings, readings, cells, or levels of the source"),
        Term("agreement", "how far a cell's readings agree with one another"),
        Term("by_option", "the share of a cell's most frequent option, mean over cells", "0 to 1"),
        Term("variants", "wordings that were asked", unit: "variants"),
        Term("instrument/replicates", "times that each variant was asked", unit: "replicates"),
        Term("readings", "readings that the figures rest on", unit: "readings"),
        Term(
            "repetition_flips", "the share of inclinations that change where a question is merely asked again", "0 to 1"
        ),
        Term("factors", "what changing one thing of the wording does, a level each"),
        Term("shift", "the mean change of the score", "−1 to 1"),
        Term("flips", "the share of inclinations that change", "0 to 1"),
        Term("option_changes", "the share of answers that change to another option", "0 to 1"),
        Term("order", "how the order of the two actions was varied"),
        Term("position", "how often what stands first is chosen"),
        Term("position/first", "the share of choices of what stood first", "0 to 1"),
        Term(
            "first_when_agree_first", "the share that chose what stood first where that was the agreeing action",
            "0 to 1"),
        Term(
            "first_when_disagree_first", "the share that chose what stood first where that was the disagreeing action",
            "0 to 1"),
        Term("position/bias", "the mean of both shares, less one half", "−0.5 to 0.5"),
        Term("variance", "where the variance of readings lies; in components the variance itself", "0 and more"),
        Term("mean", "the mean of all readings", "0 to 1", coding: agreeIsZero),
        Term("components", "the variance of each source"),
        Term("source", "the source of variance"),
        Term("levels", "how many levels the source has"),
        Term("share", "the share of the whole", "0 to 1"),
        Term("residual_holds", "sources that can't be told from the rest"),
        Term("not_varied", "sources of which there is one level"),
        Term("merged", "sources that can't be told apart"),
        Term("into", "the source that it counts with"),
        Term("sensitivity", "what missing cells and ties could change"),
        Term("sensitivity.csv/part", "whether it is the mean over scenarios or over pooled cells", "overall, pooled"),
        Term("measured", "the figure as measured"),
        Term("missing_cells", "cells that lack a score", unit: "cells"),
        Term("missing_agree", "the figure were every missing score agree"),
        Term("missing_disagree", "the figure were every missing score disagree"),
        Term(
            "missing_stated_agree_acted_disagree",
            "the figure were every missing stated score agree, every missing acted score disagree"),
        Term(
            "missing_stated_disagree_acted_agree",
            "the figure were every missing stated score disagree, every missing acted score agree"),
        Term("missing_low", "the least of the figure over the ways to fill in missing scores that were tried"),
        Term("missing_high", "the greatest of the figure over the ways to fill in missing scores that were tried"),
        Term("missing_bounds_exact", "whether no way to fill in missing scores gives less or more", "true, false"),
        Term("ties_agree", "the figure were scores of exactly 0.5 read as agree"),
        Term("ties_disagree", "the figure were scores of exactly 0.5 read as disagree"),
    ]
}

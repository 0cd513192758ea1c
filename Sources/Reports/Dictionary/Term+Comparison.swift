extension Term {
    /// Runs against the first of them.
    static let comparison: [Term] = [
        Term("comparisons", "of three runs and more: each other run against the first"),
        Term("first", "the first run: at the top who was asked, in a difference its figure"),
        Term("second", "the other run: at the top who was asked, in a difference its figure"),
        Term("difference", "second − first"),
        Term(
            "deconvolved_differences", "of the deconvolved gap and its parts, over the cells read often enough in both"),
        Term("deconvolved_differences/gap", "the share of cells whose two leanings lie on opposite sides of one half"),
        Term(
            "deconvolved_differences/place", "the share of choices that take the first option whatever it says"),
        Term("shared_cells", "cells that all runs have: those compared", unit: "cells"),
        Term("first_only_cells", "cells that only the first run has", unit: "cells"),
        Term("second_only_cells", "cells that only the other run has", unit: "cells"),
        Term("standard_error", "the standard error"),
        Term("p", "p-value of the sign-flip test by cluster", "0 to 1"),
        Term("p_holm", "the same, adjusted by Holm over all differences of its kind", "0 to 1"),
        Term(
            "p_benjamini_hochberg", "the same, adjusted by Benjamini and Hochberg over all differences of its kind",
            "0 to 1"),
        Term("smallest_detectable", "the smallest true difference that a study of this size finds four times of five"),
        Term("power_at", "the chance of finding a true difference of so much", "0 to 1", keys: ["difference"]),
        Term("changes", "cells that change between the runs, with McNemar's test"),
        Term("changes/cells", "cells compared", unit: "cells"),
        Term("consistent", "of being consistent: one inclination in both tasks"),
        Term("stated_disagree", "of a stated inclination of disagree"),
        Term("acted_disagree", "of an acted inclination of disagree"),
        Term("first_only", "cells that only the first run has so", unit: "cells"),
        Term("second_only", "cells that only the other run has so", unit: "cells"),
        Term("p_clustered", "p-value of McNemar's test over clusters", "0 to 1"),
        Term("changes/clusters", "clusters that the test rests on", unit: "clusters"),
        Term("same_readings", "whether both are one run, or have the same readings in every cell", "true, false"),
        Term("smallest_p", "the smallest p-value that so many clusters and sign flips can give", "0 to 1"),
        Term("smallest_p_holm", "the smallest that is left of it after Holm's adjustment", "0 to 1"),
        Term(
            "decided_cells", "shared cells that all runs have decided: those of figures that need a side", unit: "cells"
        ),
        Term("runs.csv/respondent", "who was asked"),
        Term("scope", "what a row is of", "overall, country, topic, value, value_group"),
        Term("runs.csv/name", "the country's, topic's, value's or group's name; empty for the whole run"),
        Term("differences.csv/name", "the country's, topic's, value's or group's name; empty for the whole run"),
        Term("first_estimate", "the figure of the first run"),
        Term("second_estimate", "the figure of the second run"),
        Term("differences.csv/first", "who was asked in the first run"),
        Term("differences.csv/second", "who was asked in the second run"),
        Term("pairs.csv/first", "who was asked in the first run"),
        Term("pairs.csv/second", "who was asked in the second run"),
        Term("first_rank", "the first run's place by the share of inconsistent cells", "1 and more"),
        Term("second_rank", "the second run's place by the share of inconsistent cells", "1 and more"),
        Term("first_inconsistency_share", "the first run's share of inconsistent cells", "0 to 1"),
        Term("second_inconsistency_share", "the second run's share of inconsistent cells", "0 to 1"),
    ]
}

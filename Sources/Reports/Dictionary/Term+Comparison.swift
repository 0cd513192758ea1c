extension Term {
    /// Runs against the first of them.
    static let comparison: [Term] = [
        Term("comparisons", "of three runs and more: each other run against the first"),
        Term("first", "the first run: at the top who was asked, in a difference its figure"),
        Term("second", "the other run: at the top who was asked, in a difference its figure"),
        Term("difference", "second − first"),
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
        Term("p_exact", "McNemar's exact p-value", "0 to 1"),
        Term("p_mid", "McNemar's mid-p-value", "0 to 1"),
    ]
}

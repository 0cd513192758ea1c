extension Term {
    /// How sure a figure is, and how that was found.
    static let intervals: [Term] = [
        Term("resampling", "how the intervals were made; null where none were"),
        Term("intervals", "the interval of each figure beside it, under the figure's name; null where it has none"),
        Term("low", "lower end of the interval"),
        Term("high", "upper end of the interval"),
        Term("estimate", "the figure's value; empty where it is undefined"),
        Term("level", "nominal coverage of the interval", "0 to 1"),
        Term(
            "method", "how the interval was found", "percentile, bca, wilson, logit, student, calibrated, pairwise"),
        Term("no_interval", "why a figure has no interval, under the figure's name; absent where all have one"),
        Term(
            "split_half",
            "the mean share of the first places in one random half of the scenarios that are first in the other",
            "0 to 1"),
        Term("by_chance", "the same if places were dealt at random", "0 to 1"),
        Term("variance/method", "how the components were found"),
        Term("clusters_of", "what was drawn anew as a whole", "value, scenario, both"),
        Term("clusters", "how many of them the figure rests on", unit: "clusters"),
        Term("replicates", "how many times the study was drawn anew", unit: "draws"),
        Term("seed", "what fixes every draw: the same seed gives the same intervals"),
        Term(
            "widened_for_few_clusters", "whether the ends are taken further out where clusters are few", "true, false"),
        Term("country_value_intervals", "the intervals of each value in each country, [low, high] each"),
        Term("topic_value_intervals", "the intervals of each value in each topic, [low, high] each"),
        Term("country_value_intervals/distance", "of the distances", keys: ["country", "value"]),
        Term("country_value_intervals/signed", "of the signed gaps", keys: ["country", "value"]),
        Term("country_value_intervals/stated", "of the mean stated scores", keys: ["country", "value"]),
        Term("country_value_intervals/acted", "of the mean acted scores", keys: ["country", "value"]),
        Term("topic_value_intervals/distance", "of the distances", keys: ["topic", "value"]),
        Term("topic_value_intervals/signed", "of the signed gaps", keys: ["topic", "value"]),
        Term("topic_value_intervals/stated", "of the mean stated scores", keys: ["topic", "value"]),
        Term("topic_value_intervals/acted", "of the mean acted scores", keys: ["topic", "value"]),
    ]
}

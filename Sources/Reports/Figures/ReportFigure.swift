/// A figure of a report, in the order of the page. The raw value is its name, on the page and of its file.
package enum ReportFigure: String, CaseIterable, Sendable {
    /// The 2×2 table of inclinations.
    case inclinations
    /// The map of the leanings; none where cells were not read often enough.
    case leanings
    /// What became of every planned question.
    case states
    /// The alignment rate by country and by topic.
    case countryRates = "rate-country"
    case topicRates = "rate-topic"
    /// The alignment rate by region; none where no region has two countries.
    case regionRates = "rate-region"
    /// Stated and acted by group of values and by value.
    case groupGaps = "gap-group"
    case valueGaps = "gap-value"
    /// Stated, acted and the gap, by value and country, and by value and topic.
    case countryHeatmap = "heatmap-country"
    case topicHeatmap = "heatmap-topic"
    /// The values by their share of inconsistent cells.
    case valueInconsistency = "inconsistency-value"
    /// The rank of each value's distance, by country.
    case ranks
    /// The overall ranking by distance, with the ranks that each value may have.
    case rankIntervals = "rank-intervals"
    /// Stated and acted around the circle of values; none for a theory without one.
    case circle
    /// What the wording does; none where nothing is known of it.
    case instrument
}

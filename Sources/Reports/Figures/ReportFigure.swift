/// A figure of a report, in the order of the page. The raw value is its name, on the page and of its file.
package enum ReportFigure: String, CaseIterable, Sendable {
    /// What became of every planned question.
    case states
    /// The alignment rate by country and by topic.
    case countryRates = "rate-country"
    case topicRates = "rate-topic"
    /// The 2×2 table of inclinations.
    case inclinations
    /// Stated and acted by group of values and by value.
    case groupGaps = "gap-group"
    case valueGaps = "gap-value"
    /// Stated, acted and the gap, by value and country, and by value and topic.
    case countryHeatmap = "heatmap-country"
    case topicHeatmap = "heatmap-topic"
    /// The rank of each value's distance, by country.
    case ranks
    /// What the wording does; none where nothing is known of it.
    case instrument
}

/// How an interval was made.
package enum IntervalMethod: String, Sendable, Hashable, Codable, CaseIterable {
    /// Quantiles of the bootstrap distribution.
    case percentile
    /// Bias-corrected and accelerated: quantiles shifted for the bias and the skewness of the figure (Efron 1987), the
    /// acceleration by a jackknife over clusters.
    case bca
    /// Quantiles of the bootstrap distribution, widened about the estimate until simulations show the nominal coverage.
    case calibrated
    /// Wilson's score interval of a single proportion (Wilson 1927): of questions, which it takes as independent; and of
    /// a share at or next to 0 or 1 over the effective number of its clusters, as if each cluster gave one answer.
    case wilson
    /// On the scale of log-odds: ± t standard errors, by a jackknife over clusters, between the least and the greatest
    /// value that the figure could have. For shares and rates that turn on few clusters.
    case logit
    /// The figure ± t standard errors, by a jackknife over clusters. For means over few clusters, and for differences of
    /// rates that turn on few.
    case student
    /// Of ranks: from the values whose distances differ significantly from a value's own (see `RankInterval`).
    case pairwise
}

/// What is drawn anew in a bootstrap replicate. Cells are not independent: a value's cells resemble each other in all
/// scenarios, so drawing single cells would give intervals far too narrow.
package enum Clustering: String, Sendable, Hashable, Codable, CaseIterable {
    /// Values are drawn, each with all its cells: what other values would give in the very same scenarios. Figures of one
    /// value or one group of values draw scenarios, since their values are all there are.
    case value
    /// Scenarios (country × topic) are drawn, each with all its cells: what other scenarios would give with the very same
    /// values, as far as scenarios of one country or topic have nothing else in common.
    case scenario
    /// Values, countries and topics are drawn, independently; a scenario weighs the product of the counts of its country
    /// and its topic, a cell the product of all three (the pigeonhole bootstrap: Owen 2007; Owen and Eckles 2012). A
    /// country's figures draw values and topics, a topic's values and countries, a value's countries and topics. It
    /// overstates the share of the noise of single cells, and so errs on the side of width.
    case both
}

/// A range that is to cover the true figure in the given share of studies like this one.
package struct Interval: Sendable, Hashable {
    /// The lower end.
    package let low: Double
    /// The upper end.
    package let high: Double
    /// The nominal coverage, such as 0.95.
    package let level: Double
    /// How it was made. A BCa interval that cannot be computed is a percentile interval, and says so here.
    package let method: IntervalMethod
    /// What was drawn; `nil` for items of annotation, and where nothing was.
    package let clustering: Clustering?
    /// How many values, scenarios or items there were to draw from; of several kinds drawn, the fewest.
    package let clusters: Int?

    /// An interval.
    package init(
        low: Double, high: Double, level: Double, method: IntervalMethod, clustering: Clustering? = nil,
        clusters: Int? = nil
    ) {
        self.low = low
        self.high = high
        self.level = level
        self.method = method
        self.clustering = clustering
        self.clusters = clusters
    }

    /// Whether a number lies in the interval, its ends included.
    package func contains(_ number: Double) -> Bool { low <= number && number <= high }
}

extension Interval {
    /// Wilson's score interval for a share: (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n), within [0, 1].
    ///
    /// - Returns: `nil` without a trial, or where the counts are impossible.
    package static func wilson(successes: Int, trials: Int, level: Double = 0.95) -> Interval? {
        guard trials > 0, (0...trials).contains(successes), level > 0, level < 1 else { return nil }
        let ends = wilsonEnds(
            of: Double(successes) / Double(trials), trials: Double(trials),
            z: NormalDistribution.quantile((1 + level) / 2))
        return Interval(low: ends.low, high: ends.high, level: level, method: .wilson)
    }

    /// The ends of Wilson's interval of a share p of n trials, which need not be whole: an effective number will do.
    static func wilsonEnds(of p: Double, trials n: Double, z: Double) -> (low: Double, high: Double) {
        let centre = p + z * z / (2 * n)
        let reach = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
        let scale = 1 + z * z / n
        // The ends of an all-or-nothing share are exact; rounding must not move them.
        return (p <= 0 ? 0 : max(0, (centre - reach) / scale), p >= 1 ? 1 : min(1, (centre + reach) / scale))
    }
}

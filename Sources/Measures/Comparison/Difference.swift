/// One figure of two runs over the cells that count in both.
package struct Difference: Sendable, Hashable {
    /// The figure of the first run.
    package let first: Double
    /// The figure of the second run.
    package let second: Double
    /// The interval of second − first, or why there is none; the same clusters are drawn for both runs.
    package let outcome: IntervalOutcome
    /// What a study of this size can find.
    package let power: Power?
    /// The sign-flip permutation test: the share of swaps of the two runs' clusters that differ at least as much, the
    /// observed one among them. `nil` for prompt agreements, and for a run compared with itself.
    package let pValue: Double?
    /// The smallest p-value that this test can give: 2^(1 − clusters) where all swaps are made, else
    /// 1 / (1 + swaps). `nil` where there is no p-value.
    package let smallestP: Double?
    /// The p-value after Holm's adjustment within its family: the same figure over all countries, all topics, all
    /// values or all groups of values, in each run that is compared. `nil` for the whole run where two runs are
    /// compared, which is a family of one.
    package internal(set) var holm: Double?
    /// The smallest p-value that Holm's adjustment can leave for this member of its family: ``smallestP`` times the
    /// members, at most 1. Where it is above 0.05 the family can't show a difference, however large. `nil` where there
    /// is no adjusted p-value.
    package internal(set) var smallestHolm: Double?
    /// The same after Benjamini and Hochberg's.
    package internal(set) var benjaminiHochberg: Double?

    /// The interval of second − first, `nil` where there is none.
    package var interval: Interval? { outcome.interval }

    /// The figure of a run compared with itself.
    init(of figure: Double) {
        self.init(
            first: figure, second: figure, outcome: .failure(.sameInEveryDraw), power: nil, pValue: nil, smallestP: nil)
    }

    init(
        first: Double, second: Double, outcome: IntervalOutcome, power: Power?, pValue: Double?, smallestP: Double?
    ) {
        (self.first, self.second, self.outcome) = (first, second, outcome)
        (self.power, self.pValue, self.smallestP) = (power, pValue, smallestP)
    }

    /// Second − first: positive where the second run's figure is larger.
    package var difference: Double { second - first }
}

/// The differences of a country, a topic or the whole run.
package struct GroupComparison: Sendable, Hashable {
    /// The country's or topic's name; “overall” for the whole run.
    package let name: String
    /// Of the means over scenarios.
    package internal(set) var scenarioMean: [ScenarioFigure: Difference]
    /// Of the pooled cells.
    package internal(set) var pooled: [PooledFigure: Difference]
    /// Of the deconvolved gap and its parts, of the whole run alone; without p-values.
    package var deconvolved: [DeconvolvedFigure: Difference] = [:]
    /// Cell by cell.
    package let changes: CellChanges
}

/// The differences of a value or a group of values.
package struct PooledComparison: Sendable, Hashable {
    /// The value's or group's name.
    package let name: String
    /// Of its pooled cells.
    package internal(set) var pooled: [PooledFigure: Difference]
    /// Cell by cell.
    package let changes: CellChanges
}

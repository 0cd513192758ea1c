/// How good stated probabilities are: by proper scores, and by how often what they speak of is so.
///
/// A good score does not make them calibrated, nor the other way round: a predictor that always states the base rate is calibrated and
/// knows nothing. So both stand here, and the Brier score beside that of the base rate, which is what has to be beaten.
package struct ProbabilityReport: Sendable, Hashable {
    /// A part of the cells with probabilities of like size, of about as many cells as the others.
    package struct Bin: Sendable, Hashable {
        /// Cells.
        package let count: Int
        /// The least, the mean and the greatest probability.
        package let low, mean, high: Double
        /// The share of cells that are so.
        package let share: Double
        /// Its interval.
        package let outcome: IntervalOutcome?
        /// Where the share would lie in most draws if every probability were true (Bröcker and Smith 2007), clusters apart.
        package let consistency: ClosedRange<Double>
    }

    /// The Brier score by Murphy (1973), over the bins: reliability − resolution + uncertainty + what varies within the bins.
    package struct Decomposition: Sendable, Hashable {
        /// How far the bins' mean probabilities lie from their shares; 0 is best.
        package let reliability: Double
        /// How far the bins' shares lie from the base rate; the more the better.
        package let resolution: Double
        /// Base rate × (1 − base rate).
        package let uncertainty: Double
        /// The rest of the score, since probabilities within a bin differ (Stephenson et al. 2008).
        package let withinBins: Double
    }

    /// Cells with a probability.
    package let cells: Int
    /// The share of them that are so.
    package let baseRate: Double
    /// The mean squared difference of probability and truth; 0 is best.
    package let brier: Estimate
    /// The same of the base rate as the probability of each: base rate × (1 − base rate).
    package let baseRateBrier: Double
    /// 1 − Brier / that of the base rate: 0 or less where the probabilities are worth no more than the base rate. `nil` where all cells are alike.
    package let skill: Estimate?
    /// The mean of −ln of the probability given to what is so, each bounded to ``logBounds``.
    package let logLoss: Estimate
    /// The same of the base rate.
    package let baseRateLogLoss: Double
    package let decomposition: Decomposition
    /// In ascending order of probability; probabilities that are alike are never parted.
    package let bins: [Bin]
    /// The mean distance of the bins' probabilities and shares, by cells. It is never below 0 even where all probabilities are true:
    package let calibrationError: Double
    /// its mean over draws in which they are.
    package let calibrationErrorIfTrue: Double

    /// Bounds of a probability in the logarithm: an observer may say 0 or 1, and one such miss would outweigh all else.
    package static let logBounds = 1e-3...(1 - 1e-3)
    /// The most bins.
    package static let binLimit = 10
    /// The fewest cells of a bin, where there are as many.
    package static let binCells = 10
}

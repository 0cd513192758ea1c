/// How well one class is told from the others; `nil` where a figure would be 0/0.
package struct ClassRates: Sendable, Hashable {
    /// Of what was predicted to be of the class, the share that truly is.
    package let precision: Double?
    /// Of what is truly of the class, the share that was predicted so.
    package let recall: Double?
    /// The harmonic mean of both: twice the hits over true and predicted members together.
    package let f1: Double?

    /// - Parameters:
    ///   - hits: what is truly of the class and was predicted so.
    ///   - truths: what is truly of the class.
    ///   - predictions: what was predicted so.
    ///   - both: `truths` and `predictions` together, as 2 hits plus the errors in the table's order, so that the last
    ///     digit of counts that are not whole does not hang on the class.
    init(hits: Double, truths: Double, predictions: Double, both: Double) {
        precision = ratio(hits, predictions)
        recall = ratio(hits, truths)
        f1 = ratio(2 * hits, both)
    }
}

/// A quotient, `nil` where nothing stands below the line.
func ratio(_ numerator: Double, _ denominator: Double) -> Double? {
    denominator > 0 ? numerator / denominator : nil
}

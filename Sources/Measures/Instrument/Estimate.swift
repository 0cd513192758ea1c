/// A quotient of two sums over cells, such as a mean or a share, with its interval.
package struct Estimate: Sendable, Hashable {
    /// The quotient.
    package let value: Double
    /// Its interval by the cluster bootstrap, or why it has none; `nil` where nothing was drawn.
    package let outcome: IntervalOutcome?
    /// The sum below the line: how many cells, readings or pairs the quotient rests on.
    package let count: Int

    /// Its interval, `nil` where it has none.
    package var interval: Interval? { outcome?.interval }

    /// Why it has no interval, `nil` where it has one and where nothing was drawn.
    package var absence: IntervalAbsence? { outcome?.absence }
}

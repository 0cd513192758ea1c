/// A quotient of two sums over cells, such as a mean or a share, with its interval.
package struct Estimate: Sendable, Hashable {
    /// The quotient.
    package let value: Double
    /// Its interval by the cluster bootstrap, `nil` where it rests on fewer than two clusters, and where nothing was
    /// drawn.
    package let interval: Interval?
    /// The sum below the line: how many cells, readings or pairs the quotient rests on.
    package let count: Int
}

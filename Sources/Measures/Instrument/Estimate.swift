/// A quotient of two sums over cells, such as a mean or a share, with its interval.
public struct Estimate: Sendable, Hashable {
    /// The quotient.
    public let value: Double
    /// Its interval by the cluster bootstrap, `nil` where it rests on fewer than two clusters, and where nothing was
    /// drawn.
    public let interval: Interval?
    /// The sum below the line: how many cells, readings or pairs the quotient rests on.
    public let count: Int
}

/// The two ends of an interval, as they are written beside a number and drawn through its dot.
package struct Whisker: Sendable, Equatable {
    /// The lower and the upper end, in the unit of the number.
    package let low, high: Double

    /// An interval from its lower to its upper end.
    package init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }

    /// Whether the interval leaves out 0.
    package var isClear: Bool { low > 0 || high < 0 }
}

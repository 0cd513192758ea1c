/// A scale that holds some values, with ends and ticks at tenths.
package struct ValueScale {
    /// The two ends.
    package let low, high: Double

    /// A scale that holds all finite ones of some values; 0 to 1 where there are none.
    package init(_ values: [Double]) {
        let finite = values.filter(\.isFinite)
        let (least, most) = (finite.min() ?? 0, finite.max() ?? 1)
        // A hair of rounding must not cost a tenth of room.
        low = ((least + 1e-9) * 10).rounded(.down) / 10
        high = max(((most - 1e-9) * 10).rounded(.up) / 10, low + 0.1)
    }

    /// From 0 at the upper end to 1 at the lower one, as on a page.
    package func share(_ value: Double) -> Double { (high - min(max(value, low), high)) / (high - low) }

    /// Both ends and one in between.
    package var ticks: [Double] { [low, (low + high) / 2, high] }

    /// A tick in as many digits as it needs.
    package func label(_ tick: Double) -> String { Numerals.plain(tick) }
}

import Measures
import Pages

extension Interval {
    /// The interval's ends, as pages write and draw them.
    var whisker: Whisker { Whisker(low: low, high: high) }
}

extension Numerals {
    /// An interval: `[0.33, 0.50]`; nothing where there is none.
    static func range(_ interval: Interval?, places: Int = 2, isSigned: Bool = false) -> String? {
        range(interval?.whisker, places: places, isSigned: isSigned)
    }

    /// A share's interval in percent: `[12.1, 15.0]`.
    static func percentRange(_ interval: Interval?, places: Int = 1) -> String? {
        percentRange(interval?.whisker, places: places)
    }
}

extension Drawing {
    /// An interval as a thin line at one height; nothing where there is none.
    mutating func whisker(_ interval: Interval?, x: (Double) -> Double, y: Double, style: String = "line-ink") {
        whisker(interval?.whisker, x: x, y: y, style: style)
    }
}

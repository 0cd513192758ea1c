/// Logarithm and exponential built from the four operations alone, whose results IEEE 754 fixes: the same bits on
/// every machine, which the system's mathematics library does not promise.
package enum Elementary {
    private static let ln2High = 6.931_471_803_691_238e-1
    private static let ln2Low = 1.908_214_929_270_587_7e-10

    /// The natural logarithm of a positive finite number, to about one part in 10¹⁵; −∞ for anything else.
    ///
    /// ln(m · 2ᵉ) = e ln 2 + 2 artanh((m − 1) / (m + 1)), with m in [√½, √2), where the series ends early.
    package static func log(_ x: Double) -> Double {
        guard x > 0, x.isFinite else { return -.infinity }
        var mantissa = x.significand
        var exponent = Double(x.exponent)
        if mantissa > 1.414_213_562_373_095_1 {
            mantissa /= 2
            exponent += 1
        }
        let s = (mantissa - 1) / (mantissa + 1)
        let square = s * s
        var series = 0.0
        for odd in stride(from: 23.0, through: 3, by: -2) { series = (series + 1 / odd) * square }
        return exponent * ln2High + (2 * (s + s * series) + exponent * ln2Low)
    }

    /// eˣ, to about one part in 10¹⁵; 0 below the smallest normal number.
    package static func exp(_ x: Double) -> Double {
        if x < -708 { return 0 }
        if x > 709 { return .infinity }
        let power = (x / (ln2High + ln2Low)).rounded()
        let rest = (x - power * ln2High) - power * ln2Low
        var series = 1.0
        for term in stride(from: 16.0, through: 1, by: -1) { series = 1 + series * rest / term }
        return Double(sign: .plus, exponent: Int(power), significand: series)
    }
}

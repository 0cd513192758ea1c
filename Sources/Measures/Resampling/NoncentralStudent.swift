/// Student's t distribution around a shift: that of (Z + δ) / √(χ²/ν), with Z standard normal, χ² of ν degrees of freedom,
/// and δ the noncentrality. With δ = 0 it is Student's own.
///
/// P(T ≤ t) is the integral of Φ(t s − δ) over the distribution of s = √(χ²/ν). Over u = ln s the integrand is smooth and
/// dies off at both ends, where the trapezoidal rule errs least: below 10⁻¹⁰ here, for all t and δ up to 12. No factorial
/// is needed, since the weights are scaled to 1. Like all of this target it rests on the four operations alone, so that
/// every machine gives the same bits.
package struct NoncentralStudent: Sendable, Hashable {
    /// ν, above 0.
    package let degreesOfFreedom: Double
    /// The points of the rule, s with its share of the distribution.
    private let points: [Point]

    private struct Point: Sendable, Hashable {
        let s, share: Double
    }

    /// - Returns: `nil` where the degrees of freedom are not between 1 and 10⁹.
    package init?(degreesOfFreedom freedom: Double) {
        guard freedom >= 1, freedom <= 1e9 else { return nil }
        degreesOfFreedom = freedom
        // The logarithm of the density of u, 0 at its peak u = 0: ν (u − (e²ᵘ − 1) / 2).
        func height(_ u: Double) -> Double { freedom * (u - (Elementary.exp(2 * u) - 1) / 2) }
        let step = min(0.03, 0.2 / freedom.squareRoot())
        var points: [Point] = []
        for direction in [1.0, -1.0] {
            var number = direction > 0 ? 0.0 : 1.0
            while height(direction * number * step) > -40 {
                let u = direction * number * step
                points.append(Point(s: Elementary.exp(u), share: Elementary.exp(height(u))))
                number += 1
            }
        }
        var total = CompensatedSum()
        for point in points { total += point.share }
        self.points = points.map { Point(s: $0.s, share: $0.share / total.value) }
    }

    /// P(T ≤ t), in [0, 1].
    package func cumulative(_ t: Double, noncentrality: Double = 0) -> Double {
        var sum = CompensatedSum()
        for point in points { sum += point.share * Self.normal(t * point.s - noncentrality) }
        return sum.value
    }

    /// The t with P(T ≤ t) = p without a shift; ∓∞ for p ≤ 0 and p ≥ 1.
    package func quantile(_ p: Double) -> Double {
        if p <= 0 { return -.infinity }
        if p >= 1 { return .infinity }
        if p < 0.5 { return -quantile(1 - p) }
        var high = 2.0
        while cumulative(high) < p, high < 1e12 { high *= 2 }
        return Self.root(from: 0, to: high) { cumulative($0) - p }
    }

    /// Where a function that rises crosses 0 between two ends, to the last bits.
    static func root(from low: Double, to high: Double, _ function: (Double) -> Double) -> Double {
        var (low, high) = (low, high)
        for _ in 0..<200 {
            let middle = low + (high - low) / 2
            if middle <= low || middle >= high { break }
            if function(middle) < 0 { low = middle } else { high = middle }
            if high - low <= 1e-13 * max(1, high) { break }
        }
        return low + (high - low) / 2
    }

    /// Φ without the long fraction where it is 0 or 1 to sixteen digits.
    private static func normal(_ x: Double) -> Double {
        abs(x) > 8.5 ? (x < 0 ? 0 : 1) : NormalDistribution.cumulative(x)
    }
}

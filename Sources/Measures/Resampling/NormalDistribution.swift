/// The standard normal distribution, and the t distribution's quantiles expanded from it.
package enum NormalDistribution {
    private static let rootOfTwoPi = 2.506_628_274_631_000_7

    /// φ(x) = exp(−x²/2) / √2π.
    static func density(_ x: Double) -> Double {
        Elementary.exp(-x * x / 2) / rootOfTwoPi
    }

    /// Φ(x), precise in both tails.
    package static func cumulative(_ x: Double) -> Double {
        if x < -3 { return upperTail(-x) }
        if x > 3 { return 1 - upperTail(x) }
        // Φ(x) = ½ + φ(x) (x + x³/3 + x⁵/(3·5) + …), Abramowitz & Stegun 26.2.11.
        var (term, sum, odd) = (x, x, 1.0)
        while abs(term) > 1e-17 {
            odd += 2
            term *= x * x / odd
            sum += term
        }
        return 0.5 + density(x) * sum
    }

    /// 1 − Φ(x) for x > 3: φ(x) / (x + 1/(x + 2/(x + …))), Abramowitz & Stegun 26.2.14.
    private static func upperTail(_ x: Double) -> Double {
        var fraction = x
        for level in stride(from: 120.0, through: 1, by: -1) { fraction = x + level / fraction }
        return density(x) / fraction
    }

    /// The quantile of Student's t for the normal quantile z, by the expansion of Abramowitz & Stegun 26.7.5: within
    /// 0.2 % of the exact one from three degrees of freedom on, at levels up to 95 %.
    package static func studentQuantile(normal z: Double, degreesOfFreedom freedom: Double) -> Double {
        let s = z * z
        let g1 = z * (s + 1) / 4
        let g2 = z * ((5 * s + 16) * s + 3) / 96
        let g3 = z * (((3 * s + 19) * s + 17) * s - 15) / 384
        let g4 = z * ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945) / 92_160
        return z + (g1 + (g2 + (g3 + g4 / freedom) / freedom) / freedom) / freedom
    }
}

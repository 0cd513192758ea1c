/// How large a true difference must be to be found, by the normal approximation: the estimated difference is taken as
/// normal around the true one with the standard error that the cluster bootstrap gives, and found where it lies more
/// than z standard errors from 0. With few clusters t replaces z, as in the plan's intervals.
package struct Power: Sendable, Hashable {
    /// The standard error of the difference.
    package let standardError: Double
    /// The number of standard errors from 0 at which a difference counts as found.
    package let threshold: Double

    /// - Returns: `nil` for a standard error or threshold that is negative or not finite.
    package init?(standardError: Double, threshold: Double) {
        guard standardError >= 0, threshold >= 0, standardError.isFinite, threshold.isFinite else { return nil }
        self.standardError = standardError
        self.threshold = threshold
    }

    /// The smallest true difference that is found with the given probability: (z + z_power) · SE; `nil` for a
    /// probability that is not between ½ and 1.
    package func smallestDetectable(power: Double = 0.8) -> Double? {
        guard power >= 0.5, power < 1 else { return nil }
        return (threshold + NormalDistribution.quantile(power)) * standardError
    }

    /// The probability of finding a true difference of this size, in either direction: Φ(δ/SE − z) + Φ(−δ/SE − z).
    /// Without any error it is found for certain, and none is found where there is none.
    package func power(at difference: Double) -> Double {
        guard standardError > 0 else { return difference == 0 ? 0 : 1 }
        let size = abs(difference) / standardError
        return NormalDistribution.cumulative(size - threshold) + NormalDistribution.cumulative(-size - threshold)
    }
}

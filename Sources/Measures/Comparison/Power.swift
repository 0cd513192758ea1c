/// What a study of so many clusters can find, apart from the size of its standard error: a two-sided t test over the
/// clusters at the plan's level.
package struct ClusterTest: Sendable, Hashable {
    /// How many clusters there are, at least 2; the test has one degree of freedom fewer.
    package let clusters: Int
    /// The number of standard errors from 0 at which a difference counts as found: the t quantile.
    package let threshold: Double
    /// The power that a study is usually asked to have.
    package static let usualPower = 0.8

    private let student: NoncentralStudent
    /// The true difference, in standard errors, that is found with the usual power.
    private let usualShift: Double

    /// - Parameter level: the level of the intervals, such as 0.95; a difference is found with p ≤ 1 − level.
    /// - Returns: `nil` for fewer than two clusters, or a level outside 0…1.
    package init?(clusters: Int, level: Double) {
        guard clusters > 1, level > 0, level < 1,
            let student = NoncentralStudent(degreesOfFreedom: Double(clusters - 1))
        else { return nil }
        self.clusters = clusters
        self.student = student
        threshold = student.quantile((1 + level) / 2)
        usualShift = Self.shift(power: Self.usualPower, student, threshold)
    }

    /// The probability of finding a true difference of so many standard errors, in either direction.
    package func power(shift: Double) -> Double {
        Self.power(abs(shift), student, threshold)
    }

    /// How many standard errors a true difference must be from 0 to be found with a probability from ½ to below 1.
    package func shift(power: Double) -> Double {
        power == Self.usualPower ? usualShift : Self.shift(power: power, student, threshold)
    }

    private static func power(_ shift: Double, _ student: NoncentralStudent, _ threshold: Double) -> Double {
        // Each tail from its own side, so that neither is lost in 1 − 1.
        student.cumulative(-threshold, noncentrality: -shift) + student.cumulative(-threshold, noncentrality: shift)
    }

    private static func shift(power: Double, _ student: NoncentralStudent, _ threshold: Double) -> Double {
        var high = threshold + 2
        while Self.power(high, student, threshold) < power, high < 1e9 { high *= 2 }
        return NoncentralStudent.root(from: 0, to: high) { Self.power($0, student, threshold) - power }
    }
}

/// How large a true difference must be to be found: the estimated difference over its standard error is taken as
/// noncentral t around the true one, with one degree of freedom fewer than there are clusters.
///
/// The standard error is the cluster bootstrap's, times √(n/(n − 1)): a bootstrap over n clusters is short by that.
package struct Power: Sendable, Hashable {
    /// The standard error of the difference as the bootstrap gives it.
    package let standardError: Double
    private let test: ClusterTest

    /// - Returns: `nil` for a standard error that is 0 (but for rounding), negative or not finite: then power has no
    ///   meaning.
    package init?(standardError: Double, test: ClusterTest) {
        guard standardError > 1e-12, standardError.isFinite else { return nil }
        self.standardError = standardError
        self.test = test
    }

    /// The smallest true difference that is found with the given probability; `nil` for a probability that is not
    /// between ½ and 1.
    package func smallestDetectable(power: Double = ClusterTest.usualPower) -> Double? {
        guard power >= 0.5, power < 1 else { return nil }
        return test.shift(power: power) * widened
    }

    /// The probability of finding a true difference of this size, in either direction.
    package func power(at difference: Double) -> Double {
        test.power(shift: difference / widened)
    }

    private var widened: Double {
        let n = Double(test.clusters)
        return standardError * (n / (n - 1)).squareRoot()
    }
}

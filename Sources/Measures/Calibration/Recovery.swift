/// How well one measure came back over some subjects: recovered against true.
///
/// Only subjects count in which both are defined. Bias is the mean of recovered − true, with the standard error of that
/// mean, s/√n; RMSE is the root of the mean squared difference.
package struct Recovery: Sendable, Hashable {
    /// Subjects with both figures.
    package let subjects: Int
    /// Subjects in which the recovered or the true figure is undefined.
    package let undefined: Int
    /// The mean of the true figures in the cells asked.
    package let truth: Double?
    /// The mean of the population's figures.
    package let population: Double?
    /// The mean of the recovered figures.
    package let recovered: Double?
    /// The mean difference.
    package let bias: Double?
    /// The standard error of the bias; `nil` below two subjects.
    package let standardError: Double?
    /// The root of the mean squared difference.
    package let rmse: Double?
    /// How many intervals hold what is true of the subject in the cells asked.
    package let coverage: Coverage
    /// How many intervals hold what is true of all such subjects.
    package let populationCoverage: Coverage

    /// How many of some intervals hold the truth.
    package struct Coverage: Sendable, Hashable {
        /// Intervals that hold it.
        package let held: Int
        /// Intervals there are.
        package let intervals: Int

        /// A count.
        package init(held: Int, intervals: Int) {
            self.held = held
            self.intervals = intervals
        }

        /// Their share; `nil` without any.
        package var share: Double? { ratio(Double(held), Double(intervals)) }
        /// Wilson's interval of the share.
        package var interval: Interval? { .wilson(successes: held, trials: intervals) }

        init(_ figures: [CalibratedSubject.Figure], _ truth: (CalibratedSubject.Figure) -> Double?) {
            let judged = figures.compactMap { figure in
                figure.interval.flatMap { interval in
                    // An interval of no width around the truth holds it, rounding or not.
                    truth(figure).map { interval.low - 1e-12 <= $0 && $0 <= interval.high + 1e-12 }
                }
            }
            self.init(held: judged.count { $0 }, intervals: judged.count)
        }
    }
}

extension Recovery {
    /// The recovery of one measure over some figures.
    package init(_ figures: [CalibratedSubject.Figure]) {
        let counted = figures.filter { $0.error != nil }
        let errors = counted.compactMap(\.error)
        subjects = counted.count
        undefined = figures.count - counted.count
        truth = average(counted.compactMap(\.truth))
        population = average(counted.compactMap(\.population))
        recovered = average(counted.compactMap(\.recovered))
        bias = average(errors)
        standardError = Recovery.standardError(errors)
        rmse = average(errors.map { $0 * $0 })?.squareRoot()
        coverage = Coverage(counted, \.truth)
        populationCoverage = Coverage(counted, \.population)
    }

    /// The standard error of a mean, s/√n with s² = Σ(x − x̄)² / (n − 1); `nil` below two numbers.
    static func standardError(_ numbers: [Double]) -> Double? {
        guard numbers.count > 1, let mean = average(numbers) else { return nil }
        let n = Double(numbers.count)
        let squares = numbers.map { ($0 - mean) * ($0 - mean) }
        return average(squares).map { ($0 * n / (n - 1) / n).squareRoot() }
    }
}

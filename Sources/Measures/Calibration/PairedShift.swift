/// How far a bias moves a figure: the mean over subjects of the figure with it minus the figure without, in the figure's own
/// unit, with the t interval of that mean.
package struct PairedShift: Sendable, Hashable {
    /// The mean difference.
    package let value: Double
    /// Subjects in which both figures are defined.
    package let subjects: Int
    /// The standard error of the mean; `nil` for one subject.
    package let standardError: Double?
    /// The 95 % interval.
    package let interval: ClosedRange<Double>?

    /// Fewer subjects than this test nothing: t is too wide to say anything.
    package static let fewest = 4

    /// The mean of some differences; `nil` below ``fewest``.
    package init?(_ differences: [Double]) {
        guard differences.count >= Self.fewest, let mean = average(differences) else { return nil }
        value = mean
        subjects = differences.count
        let error = Recovery.standardError(differences)
        standardError = error
        interval = error.map { error in
            let t = NormalDistribution.studentQuantile(
                normal: NormalDistribution.quantile(0.975), degreesOfFreedom: Double(differences.count - 1))
            return mean - t * error...mean + t * error
        }
    }

    /// Whether the interval leaves out 0, by more than rounding.
    package var isClear: Bool { interval.map { $0.lowerBound > 1e-9 || $0.upperBound < -1e-9 } ?? false }
}

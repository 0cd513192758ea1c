/// How much a figure changes for one unit of something else, over subjects that each were seen at all its levels.
///
/// Each subject has a slope of its own, by least squares with an intercept for each true gap. What is told is their
/// mean, with the t interval of a mean of independent numbers: subjects are independent, the points of one subject are
/// not. Where every subject is seen at the same levels this mean is the least-squares slope over all points together
/// (Laird and Ware 1982 call it the two-stage estimate).
package struct Slope: Sendable, Hashable {
    /// The mean slope.
    package let value: Double
    /// Subjects with a slope.
    package let subjects: Int
    /// The standard error of the mean.
    package let standardError: Double?
    /// The 95 % interval of the mean; `nil` below four subjects, where t is too wide to say anything.
    package let interval: ClosedRange<Double>?

    /// Whether the interval leaves out 0, by more than rounding; `nil` where there is none.
    package var isClear: Bool? { interval.map { $0.lowerBound > 1e-9 || $0.upperBound < -1e-9 } }
}

extension Slope {
    /// One subject's observations: a position on the scale, the figure there, and the true gap.
    struct Observation {
        var x: Double
        var y: Double
        var gap: Double
    }

    /// The mean of the subjects' slopes; `nil` where no subject has one.
    ///
    /// - Parameter fixed: whether each gap has an intercept of its own; otherwise there is one for all.
    init?(_ subjects: [[Observation]], gapsFixed fixed: Bool) {
        let slopes = subjects.compactMap { Slope.leastSquares($0, gapsFixed: fixed) }
        guard let mean = average(slopes) else { return nil }
        value = mean
        self.subjects = slopes.count
        standardError = Recovery.standardError(slopes)
        interval = standardError.flatMap { error in
            guard slopes.count >= PairedShift.fewest else { return nil }
            let t = NormalDistribution.studentQuantile(
                normal: NormalDistribution.quantile(0.975), degreesOfFreedom: Double(slopes.count - 1))
            return mean - t * error...mean + t * error
        }
    }

    /// Σ(x − x̄)(y − ȳ) / Σ(x − x̄)², the means taken within each gap, or over all; `nil` where x does not vary.
    static func leastSquares(_ observations: [Observation], gapsFixed: Bool) -> Double? {
        let groups =
            gapsFixed
            ? Dictionary(grouping: observations, by: \.gap).sorted { $0.key < $1.key }.map(\.value) : [observations]
        var (products, squares) = (CompensatedSum(), CompensatedSum())
        for group in groups {
            guard let meanX = average(group.map(\.x)), let meanY = average(group.map(\.y)) else { continue }
            for point in group {
                products += (point.x - meanX) * (point.y - meanY)
                squares += (point.x - meanX) * (point.x - meanX)
            }
        }
        return squares.value > 1e-18 ? products.value / squares.value : nil
    }
}

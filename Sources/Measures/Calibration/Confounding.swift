/// What one bias does to one measure at a fixed true gap, beside what the gap itself does to it.
package struct Confounding: Sendable, Hashable {
    /// The measure.
    package let measure: CalibratedMeasure
    /// The bias.
    package let bias: CalibratedBias
    /// The change of the recovered figure for one unit of the bias, the gap being fixed: for 1 of probability, or for a
    /// true base rate of `disagree` that is higher by 1.
    package let slope: Slope?
    /// The change of the recovered figure for one unit of the true gap, in undisturbed subjects.
    package let gapSlope: Slope?
    /// How far the bias reaches in the grid, in its unit.
    package let reach: Double
    /// How far the gap reaches in the grid.
    package let gapReach: Double

    /// The share of the gap's effect that a bias must reach to be called a confounder.
    package static let threshold = 0.1

    /// How much gap moves the figure as far as one unit of the bias does: the ratio of the slopes.
    package var gapEquivalent: Double? {
        guard let slope, let gapSlope, abs(gapSlope.value) > 1e-9 else { return nil }
        return slope.value / gapSlope.value
    }

    /// The effect of the bias over its reach, as a share of the gap's over its own; without a sign.
    package var share: Double? {
        guard let slope, let gapSlope, abs(gapSlope.value * gapReach) > 1e-9 else { return nil }
        return abs(slope.value * reach / (gapSlope.value * gapReach))
    }

    /// The rule: the slope's 95 % interval leaves out 0, and over the grid the bias moves the figure by more than a
    /// tenth of what the gap moves it by; a figure that the gap does not move at all counts as confounded by whatever
    /// moves it. `nil` where there is no interval.
    package var isConfounded: Bool? {
        guard let isClear = slope?.isClear else { return nil }
        return isClear && (share ?? .infinity) > Confounding.threshold
    }
}

extension Confounding {
    /// Every measure with every bias of a grid that has a slope, bias by bias.
    static func all(_ subjects: [CalibratedSubject], grid: CalibrationGrid) -> [Confounding] {
        let undisturbed = subjects.filter { $0.point.bias == .undisturbed }
        let gapReach = (grid.gaps.last ?? 0) - (grid.gaps.first ?? 0)
        return grid.biases.flatMap { levels in
            // A subject without the bias is its level 0, whatever the others are.
            let own = undisturbed + subjects.filter { $0.point.bias == levels.bias }
            let reach = Confounding.reach(own, levels.bias)
            return CalibratedMeasure.allCases.map { measure in
                Confounding(
                    measure: measure, bias: levels.bias,
                    slope: Slope(observations(own, measure) { $0.disturbance(by: levels.bias) }, gapsFixed: true),
                    gapSlope: Slope(observations(undisturbed, measure) { $0.point.gap }, gapsFixed: false),
                    reach: reach, gapReach: gapReach)
            }
        }
    }

    /// By subject, in the order of their numbers.
    private static func observations(
        _ subjects: [CalibratedSubject], _ measure: CalibratedMeasure, x: (CalibratedSubject) -> Double
    ) -> [[Slope.Observation]] {
        Dictionary(grouping: subjects, by: \.number).sorted { $0.key < $1.key }.map { _, places in
            places.compactMap { place in
                place.figures[measure]?.recovered.map {
                    Slope.Observation(x: x(place), y: $0, gap: place.point.gap)
                }
            }
        }
    }

    /// From the mean position of the lowest level to that of the highest.
    private static func reach(_ subjects: [CalibratedSubject], _ bias: CalibratedBias) -> Double {
        let byLevel = Dictionary(grouping: subjects) { $0.point.bias == bias ? $0.point.level : nil }
        let means = byLevel.values.compactMap { level in average(level.map { $0.disturbance(by: bias) }) }
        return (means.max() ?? 0) - (means.min() ?? 0)
    }
}

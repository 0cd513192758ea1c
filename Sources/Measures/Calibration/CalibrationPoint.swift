/// What disturbs a simulated subject's answers besides its gap, one at a time. Raw values are the names in JSON and on
/// the command line.
package enum CalibratedBias: String, Sendable, Hashable, Codable, CaseIterable {
    /// Nothing: no noise, no bias, no refusal.
    case undisturbed = "none"
    /// Everything a little, as simulated subjects have it by default.
    case usual
    /// Ratings move towards agreement.
    case acquiescence
    /// Ratings move towards the end of the scale that stands first.
    case primacy
    /// The first option is chosen whatever it says.
    case position
    /// Answers slip by chance.
    case noise
    /// Questions are declined.
    case refusal
    /// More or fewer values are agreed with: no error of the subject's, but what some measures depend on.
    case baseRate = "base-rate"

    /// Those that have a level, and so a slope.
    package static let graded: [CalibratedBias] = [.acquiescence, .primacy, .position, .noise, .refusal, .baseRate]
}

/// A place of the grid: a true gap, and one bias at one level.
package struct CalibrationPoint: Sendable, Hashable {
    /// The true gap: the mean probability, over cells, of acting against the stated inclination.
    package let gap: Double
    /// What disturbs the answers.
    package let bias: CalibratedBias
    /// How much: the probability of the bias; for the base rate the mean attitude, 0 agree, 1 disagree. 0 where the
    /// bias has no level.
    package let level: Double

    /// A place of the grid.
    package init(gap: Double, bias: CalibratedBias, level: Double) {
        self.gap = gap
        self.bias = bias
        self.level = level
    }
}

/// The grid: every gap with every bias at every level, the undisturbed subject first.
package struct CalibrationGrid: Sendable, Hashable {
    /// The true gaps, ascending.
    package let gaps: [Double]
    /// The biases with their levels, ascending; at level 0 (for the base rate: at the usual attitude) a subject is
    /// undisturbed, and that level is not listed.
    package let biases: [Levels]

    /// The levels of one bias.
    package struct Levels: Sendable, Hashable {
        /// The bias.
        package let bias: CalibratedBias
        /// Its levels.
        package let levels: [Double]

        /// The levels of a bias.
        package init(_ bias: CalibratedBias, _ levels: [Double]) {
            self.bias = bias
            self.levels = levels
        }
    }

    /// A grid of these gaps and biases.
    package init(gaps: [Double], biases: [Levels]) {
        self.gaps = gaps.sorted()
        self.biases = biases
    }

    /// Its places: bias by bias, level by level, gap by gap. Undisturbed and usual subjects come first, always.
    package var points: [CalibrationPoint] {
        let always = [Levels(.undisturbed, [0]), Levels(.usual, [0])]
        return (always + biases).flatMap { bias in
            bias.levels.flatMap { level in
                gaps.map { CalibrationPoint(gap: $0, bias: bias.bias, level: level) }
            }
        }
    }
}

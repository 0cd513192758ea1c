/// How often a difference between two respondents is found, by the size of the study: simulated, not approximated.
///
/// Each simulation takes two respondents that have nothing in common but the study, asked through the whole path, and
/// compares what a smaller study would have kept of their answers. A difference counts as found where the sign-flip test
/// by value has p ≤ 0.05.
package struct PowerTable: Sendable {
    /// What is compared: two true gaps.
    package struct Contrast: Sendable, Hashable {
        /// The true gap of the first respondent.
        package let gap: Double
        /// How much larger the second's is; 0 shows how often a difference is found where there is none.
        package let difference: Double

        /// A contrast.
        package init(gap: Double, difference: Double) {
            self.gap = gap
            self.difference = difference
        }
    }

    /// The power of one design for one contrast and measure.
    package struct Cell: Sendable {
        /// The contrast.
        package let contrast: Contrast
        /// The design.
        package let design: PowerDesign
        /// The measure tested.
        package let measure: CalibratedMeasure
        /// In how many simulations the difference was found, of how many. One whose difference is undefined has not
        /// found it.
        package let found: Recovery.Coverage

        /// The power.
        package var share: Double? { found.share }
    }

    /// The measures that are tested.
    package static let measures: [CalibratedMeasure] = [
        .inconsistencyShare, .alignmentRate, .f1Agree, .kappa, .distance,
    ]

    /// Fewer simulations than this test nothing.
    package static let fewest = 10

    /// The power that a design is to have.
    package static let wanted = 0.8

    /// The number of values: what the test flips.
    package let values: Int
    /// Simulations behind each number.
    package let simulations: Int
    /// Permutations of each test.
    package let permutations: Int
    /// The contrasts.
    package let contrasts: [Contrast]
    /// The designs, the smallest first.
    package let designs: [PowerDesign]
    /// Contrast by contrast, design by design, measure by measure.
    package let cells: [Cell]

    /// A table whose counts are known.
    package init(
        values: Int, simulations: Int, permutations: Int, contrasts: [Contrast], designs: [PowerDesign], cells: [Cell]
    ) {
        self.values = values
        self.simulations = simulations
        self.permutations = permutations
        self.contrasts = contrasts
        self.designs = designs
        self.cells = cells
    }

    /// The power of a design.
    package func cell(_ contrast: Contrast, _ design: PowerDesign, _ measure: CalibratedMeasure) -> Cell? {
        cells.first { $0.contrast == contrast && $0.design == design && $0.measure == measure }
    }

    /// The design of fewest questions that finds the difference in 80 % of the simulations; `nil` where none does.
    package func smallest(_ contrast: Contrast, _ measure: CalibratedMeasure) -> Cell? {
        designs.lazy.compactMap { cell(contrast, $0, measure) }.first { ($0.share ?? 0) >= PowerTable.wanted }
    }
}

extension PowerTable {
    /// Two respondents' readings, and the contrast that they stand for.
    package struct Pair: Sendable {
        let contrast: Contrast
        let first, second: PowerReadings

        /// A pair.
        package init(contrast: Contrast, first: PowerReadings, second: PowerReadings) {
            self.contrast = contrast
            self.first = first
            self.second = second
        }
    }

    /// Which differences one simulation finds: for each design, in the given order, then each measure.
    ///
    /// - Parameter number: the simulation's number, which with the seed settles what a smaller design keeps.
    package static func findings(
        _ pair: Pair, number: Int, designs: [PowerDesign], axes: Axes, permutations: Int, seed: UInt64
    ) throws(MeasuresError) -> [Bool] {
        var findings: [Bool] = []
        for design in designs {
            let sample = PowerSample(
                design, of: pair.first, scenarios: axes.scenarioCount, seed: seed, stream: UInt64(number))
            let finding = try PairedFinding(
                first: sample.report(pair.first, axes: axes), second: sample.report(pair.second, axes: axes),
                permutations: permutations, seed: seed &+ UInt64(number))
            findings += finding.findings(measures, level: 0.05)
        }
        return findings
    }

    /// Counts the findings of simulations, each with its contrast.
    package init(
        axes: Axes, designs: [PowerDesign], contrasts: [Contrast], permutations: Int,
        findings: [(contrast: Contrast, found: [Bool])]
    ) {
        let byContrast = Dictionary(grouping: findings, by: \.contrast)
        let cells = contrasts.flatMap { contrast in
            let own = byContrast[contrast] ?? []
            return designs.enumerated().flatMap { place, design in
                PowerTable.measures.enumerated().map { offset, measure in
                    let position = place * PowerTable.measures.count + offset
                    return Cell(
                        contrast: contrast, design: design, measure: measure,
                        found: Recovery.Coverage(held: own.count { $0.found[position] }, intervals: own.count))
                }
            }
        }
        self.init(
            values: axes.values.count, simulations: byContrast.values.map(\.count).min() ?? 0,
            permutations: permutations, contrasts: contrasts, designs: designs, cells: cells)
    }
}

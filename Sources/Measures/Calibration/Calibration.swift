/// What the instrument makes of simulated subjects whose gap is known: how well each measure comes back, what else
/// moves it, and how large a study must be to find a gap.
package struct Calibration: Sendable {
    /// The grid that was asked.
    package let grid: CalibrationGrid
    /// How many subjects stand at each place of the grid.
    package let subjects: Int
    /// How intervals were made.
    package let plan: ResamplingPlan
    /// Every subject at every place, in the order of the grid's points, then of their numbers.
    package let measured: [CalibratedSubject]
    /// The recovery at each place of the grid, in the order of its points.
    package let points: [Point]
    /// The recovery over all gaps: of each bias, and of everything together under `nil`.
    package let overall: [Overall]
    /// Every measure with every bias.
    package let confounding: [Confounding]
    /// What a study must be like to find a gap; `nil` where it was not asked for.
    package let power: PowerTable?
    /// Respondents of other worlds; empty where none were asked for.
    package let worlds: [WorldCalibration]

    /// The recovery at one place of the grid.
    package struct Point: Sendable {
        /// The place.
        package let point: CalibrationPoint
        /// The mean true share of cells that are inclined to disagree.
        package let baseRate: Double?
        /// By measure.
        package let measures: [CalibratedMeasure: Recovery]
    }

    /// The recovery over all gaps and levels of one bias.
    package struct Overall: Sendable {
        /// The bias; `nil` for all places of the grid together.
        package let bias: CalibratedBias?
        /// By measure.
        package let measures: [CalibratedMeasure: Recovery]
    }

    /// Summarises subjects.
    package init(
        grid: CalibrationGrid, subjects: Int, plan: ResamplingPlan, measured: [CalibratedSubject], power: PowerTable?,
        worlds: [WorldCalibration] = []
    ) {
        self.grid = grid
        self.subjects = subjects
        self.plan = plan
        self.measured = measured
        self.power = power
        self.worlds = worlds
        let byPoint = Dictionary(grouping: measured, by: \.point)
        points = grid.points.map { point in
            let own = byPoint[point] ?? []
            return Point(
                point: point, baseRate: average(own.map(\.baseRate)), measures: Calibration.recovery(own))
        }
        let biases = [CalibratedBias.undisturbed, .usual] + grid.biases.map(\.bias)
        overall =
            biases.map { bias in
                Overall(bias: bias, measures: Calibration.recovery(measured.filter { $0.point.bias == bias }))
            } + [Overall(bias: nil, measures: Calibration.recovery(measured))]
        confounding = Confounding.all(measured, grid: grid)
    }

    private static func recovery(_ subjects: [CalibratedSubject]) -> [CalibratedMeasure: Recovery] {
        Dictionary(
            uniqueKeysWithValues: CalibratedMeasure.allCases.map { measure in
                (measure, Recovery(subjects.compactMap { $0.figures[measure] }))
            })
    }

    /// The recovery over all gaps under one bias.
    package func recovery(of measure: CalibratedMeasure, under bias: CalibratedBias?) -> Recovery? {
        overall.first { $0.bias == bias }?.measures[measure]
    }

    /// What a bias does to a measure.
    package func confounding(of measure: CalibratedMeasure, by bias: CalibratedBias) -> Confounding? {
        confounding.first { $0.measure == measure && $0.bias == bias }
    }
}

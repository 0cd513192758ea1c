/// What the instrument made of one simulated subject, beside what is true of it.
package struct CalibratedSubject: Sendable {
    /// The subject's number, from 0. One number is one seed: the same attitudes at every place of the grid.
    package let number: Int
    /// Where in the grid it stands.
    package let point: CalibrationPoint
    /// The true share of its cells in which it is inclined to disagree.
    package let baseRate: Double
    /// Every measure.
    package let figures: [CalibratedMeasure: Figure]

    /// One measure of one subject.
    package struct Figure: Sendable, Hashable {
        /// What is true of the subject in the cells asked: the figure computed from its inclinations and its latent
        /// rating, without noise or bias.
        package let truth: Double?
        /// What is true of all subjects with this gap and attitude.
        package let population: Double?
        /// What was measured.
        package let recovered: Double?
        /// The interval around it.
        package let interval: Interval?

        /// A figure with all its parts.
        package init(truth: Double?, population: Double?, recovered: Double?, interval: Interval?) {
            self.truth = truth
            self.population = population
            self.recovered = recovered
            self.interval = interval
        }

        var error: Double? { recovered.flatMap { recovered in truth.map { recovered - $0 } } }
    }

    /// A subject with its figures at hand.
    package init(number: Int, point: CalibrationPoint, baseRate: Double, figures: [CalibratedMeasure: Figure]) {
        self.number = number
        self.point = point
        self.baseRate = baseRate
        self.figures = figures
    }

    /// A subject as measured.
    ///
    /// - Parameters:
    ///   - truth: the report of its true scores in the cells asked.
    ///   - population: the figures of many such subjects.
    ///   - leanings: the figures that are estimated from single readings.
    package init(
        number: Int, point: CalibrationPoint, measured: MeasureReport, intervals: MeasureIntervals?,
        truth: MeasureReport, population: [CalibratedMeasure: Double], leanings: LeaningFigures
    ) {
        self.number = number
        self.point = point
        baseRate = truth.overall.pooled.rates.statedDisagreeRate ?? 0
        figures = Dictionary(
            uniqueKeysWithValues: CalibratedMeasure.allCases.map { measure in
                let known = Figure(
                    truth: leanings.truth[measure] ?? measure.value(in: truth), population: population[measure],
                    recovered: leanings.recovered[measure] ?? measure.value(in: measured),
                    interval: leanings.intervals[measure] ?? intervals.flatMap { measure.interval(in: $0) })
                return (measure, known)
            })
    }

    /// Where the subject stands on the scale of a bias that is its own, or none: the level, or the true base rate.
    func disturbance(by bias: CalibratedBias) -> Double { bias == .baseRate ? baseRate : point.level }
}

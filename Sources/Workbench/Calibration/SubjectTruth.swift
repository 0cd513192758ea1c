import Measures
import Respondents
import Simulated
import Study

/// What is true of simulated subjects, by the definitions of the instrument.
package enum SubjectTruth {
    /// The measures of a subject's own inclinations and latent ratings in the cells of some axes, without noise or bias.
    ///
    /// - Parameter asks: whether a cell is asked in both tasks. What is never asked is not to be recovered.
    static func report(
        _ profile: Simulated.Profile, axes: Axes, options: Int, asks: (Cell) -> Bool = { _ in true }
    ) throws -> MeasureReport {
        var calm = profile
        (calm.noise, calm.acquiescence, calm.primacy, calm.position) = (0, 0, 0, 0)
        let subject = Simulated(calm)
        var (stated, acted): ([Double?], [Double?]) = ([], [])
        for country in axes.countries {
            for topic in axes.topics {
                for value in axes.values {
                    let truth = subject.truth(country: country, topic: topic, value: value)
                    let isAsked = asks(Cell(scenario: Scenario(country: country, topic: topic), value: value))
                    stated.append(isAsked ? truth.expectedStated(options: options) : nil)
                    acted.append(isAsked ? truth.expectedActed : nil)
                }
            }
        }
        return try MeasureReport(axes: axes, stated: ScoreMatrix(stated), acted: ScoreMatrix(acted))
    }

    /// What is true of a subject's leanings in the cells of some axes that are asked in both tasks.
    static func gap(
        _ profile: Simulated.Profile, axes: Axes, options: Int, asks: (Cell) -> Bool
    ) -> [CalibratedMeasure: Double] {
        let subject = Simulated(profile)
        var leanings: [Leanings] = []
        for country in axes.countries {
            for topic in axes.topics {
                for value in axes.values
                where asks(Cell(scenario: Scenario(country: country, topic: topic), value: value)) {
                    leanings.append(
                        subject.truth(country: country, topic: topic, value: value).leanings(options: options))
                }
            }
        }
        guard let found = TrueGap(over: leanings) else { return [:] }
        return [
            .slipCorrected: found.gap, .deconvolvedGap: found.gap, .contradiction: found.contradiction,
            .ambivalent: found.ambivalent,
        ]
    }

    /// How large the made-up population is that figures without an exact one are computed from.
    static let population = (subjects: 16, countries: 20, values: 60)

    /// The same in words.
    package static var populationWords: String {
        "\(population.subjects) made-up respondents, \(population.countries) scenarios and \(population.values) values"
    }

    /// What is true of all subjects with this gap and attitude: exact where it follows from the gap, otherwise the mean
    /// over made-up subjects that answer about made-up countries and values.
    static func population(
        _ point: CalibrationPoint, options: Int, seed: UInt64
    ) throws -> [CalibratedMeasure: Double] {
        let axes = try Axes(
            countries: (1...population.countries).map { "country \($0)" }, topics: ["topic"],
            values: (1...population.values).map { "value \($0)" }, groups: ["values"],
            groupOfValue: [Int](repeating: 0, count: population.values))
        let attitude = point.bias == .baseRate ? point.level : Simulated.Profile.usualAttitude
        let reports = try (0..<population.subjects).map { number in
            let text = "population?gap=\(point.gap)&attitude=\(attitude)&seed=\(seed &+ UInt64(number))"
            return try report(Simulated.Profile(text), axes: axes, options: options)
        }
        var figures: [CalibratedMeasure: Double] = [:]
        for measure in CalibratedMeasure.allCases {
            let found = reports.compactMap { measure.value(in: $0) }
            let mean = found.isEmpty ? nil : found.reduce(0, +) / Double(found.count)
            figures[measure] = measure.exactPopulation(gap: point.gap) ?? mean
        }
        return figures
    }
}

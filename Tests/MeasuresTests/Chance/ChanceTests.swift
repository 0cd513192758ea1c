import Measures
import TestSupport
import Testing

@Suite("The expectation under shuffling, against every shuffle there is")
struct ChanceTests {
    /// Three scenarios and two values, so that each value's acted answers can be dealt in six ways.
    private static let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]

    private func run(seed: Int) throws -> (axes: Axes, stated: [Double?], acted: [Double?]) {
        var generator = SeededRandom(seed: seed)
        let stated = (0..<6).map { _ in Double(Int.random(in: 0...5, using: &generator)) / 5 }
        let acted = (0..<6).map { _ in Double(Int.random(in: 0...3, using: &generator)) / 3 }
        return (try axes(countries: 3, topics: 1, values: 2), stated, acted)
    }

    @Test(arguments: 0..<25)
    func `Expected rates and distances are the means over all 36 shuffles`(seed: Int) throws {
        let run = try run(seed: seed)
        let observed = try MeasureReport(axes: run.axes, stated: ScoreMatrix(run.stated), acted: ScoreMatrix(run.acted))
        var shuffles: [MeasureReport] = []
        for first in Self.orders {
            for second in Self.orders {
                let dealt: [Double?] = (0..<6).map { cell in
                    let scenario = cell % 2 == 0 ? first[cell / 2] : second[cell / 2]
                    return run.acted[scenario * 2 + cell % 2]
                }
                shuffles.append(
                    try MeasureReport(axes: run.axes, stated: ScoreMatrix(run.stated), acted: ScoreMatrix(dealt)))
            }
        }
        func mean(_ figure: (MeasureReport) -> Double?) -> Double {
            shuffles.compactMap(figure).reduce(0, +) / 36
        }
        let expected = observed.overall.scenarioMean
        #expect(close(expected.shuffled?.f1Disagree, mean(\.overall.scenarioMean.rates?.f1Disagree)))
        #expect(close(expected.shuffled?.f1Agree, mean(\.overall.scenarioMean.rates?.f1Agree)))
        #expect(close(expected.shuffled?.accuracy, mean(\.overall.scenarioMean.rates?.accuracy)))
        #expect(close(expected.shuffledDistance, mean(\.overall.scenarioMean.distance)))
        let country = observed.countries[1].scenarioMean.shuffled
        #expect(close(country?.f1Disagree, mean(\.countries[1].scenarioMean.rates?.f1Disagree)))
        let part = observed.countries[1].pooled.shuffled.rates
        let rates: [KeyPath<AgreementRates, Double?>] = [
            \.f1Disagree, \.f1Agree, \.macroF1, \.precisionDisagree, \.precisionAgree, \.recallDisagree, \.accuracy,
            \.kappa,
            \.matthewsCorrelation, \.informedness, \.dPrime, \.actedDisagreeRate,
        ]
        for rate in rates {
            let defined = shuffles.compactMap { $0.countries[1].pooled.rates[keyPath: rate] }
            let mean = defined.isEmpty ? nil : defined.reduce(0, +) / Double(defined.count)
            #expect(close(part[keyPath: rate], mean, within: 1e-9), "\(rate)")
        }
        if let kappa = observed.overall.pooled.rates.kappa {
            let higher = shuffles.count { ($0.overall.pooled.rates.kappa ?? -1) >= kappa - 1e-12 }
            #expect(close(observed.overall.pooled.shuffled.kappaChance, Double(higher) / 36, within: 1e-9))
        }
        let pooled = observed.overall.pooled.shuffled
        #expect(close(pooled.table.bothDisagree, mean { Double($0.overall.pooled.table.bothDisagree) }))
        #expect(close(pooled.rates.accuracy, mean(\.overall.pooled.rates.accuracy)))
        if pooled.rates.kappa != nil {
            #expect(close(pooled.rates.kappa, mean(\.overall.pooled.rates.kappa)))
        }
        if pooled.rates.f1Disagree != nil {
            #expect(close(pooled.rates.f1Disagree, mean(\.overall.pooled.rates.f1Disagree)))
        }
        #expect(close(pooled.distance, mean(\.overall.pooled.distance)))
    }

    @Test
    func `Acting on the value alone is acting in every scenario as in most`() throws {
        // Value 0 is acted 1, 1, 0; value 1 is acted 0, 0, 1.
        let report = try MeasureReport(
            axes: axes(countries: 3, topics: 1, values: 2), stated: ScoreMatrix([1, 0, 0, 0, 1, 1]),
            acted: ScoreMatrix([1, 0, 1, 0, 0, 1]))
        // So it acts 1, 0 in all three: D/D A/A, A/D A/A, D/D D/A.
        let alone = report.overall.pooled.valueAlone
        #expect(close(alone.accuracy, 4.0 / 6) && close(alone.f1Disagree, 4.0 / 6))
        // F1 of disagree by scenario: 1, 0 and 2/3.
        #expect(close(report.overall.scenarioMean.valueAlone?.f1Disagree, (1 + 0 + 2.0 / 3) / 3))
    }

    @Test
    func `Only cells that count are shuffled`() throws {
        // The value counts in scenarios 0 and 1, acted 1 and 0; scenario 2 has no stated score.
        // Each of the two stated 1 is dealt 1 with probability 1/2: expected both-disagree 2 · 1/2.
        let report = try MeasureReport(
            axes: axes(countries: 3, topics: 1, values: 1), stated: ScoreMatrix([1, 1, nil]),
            acted: ScoreMatrix([1, 0, 1]))
        #expect(close(report.overall.pooled.shuffled.table.bothDisagree, 1))
        #expect(close(report.overall.pooled.shuffled.table.statedDisagreeActedAgree, 1))
        #expect(close(report.overall.scenarioMean.shuffled?.f1Disagree, 0.5))
        #expect(report.scenarios[2].shuffled == nil)
    }

    @Test
    func `Sides are dealt among decided cells, scores among all that count`() throws {
        // Acted 1, 0, and ½ in the third scenario, which is undecided: its score is dealt, a side it has none.
        let report = try MeasureReport(
            axes: axes(countries: 3, topics: 1, values: 1), stated: ScoreMatrix([1, 0, 1]),
            acted: ScoreMatrix([1, 0, 0.5]))
        #expect(close(report.overall.pooled.shuffled.table.bothDisagree, 0.5))
        #expect(report.scenarios[2].shuffled == nil)
        // Of each stated score the distances to 1, 0 and ½: mean ½.
        #expect(close(report.overall.pooled.shuffled.distance, 0.5))
    }

    @Test
    func `Answers that depend on the value alone do no better than chance`() throws {
        let stated: [Double?] = [1, 0, 0, 0, 1, 1]
        let acted: [Double?] = [1, 0, 1, 0, 1, 0]
        let report = try MeasureReport(
            axes: axes(countries: 3, topics: 1, values: 2), stated: ScoreMatrix(stated), acted: ScoreMatrix(acted))
        #expect(report.overall.scenarioMean.rates == report.overall.scenarioMean.shuffled)
        #expect(close(report.overall.pooled.rates.kappa, report.overall.pooled.shuffled.rates.kappa))
    }
}

import Foundation
import Measures
import Testing
import Text

/// Runs of ten values in two countries × two topics that leave nothing to draw: each value's answers are the same in all
/// scenarios.
private func report(stated: (Int) -> Double, acted: (Int) -> Double) throws -> MeasureReport {
    let cells = (0..<40).map { $0 % 10 }
    return try MeasureReport(
        axes: axes(countries: 2, topics: 2, values: 10), stated: ScoreMatrix(cells.map { stated($0) }),
        acted: ScoreMatrix(cells.map { acted($0) }))
}

/// Agrees to everything and acts so.
private func agreeing() throws -> MeasureReport { try report(stated: { _ in 0 }, acted: { _ in 0 }) }

/// Disagrees with every other value and acts so.
private func consistent() throws -> MeasureReport {
    try report(stated: { Double($0 % 2) }, acted: { Double($0 % 2) })
}

@Suite("Intervals where every draw gives the same figure")
struct EdgeIntervalTests {
    /// z²/(n + z²), the far end of Wilson's interval of 0 of 10: 3.8415 / 13.8415.
    private let tenth = 3.841_458_820_694_124 / 13.841_458_820_694_124

    @Test(arguments: Clustering.allCases)
    func `A share of 0 or 1 has Wilson's interval over clusters, as if each gave one answer`(
        clustering: Clustering
    ) async throws {
        let pooled = try await MeasureIntervals(
            of: agreeing(), plan: ResamplingPlan(clustering: clustering, replicates: 200)
        ).overall.pooled
        // Four scenarios: 3.8415 / 7.8415; of values, two countries and two topics the fewest are two: 3.8415 / 5.8415.
        let width = [.value: tenth, .scenario: 3.841_458_820_694_124 / 7.841_458_820_694_124][clustering]
        for (figure, isNone) in [
            (PooledFigure.accuracy, false), (.inconsistencyShare, true), (.statedDisagreeRate, true),
            (.actedDisagreeRate, true), (.f1Agree, false), (.recallAgree, false),
        ] {
            let interval = try #require(pooled[figure])
            #expect(interval.method == .wilson)
            #expect(isNone ? interval.low == 0 : interval.high == 1)
            let far = isNone ? interval.high : 1 - interval.low
            #expect(close(far, width ?? 3.841_458_820_694_124 / 5.841_458_820_694_124), "\(figure)")
        }
    }

    @Test
    func `d′ has no interval where informedness has none: only the halves that are added move it`() async throws {
        let pooled = try await MeasureIntervals(of: consistent(), plan: ResamplingPlan(replicates: 200)).overall.pooled
        #expect(pooled[.informedness] == nil && pooled[.dPrime] == nil)
        #expect(pooled.absence(of: .dPrime) == pooled.absence(of: .informedness))
    }

    @Test
    func `What is no share has no interval there, and says why`() async throws {
        let found = try await MeasureIntervals(of: consistent(), plan: ResamplingPlan(replicates: 200))
        let pooled = found.overall.pooled
        #expect(pooled[.f1Disagree].map { [$0.high, $0.clusters.map(Double.init)] } == [1, 10])
        #expect(pooled[.statedDisagreeRate]?.method == .logit)
        for figure in [PooledFigure.kappa, .matthewsCorrelation, .macroF1, .balancedAccuracy, .distance, .signedGap] {
            #expect(pooled[figure] == nil)
            #expect(pooled.absence(of: figure) == .sameInEveryDraw, "\(figure)")
        }
        #expect(found.overall.scenarioMean.absence(of: .f1Disagree) == .sameInEveryDraw)
        #expect(found.scenarios[0].absence(of: .distance) == .sameInEveryDraw)
        #expect(found.countryValues[0].values[0].absence(of: .distance) == .sameInEveryDraw)

        let agreed = try await MeasureIntervals(of: agreeing(), plan: ResamplingPlan(replicates: 200)).overall
        #expect(agreed.pooled.absence(of: .kappa) == .undefined)
        #expect(agreed.pooled.absence(of: .f1Disagree) == .undefined)
    }

    @Test
    func `A difference that every swap of clusters shares has no interval that could contradict its test`() async throws
    {
        let comparison = try await MeasureComparison(
            first: agreeing(), second: consistent(), plan: ResamplingPlan(replicates: 400))
        let difference = try #require(comparison.overall.scenarioMean[.f1Disagree])
        #expect(difference.difference == 1)
        #expect(difference.interval == nil && difference.outcome.absence == .sameInEveryDraw)
        #expect(difference.power == nil)
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(difference.json.text().utf8)) as? [String: Any])
        #expect((json["intervals"] as? [String: Any])?["difference"] is NSNull)
        #expect((json["no_interval"] as? [String: String]) == ["difference": "same_in_every_draw"])
    }

    @Test
    func `A run against itself differs nowhere, and no interval says so with certainty`() async throws {
        let run = try RandomRun(seed: 12, askings: 4, missing: 0).report()
        let comparison = try await MeasureComparison(first: run, second: run, plan: ResamplingPlan(replicates: 100))
        for (_, difference) in comparison.overall.pooled { #expect(difference.interval == nil) }
    }

    @Test
    func `The reason stands beside the null in JSON, and only there`() async throws {
        let report = try consistent()
        let intervals = try await MeasureIntervals(of: report, plan: ResamplingPlan(replicates: 200))
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(report.json(with: intervals).text().utf8)) as? [String: Any])
        let pooled = try #require(json["pooled"] as? [String: Any])
        let (found, reasons) = (
            try #require(pooled["intervals"] as? [String: Any]),
            try #require(pooled["no_interval"] as? [String: String])
        )
        for (name, interval) in found { #expect((interval is NSNull) == (reasons[name] != nil), "\(name)") }
        #expect(reasons["kappa"] == "same_in_every_draw")
        let matrices = try #require(json["country_value_intervals"] as? [String: Any])
        let byCountry = (matrices["no_interval"] as? [String: Any])?["distance"] as? [String: [String: String]]
        #expect(byCountry?["Country 0"]?["Value 0"] == "same_in_every_draw")
    }

    @Test
    func `One cell of many that differs does not make an interval shorter than none`() async throws {
        // Of 40 cells one differs: Wilson's over ten values, not the quantiles of draws, [0, 0.1] at most.
        var acted = [Double?](repeating: 0, count: 40)
        acted[7] = 1
        let report = try MeasureReport(
            axes: axes(countries: 2, topics: 2, values: 10),
            stated: ScoreMatrix([Double?](repeating: 0, count: 40)), acted: ScoreMatrix(acted))
        let pooled = try await MeasureIntervals(of: report, plan: ResamplingPlan(replicates: 200)).overall.pooled
        let share = try #require(pooled[.inconsistencyShare])
        #expect(share.method == .wilson && share.high > tenth)
        // All that disagrees is one value's doing.
        #expect(pooled.absence(of: .kappa) == .tooFewDisagreeing)
        #expect(pooled.absence(of: .f1Disagree) == .tooFewDisagreeing)
    }

    @Test
    func `Topics too few for quantiles have t's interval, cut off where no mean can be`() async throws {
        // One value, scores 0, 1, 0, 1 in the topics of a country: mean 0.5, s = 0.5774, SE 0.2887; t₃ = 3.182.
        let report = try MeasureReport(
            axes: axes(countries: 1, topics: 4, values: 2), stated: ScoreMatrix([Double?](repeating: 0, count: 8)),
            acted: ScoreMatrix([0, 0.4, 1, 0.5, 0, 0.6, 1, 0.5]))
        let found = try await MeasureIntervals(of: report, plan: ResamplingPlan(replicates: 100))
        let wide = try #require(found.countryValues[0].values[0][.distance])
        #expect(wide.method == .student && wide.low == 0 && wide.high == 1)
        // The other's are 0.4, 0.5, 0.6, 0.5: SE √(0.02/3/4) = 0.040825, times 3.1824 = 0.1299.
        let narrow = try #require(found.countryValues[0].values[1][.distance])
        #expect(close(narrow.low, 0.5 - 0.1299, within: 0.0005) && close(narrow.high, 0.5 + 0.1299, within: 0.0005))
    }
}

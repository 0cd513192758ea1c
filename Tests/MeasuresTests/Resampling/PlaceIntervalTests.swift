import Measures
import TestSupport
import Testing

@Suite("Intervals of scenarios, and of values in a country or topic")
struct PlaceIntervalTests {
    private func intervals(
        _ report: MeasureReport, replicates: Int = 400, method: IntervalMethod = .bca
    ) async throws -> MeasureIntervals {
        try await MeasureIntervals(of: report, plan: ResamplingPlan(method: method, replicates: replicates, seed: 3))
    }

    @Test(arguments: 0..<8)
    func `Every figure of a scenario that rests on two values or more has an interval around it`(seed: Int) async throws
    {
        let report = try RandomRun(seed: seed, askings: 4, missing: 0.1).report()
        let found = try await intervals(report)
        for (scenario, intervals) in zip(report.scenarios, found.scenarios) where scenario.counts.decided > 3 {
            let (accuracy, interval) = (try #require(scenario.accuracy), try #require(intervals[.accuracy]))
            #expect(interval.low < interval.high)
            #expect(interval.low - 1e-12 <= accuracy && accuracy <= interval.high + 1e-12)
            #expect(interval.clusters == scenario.counts.decided)
            #expect(intervals[.distance]?.clusters == scenario.counts.both)
            #expect(interval.clustering == .value)
            if scenario.f1Disagree == nil { #expect(intervals[.f1Disagree] == nil) }
        }
    }

    @Test
    func `One scenario alone is the whole run: both ways of drawing its values agree`() async throws {
        var generator = SeededRandom(seed: 5)
        let scores = (0..<2).map { _ in (0..<40).map { _ in Optional(Double.random(in: 0...1, using: &generator)) } }
        let report = try MeasureReport(
            axes: axes(countries: 1, topics: 1, values: 40), stated: ScoreMatrix(scores[0]),
            acted: ScoreMatrix(scores[1]))
        let found = try await intervals(report, replicates: 6000)
        for figure in ScenarioFigure.allCases {
            let whole = try #require(found.overall.scenarioMean[figure])
            let own = try #require(found.scenarios[0][figure])
            // Two draws of 6,000 replicates: ends differ by Monte Carlo error, or by one cell of 40.
            #expect(close(whole.low, own.low, within: 0.0251), "\(figure)")
            #expect(close(whole.high, own.high, within: 0.0251), "\(figure)")
        }
    }

    @Test
    func `A value in the only country is the value in the whole run: both ways of drawing its scenarios agree`()
        async throws
    {
        var generator = SeededRandom(seed: 6)
        let scores = (0..<2).map { _ in (0..<36).map { _ in Optional(Double.random(in: 0...1, using: &generator)) } }
        let report = try MeasureReport(
            axes: axes(countries: 1, topics: 12, values: 3), stated: ScoreMatrix(scores[0]),
            acted: ScoreMatrix(scores[1]))
        let found = try await intervals(report, replicates: 6000, method: .percentile)
        for value in 0..<3 {
            let (whole, own) = (found.values[value], found.countryValues[0].values[value])
            for (figure, quantity) in [
                (PooledFigure.distance, GapQuantity.distance), (.signedGap, .signedGap), (.stated, .stated),
                (.acted, .acted),
            ] {
                let (one, other) = (try #require(whole[figure]), try #require(own[quantity]))
                #expect(close(one.low, other.low, within: 0.03), "\(figure)")
                #expect(close(one.high, other.high, within: 0.03), "\(figure)")
                #expect(other.clusters == 12)
            }
            #expect(found.topicValues[value].values[value].absence(of: .distance) == .oneCluster)
        }
    }

    @Test
    func `Ranks within a country stand still where its topics agree, and move where they do not`() async throws {
        // Country 0: value 0 has distance 1 in every topic, value 1 none. Country 1: they take turns.
        let acted = (0..<2).flatMap { country in
            (0..<8).flatMap { topic -> [Double?] in
                country == 0 || topic.isMultiple(of: 2) ? [1, 0] : [0, 1]
            }
        }
        let report = try MeasureReport(
            axes: axes(countries: 2, topics: 8, values: 2),
            stated: ScoreMatrix([Double?](repeating: 0, count: acted.count)), acted: ScoreMatrix(acted))
        let found = try await intervals(report)
        let (still, moving) = (found.countryValues[0].ranking, found.countryValues[1].ranking)
        #expect(
            still.ranks == [RankInterval(low: 1, high: 1, level: 0.95), RankInterval(low: 2, high: 2, level: 0.95)])
        #expect(still.tops.first?.chances == [1, 0])
        #expect(moving.ranks.map { $0?.low } == [1, 1])
        #expect(moving.ranks.map { $0?.high } == [2, 2])
    }

    @Test
    func `Under legacy scoring a country's distance is the distance of means, and so is its interval`() async throws {
        // Gaps of +1 and −1 in turn: the mean distance is 1 in every draw, the distance of means is not.
        let stated: [Double?] = (0..<10).map { $0.isMultiple(of: 2) ? 0 : 1 }
        let axes = try axes(countries: 1, topics: 10, values: 1)
        let acted = stated.map { $0.map { 1 - $0 } }
        let strict = try await intervals(
            MeasureReport(axes: axes, stated: ScoreMatrix(stated), acted: ScoreMatrix(acted)))
        let legacy = try await intervals(
            MeasureReport(axes: axes, stated: ScoreMatrix(stated), acted: ScoreMatrix(acted), scoring: .legacy))
        #expect(strict.countryValues[0].values[0].absence(of: .distance) == .sameInEveryDraw)
        let interval = try #require(legacy.countryValues[0].values[0][.distance])
        #expect(interval.low < 0.05 && interval.high > 0.3 && interval.high <= 1)
    }
}

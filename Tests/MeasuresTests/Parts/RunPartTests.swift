import Measures
import TestSupport
import Testing

@Suite("Some countries of a run together")
struct RunPartTests {
    private func run() throws -> MeasureReport {
        var random = SeededRandom(seed: 9)
        let axes = try axes(countries: 4, topics: 3, values: 8)
        func scores(_ steps: Int) -> [Double?] {
            (0..<axes.cellCount).map { _ in
                Double.random(in: 0..<1, using: &random) < 0.05
                    ? nil : Double(Int.random(in: 0...steps, using: &random)) / Double(steps)
            }
        }
        return try MeasureReport(axes: axes, stated: ScoreMatrix(scores(5)), acted: ScoreMatrix(scores(7)))
    }

    @Test
    func `all of them are the run, with the run's intervals`() async throws {
        let report = try run()
        let plan = ResamplingPlan(replicates: 200)
        let part = try #require(try await report.part("all", countries: [0, 1, 2, 3], plan: plan))
        let intervals = try await MeasureIntervals(of: report, plan: plan)
        #expect(part.group.scenarioMean == report.overall.scenarioMean)
        #expect(part.group.pooled == report.overall.pooled)
        #expect(part.intervals == intervals.overall)
    }

    @Test
    func `one of them is that country; two are the mean over the scenarios of both`() async throws {
        let report = try run()
        let one = try #require(try await report.part("one", countries: [2], plan: nil))
        #expect(one.name == "one" && one.intervals == nil)
        #expect(one.group.scenarioMean.rates == report.countries[2].scenarioMean.rates)
        #expect(one.group.pooled.table == report.countries[2].pooled.table)
        let two = try #require(try await report.part("two", countries: [3, 1], plan: nil))
        let rates = [1, 3].compactMap { report.countries[$0].alignmentRate }
        #expect(abs(try #require(two.group.alignmentRate) - (rates[0] + rates[1]) / 2) < 1e-12)
        #expect(try await report.part("none", countries: [], plan: nil) == nil)
    }

    @Test
    func `a country's interval is the one that it has alone`() async throws {
        let report = try run()
        let plan = ResamplingPlan(clustering: .both, replicates: 200)
        let part = try #require(try await report.part("two", countries: [0, 3], plan: plan))
        let interval = try #require(part.intervals?.scenarioMean[.distance])
        let distance = try #require(part.group.scenarioMean.distance)
        #expect(interval.contains(distance))
        #expect(interval.low < interval.high)
    }
}

@Suite("The ranks of one scenario's values")
struct ScenarioRankTests {
    /// One scenario, its values' readings in rows.
    private func ranks(_ stated: [[Int?]], _ acted: [[Int?]]) throws -> [RankInterval?] {
        let axes = try axes(countries: 1, topics: 1, values: stated.count)
        let (stated, acted) = (try readings(stated, options: 4), try readings(acted, options: 2))
        let report = try MeasureReport(axes: axes, stated: stated, acted: acted)
        return report.ranks(inScenario: 0, stated: stated, acted: acted, plan: ResamplingPlan())
    }

    @Test
    func `have ranges as wide as askings disagree`() throws {
        // Half the choices of 8 lie ½ ± t·se = 0.5 ± 2.36 × 0.189 from either end.
        let steady = [[Int?]](repeating: [Int?](repeating: 0, count: 8), count: 3)
        let clear = try ranks(
            steady, [[1, 1, 1, 1, 1, 1, 1, 1], [0, 1, 0, 1, 0, 1, 0, 1], [0, 0, 0, 0, 0, 0, 0, 0]])
        #expect(clear[0].map { [$0.low, $0.high] } == [1, 1])
        #expect(clear[2].map { [$0.low, $0.high] } == [3, 3])
        let unsteady = try ranks(
            [[0, 3, 0, 3, 1, 2], [3, 0, 3, 0, 1, 1], [0, 0, 3, 3, 2, 1]],
            [[1, 0, 1, 0, 1, 0], [0, 1, 1, 0, 0, 1], [1, 1, 0, 0, 1, 1]])
        #expect(unsteady.allSatisfy { $0?.low == 1 && $0?.high == 3 })
    }

    @Test
    func `are unknown where a task was asked once, and of a value without a reading`() throws {
        #expect(try ranks([[0], [3]], [[1], [0]]).allSatisfy { $0 == nil })
        let one = try ranks([[0, 1], [nil, nil]], [[1, 1], [0, 0]])
        #expect(one[0] != nil && one[1] == nil)
    }

    @Test
    func `are unknown of readings of another study, and of a scenario that there is not`() throws {
        let axes = try axes(countries: 1, topics: 1, values: 2)
        let own = try readings([[0, 1], [1, 1]], options: 2)
        let report = try MeasureReport(axes: axes, stated: own, acted: own)
        let other = try readings([[0, 1]], options: 2)
        #expect(report.ranks(inScenario: 0, stated: other, acted: own, plan: ResamplingPlan()) == [nil, nil])
        #expect(report.ranks(inScenario: 1, stated: own, acted: own, plan: ResamplingPlan()) == [nil, nil])
    }
}

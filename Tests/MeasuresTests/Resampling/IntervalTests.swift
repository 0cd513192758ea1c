import Foundation
import Measures
import Testing
import Text

@Suite("Intervals of a report")
struct IntervalTests {
    @Test(arguments: Clustering.allCases)
    func `Every interval holds numbers in order, and most hold the figure itself`(clustering: Clustering) async throws {
        let report = try WideRun(seed: 8).report()
        let intervals = try await MeasureIntervals(
            of: report, plan: ResamplingPlan(clustering: clustering, replicates: 200))
        var (found, holding) = (0, 0)
        for (measures, intervals) in zip(report.countries + [report.overall], intervals.countries + [intervals.overall])
        {
            let rate = try #require(measures.alignmentRate)
            guard let interval = intervals.alignmentRate else { continue }
            found += 1
            #expect(interval.low.isFinite && interval.high.isFinite && interval.low <= interval.high)
            #expect(interval.clustering == clustering)
            if interval.contains(rate) { holding += 1 }
        }
        #expect(found > 0 && holding == found)
    }

    @Test
    func `One cluster alone gives no interval`() async throws {
        let report = try MeasureReport(
            axes: axes(countries: 2, topics: 2, values: 1), stated: ScoreMatrix([1, 0, 1, 0]),
            acted: ScoreMatrix([0, 0, 1, 1]))
        let byValue = try await MeasureIntervals(of: report, plan: ResamplingPlan(clustering: .value, replicates: 100))
        #expect(byValue.overall.alignmentRate == nil)
        // The value itself draws its four scenarios.
        #expect(byValue.values[0][.accuracy]?.clusters == 4)
        #expect(byValue.values[0][.accuracy]?.clustering == .scenario)
        let byScenario = try await MeasureIntervals(
            of: report, plan: ResamplingPlan(clustering: .scenario, replicates: 100))
        #expect(byScenario.overall.scenarioMean[.accuracy]?.clusters == 4)
    }

    @Test
    func `The interval of a mean is its standard error times the reach of its clusters`() async throws {
        // 40 values in one scenario, value k acted k/39 and stated 0: the signed gap is the mean of 40 numbers with
        // standard deviation √((40² − 1)/12)/39 = 0.29599; its standard error is that over √40 = 0.046801.
        // Reach of 40 clusters at 95 %: t₃₉ √(40/39) = 2.02269 · 1.01274 = 2.04846. Half width 0.0959.
        let report = try MeasureReport(
            axes: axes(countries: 1, topics: 1, values: 40), stated: ScoreMatrix([Double?](repeating: 0, count: 40)),
            acted: ScoreMatrix((0..<40).map { Double($0) / 39 }))
        let plan = ResamplingPlan(method: .percentile, replicates: 3000)
        let interval = try #require(try await MeasureIntervals(of: report, plan: plan).overall.pooled[.signedGap])
        // The Monte Carlo error of these quantiles with 3,000 replicates is about 0.0025.
        #expect(close(interval.low, 0.5 - 0.0959, within: 0.009))
        #expect(close(interval.high, 0.5 + 0.0959, within: 0.009))
    }

    @Test
    func `Values that lie far apart keep their ranks, values alike share them out`() async throws {
        // Value 0 has distance 1 in all 20 scenarios, values 1 and 2 have it in alternating ones, value 3 never.
        let scores = (0..<20).flatMap { [1, Double($0 % 2), Double(1 - $0 % 2), 0] as [Double?] }
        let report = try MeasureReport(
            axes: axes(countries: 4, topics: 5, values: 4), stated: ScoreMatrix([Double?](repeating: 0, count: 80)),
            acted: ScoreMatrix(scores))
        let ranking = try await MeasureIntervals(of: report, plan: ResamplingPlan(replicates: 400)).ranking
        #expect(ranking.ranks[0] == RankInterval(low: 1, high: 1, level: 0.95))
        #expect(ranking.ranks[1] == RankInterval(low: 2, high: 3, level: 0.95))
        #expect(ranking.ranks[3] == RankInterval(low: 4, high: 4, level: 0.95))
        #expect(ranking.tops.map(\.places) == [1, 3])
        #expect(ranking.tops[0].chances == [1, 0, 0, 0])
        #expect(ranking.tops[1].overlap == 1)
    }

    @Test
    func `JSON shows each interval beside its figure and keeps every other name`() async throws {
        let report = try RandomRun(seed: 3).report()
        let intervals = try await MeasureIntervals(of: report, plan: ResamplingPlan(replicates: 100, seed: 5))
        let text = report.json(with: intervals).text()
        #expect(!text.contains("nan") && !text.contains(": inf") && !text.contains("-inf"))
        let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let plain = try #require(
            try JSONSerialization.jsonObject(with: Data(report.json.text().utf8)) as? [String: Any])
        #expect(
            Set(json.keys)
                == Set(plain.keys).union([
                    "resampling", "country_value_intervals", "topic_value_intervals", "ranking_stability",
                    "ranking_country_stability", "ranking_topic_stability",
                ]))
        let overall = try #require(json["overall"] as? [String: Any])
        let rate = (overall["intervals"] as? [String: Any])?["f1_disagree"] as? [String: Any]
        #expect(close(rate?["low"] as? Double, intervals.overall.alignmentRate?.low))
        #expect(rate?["level"] as? Double == 0.95)
        #expect((json["resampling"] as? [String: Any])?["seed"] as? String == "5")
        let agreement = (json["stated_prompt_agreement"] as? [String: Any])?["intervals"] as? [String: Any]
        #expect(agreement?["four_level"] is [String: Any])
    }

    @Test
    func `A plan that makes no interval is refused with its value`() async throws {
        let report = try RandomRun(seed: 1).report()
        let refused: [(ResamplingPlan, String)] = [
            (ResamplingPlan(level: 1), "The level of the resampling is 1.0; it must be between 0 and 1."),
            (
                ResamplingPlan(replicates: 99),
                "The number of replicates of the resampling is 99; it must be between 100 and 1,000,000."
            ),
            (
                ResamplingPlan(method: .wilson),
                "The method of the resampling is wilson; it must be percentile or bca."
            ),
        ]
        for (plan, message) in refused {
            let error = await #expect(throws: MeasuresError.self) { try await MeasureIntervals(of: report, plan: plan) }
            #expect(error?.description == message)
        }
    }
}

import Measures
import Testing
import Text

@Suite("Drawing a study anew")
struct ResamplingTests {
    @Test(arguments: 0..<20)
    func `Observed once each, values and scenarios give the report's own figures`(seed: Int) async throws {
        let report = try RandomRun(seed: seed).report()
        for clustering in Clustering.allCases {
            // What a comparison says of its first run comes from the table that draws are made of.
            let found = try await MeasureComparison(
                first: report, second: report, plan: ResamplingPlan(clustering: clustering, replicates: 1))
            guard found.sharedCells == report.counts.both, report.counts.both > 0 else { continue }
            for (group, own) in zip(
                [found.overall] + found.countries + found.topics, [report.overall] + report.countries + report.topics)
            {
                for figure in ScenarioFigure.allCases {
                    #expect(close(group.scenarioMean[figure]?.first, own.scenarioMean[figure]), "\(figure)")
                }
                expectSame(group.pooled, own.pooled)
            }
            for (pool, own) in zip(found.values + found.valueGroups, report.values + report.valueGroups) {
                expectSame(pool.pooled, own.pooled)
            }
            guard report.counts.both == report.axes.cellCount else { continue }
            for (figure, own) in [
                (AgreementFigure.stated, report.statedAgreement?.byOption),
                (.statedBinary, report.statedAgreement?.binary), (.acted, report.actedAgreement?.byOption),
                (.actedBinary, report.actedAgreement?.binary),
            ] {
                #expect(close(found.promptAgreement[figure]?.first, own), "\(figure)")
            }
        }
    }

    @Test(arguments: 0..<20)
    func `Scenarios that are all alike keep every value's rank in every draw`(seed: Int) async throws {
        var run = try RandomRun(seed: seed)
        run = try run.picking(values: Array(run.axes.values.indices), scenarios: [0, 0, 0])
        let report = try run.report()
        let found = try await MeasureIntervals(of: report, plan: ResamplingPlan(replicates: 20)).ranking.ranks
        for value in run.axes.values.indices {
            let place = report.overallRanking.first { $0.value == value }
            #expect(found[value] == place.map { RankInterval(low: $0.rank, high: $0.rank, level: 0.95) })
        }
    }

    @Test(arguments: 0..<15)
    func `A replicate's figures are those of the study in which values stand as often as drawn`(seed: Int) async throws
    {
        let run = try RandomRun(seed: seed)
        let drawn = try #require(
            Resampler(first: run.axes.values.count, second: run.axes.scenarioCount, replicates: 1, seed: 9)
                .draw(0).first)
        let values = drawn.indices.flatMap { [Int](repeating: $0, count: Int(drawn[$0])) }
        let picked = try run.picking(values: values, scenarios: Array(0..<run.axes.scenarioCount)).report()
        try await expectOnlyReplicate(of: run.report(), .value, seed: 9, isThatOf: picked)
    }

    @Test(arguments: 0..<15)
    func `A replicate of both is the study of the drawn values in the drawn scenarios`(seed: Int) async throws {
        var run = try RandomRun(seed: seed)
        run = try run.picking(values: Array(run.axes.values.indices), scenarios: Array(0..<run.axes.scenarioCount))
        let draw = Resampler(first: run.axes.values.count, second: run.axes.scenarioCount, replicates: 1, seed: 4).draw(
            0)
        let (first, second) = (try #require(draw.first), try #require(draw.second))
        let picked = try run.picking(
            values: first.indices.flatMap { [Int](repeating: $0, count: Int(first[$0])) },
            scenarios: second.indices.flatMap { [Int](repeating: $0, count: Int(second[$0])) }
        ).report()
        try await expectOnlyReplicate(of: run.report(), .both, seed: 4, isThatOf: picked)
    }

    @Test(arguments: Clustering.allCases)
    func `The number of workers changes no digit`(clustering: Clustering) async throws {
        let report = try RandomRun(seed: 5).report()
        let plan = ResamplingPlan(clustering: clustering, replicates: 150, seed: 11)
        let alone = try await report.json(with: MeasureIntervals(of: report, plan: plan, workers: 1)).text()
        for workers in [2, 3, 8] {
            let shared = try await report.json(with: MeasureIntervals(of: report, plan: plan, workers: workers)).text()
            #expect(shared == alone)
        }
        var other = plan
        other.seed = 12
        let reseeded = try await report.json(with: MeasureIntervals(of: report, plan: other)).text()
        #expect(reseeded != alone)
    }

    @Test
    func `The draws of a seed are the same in every release and on every machine`() {
        var generator = Xoshiro256(seed: 1, stream: 2)
        let words = (0..<3).map { _ in generator.next() }
        #expect(words == [2_204_401_438_702_723_894, 9_797_876_320_732_109_764, 10_078_656_343_648_436_883])
        let draw = Resampler(first: 6, second: 0, replicates: 1, seed: 1).draw(0).first
        #expect(draw == [2, 0, 0, 2, 2, 0])
    }

    @Test
    func `The generator is xoshiro256**: state 1, 2, 3, 4 gives the reference's first numbers`() {
        // rotl(2 · 5, 7) · 9 = 1280 · 9 = 11520; then s1 = 0: 0; then by the authors' C code 1509978240.
        var generator = Xoshiro256(state: (1, 2, 3, 4))
        #expect((0..<3).map { _ in generator.next() } == [11520, 0, 1_509_978_240])
    }

    @Test
    func `Whole numbers are drawn evenly`() {
        var generator = Xoshiro256(seed: 3)
        var counts = [Int](repeating: 0, count: 7)
        for _ in 0..<70_000 { counts[generator.index(below: 7)] += 1 }
        // Standard deviation √(70,000 · 1/7 · 6/7) = 92.6: five of them.
        #expect(counts.allSatisfy { abs($0 - 10_000) < 463 })
    }

    /// With one replicate the percentile interval is nothing but that replicate. No interval: the figure is undefined
    /// there or in the report itself, or rests on one cluster.
    private func expectOnlyReplicate(
        of report: MeasureReport, _ clustering: Clustering, seed: UInt64, isThatOf picked: MeasureReport
    ) async throws {
        let plan = ResamplingPlan(clustering: clustering, method: .percentile, replicates: 1, seed: seed)
        let found = try await MeasureIntervals(of: report, plan: plan).overall
        for figure in ScenarioFigure.allCases {
            guard let interval = found.scenarioMean[figure] else { continue }
            #expect(close(interval.low, picked.overall.scenarioMean[figure]), "\(figure)")
            #expect(interval.low == interval.high)
        }
        for figure in PooledFigure.allCases {
            guard let interval = found.pooled[figure] else { continue }
            #expect(close(interval.low, picked.overall.pooled[figure]), "\(figure)")
            #expect(interval.low == interval.high)
        }
        let axes = report.axes
        if picked.counts.both > 0, axes.values.count > 1, clustering == .value || axes.scenarioCount > 1 {
            #expect(found.scenarioMean[.accuracy] != nil)
        }
    }

    private func expectSame(_ found: [PooledFigure: Difference], _ pooled: PooledMeasures) {
        for figure in PooledFigure.allCases { #expect(close(found[figure]?.first, pooled[figure]), "\(figure)") }
    }
}

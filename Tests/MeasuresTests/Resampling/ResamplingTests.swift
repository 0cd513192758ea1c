import Testing

@testable import Measures

@Suite("Drawing a study anew")
struct ResamplingTests {
    @Test("Observed once each, values and scenarios give the report's own figures", arguments: 0..<20)
    func unitWeights(seed: Int) throws {
        let report = try RandomRun(seed: seed).report()
        for clustering in Clustering.allCases {
            let run = RunFigures(report, clustering: clustering)
            expectSame(run.figures(.observed), report, run.layout)
        }
    }

    @Test("A replicate's figures are those of the study in which values stand as often as drawn", arguments: 0..<15)
    func drawnValues(seed: Int) throws {
        let run = try RandomRun(seed: seed)
        let drawn = try #require(
            Resampler(first: run.axes.values.count, second: 0, replicates: 1, seed: 9).draw(0).first)
        let values = drawn.indices.flatMap { [Int](repeating: $0, count: Int(drawn[$0])) }
        let report = try run.picking(values: values, scenarios: Array(0..<run.axes.scenarioCount)).report()
        let figures = RunFigures(try run.report(), clustering: .value).figures(ClusterWeights(first: drawn))
        expectSameGroups(figures, report)
    }

    @Test("A replicate of both is the study of the drawn values in the drawn scenarios", arguments: 0..<15)
    func drawnBoth(seed: Int) throws {
        var run = try RandomRun(seed: seed)
        run = try run.picking(values: Array(run.axes.values.indices), scenarios: Array(0..<run.axes.scenarioCount))
        let draw = Resampler(first: run.axes.values.count, second: run.axes.scenarioCount, replicates: 1, seed: 4).draw(
            0)
        let (first, second) = (try #require(draw.first), try #require(draw.second))
        let report = try run.picking(
            values: first.indices.flatMap { [Int](repeating: $0, count: Int(first[$0])) },
            scenarios: second.indices.flatMap { [Int](repeating: $0, count: Int(second[$0])) }
        ).report()
        expectSameGroups(RunFigures(try run.report(), clustering: .both).figures(draw), report)
    }

    @Test("The number of workers changes no digit", arguments: Clustering.allCases)
    func workers(clustering: Clustering) async throws {
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

    @Test("The draws of a seed are the same in every release and on every machine")
    func pinnedDraws() {
        var generator = Xoshiro256(seed: 1, stream: 2)
        let words = (0..<3).map { _ in generator.next() }
        #expect(words == [2_204_401_438_702_723_894, 9_797_876_320_732_109_764, 10_078_656_343_648_436_883])
        let draw = Resampler(first: 6, second: 0, replicates: 1, seed: 1).draw(0).first
        #expect(draw == [2, 0, 0, 2, 2, 0])
    }

    @Test("The generator is xoshiro256**: state 1, 2, 3, 4 gives the reference's first numbers")
    func reference() {
        // rotl(2 · 5, 7) · 9 = 1280 · 9 = 11520; then s1 = 0: 0; then by the authors' C code 1509978240.
        var generator = Xoshiro256(state: (1, 2, 3, 4))
        #expect((0..<3).map { _ in generator.next() } == [11520, 0, 1_509_978_240])
    }

    @Test("Whole numbers are drawn evenly")
    func evenness() {
        var generator = Xoshiro256(seed: 3)
        var counts = [Int](repeating: 0, count: 7)
        for _ in 0..<70_000 { counts[generator.index(below: 7)] += 1 }
        // Standard deviation √(70,000 · 1/7 · 6/7) = 92.6: five of them.
        #expect(counts.allSatisfy { abs($0 - 10_000) < 463 })
    }

    private func expectSame(_ figures: [Double], _ report: MeasureReport, _ layout: FigureLayout) {
        expectSameGroups(figures, report)
        for (pool, measures) in (report.values + report.valueGroups).enumerated() {
            expectSame(figures, from: layout.pool(pool), measures.pooled)
        }
        let agreements = [
            report.statedAgreement?.byOption, report.statedAgreement?.binary, report.actedAgreement?.byOption,
            report.actedAgreement?.binary,
        ]
        for (offset, agreement) in agreements.enumerated() {
            #expect(close(defined(figures[layout.agreements + offset]), agreement))
        }
        for place in report.overallRanking {
            #expect(figures[layout.ranks + place.value] == Double(place.rank))
        }
    }

    private func expectSameGroups(_ figures: [Double], _ report: MeasureReport) {
        let mean = report.overall.scenarioMean
        let expected = [
            mean.rates?.f1Disagree, mean.rates?.f1Agree, mean.rates?.macroF1, mean.rates?.accuracy, mean.distance,
            mean.signedGap,
        ]
        for (offset, number) in expected.enumerated() { #expect(close(defined(figures[offset]), number)) }
        expectSame(figures, from: expected.count, report.overall.pooled)
    }

    private func expectSame(_ figures: [Double], from first: Int, _ pooled: PooledMeasures) {
        let share = CrossTaskInconsistency(pooled.table).share
        var expected: [Double?] = pooled.rates.json.members.map {
            if case .number(let number) = $0.value { number } else { nil }
        }
        expected += [share, pooled.distance, pooled.signedGap, pooled.stated, pooled.acted]
        #expect(expected.count == PooledFigure.allCases.count)
        for (offset, number) in expected.enumerated() {
            #expect(close(defined(figures[first + offset]), number), "\(PooledFigure.allCases[offset])")
        }
    }

    private func defined(_ figure: Double) -> Double? { figure.isNaN ? nil : figure }
}

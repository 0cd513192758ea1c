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
                first: report, second: report, plan: ResamplingPlan(clustering: clustering, replicates: 100))
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
    func `Six scenarios that are all alike leave every value the ranks of those it is tied with`(seed: Int) async throws
    {
        var run = try RandomRun(seed: seed)
        run = try run.picking(
            values: Array(run.axes.values.indices), scenarios: [Int](repeating: 0, count: 6))
        let report = try run.report()
        let found = try await MeasureIntervals(of: report, plan: ResamplingPlan(replicates: 100)).ranking.ranks
        for value in run.axes.values.indices {
            let place = report.overallRanking.first { $0.value == value }
            let tied = report.overallRanking.count { $0.rank == place?.rank }
            #expect(
                found[value] == place.map { RankInterval(low: $0.rank, high: $0.rank + tied - 1, level: 0.95) })
        }
    }

    @Test(arguments: 0..<15)
    func `A draw of values is the study in which values stand as often as drawn`(seed: Int) throws {
        let run = try RandomRun(seed: seed)
        let draw = Clustering.value.resampler(run.axes, replicates: 100, seed: 9).draw(0)
        let values = try repeated(draw.first)
        let picked = try run.picking(values: values, scenarios: Array(0..<run.axes.scenarioCount)).report()
        try expect(run.report(), drawn: draw, .value, at: .run, isThatOf: picked)
    }

    @Test(arguments: 0..<15)
    func `A draw of both is the study of the drawn values in the drawn topics of the drawn countries`(seed: Int) throws
    {
        let run = try RandomRun(seed: seed)
        let draw = Clustering.both.resampler(run.axes, replicates: 100, seed: 4).draw(0)
        let (values, countries, topics) = (
            try repeated(draw.kinds[0]), try repeated(draw.kinds[1]), try repeated(draw.kinds[2])
        )
        func picked(_ countries: [Int], _ topics: [Int], values: [Int]) throws -> MeasureReport {
            let scenarios = countries.flatMap { country in
                topics.map { run.axes.scenario(country: country, topic: $0) }
            }
            return try run.picking(values: values, scenarios: scenarios).report()
        }
        let report = try run.report()
        try expect(report, drawn: draw, .both, at: .run, isThatOf: picked(countries, topics, values: values))
        // A country's own figures draw values and topics, a topic's values and countries, a value's countries and topics.
        try expect(report, drawn: draw, .both, at: .country(0), isThatOf: picked([0], topics, values: values))
        try expect(report, drawn: draw, .both, at: .topic(0), isThatOf: picked(countries, [0], values: values))
        try expect(report, drawn: draw, .both, at: .value(0), isThatOf: picked(countries, topics, values: [0]))
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
        let draw = Resampler(kinds: [6], replicates: 100, seed: 1).draw(0).first
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

    /// The cluster numbers, each as often as it was drawn.
    private func repeated(_ weights: [Double]?) throws -> [Int] {
        try #require(weights).enumerated().flatMap { [Int](repeating: $0, count: Int($1)) }
    }

    private func expect(
        _ report: MeasureReport, drawn draw: ClusterWeights, _ clustering: Clustering, at place: ClusterPlace,
        isThatOf picked: MeasureReport
    ) throws {
        let drawn = DrawnMeasures(of: report, weights: draw, clustering: clustering)
        for figure in PooledFigure.allCases {
            #expect(close(drawn[place, figure], picked.overall.pooled[figure]), "\(figure)")
        }
        if case .value = place { return }
        for figure in ScenarioFigure.allCases {
            #expect(close(drawn[place, figure], picked.overall.scenarioMean[figure]), "\(figure)")
        }
    }

    private func expectSame(_ found: [PooledFigure: Difference], _ pooled: PooledMeasures) {
        for figure in PooledFigure.allCases { #expect(close(found[figure]?.first, pooled[figure]), "\(figure)") }
    }
}

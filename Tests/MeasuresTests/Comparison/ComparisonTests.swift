import Measures
import TestSupport
import Testing
import Text

@Suite("Two runs against each other")
struct ComparisonTests {
    /// Two runs of one study, with cells missing in either, and none undecided.
    private func pair(seed: Int) throws -> (MeasureReport, MeasureReport) {
        let first = try RandomRun(seed: seed, askings: 1)
        var second = first
        var generator = SeededRandom(seed: seed + 1000)
        for cell in second.acted.indices where Int.random(in: 0..<3, using: &generator) == 0 {
            second.acted[cell] = second.acted[cell].map { _ in Int.random(in: 0...1, using: &generator) }
            if Int.random(in: 0..<6, using: &generator) == 0 { second.stated[cell] = [nil] }
        }
        return (try first.report(), try second.report())
    }

    @Test(arguments: 0..<10)
    func `Differences are those of the two reports on the cells they share`(seed: Int) async throws {
        let (first, second) = try pair(seed: seed)
        let comparison = try await MeasureComparison(first: first, second: second, plan: ResamplingPlan(replicates: 40))
        func shared(_ report: MeasureReport, _ score: (CellGap) -> Double) throws -> ScoreMatrix {
            try ScoreMatrix(
                (0..<first.axes.cellCount).map { cell in
                    guard first.gap(ofCell: cell) != nil, second.gap(ofCell: cell) != nil else { return nil }
                    return report.gap(ofCell: cell).map(score)
                })
        }
        let reports = try [first, second].map {
            try MeasureReport(axes: $0.axes, stated: shared($0, \.stated), acted: shared($0, \.acted))
        }
        #expect(comparison.sharedCells == reports[0].counts.both)
        let rate = comparison.overall.scenarioMean[.f1Disagree]
        #expect(close(rate?.first, reports[0].overall.alignmentRate))
        #expect(close(rate?.second, reports[1].overall.alignmentRate))
        for value in first.axes.values.indices {
            let found = comparison.values[value].pooled[.distance]
            #expect(close(found?.second, reports[1].values[value].pooled.distance))
        }
        let tables = reports.map(\.overall.pooled.table)
        let changes = comparison.overall.changes.consistent
        #expect(changes.firstOnly - changes.secondOnly == tables[1].inconsistent - tables[0].inconsistent)
    }

    @Test(arguments: Clustering.allCases)
    func `Turning the comparison round turns every sign and no p-value`(clustering: Clustering) async throws {
        let (first, second) = try pair(seed: 4)
        let plan = ResamplingPlan(clustering: clustering, method: .percentile, replicates: 120)
        let there = try await MeasureComparison(first: first, second: second, plan: plan, workers: 1)
        let back = try await MeasureComparison(first: second, second: first, plan: plan, workers: 3)
        for figure in PooledFigure.allCases {
            let (one, other) = (there.overall.pooled[figure], back.overall.pooled[figure])
            #expect(close(one?.difference, other.map { -$0.difference }))
            #expect(close(one?.interval?.low, other?.interval.map { -$0.high }))
            #expect(close(one?.pValue, other?.pValue))
        }
    }

    @Test
    func `A run differs from itself in nothing`() async throws {
        let report = try RandomRun(seed: 2).report()
        let comparison = try await MeasureComparison(
            first: report, second: report, plan: ResamplingPlan(replicates: 50))
        let accuracy = try #require(comparison.overall.pooled[.accuracy])
        #expect(accuracy.difference == 0 && accuracy.pValue == 1)
        #expect(accuracy.interval.map { [$0.low, $0.high] } == [0, 0])
        #expect(comparison.overall.changes.consistent.exact == 1)
        #expect(comparison.firstOnlyCells == 0 && comparison.secondOnlyCells == 0)
        #expect(!comparison.json.text().contains("nan"))
    }

    @Test(arguments: 0..<10)
    func `A p-value counts the comparisons of the runs with some clusters' answers swapped`(seed: Int) async throws {
        let (first, second) = try pair(seed: seed)
        for clustering in [Clustering.value, .scenario] {
            let plan = ResamplingPlan(clustering: clustering, replicates: 25, seed: 3)
            let comparison = try await MeasureComparison(first: first, second: second, plan: plan)
            let observed = try swapped(first, second) { _ in false }
            let permutations = try (0..<plan.replicates).map { number in
                let swaps = SignFlips.swaps(number, seed: plan.seed, axes: first.axes)
                let values = first.axes.values.count
                return try swapped(first, second) {
                    (clustering == .value ? swaps.values[$0 % values] : swaps.scenarios[$0 / values]) == 1
                }
            }
            let groups = [comparison.overall] + comparison.countries + comparison.topics
            for (place, group) in groups.enumerated() {
                for figure in ScenarioFigure.allCases {
                    let (seen, drawn) = (observed[place].mean(figure), permutations.map { $0[place].mean(figure) })
                    #expect(close(group.scenarioMean[figure]?.pValue, pValue(seen, drawn)), "\(figure)")
                }
                for figure in PooledFigure.allCases {
                    let (seen, drawn) = (observed[place].pooled(figure), permutations.map { $0[place].pooled(figure) })
                    #expect(close(group.pooled[figure]?.pValue, pValue(seen, drawn)), "\(figure)")
                }
            }
        }
    }

    /// Two runs' measures of the whole, a country or a topic.
    private struct Pair {
        var before: GroupMeasures
        var after: GroupMeasures

        func mean(_ figure: ScenarioFigure) -> Double? {
            difference(before.scenarioMean[figure], after.scenarioMean[figure])
        }

        func pooled(_ figure: PooledFigure) -> Double? { difference(before.pooled[figure], after.pooled[figure]) }

        private func difference(_ before: Double?, _ after: Double?) -> Double? {
            guard let before, let after else { return nil }
            return after - before
        }
    }

    /// The two runs on the cells that they share, some cells' answers swapped: overall, countries, topics.
    private func swapped(_ first: MeasureReport, _ second: MeasureReport, _ swap: (Int) -> Bool) throws -> [Pair] {
        func mixed(_ own: MeasureReport, _ other: MeasureReport) throws -> [GroupMeasures] {
            let gaps = (0..<own.axes.cellCount).map { cell -> CellGap? in
                guard let mine = own.gap(ofCell: cell), let theirs = other.gap(ofCell: cell) else { return nil }
                return swap(cell) ? theirs : mine
            }
            let report = try MeasureReport(
                axes: own.axes, stated: ScoreMatrix(gaps.map { $0?.stated }), acted: ScoreMatrix(gaps.map { $0?.acted })
            )
            return [report.overall] + report.countries + report.topics
        }
        return zip(try mixed(first, second), try mixed(second, first)).map { Pair(before: $0, after: $1) }
    }

    /// (1 + at least as extreme) / (1 + defined); `nil` where the observed difference is undefined.
    private func pValue(_ observed: Double?, _ permutations: [Double?]) -> Double? {
        guard let observed else { return nil }
        let defined = permutations.compactMap(\.self)
        let extreme = defined.count { abs($0) >= abs(observed) - 1e-12 }
        return Double(1 + extreme) / Double(1 + defined.count)
    }

    @Test
    func `Three values that all improve have a p-value of one quarter`() async throws {
        // Acted 1 instead of 0 where 1 is stated: of the 2³ ways to swap, two are as extreme: all or none.
        let three = try axes(countries: 1, topics: 2, values: 3)
        let stated = try ScoreMatrix([1, 1, 1, 1, 1, 1])
        let comparison = try await MeasureComparison(
            first: MeasureReport(axes: three, stated: stated, acted: ScoreMatrix([0, 0, 0, 0, 0, 0])),
            second: MeasureReport(axes: three, stated: stated, acted: ScoreMatrix([1, 1, 1, 1, 1, 1])))
        // Standard deviation √(0.25 · 0.75 / 2000) = 0.0097.
        #expect(close(comparison.overall.pooled[.accuracy]?.pValue, 0.25, within: 0.04))
        #expect(comparison.overall.pooled[.accuracy]?.difference == 1)
        // Six cells changed one way: 2 / 2⁶.
        #expect(close(comparison.overall.changes.actedDisagree.exact, 2.0 / 64))
    }

    @Test
    func `Runs of different studies are not compared`() async throws {
        let (one, other) = (try RandomRun(seed: 1), try RandomRun(seed: 2))
        await #expect(throws: MeasuresError.differentStudies(what: "countries, topics or values")) {
            try await MeasureComparison(first: one.report(), second: other.report())
        }
        await #expect(throws: MeasuresError.differentStudies(what: "scoring")) {
            try await MeasureComparison(first: one.report(), second: one.report(.legacy))
        }
    }

    @Test(arguments: 0..<6)
    func `Several runs share the cells that count in all of them, and the families of their p-values`(seed: Int)
        async throws
    {
        let (first, second) = try pair(seed: seed)
        let (_, third) = try pair(seed: seed)
        let fourth = try pair(seed: seed).0
        let plan = ResamplingPlan(replicates: 60)
        let comparisons = try await MeasureComparison.each(of: [second, third, fourth], against: first, plan: plan)
        #expect(comparisons.count == 3)
        #expect(Set(comparisons.map(\.sharedCells)).count == 1)
        // The second and the third run are one, so what they say is one, too.
        #expect(comparisons[0].overall.pooled[.accuracy]?.first == comparisons[2].overall.pooled[.accuracy]?.first)
        let countries = comparisons.map { $0.countries.map { $0.scenarioMean[.distance] } }
        let pValues = countries.joined().map { $0?.pValue }
        #expect(countries.joined().map { $0?.holm } == MultipleTesting.holm(pValues))
        #expect(countries.joined().map { $0?.benjaminiHochberg } == MultipleTesting.benjaminiHochberg(pValues))
        let overall = comparisons.map { $0.overall.pooled[.accuracy] }
        #expect(overall.map { $0?.holm } == MultipleTesting.holm(overall.map { $0?.pValue }))
        let alone = try await MeasureComparison(first: first, second: second, plan: plan)
        #expect(alone.overall.pooled[.accuracy]?.holm == nil)
    }
}

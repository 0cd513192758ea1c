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
        let comparison = try await MeasureComparison(
            first: first, second: second, plan: ResamplingPlan(replicates: 100))
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
    func `A run differs from itself in nothing, which needs neither p nor power nor interval`() async throws {
        let (report, again) = (try RandomRun(seed: 2).report(), try RandomRun(seed: 2).report())
        let other = try pair(seed: 2).1
        let comparisons = try await MeasureComparison.each(
            of: [again, other], against: report, plan: ResamplingPlan(replicates: 100))
        #expect(comparisons.map(\.isOfOneRun) == [true, false])
        let accuracy = try #require(comparisons[0].overall.pooled[.accuracy])
        #expect(accuracy.difference == 0 && accuracy.first == comparisons[1].overall.pooled[.accuracy]?.first)
        #expect(accuracy.pValue == nil && accuracy.power == nil && accuracy.interval == nil && accuracy.holm == nil)
        #expect(comparisons[0].overall.changes.consistent.pValue == nil)
        #expect(comparisons[1].overall.pooled[.accuracy]?.pValue != nil)
        // The run itself is no member of the family.
        #expect(comparisons[1].overall.pooled[.accuracy]?.holm == comparisons[1].overall.pooled[.accuracy]?.pValue)
        let json = comparisons[0].json.text(indented: false)
        #expect(json.contains(#""same_readings":true"#) || json.contains(#""same_readings": true"#))
        #expect(!json.contains("nan"))
    }

    @Test(arguments: 0..<10)
    func `With few clusters a p-value counts all ways to swap them`(seed: Int) async throws {
        let (first, second) = try pair(seed: seed)
        for clustering in [Clustering.value, .scenario] {
            let plan = ResamplingPlan(clustering: clustering, replicates: 100, seed: 3)
            let comparison = try await MeasureComparison(first: first, second: second, plan: plan)
            let axes = first.axes
            let count = clustering == .value ? axes.values.count : axes.scenarioCount
            guard count <= 10, !comparison.isOfOneRun else { continue }
            let observed = try swapped(first, second) { _ in false }
            let swaps = try (0..<1 << count).map { set in
                try swapped(first, second) { cell in
                    set >> (clustering == .value ? cell % axes.values.count : cell / axes.values.count) & 1 == 1
                }
            }
            let groups = [comparison.overall] + comparison.countries + comparison.topics
            for (place, group) in groups.enumerated() {
                for figure in ScenarioFigure.allCases {
                    let (seen, drawn) = (observed[place].mean(figure), swaps.map { $0[place].mean(figure) })
                    #expect(close(group.scenarioMean[figure]?.pValue, share(seen, drawn)), "\(figure)")
                }
                for figure in PooledFigure.allCases {
                    let (seen, drawn) = (observed[place].pooled(figure), swaps.map { $0[place].pooled(figure) })
                    #expect(close(group.pooled[figure]?.pValue, share(seen, drawn)), "\(figure)")
                }
            }
        }
    }

    @Test
    func `With many clusters a p-value counts swaps until 20 are as extreme or the family has enough`() async throws {
        let runs = try manyValues(effect: 0.1)
        let plan = ResamplingPlan(replicates: 100, seed: 3)
        let comparison = try await MeasureComparison(first: runs.0, second: runs.1, plan: plan)
        // Two countries: 20 · 2 / 0.05 = 800 swaps, looked at after 100, 200, 400 and 800.
        let looks = [100, 200, 400, 800]
        let values = runs.0.axes.values.count
        let observed = try swapped(runs.0, runs.1) { _ in false }
        let drawn = try (0..<800).map { number in
            let swaps = SignFlips.swaps(number, seed: plan.seed, axes: runs.0.axes)
            return try swapped(runs.0, runs.1) { swaps.values[$0 % values] == 1 }
        }
        var ends = Set<Int>()
        for (place, country) in comparison.countries.enumerated() {
            for figure in PooledFigure.allCases {
                guard let found = country.pooled[figure] else { continue }
                let seen = try #require(observed[1 + place].pooled(figure))
                let extreme = drawn.map { abs($0[1 + place].pooled(figure) ?? .nan) >= abs(seen) - 1e-12 }
                let end = try #require(
                    looks.first { look in extreme[..<look].count { $0 } >= 20 } ?? looks.last)
                ends.insert(end)
                let p = Double(1 + extreme[..<end].count { $0 }) / Double(1 + end)
                #expect(close(found.pValue, p), "\(figure)")
                #expect(close(found.smallestP, 1.0 / 801))
                #expect(close(found.smallestHolm, 2.0 / 801))
            }
        }
        #expect(ends.count > 1)
    }

    @Test
    func `A family of 56 values can show what is there, and one with too few scenarios says that it can't`()
        async throws
    {
        let many = try axes(countries: 3, topics: 6, values: 56)
        let stated = try ScoreMatrix([Double?](repeating: 1, count: many.cellCount))
        func acted(_ axes: Axes, _ isOne: (Int) -> Bool) throws -> ScoreMatrix {
            try ScoreMatrix((0..<axes.cellCount).map { isOne($0) ? 1 : 0 })
        }
        // One value in 56 turns in all 18 scenarios: p is about 2⁻¹⁷, and is told from the other 55.
        let comparison = try await MeasureComparison(
            first: MeasureReport(axes: many, stated: stated, acted: acted(many) { _ in false }),
            second: MeasureReport(axes: many, stated: stated, acted: acted(many) { $0 % 56 == 7 }),
            plan: ResamplingPlan(replicates: 200))
        let found = try #require(comparison.values[7].pooled[.accuracy])
        #expect(close(found.smallestP, 1.0 / 22_401))
        #expect(try #require(found.holm) < 0.01)
        // Four scenarios: p can't be below 2⁻³, and 56 of it are 1.
        let few = try axes(countries: 2, topics: 2, values: 56)
        let all = try ScoreMatrix([Double?](repeating: 1, count: few.cellCount))
        let short = try await MeasureComparison(
            first: MeasureReport(axes: few, stated: all, acted: acted(few) { _ in false }),
            second: MeasureReport(axes: few, stated: all, acted: acted(few) { $0 % 56 == 7 }),
            plan: ResamplingPlan(replicates: 200))
        let alone = try #require(short.values[7].pooled[.accuracy])
        #expect(alone.pValue == 0.125 && alone.smallestP == 0.125 && alone.smallestHolm == 1 && alone.holm == 1)
    }

    /// Two runs of 2 countries × 2 topics × 16 values, the second acting `disagree` more often by `effect`.
    private func manyValues(effect: Double) throws -> (MeasureReport, MeasureReport) {
        let axes = try axes(countries: 2, topics: 2, values: 16)
        var generator = SeededRandom(seed: 5)
        func report(_ chance: Double) throws -> MeasureReport {
            func scores(_ chance: Double) throws -> ScoreMatrix {
                try ScoreMatrix(
                    (0..<axes.cellCount).map { _ in Double.random(in: 0..<1, using: &generator) < chance ? 1 : 0 })
            }
            return try MeasureReport(axes: axes, stated: scores(0.4), acted: scores(chance))
        }
        return (try report(0.4), try report(0.4 + effect))
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

    /// The share of defined differences that are at least as extreme; `nil` where the observed one is undefined.
    private func share(_ observed: Double?, _ all: [Double?]) -> Double? {
        guard let observed else { return nil }
        let defined = all.compactMap(\.self)
        return Double(defined.count { abs($0) >= abs(observed) - 1e-12 }) / Double(defined.count)
    }

    @Test
    func `Three values that all improve have a p-value of one quarter`() async throws {
        // Acted 1 instead of 0 where 1 is stated: of the 2³ ways to swap, two are as extreme: all or none.
        let three = try axes(countries: 1, topics: 2, values: 3)
        let stated = try ScoreMatrix([1, 1, 1, 1, 1, 1])
        let comparison = try await MeasureComparison(
            first: MeasureReport(axes: three, stated: stated, acted: ScoreMatrix([0, 0, 0, 0, 0, 0])),
            second: MeasureReport(axes: three, stated: stated, acted: ScoreMatrix([1, 1, 1, 1, 1, 1])))
        #expect(comparison.overall.pooled[.accuracy]?.pValue == 0.25)
        #expect(comparison.overall.pooled[.accuracy]?.smallestP == 0.25)
        #expect(comparison.overall.pooled[.accuracy]?.difference == 1)
        // d = −1 in three clusters: X² = 3² / 3, and P(χ² ≥ 3) = 0.0833.
        #expect(close(comparison.overall.changes.actedDisagree.pValue, 0.083_264_516_663_550, within: 1e-12))
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
        let plan = ResamplingPlan(replicates: 100)
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

import Measures
import TestSupport
import Testing

@Suite("The deconvolved gap of a run and its parts")
struct DeconvolutionReportTests {
    /// Readings of a run of 2 × 4 scenarios and 10 values, in a world; Task 2 in turn with either action first.
    private func run(
        _ world: World = .slipsApart, stated: Int = 8, acted: Int = 8, order: (Int) -> Bool? = { $0 % 2 == 1 }
    ) throws -> MeasureReport {
        let axes = try axes(countries: 2, topics: 4, values: 10)
        var generator = Xoshiro256(seed: 5, stream: 0)
        var (ratings, choices) = ([[Int?]](), [[Int?]]())
        for _ in 0..<axes.cellCount {
            let leanings = world.form.leanings { generator.unit() }
            ratings.append((0..<stated).map { _ in generator.unit() < leanings.stated ? 3 : 0 })
            choices.append((0..<acted).map { _ in generator.unit() < leanings.acted ? 1 : 0 })
        }
        return try MeasureReport(
            axes: axes, stated: readings(ratings, options: 4), acted: readings(choices, options: 2),
            disagreeFirst: (0..<axes.cellCount).flatMap { _ in (0..<acted).map(order) })
    }

    @Test
    func `The run, its countries and the topics and groups of forty cells have a gap, smaller parts say why not`()
        async throws
    {
        let found = try await DeconvolutionReport(of: run(), plan: ResamplingPlan(replicates: 100))
        let overall = try #require(found.overall.gap)
        #expect(overall.cells == 80 && found.overall.absence == nil)
        #expect(found.countries.allSatisfy { $0.gap?.cells == 40 })
        #expect(found.topics.allSatisfy { $0.gap == nil && $0.absence == .tooFewCells && $0.intervals.isEmpty })
        #expect(found.valueGroups.allSatisfy { $0.gap?.cells == 40 })
        let interval = try #require(found.overall.intervals[.gap])
        #expect(interval.contains(overall.gap) && interval.clusters == 10 && interval.method == .calibrated)
        #expect(found.slipCorrection != nil)
    }

    @Test
    func `The same seed gives the same intervals, whatever the number of workers`() async throws {
        let report = try run(.ambivalence)
        let plan = ResamplingPlan(clustering: .both, replicates: 100, seed: 9)
        let one = try await DeconvolutionReport(of: report, plan: plan, workers: 1)
        let three = try await DeconvolutionReport(of: report, plan: plan, workers: 3)
        #expect(one.overall == three.overall && one.countries == three.countries)
    }

    @Test
    func `Where cells were read once, or one action stood first throughout, there is no gap, and the reason is told`()
        async throws
    {
        let absences: [(DeconvolutionAbsence, MeasureReport)] = [
            (.readOnce, try run(stated: 1)), (.readOnce, try run(acted: 1)),
            (.readOnce, try run(acted: 3)), (.orderNotBalanced, try run { _ in false }),
            (.orderNotBalanced, try run { _ in nil }),
        ]
        for (absence, report) in absences {
            let found = try await DeconvolutionReport(of: report, plan: nil)
            #expect(found.overall.gap == nil && found.overall.absence == absence)
            #expect(found.plan == nil)
        }
        let scores = try MeasureReport(
            axes: axes(countries: 1, topics: 1, values: 1), stated: ScoreMatrix([1]), acted: ScoreMatrix([0]))
        #expect(try await DeconvolutionReport(of: scores).overall.absence == .noReadings)
    }

    @Test
    func `Where nearly all choices take one place nothing is left to deconvolve`() async throws {
        let axes = try axes(countries: 2, topics: 4, values: 10)
        let report = try MeasureReport(
            axes: axes, stated: readings((0..<80).map { [Int?](repeating: $0 % 3, count: 8) }, options: 4),
            acted: readings((0..<80).map { _ in (0..<8).map { $0 % 2 } }, options: 2),
            disagreeFirst: (0..<640).map { $0 % 2 == 1 })
        let found = try await DeconvolutionReport(of: report)
        #expect(found.overall.gap == nil && found.overall.absence == .placeDecides && found.overall.intervals.isEmpty)
        #expect(report.leanings?.firstShare == 1)
    }

    @Test
    func `What changes when asked again is known where it is not known what stood first`() async throws {
        let known = try await DeconvolutionReport(of: run(), plan: nil)
        let unknown = try await DeconvolutionReport(of: run { _ in nil }, plan: nil)
        #expect(known.actedChange == unknown.actedChange && known.statedChange == unknown.statedChange)
        #expect(known.actedChange != nil)
    }

    @Test
    func `A respondent that lives by what it says has no gap`() async throws {
        let axes = try axes(countries: 2, topics: 4, values: 10)
        let sides = (0..<axes.cellCount).map { $0 % 3 == 0 }
        let report = try MeasureReport(
            axes: axes,
            stated: readings(sides.map { [Int?](repeating: $0 ? 2 : 1, count: 8) }, options: 4),
            acted: readings(sides.map { [Int?](repeating: $0 ? 1 : 0, count: 8) }, options: 2),
            disagreeFirst: (0..<axes.cellCount * 8).map { $0 % 2 == 0 })
        let found = try await DeconvolutionReport(of: report, plan: nil)
        let gap = try #require(found.overall.gap)
        #expect(gap.gap < 1e-6 && gap.ambivalent < 1e-6 && gap.place == 0)
        #expect(found.statedChange == 0 && found.actedChange == 0)
    }
}

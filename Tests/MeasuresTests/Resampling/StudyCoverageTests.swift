import Measures
import Testing

/// Whole studies of a world in which cells cluster by value, measured as a run is: value k is stated `disagree` with
/// probability u and acted so with probability u/2 + w/2 in every scenario, u and w uniform in [0, 1]. Of 24 cells 7
/// disagree in both tasks, 5 in either one alone, 7 in none (see `CoverageTests`).
private struct EvenStudy {
    static let plan = ResamplingPlan(replicates: 400)
    private let chances: [(stated: Double, acted: Double)]
    private var generator: Xoshiro256

    init(seed: Int) {
        generator = Xoshiro256(seed: UInt64(seed), stream: 1 << 41)
        var chances: [(stated: Double, acted: Double)] = []
        for _ in 0..<56 {
            let (u, w) = (generator.unit(), generator.unit())
            chances.append((u, u / 2 + w / 2))
        }
        self.chances = chances
    }

    /// One run of the study: 2 countries × 2 topics × 56 values, each asked once.
    mutating func run() throws -> MeasureReport {
        var (stated, acted): ([Double?], [Double?]) = ([], [])
        for _ in 0..<4 {
            for chance in chances {
                stated.append(generator.unit() < chance.stated ? 1 : 0)
                acted.append(generator.unit() < chance.acted ? 1 : 0)
            }
        }
        return try MeasureReport(
            axes: axes(countries: 2, topics: 2, values: 56), stated: ScoreMatrix(stated), acted: ScoreMatrix(acted))
    }
}

@Suite("Coverage of the intervals that are printed, by simulation")
struct StudyCoverageTests {
    /// Which of the figures, in their order, each study's intervals hold.
    private func expect(
        studies: Int, within range: ClosedRange<Double>, _ names: [String],
        _ held: @escaping @Sendable (Int) async throws -> [Bool]
    ) async throws {
        let all = try await overStudies(studies, held)
        for (place, name) in names.enumerated() {
            let share = Double(all.count { $0[place] }) / Double(studies)
            #expect(range.contains(share), "\(name): \(share)")
        }
    }

    @Test
    func `Of the whole run, a country, a topic and a scenario, 95 % intervals hold the truth 93 to 97 times of 100`()
        async throws
    {
        // The standard error of a coverage of 95 % over 1,500 studies is 0.56 percentage points.
        let truths: [(ScenarioFigure, Double)] = [(.accuracy, 14.0 / 24), (.distance, 10.0 / 24), (.signedGap, 0)]
        let names = ["whole run", "country", "topic", "scenario"].flatMap { of in truths.map { "\($0.0) of \(of)" } }
        try await expect(studies: 1500, within: 0.93...0.97, names) { seed in
            var study = EvenStudy(seed: seed)
            let found = try await MeasureIntervals(of: study.run(), plan: EvenStudy.plan, workers: 1)
            let groups = [found.overall, found.countries[0], found.topics[0]].map(\.scenarioMean)
            return (groups + [found.scenarios[0]]).flatMap { intervals in
                truths.map { intervals[$0.0]?.contains($0.1) ?? false }
            }
        }
    }

    @Test
    func `The difference of two runs alike is held as often, and tests find one in 5 of 100 at the 5 % level`()
        async throws
    {
        let figures: [ScenarioFigure] = [.f1Disagree, .accuracy, .distance]
        let names = figures.map { "interval of \($0)" } + figures.map { "p of \($0)" }
        try await expect(studies: 800, within: 0.93...0.97, names) { seed in
            var study = EvenStudy(seed: seed + 10_000)
            let comparison = try await MeasureComparison(
                first: study.run(), second: study.run(), plan: EvenStudy.plan, workers: 1)
            let found = figures.map { comparison.overall.scenarioMean[$0] }
            return found.map { $0?.interval?.contains(0) ?? false } + found.map { ($0?.pValue ?? 0) > 0.05 }
        }
    }

    @Test
    func
        `Where scenarios differ, too, two-way intervals hold the truth at least as often as meant, those by value do not`()
        async throws
    {
        // The signed gap's truth is 0 and accuracy's 1/2: what is stated and what is acted are independent, each with
        // a mean of 1/2.
        let truths: [(ScenarioFigure, Double)] = [(.signedGap, 0), (.accuracy, 0.5)]
        @Sendable func held(_ clustering: Clustering) -> @Sendable (Int) async throws -> [Bool] {
            { seed in
                var plan = EvenStudy.plan
                plan.clustering = clustering
                let report = try CrossedStudy.run(seed: seed)
                let found = try await MeasureIntervals(of: report, plan: plan, workers: 1).overall.scenarioMean
                return truths.map { found[$0.0]?.contains($0.1) ?? false }
            }
        }
        try await expect(studies: 500, within: 0.93...1, ["signed gap, two-way", "accuracy, two-way"], held(.both))
        try await expect(studies: 200, within: 0...0.9, ["signed gap by value"]) { [try await held(.value)($0)[0]] }
    }
}

/// A run in which cells cluster by value and by scenario: stated `disagree` with probability (u + s) / 2, acted so with
/// probability (w + t) / 2; u and w belong to the value, s and t to the scenario, all uniform in [0, 1].
private enum CrossedStudy {
    static func run(seed: Int) throws -> MeasureReport {
        var generator = Xoshiro256(seed: UInt64(seed), stream: 1 << 42)
        func pairs(_ count: Int) -> [(Double, Double)] { (0..<count).map { _ in (generator.unit(), generator.unit()) } }
        let (ofValues, ofScenarios) = (pairs(56), pairs(12))
        var (stated, acted): ([Double?], [Double?]) = ([], [])
        for scenario in ofScenarios {
            for value in ofValues {
                stated.append(generator.unit() < (value.0 + scenario.0) / 2 ? 1 : 0)
                acted.append(generator.unit() < (value.1 + scenario.1) / 2 ? 1 : 0)
            }
        }
        return try MeasureReport(
            axes: axes(countries: 3, topics: 4, values: 56), stated: ScoreMatrix(stated), acted: ScoreMatrix(acted))
    }
}

import Measures
import TestSupport
import Testing

extension CrossedWorld.Study {
    /// The study, measured.
    func report(_ world: CrossedWorld) throws -> MeasureReport {
        try MeasureReport(
            axes: axes(countries: world.countries, topics: world.topics, values: world.values),
            stated: ScoreMatrix(stated), acted: ScoreMatrix(acted))
    }
}

/// The share of intervals that hold what they are to hold, of those given, and the share of studies without one.
private struct Coverage {
    private(set) var held = 0
    private(set) var given = 0
    private(set) var studies = 0

    mutating func add(_ interval: Interval?, truth: Double) {
        studies += 1
        guard let interval else { return }
        given += 1
        held += interval.contains(truth) ? 1 : 0
    }

    var share: Double { Double(held) / Double(given) }
}

@Suite("Coverage in worlds of known truth")
struct WorldCoverageTests {
    /// Each figure's coverage over seeded studies.
    private func coverages(
        of figures: [PooledFigure], in world: CrossedWorld, _ clustering: Clustering, studies: Int,
        truth: @escaping @Sendable (CrossedWorld.Study) -> CrossedWorld.Shares
    ) async throws -> [Coverage] {
        let plan = ResamplingPlan(clustering: clustering, replicates: 200)
        let found = try await overStudies(studies) { seed in
            let study = world.study(seed: seed)
            let pooled = try await MeasureIntervals(of: study.report(world), plan: plan, workers: 1).overall.pooled
            return figures.map { (pooled[$0], Self.truth(of: $0, truth(study))) }
        }
        return figures.indices.map { place in
            found.reduce(into: Coverage()) { $0.add($1[place].0, truth: $1[place].1) }
        }
    }

    private static func truth(of figure: PooledFigure, _ shares: CrossedWorld.Shares) -> Double {
        switch figure {
        case .f1Disagree: shares.f1
        case .recallDisagree: shares.recall
        case .kappa: shares.kappa
        case .statedDisagreeRate: shares.stated
        case .distance: shares.distance
        case .signedGap: shares.signedGap
        default: shares.inconsistent
        }
    }

    @Test(arguments: [0.05, 0.2])
    func `Where few values disagree, intervals of F1, recall and kappa still hold the truth`(base: Double) async throws
    {
        // Ten values that differ much, each in eight scenarios. Quantiles of the draws alone held F1 in 52 to 88 of 100.
        let world = CrossedWorld(
            countries: 2, topics: 4, values: 10, base: base, effects: .init(value: 1.2, country: 0, topic: 0))
        let figures: [PooledFigure] = [
            .f1Disagree, .recallDisagree, .kappa, .statedDisagreeRate, .inconsistencyShare,
        ]
        let found = try await coverages(of: figures, in: world, .value, studies: 300) { _ in world.truth }
        for (figure, coverage) in zip(figures, found) {
            // The standard error of a coverage of 95 % over 300 intervals is 1.3 points.
            #expect(coverage.share >= 0.915, "\(figure): \(coverage.share) of \(coverage.given)")
            // Where one value in twenty disagrees, most studies have too few that do for an interval of kappa.
            #expect(coverage.given >= coverage.studies / (base < 0.1 ? 20 : 2), "\(figure): \(coverage.given)")
        }
    }

    @Test
    func
        `With effects of value, country and topic, drawing all three holds the truth; by value, that of these scenarios`()
        async throws
    {
        let world = CrossedWorld(
            countries: 6, topics: 6, values: 20, base: 0.3, effects: .init(value: 0.7, country: 0.7, topic: 0.7))
        let figures: [PooledFigure] = [.inconsistencyShare, .statedDisagreeRate, .f1Disagree, .kappa, .signedGap]
        let both = try await coverages(of: figures, in: world, .both, studies: 100) { _ in world.truth }
        let byScenario = try await coverages(of: figures, in: world, .scenario, studies: 100) { _ in world.truth }
        let byValue = try await coverages(of: figures, in: world, .value, studies: 100) { _ in world.truth }
        let same = try await coverages(of: figures, in: world, .value, studies: 100) { $0.inTheseScenarios }
        for (place, figure) in figures.enumerated() {
            // The standard error of 95 % over 100 studies is 2.2 points.
            #expect(both[place].share >= 0.9, "\(figure), both: \(both[place].share)")
            #expect(byScenario[place].share < 0.85, "\(figure), by scenario: \(byScenario[place].share)")
            #expect(byValue[place].share < 0.85, "\(figure), by value: \(byValue[place].share)")
            #expect(same[place].share >= 0.88, "\(figure), by value, these scenarios: \(same[place].share)")
        }
    }

    @Test
    func `Ranges of ranks hold the true rank`() async throws {
        let world = CrossedWorld(
            countries: 4, topics: 5, values: 12, base: 0.3, effects: .init(value: 1.2, country: 0, topic: 0))
        let plan = ResamplingPlan(replicates: 100)
        let held = try await overStudies(100) { seed in
            let study = world.study(seed: seed)
            let ranks = try await MeasureIntervals(of: study.report(world), plan: plan, workers: 1).ranking.ranks
            return ranks.enumerated().map { value, range in
                let rank = 1 + study.distances.count { $0 > study.distances[value] + 1e-12 }
                return range.map { $0.low <= rank && rank <= $0.high } ?? false
            }
        }.flatMap(\.self)
        // 1,200 ranges; those of one study go together.
        #expect(Double(held.count { $0 }) / Double(held.count) >= 0.94)
    }

    @Test
    func `The top in two halves of the scenarios is what two studies of half the size agree on`() async throws {
        let (whole, half) = (
            CrossedWorld(
                countries: 4, topics: 6, values: 12, base: 0.3, effects: .init(value: 1, country: 0, topic: 0)),
            3
        )
        let plan = ResamplingPlan(replicates: 100)
        let found = try await overStudies(60) { seed -> (Double, Double) in
            let report = try whole.study(seed: seed).report(whole)
            let top = try await MeasureIntervals(of: report, plan: plan, workers: 1).ranking.tops[1]
            // The same values in the first two and in the last two countries.
            let halves = [0..<2, 2..<4].map { countries in
                Set(
                    (0..<12).sorted { one, other in
                        let gaps = [one, other].map { value in
                            countries.reduce(0.0) { $0 + (report.countryValues[$1][value].distance ?? 0) }
                        }
                        return gaps[0] > gaps[1]
                    }.prefix(half))
            }
            return (try #require(top.splitHalf), Double(halves[0].intersection(halves[1]).count) / Double(half))
        }
        let means = (
            found.reduce(0) { $0 + $1.0 } / Double(found.count), found.reduce(0) { $0 + $1.1 } / Double(found.count)
        )
        // Sixty pairs of halves: a standard error of about 0.03.
        #expect(abs(means.0 - means.1) < 0.1)
    }
}

@Suite("Stability of the top")
struct TopStabilityTests {
    @Test
    func `A ranking that is all ties is as stable as chance, one that stands firm wholly`() async throws {
        let scenarios = 12
        func tops(_ acted: (Int) -> Double) async throws -> [TopStability] {
            let report = try MeasureReport(
                axes: axes(countries: 3, topics: 4, values: 8),
                stated: ScoreMatrix([Double?](repeating: 0, count: 8 * scenarios)),
                acted: ScoreMatrix((0..<8 * scenarios).map { acted($0 % 8) }))
            return try await MeasureIntervals(of: report, plan: ResamplingPlan(replicates: 100)).ranking.tops
        }
        let tied = try await tops { _ in 0.5 }
        #expect(tied.map(\.places) == [1, 3, 5])
        for top in tied {
            #expect(close(top.byChance, Double(top.places) / 8))
            #expect(close(top.splitHalf, top.byChance))
        }
        for top in try await tops({ Double($0) / 7 }) { #expect(top.splitHalf == 1) }
    }

    @Test
    func `Where there is nothing to halve or to rank, stability is undefined, not 0`() async throws {
        let one = try MeasureReport(
            axes: axes(countries: 1, topics: 1, values: 4), stated: ScoreMatrix([0, 0, 0, 0]),
            acted: ScoreMatrix([1, 0, 1, 0]))
        let single = try await MeasureIntervals(of: one, plan: ResamplingPlan(replicates: 100)).ranking
        #expect(single.tops.allSatisfy { $0.splitHalf == nil })
        #expect(single.ranks.allSatisfy { $0 == nil })
        let none = try MeasureReport(
            axes: axes(countries: 2, topics: 2, values: 4), stated: ScoreMatrix([Double?](repeating: nil, count: 16)),
            acted: ScoreMatrix([Double?](repeating: 0, count: 16)))
        for top in try await MeasureIntervals(of: none, plan: ResamplingPlan(replicates: 100)).ranking.tops {
            #expect(top.splitHalf == nil && top.byChance == nil && top.overlap == nil)
        }
    }
}

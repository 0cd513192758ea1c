import Foundation
import Measures
import TestSupport
import Testing

@Suite("How well a matrix follows the circle")
struct CircleReportTests {
    /// Four groups of one value, whose profiles over eight scenarios are +c, +s, −c and −s with c and s at right angles:
    /// neighbours correlate 0, opposites −1.
    private func cross(places: [Int]) async throws -> CircleReport {
        let c = [1.0, -1, 1, -1, 1, -1, 1, -1].map { $0 / 4 }
        let s = [1.0, 1, -1, -1, 1, 1, -1, -1].map { $0 / 4 }
        let axes = try Axes(
            countries: ["A"], topics: (0..<8).map { "\($0)" }, values: ["1", "2", "3", "4"],
            groups: ["a", "b", "c", "d"], groupOfValue: [0, 1, 2, 3])
        let scores = (0..<8).flatMap { [c[$0], s[$0], -c[$0], -s[$0]].map { 0.5 + $0 } }
        let report = try MeasureReport(axes: axes, stated: ScoreMatrix(scores), acted: ScoreMatrix(scores))
        return await CircleReport(of: report, order: CircularOrder(places: places, count: 4), plan: nil)
    }

    @Test
    func `counts the inequalities that hold, less those contradicted: by hand`() async throws {
        // Near pairs 01, 12, 23, 03 (0), far pairs 02, 13 (−1): all 4 × 2 predictions hold.
        let right = try await cross(places: [0, 1, 2, 3])
        #expect(right.predictions == 8)
        #expect(right.stated.index == 1)
        // Groups 1 and 2 exchanged: near 02 (−1), 03 (0), 12 (0), 13 (−1), far 01 (0), 23 (0): four are contradicted, four tied.
        let wrong = try await cross(places: [0, 2, 1, 3])
        #expect(wrong.stated.index == -0.5)
        #expect(wrong.difference == 0)
    }

    @Test
    func `of a random order as good a fit has the share that fits as well`() async throws {
        // Of the 24 orders of four groups a third has the opposites across, 8 of 24.
        let chance = try #require(try await cross(places: [0, 1, 2, 3]).stated.chance)
        #expect(abs(chance - 8.0 / 24) < 0.04)
        // No order is worse than the one with both opposites beside one another.
        #expect(try await cross(places: [0, 2, 1, 3]).stated.chance == 1)
    }

    /// Scores of ten groups in scenarios that pull in some direction of the circle each.
    private func world(
        scenarios: Int, strength: Double, noise: Double, seed: Int
    ) throws -> MeasureReport {
        let axes = try circleAxes(scenarios: scenarios, valuesOfGroup: 1)
        let order = try #require(CircularOrder.schwartz(axes.groups))
        var random = SeededRandom(seed: seed)
        func matrix() throws -> ScoreMatrix {
            var scores: [Double?] = []
            for scenario in 0..<scenarios {
                let towards = 2 * Double.pi * Double(scenario) / Double(scenarios)
                for place in order.places {
                    let angle = 2 * Double.pi * Double(place) / Double(order.count)
                    let score = 0.5 + strength * cos(angle - towards)
                    scores.append(min(1, max(0, score + noise * Double.random(in: -1...1, using: &random))))
                }
            }
            return try ScoreMatrix(scores)
        }
        return try MeasureReport(axes: axes, stated: matrix(), acted: matrix())
    }

    @Test
    func `is 1 of an exact circle, with no interval where every draw says the same`() async throws {
        let report = try world(scenarios: 18, strength: 0.3, noise: 0, seed: 1)
        let found = try await CircleReport(of: report, plan: ResamplingPlan(replicates: 200))
        let circle = try #require(found)
        #expect(circle.predictions == 770)
        #expect(circle.stated.index == 1)
        #expect(circle.stated.chance == 1.0 / 201)
    }

    @Test
    func `is about 0 of scores without any order, and then its chance is small as seldom as it should be`() async throws
    {
        var (indices, small) = (0.0, 0)
        let worlds = 150
        for seed in 0..<worlds {
            let report = try world(scenarios: 20, strength: 0, noise: 0.4, seed: seed)
            let axes = report.axes
            let order = try #require(CircularOrder.schwartz(axes.groups))
            let plan = ResamplingPlan(replicates: 100, seed: UInt64(seed))
            let circle = await CircleReport(of: report, order: order, plan: plan)
            indices += try #require(circle.stated.index)
            small += try #require(circle.stated.chance) <= 0.1 ? 1 : 0
        }
        #expect(abs(indices / Double(worlds)) < 0.05)
        // Binomial with 0.1: fewer than 2 or more than 30 of 150 would come by chance once in ten thousand times.
        #expect((2...30).contains(small))
    }

    @Test
    func `grows with the order that there is, and its interval with it`() async throws {
        let plan = ResamplingPlan(replicates: 400)
        var before: Double?
        for strength in [0.0, 0.1, 0.3] {
            let report = try world(scenarios: 120, strength: strength, noise: 0.3, seed: 5)
            let circle = try #require(try await CircleReport(of: report, plan: plan))
            let index = try #require(circle.stated.index)
            let interval = try #require(circle.stated.interval)
            #expect(interval.low < interval.high)
            #expect((-1...1).contains(interval.low) && (-1...1).contains(interval.high))
            #expect(interval.clustering == .scenario && interval.clusters == 120)
            #expect(interval.method == .calibrated)
            if let before { #expect(index > before) }
            before = index
        }
    }

    /// A world whose groups follow the circle in part: three more things, of no order, move them too. The same structure has the
    /// same index in endless scenarios.
    private func uneven(scenarios: Int, strength: Double, structure: Int, seed: Int) throws -> MeasureReport {
        let axes = try circleAxes(scenarios: scenarios, valuesOfGroup: 1)
        let order = try #require(CircularOrder.schwartz(axes.groups))
        var fixed = SeededRandom(seed: structure)
        let loadings = order.places.map { _ in (0..<3).map { _ in Double.random(in: -0.43...0.43, using: &fixed) } }
        var random = SeededRandom(seed: seed)
        var scores: [Double?] = []
        for _ in 0..<scenarios {
            let towards = Double.random(in: 0...(2 * Double.pi), using: &random)
            let moves = (0..<3).map { _ in Double.random(in: -1.73...1.73, using: &random) }
            for (group, place) in order.places.enumerated() {
                var score = strength * cos(2 * Double.pi * Double(place) / Double(order.count) - towards)
                for (loading, move) in zip(loadings[group], moves) { score += loading * move }
                score += Double.random(in: -0.87...0.87, using: &random)
                scores.append(min(1, max(0, 0.5 + 0.12 * score)))
            }
        }
        return try MeasureReport(axes: axes, stated: ScoreMatrix(scores), acted: ScoreMatrix(scores))
    }

    @Test
    func `has intervals that hold the index of ten times as many scenarios about as often as they say`() async throws {
        let structures = [(0.2, 1), (0.3, 2), (0.6, 3), (0.6, 4)]
        var truths: [Double] = []
        for (strength, structure) in structures {
            let long = try uneven(scenarios: 1_320, strength: strength, structure: structure, seed: 99)
            truths.append(try #require(try await CircleReport(of: long, plan: nil)?.stated.index))
        }
        let known = truths
        let held = try await overStudies(80) { seed -> Bool in
            let (strength, structure) = structures[seed % 4]
            let found = try await CircleReport(
                of: uneven(scenarios: 132, strength: strength, structure: structure, seed: seed),
                plan: ResamplingPlan(replicates: 150, seed: UInt64(seed)), workers: 1)
            return found?.stated.interval?.contains(known[seed % 4]) ?? false
        }
        #expect(held.count { $0 } >= 66, "\(held.count { $0 }) of 80")
    }

    @Test
    func `has no interval of few scenarios, since none would hold`() async throws {
        let report = try world(scenarios: 36, strength: 0.3, noise: 0.3, seed: 5)
        let circle = try #require(try await CircleReport(of: report, plan: ResamplingPlan(replicates: 100)))
        #expect(circle.stated.index != nil)
        #expect(circle.stated.outcome?.absence == .tooFewClusters)
        #expect(circle.differenceOutcome?.absence == .tooFewClusters)
    }

    @Test
    func `agrees with NumPy on runs with missing cells`() async throws {
        for fixture in try CircleFixture().cases {
            let circle = try #require(try await CircleReport(of: fixture.report(), plan: nil))
            #expect(circle.scenarios == fixture.complete)
            #expect(circle.predictions == fixture.predictions)
            #expect(abs(try #require(circle.stated.index) - fixture.stated.index) < 1e-12)
            #expect(abs(try #require(circle.acted.index) - fixture.acted.index) < 1e-12)
            #expect(circle.stated.outcome == nil)
        }
    }

    @Test
    func `does not depend on how many tasks share the work, and draws what the plan draws`() async throws {
        let report = try world(scenarios: 12, strength: 0.2, noise: 0.3, seed: 3)
        let plan = ResamplingPlan(replicates: 150)
        let one = try await CircleReport(of: report, plan: plan, workers: 1)
        #expect(try await CircleReport(of: report, plan: plan, workers: 3) == one)
        let both = try await CircleReport(of: report, plan: ResamplingPlan(clustering: .both, replicates: 150))
        // One country: there is nothing to draw countries from.
        #expect(both?.stated.outcome?.absence == .oneCluster)
    }

    @Test
    func `says why there is none: too few scenarios, or a group that never varies`() async throws {
        let few = try #require(
            try await CircleReport(of: world(scenarios: 4, strength: 0.3, noise: 0.1, seed: 1), plan: nil))
        #expect(few.stated.index == nil && few.stated.chance == nil && few.difference == nil)
        #expect(few.stated.absence == .tooFewScenarios(4))

        let world = try world(scenarios: 8, strength: 0.3, noise: 0.1, seed: 1)
        let stated = (0..<world.axes.cellCount).map { world.gap(ofCell: $0)?.stated }
        let always = try MeasureReport(
            axes: world.axes, stated: ScoreMatrix(stated),
            acted: ScoreMatrix(stated.map { _ in 0 }))
        let circle = try #require(try await CircleReport(of: always, plan: ResamplingPlan(replicates: 100)))
        #expect(circle.stated.index != nil)
        #expect(circle.acted.absence == .constantProfile(group: 0))
        #expect(circle.acted.outcome?.absence == .undefined)
        #expect(circle.difference == nil)
    }

    @Test
    func `is nothing for another theory, and refuses a plan that makes no intervals`() async throws {
        let other = try MeasureReport(
            axes: axes(countries: 2, topics: 4, values: 4), stated: ScoreMatrix((0..<32).map { Double($0 % 5) / 4 }),
            acted: ScoreMatrix((0..<32).map { Double($0 % 3) / 2 }))
        #expect(try await CircleReport(of: other, plan: nil) == nil)
        let report = try world(scenarios: 8, strength: 0.3, noise: 0.1, seed: 1)
        await #expect(throws: MeasuresError.self) {
            try await CircleReport(of: report, plan: ResamplingPlan(replicates: 5))
        }
    }
}

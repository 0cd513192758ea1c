import Measures
import TestSupport
import Testing

@Suite("How the deconvolved gap differs between two runs")
struct DeconvolvedDifferencesTests {
    /// A run of 4 × 7 scenarios and 20 values in a world, eight readings of each cell in either task.
    private func run(_ world: World, seed: UInt64, readTwice: (Int) -> Bool = { _ in true }) throws -> MeasureReport {
        let axes = try axes(countries: 4, topics: 7, values: 20)
        var generator = Xoshiro256(seed: seed, stream: 0)
        var (ratings, choices) = ([[Int?]](), [[Int?]]())
        for cell in 0..<axes.cellCount {
            let leanings = world.form.leanings { generator.unit() }
            let askings = readTwice(cell) ? 8 : 1
            ratings.append((0..<8).map { $0 < askings ? generator.unit() < leanings.stated ? 3 : 0 : nil })
            choices.append((0..<8).map { $0 < askings ? generator.unit() < leanings.acted ? 1 : 0 : nil })
        }
        return try MeasureReport(
            axes: axes, stated: readings(ratings, options: 4), acted: readings(choices, options: 2),
            disagreeFirst: (0..<axes.cellCount).flatMap { _ in (0..<8).map { $0 % 2 == 1 } })
    }

    private func compared(_ first: MeasureReport, _ second: MeasureReport) async throws -> MeasureComparison {
        try await MeasureComparison(first: first, second: second, plan: ResamplingPlan(replicates: 100, seed: 2))
    }

    @Test
    func `A run with a gap has more of it than one without, beyond what draws explain, and back again`() async throws {
        let (calm, apart) = (try run(.slipsOnly, seed: 1), try run(.slipsApart, seed: 2))
        let found = try #require(try await compared(calm, apart).overall.deconvolved[.gap])
        // Two fits of 560 cells, each of which may err by 0.03 on average and by chance besides.
        #expect(abs(found.difference - 0.2) < 0.1, "\(found.difference)")
        let interval = try #require(found.interval)
        #expect(interval.low > 0 && interval.contains(found.difference) && interval.method == .calibrated)
        #expect(found.pValue == nil && found.power == nil)
        let back = try #require(try await compared(apart, calm).overall.deconvolved[.gap])
        #expect(close(back.difference, -found.difference) && close(back.interval?.high, -interval.low))
    }

    @Test
    func `It rests on the cells that were read often enough in both, and is none where they are too few`() async throws
    {
        let whole = try run(.slipsApart, seed: 3)
        let half = try run(.slipsApart, seed: 3) { $0 % 2 == 0 }
        let few = try run(.slipsApart, seed: 3) { $0 % 20 == 0 }
        let own = try await DeconvolutionReport(of: half, plan: nil).overall.gap
        #expect(try await close(compared(whole, half).overall.deconvolved[.gap]?.second, own?.gap))
        #expect(try await compared(whole, few).overall.deconvolved.isEmpty)
    }

    @Test
    func `A run compared with itself has none`() async throws {
        let one = try run(.ambivalence, seed: 4)
        #expect(try await compared(one, one).overall.deconvolved.isEmpty)
    }
}

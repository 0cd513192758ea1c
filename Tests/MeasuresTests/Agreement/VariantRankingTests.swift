import Measures
import TestSupport
import Testing

@Suite("Ranking prompt variants by how good what they made is judged")
struct VariantRankingTests {
    /// By cell, then variant: the share of three simulated people who say yes, with cells of differing difficulty.
    private func scores(_ quality: [Double], cells: Int, seed: Int) -> [[Double?]] {
        var random = SeededRandom(seed: seed)
        func unit() -> Double { Double(random.next() >> 11) / 9_007_199_254_740_992 }
        return (0..<cells).map { _ in
            let difficulty = (unit() - 0.5) * 0.3
            return quality.map { quality in
                let isGood = unit() < min(max(quality + difficulty, 0), 1)
                return Double((0..<3).count { _ in unit() < (isGood ? 0.92 : 0.08) }) / 3
            }
        }
    }

    private func ranking(_ scores: [[Double?]], seed: UInt64 = 1) async throws -> VariantRanking {
        try await VariantRanking(
            scores: scores, clusters: Array(scores.indices), plan: ResamplingPlan(replicates: 100, seed: seed),
            permutations: 2000)
    }

    @Test
    func `A best variant that is far ahead is found and told from the second`() async throws {
        var found = 0
        for seed in 1...20 {
            let ranked = try await ranking(
                scores([0.6, 0.95, 0.65, 0.6, 0.62, 0.6, 0.55, 0.6], cells: 150, seed: seed))
            if case .distinguishable(let pair) = ranked.finding {
                found += pair.first == 1 ? 1 : 0
                #expect(ranked.leaders == [1])
                #expect(pair.isPaired && pair.difference.interval.map { $0.low > 0 } == true)
            }
        }
        #expect(found >= 18, "found in \(found) of 20 studies")
    }

    @Test
    func `Among variants that are equally good a best is claimed in at most one study of twenty`() async throws {
        var claims = 0
        let studies = 120
        for seed in 1...studies {
            let ranked = try await ranking(
                scores([Double](repeating: 0.7, count: 8), cells: 40, seed: 1000 + seed), seed: UInt64(seed))
            if case .distinguishable = ranked.finding { claims += 1 }
        }
        #expect(claims * 20 <= studies + 20, "claimed in \(claims) of \(studies) studies")
    }

    @Test
    func `Four paired cells by hand: differences 1, 1, 1, 0 are as far from 0 in a quarter of the ways`() async throws {
        let ranked = try await ranking([[0, 1], [0, 1], [0, 1], [1, 1]])
        #expect(ranked.places.map(\.variant) == [1, 0] && ranked.places.map(\.mean.value) == [1, 0.25])
        #expect(ranked.pairs[0].p == 0.25 && ranked.pairs[0].pHolm == 0.25 && ranked.pairs[0].difference.value == 0.75)
        #expect(ranked.finding == .notDistinguishable(ranked.pairs[0]))
    }

    @Test
    func `Cells of one cluster are flipped together`() async throws {
        let scores: [[Double?]] = (0..<40).map { _ in [0, 1] }
        let together = try await VariantRanking(
            scores: scores, clusters: (0..<40).map { $0 / 20 }, plan: ResamplingPlan(replicates: 100))
        #expect(together.pairs[0].p == 0.5)
        let apart = try await VariantRanking(
            scores: scores, clusters: Array(0..<40), plan: ResamplingPlan(replicates: 100))
        #expect(apart.pairs[0].p < 0.001)
    }

    @Test
    func `Variants judged in different cells are compared unpaired`() async throws {
        let scores: [[Double?]] = (0..<60).map { $0 < 30 ? [$0 % 3 == 0 ? 0 : 1, nil] : [nil, $0 % 3 == 0 ? 1 : 0] }
        let ranked = try await ranking(scores)
        let pair = try #require(ranked.pairs.first)
        #expect(!pair.isPaired && pair.first == 0 && close(pair.difference.value, 1.0 / 3))
        #expect(pair.p < 0.05 && pair.p > 0.001)
    }

    @Test
    func `Ties, single variants and bad scores are told`() async throws {
        #expect(try await ranking([[0.5, 0.5], [1, 1]]).finding == .tied)
        #expect(try await ranking([[0.5], [1]]).finding == .nothingToCompare)
        #expect(try await ranking([[0.5, nil], [1, nil]]).places.count == 1)
        await #expect(throws: MeasuresError.scoreOutOfRange(cell: 0, score: "1.5")) { try await ranking([[1.5, 0]]) }
    }
}

import Measures
import Testing

/// One rater against others.
struct PairedAgreementTests {
    private typealias Pair = PairedAgreement.Pair

    @Test func `the percentage and kappa are those that are worked out by hand`() async throws {
        // 2 × 2 table 20, 5, 10, 15: agreement 0.7, chance 0.5, kappa 0.4 (Cohen's own example of arithmetic).
        let table = [(0, 0, 20), (0, 1, 5), (1, 0, 10), (1, 1, 15)]
        let pairs = table.flatMap { own, other, count in
            [[Pair]](repeating: [Pair(own: own, other: other)], count: count)
        }
        let found = try await PairedAgreement(pairs, categories: 2, plan: ResamplingPlan(replicates: 200))
        #expect(abs((found.percent?.value ?? 0) - 0.7) < 1e-12)
        #expect(abs((found.kappa?.value ?? 0) - 0.4) < 1e-12)
        #expect((found.items, found.pairs) == (50, 50))
        let interval = try #require(found.kappa?.interval)
        #expect(interval.low < 0.4 && interval.high > 0.4 && interval.low > 0 && interval.high < 0.75)
    }

    @Test func `an item counts once to an interval, however many its pairs`() async throws {
        let once = (0..<20).map { [Pair(own: $0 % 2, other: $0 % 3 == 0 ? 1 : 0)] }
        let plan = ResamplingPlan(replicates: 200)
        let first = try await PairedAgreement(once, categories: 2, plan: plan)
        let thrice = try await PairedAgreement(once.map { $0 + $0 + $0 }, categories: 2, plan: plan)
        #expect(thrice.pairs == 60)
        #expect(first.kappa?.interval == thrice.kappa?.interval)
    }

    @Test func `nothing compared is nothing said`() async throws {
        let none = try await PairedAgreement([[], []], categories: 2, plan: ResamplingPlan(replicates: 100))
        #expect((none.items, none.pairs) == (0, 0))
        #expect(none.percent == nil && none.kappa == nil)
        let alike = try await PairedAgreement([[Pair(own: 0, other: 0)]], categories: 2, plan: nil)
        #expect(alike.percent?.value == 1)
        #expect(alike.kappa == nil)
        await #expect(throws: MeasuresError.optionOutOfRange(option: 2, options: 2)) {
            try await PairedAgreement([[Pair(own: 0, other: 2)]], categories: 2, plan: nil)
        }
    }
}

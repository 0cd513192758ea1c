import Measures
import TestSupport
import Testing

@Suite("Order statistics")
struct OrderStatisticsTests {
    /// Type 7 of Hyndman and Fan on sorted numbers, written down once more.
    private func expected(_ share: Double, _ sorted: [Double]) -> Double {
        let place = share * Double(sorted.count - 1)
        let lower = Int(place)
        let upper = min(lower + 1, sorted.count - 1)
        return sorted[lower] + (place - Double(lower)) * (sorted[upper] - sorted[lower])
    }

    @Test(arguments: 0..<30)
    func `Quantiles are those of the sorted numbers, ties or not, one after another`(seed: Int) {
        var generator = SeededRandom(seed: seed)
        // Short and long ones, with few and many ties, in order and in none.
        let count = Int.random(in: 1...(seed.isMultiple(of: 2) ? 200 : 3000), using: &generator)
        let kinds = Int.random(in: 1...(seed.isMultiple(of: 3) ? 40 : 100_000), using: &generator)
        var numbers = (0..<count).map { _ in Double(Int.random(in: 0..<kinds, using: &generator)) / 7 }
        if seed.isMultiple(of: 5) { numbers.sort() }
        if seed.isMultiple(of: 7) { numbers.sort(by: >) }
        let sorted = numbers.sorted()
        var statistics = OrderStatistics(numbers)
        for share in [0.5, 0.025, 0.975, 0, 1, 0.3, 0.7] {
            #expect(statistics.quantile(share) == expected(share, sorted))
        }
    }

    @Test
    func `Shares outside 0…1 are taken as the nearest end`() {
        var statistics = OrderStatistics([3, 1, 2])
        #expect(statistics.quantile(-0.1) == 1)
        #expect(statistics.quantile(1.1) == 3)
    }
}

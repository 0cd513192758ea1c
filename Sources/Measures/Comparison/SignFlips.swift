/// The permutation test of two paired runs: if they do not differ, it does not matter which of the two answered the
/// cells of a cluster. Each permutation swaps the runs' answers in some of the clusters, in half of them on average.
///
/// Values are swapped for the whole run, countries and topics (scenarios, where the plan draws those alone), scenarios
/// for values and groups of values.
package struct SignFlips: Sendable {
    let first: RunFigures
    let second: RunFigures
    let permutations: Int
    let seed: UInt64

    /// Which values and scenarios one permutation of a seed swaps: 1 for those, else 0.
    package static func swaps(
        _ number: Int, seed: UInt64, axes: Axes
    ) -> (values: [Double], scenarios: [Double]) {
        let swap = swap(number, seed: seed, axes: axes)
        return (swap.values.map { $0 ? 1 : 0 }, swap.scenarios.map { $0 ? 1 : 0 })
    }

    /// The same as truths.
    static func swap(_ number: Int, seed: UInt64, axes: Axes) -> Swap {
        var generator = Xoshiro256(seed: seed, stream: UInt64(number) | 1 << 63)
        func swaps(_ count: Int) -> [Bool] { (0..<count).map { _ in generator.next() >> 63 == 1 } }
        return Swap(values: swaps(axes.values.count), scenarios: swaps(axes.scenarioCount))
    }

    func swaps(_ number: Int) -> (values: [Double], scenarios: [Double]) {
        Self.swaps(number, seed: seed, axes: first.axes)
    }
}

/// Which clusters one swap exchanges.
struct Swap: Sendable {
    /// By value, and by scenario.
    var values, scenarios: [Bool]
}

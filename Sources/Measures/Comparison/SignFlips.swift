/// The permutation test of two paired runs: if they do not differ, it does not matter which of the two answered the
/// cells of a cluster. Each permutation swaps the runs' answers in a random half of the clusters.
package struct SignFlips: Sendable {
    let first: RunFigures
    let second: RunFigures
    let permutations: Int
    let seed: UInt64

    /// For each figure of the layout the p-value (1 + permutations at least as extreme) / (1 + permutations), two-sided;
    /// NaN where the observed difference is undefined, and for prompt agreements and ranks.
    func pValues(observed: [Double], workers: Int) async -> [Double] {
        let size = 50
        let chunks = await concurrently((permutations + size - 1) / size, workers: workers) { chunk in
            var counts = [(extreme: Int, defined: Int)](repeating: (0, 0), count: observed.count)
            for number in chunk * size..<min(permutations, (chunk + 1) * size) {
                let flipped = difference(number)
                for figure in 0..<first.layout.agreements where !flipped[figure].isNaN {
                    let difference = flipped[figure]
                    counts[figure].defined += 1
                    // Differences that are equal but for rounding count as extreme.
                    if abs(difference) >= abs(observed[figure]) - 1e-12 { counts[figure].extreme += 1 }
                }
            }
            return counts
        }
        return observed.indices.map { figure in
            guard figure < first.layout.agreements, !observed[figure].isNaN else { return .nan }
            let extreme = chunks.reduce(0) { $0 + $1[figure].extreme }
            let defined = chunks.reduce(0) { $0 + $1[figure].defined }
            return Double(1 + extreme) / Double(1 + defined)
        }
    }

    /// Which values and scenarios one permutation of a seed swaps: 1 for those, else 0.
    package static func swaps(
        _ number: Int, seed: UInt64, axes: Axes
    ) -> (values: [Double], scenarios: [Double]) {
        var generator = Xoshiro256(seed: seed, stream: UInt64(number) | 1 << 63)
        func swaps(_ count: Int) -> [Double] { (0..<count).map { _ in Double(generator.next() >> 63) } }
        return (swaps(axes.values.count), swaps(axes.scenarioCount))
    }

    func swaps(_ number: Int) -> (values: [Double], scenarios: [Double]) {
        Self.swaps(number, seed: seed, axes: first.axes)
    }

    /// Second minus first after the swaps of one permutation. Values are swapped for the whole run, countries and
    /// topics (scenarios, where the plan draws those alone), scenarios for values and groups of values.
    func difference(_ number: Int) -> [Double] {
        let (values, scenarios) = swaps(number)
        let (one, other) = (
            first.sums(overValues: nil, overScenarios: nil), second.sums(overValues: nil, overScenarios: nil)
        )
        // What each run gives away.
        let (mine, theirs) = (
            first.sums(overValues: values, overScenarios: scenarios),
            second.sums(overValues: values, overScenarios: scenarios)
        )
        let before = first.figures(
            overValues: ofGroups(one.overValues, mine.overValues, other.overValues, theirs.overValues, scenarios),
            overScenarios: traded(one.overScenarios, mine.overScenarios, theirs.overScenarios), ofGroups: .observed)
        let after = first.figures(
            overValues: ofGroups(other.overValues, theirs.overValues, one.overValues, mine.overValues, scenarios),
            overScenarios: traded(other.overScenarios, theirs.overScenarios, mine.overScenarios), ofGroups: .observed)
        return zip(before, after).map { $1 - $0 }
    }

    /// One run's sums by scenario after the swaps.
    private func ofGroups(
        _ own: [Double], _ given: [Double], _ other: [Double], _ received: [Double], _ swaps: [Double]
    ) -> [Double] {
        guard first.clustering == .scenario else { return traded(own, given, received) }
        return own.indices.map { swaps[$0 % swaps.count] == 1 ? other[$0] : own[$0] }
    }

    private func traded(_ own: [Double], _ given: [Double], _ received: [Double]) -> [Double] {
        own.indices.map { own[$0] - given[$0] + received[$0] }
    }
}

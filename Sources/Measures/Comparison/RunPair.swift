/// Two of several runs, compared in the share of inconsistent cells of the whole run.
package struct RunPair: Sendable, Hashable {
    /// Their places among the runs, the smaller first.
    package let first, second: Int
    /// Whether nothing tells the two apart.
    package let isOfOneRun: Bool
    /// The sign-flip test's p-value; `nil` where the figure is undefined, or the two are one run.
    package let pValue: Double?
    /// The same after Holm's adjustment over all pairs.
    package internal(set) var holm: Double?
    /// The smallest p-value that Holm's adjustment could leave.
    package internal(set) var smallestHolm: Double?

    /// All pairs of some runs.
    static func all(
        of runs: [MeasureReport], shared: [Bool], sided: [Bool], plan: ResamplingPlan, workers: Int
    ) async -> [RunPair] {
        var (pairs, smallest) = ([RunPair](), [Double?]())
        let count = runs.count * (runs.count - 1) / 2
        for first in runs.indices {
            for second in runs.indices where second > first {
                let pair = PairedRuns(
                    runs[first], runs[second], shared: shared, sided: sided, clustering: plan.clustering)
                let test =
                    pair.isOfOneRun
                    ? SwapTest() : await SwapTests.inconsistency(pair, plan: plan, pairs: count, workers: workers)
                pairs.append(
                    RunPair(
                        first: first, second: second, isOfOneRun: pair.isOfOneRun,
                        pValue: test.pValue.isNaN ? nil : test.pValue))
                smallest.append(test.smallest.isNaN ? nil : test.smallest)
            }
        }
        let holm = MultipleTesting.holm(pairs.map(\.pValue))
        let size = Double(pairs.count { $0.pValue != nil })
        for place in pairs.indices {
            pairs[place].holm = holm[place]
            pairs[place].smallestHolm = smallest[place].map { min(1, $0 * size) }
        }
        return pairs
    }
}

extension SwapTests {
    /// The test of the share of inconsistent cells of the whole run alone.
    fileprivate static func inconsistency(
        _ pair: PairedRuns, plan: ResamplingPlan, pairs: Int, workers: Int
    ) async -> SwapTest {
        let place = ScenarioFigure.allCases.count + (PooledFigure.allCases.firstIndex(of: .inconsistencyShare) ?? 0)
        let (before, after) = (pair.first.figures(.observed), pair.second.figures(.observed))
        var observed = [Double](repeating: .nan, count: before.count)
        observed[place] = after[place] - before[place]
        let tests = SwapTests(
            pair, observed: observed, plan: SwapPlan(plan, comparisons: pairs), seed: plan.seed, workers: workers)
        return await tests.groups()[place]
    }
}

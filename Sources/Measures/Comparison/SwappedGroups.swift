/// The figures of the whole run, its countries and its topics where two runs' answers to some clusters are exchanged:
/// values, or scenarios where the plan draws those alone.
struct SwappedGroups: SwapCounting {
    let observed: [Double]
    let width = FigureLayout.groupWidth
    private let first, second: RunFigures
    /// Each run's sums by scenario: layer, then scenario.
    private let own, other: [Double]

    init(first: RunFigures, second: RunFigures, observed: [Double]) {
        (self.first, self.second) = (first, second)
        self.observed = Array(observed[..<first.layout.pool(0)])
        own = first.sums(overValues: nil, overScenarios: nil).overValues
        other = second.sums(overValues: nil, overScenarios: nil).overValues
    }

    func count(_ swaps: [Swap], _ open: OpenFigures, into counts: inout [SwapCounts]) {
        let isWanted = open.isWanted(of: first.layout.groups)
        for swap in swaps {
            let (before, after) = first.clustering == .scenario ? byScenario(swap.scenarios) : byValue(swap.values)
            let (one, two) = (figures(before, isWanted), figures(after, isWanted))
            for place in counts.indices where open.isOpen[place] {
                counts[place].add(two[place] - one[place], observed: observed[place])
            }
        }
    }

    private func byValue(_ swapped: [Bool]) -> (before: [Double], after: [Double]) {
        let weights = swapped.map { $0 ? 1.0 : 0 }
        let given = first.cells.sumsOverValues(weights)
        let received = second.cells.sumsOverValues(weights)
        var (before, after) = (own, other)
        for place in before.indices {
            let moved = received[place] - given[place]
            before[place] += moved
            after[place] -= moved
        }
        return (before, after)
    }

    private func byScenario(_ swapped: [Bool]) -> (before: [Double], after: [Double]) {
        var (before, after) = (own, other)
        for place in before.indices where swapped[place % swapped.count] {
            (before[place], after[place]) = (other[place], own[place])
        }
        return (before, after)
    }

    /// The figures of the wanted groups from a run's sums, in the layout's order; NaN for the others.
    private func figures(_ sums: [Double], _ isWanted: [Bool]) -> [Double] {
        let (layout, axes) = (first.layout, first.axes)
        var groups = [GroupSums](repeating: GroupSums(), count: layout.groups)
        sums.withUnsafeBufferPointer { sums in
            for scenario in 0..<axes.scenarioCount {
                let country = 1 + scenario / layout.topics
                let topic = 1 + layout.countries + scenario % layout.topics
                guard isWanted[0] || isWanted[country] || isWanted[topic] else { continue }
                let pooled = PooledSums(sums, at: scenario, of: axes.scenarioCount)
                guard pooled.n > 0 else { continue }
                let own = GroupSums(scenario: pooled)
                if isWanted[0] { groups[0].add(own, weight: 1) }
                if isWanted[country] { groups[country].add(own, weight: 1) }
                if isWanted[topic] { groups[topic].add(own, weight: 1) }
            }
        }
        var figures = [Double](repeating: .nan, count: layout.pool(0))
        figures.withUnsafeMutableBufferPointer { figures in
            for group in groups.indices where isWanted[group] {
                groups[group].write(to: figures, at: layout.group(group))
            }
        }
        return figures
    }
}

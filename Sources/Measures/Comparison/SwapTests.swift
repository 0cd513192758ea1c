/// The sign-flip tests of all figures of two runs.
struct SwapTests: Sendable {
    private let pair: PairedRuns
    private let observed: [Double]
    private let plan: SwapPlan
    private let seed: UInt64
    private let workers: Int
    private var layout: FigureLayout { pair.first.layout }
    private var axes: Axes { pair.first.axes }

    /// - Parameter observed: second − first for each figure of the layout, NaN where undefined.
    init(_ pair: PairedRuns, observed: [Double], plan: SwapPlan, seed: UInt64, workers: Int) {
        (self.pair, self.observed, self.plan) = (pair, observed, plan)
        (self.seed, self.workers) = (seed, workers)
    }

    /// The test of each figure of the layout; none for prompt agreements and ranks.
    func tests() async -> [SwapTest] {
        let tests = await groups() + pools()
        return tests + [SwapTest](repeating: SwapTest(), count: layout.count - tests.count)
    }

    /// Of the whole run, countries and topics.
    func groups() async -> [SwapTest] {
        let swapped = SwappedGroups(first: pair.first, second: pair.second, observed: observed)
        let members = (0..<layout.groups).map { group in pair.clusters { isMember($0, of: group) } }
        let clusters = swapped.observed.indices.map { members[$0 / swapped.width].count }
        let isOpen = swapped.observed.map { !$0.isNaN }
        if let all = members.first, all.count <= SwapPlan.mostExact {
            return await swapped.exact(isOpen, of: all.count, clusters: clusters, workers: workers) {
                subset($0, of: all)
            }
        }
        let families = [1] + axes.countries.map { _ in layout.countries } + axes.topics.map { _ in layout.topics }
        let most = isOpen.indices.map { plan.most(members: families[$0 / swapped.width]) }
        return await swapped.drawn(isOpen, plan: plan, most: most, clusters: clusters, workers: workers, swap: draw)
    }

    private func isMember(_ cell: Int, of group: Int) -> Bool {
        let place = axes.position(ofCell: cell)
        return group == 0 || group == 1 + place.country || group == 1 + layout.countries + place.topic
    }

    /// Of values and groups of values. Members that rest on the same few scenarios share all swaps of those.
    private func pools() async -> [SwapTest] {
        let groups = axes.groups.indices.map { group in axes.values.indices.filter { axes.groupOfValue[$0] == group } }
        let members = axes.values.indices.map { [$0] } + groups
        let pools = await concurrently(members.count, workers: workers) { SwappedPool(pair, values: members[$0]) }
        let start = layout.pool(0)
        let swapped = SwappedPools(observed: Array(observed[start..<layout.agreements]), pools: pools)
        let clusters = swapped.observed.indices.map { pools[$0 / swapped.width].scenarios.count }
        func isOpen(_ belongs: (SwappedPool) -> Bool) -> [Bool] {
            let belongs = pools.map(belongs)
            return swapped.observed.indices.map { belongs[$0 / swapped.width] && !swapped.observed[$0].isNaN }
        }
        let most = clusters.indices.map {
            plan.most(members: $0 / swapped.width < layout.values ? layout.values : layout.valueGroups)
        }
        var tests = await swapped.drawn(
            isOpen { $0.scenarios.count > SwapPlan.mostExact }, plan: plan, most: most, clusters: clusters,
            workers: workers, swap: draw)
        for scenarios in Set(pools.map(\.scenarios)) where scenarios.count <= SwapPlan.mostExact {
            let open = isOpen { $0.scenarios == scenarios }
            let found = await swapped.exact(open, of: scenarios.count, clusters: clusters, workers: workers) {
                subset($0, of: scenarios)
            }
            for place in open.indices where open[place] { tests[place] = found[place] }
        }
        return tests
    }

    @Sendable private func draw(_ number: Int) -> Swap { SignFlips.swap(number, seed: seed, axes: axes) }

    /// The swap of those of some clusters whose bits are set, the clusters being values or scenarios as the caller's are.
    private func subset(_ bits: Int, of clusters: [Int]) -> Swap {
        var swap = Swap(
            values: [Bool](repeating: false, count: axes.values.count),
            scenarios: [Bool](repeating: false, count: axes.scenarioCount))
        for (place, cluster) in clusters.enumerated() where bits >> place & 1 == 1 {
            if swap.values.indices.contains(cluster) { swap.values[cluster] = true }
            if swap.scenarios.indices.contains(cluster) { swap.scenarios[cluster] = true }
        }
        return swap
    }
}

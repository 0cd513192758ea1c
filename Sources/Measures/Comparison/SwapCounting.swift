/// Figures that swaps of two runs' clusters are counted for: a place for each, members with equally many figures side by
/// side.
protocol SwapCounting: Sendable {
    /// Second − first as observed, by place; NaN where undefined.
    var observed: [Double] { get }
    /// How many figures a member has.
    var width: Int { get }

    /// Counts what each of some swaps does to the open figures.
    func count(_ swaps: [Swap], _ open: OpenFigures, into counts: inout [SwapCounts])
}

/// Which figures are still to be counted.
struct OpenFigures: Sendable {
    /// By place.
    let isOpen: [Bool]
    /// The members with an open figure, rising.
    let members: [Int]

    init(_ isOpen: [Bool], width: Int) {
        self.isOpen = isOpen
        members = (0..<isOpen.count / width).filter { isOpen[$0 * width..<($0 + 1) * width].contains(true) }
    }

    /// By member: whether a figure of it is open.
    func isWanted(of count: Int) -> [Bool] {
        var isWanted = [Bool](repeating: false, count: count)
        for member in members { isWanted[member] = true }
        return isWanted
    }
}

extension SwapCounting {
    /// Counts numbered swaps for the open figures, on some tasks side by side.
    private func counts(
        _ numbers: Range<Int>, _ open: OpenFigures, workers: Int, swap: @escaping @Sendable (Int) -> Swap
    ) async -> [SwapCounts] {
        let size = 100
        let chunks = await concurrently((numbers.count + size - 1) / size, workers: workers) { chunk in
            var counts = [SwapCounts](repeating: SwapCounts(), count: observed.count)
            let start = numbers.lowerBound + chunk * size
            count((start..<min(numbers.upperBound, start + size)).map(swap), open, into: &counts)
            return counts
        }
        var counts = [SwapCounts](repeating: SwapCounts(), count: observed.count)
        for chunk in chunks { for place in counts.indices { counts[place] += chunk[place] } }
        return counts
    }

    /// The tests of some figures by all swaps of some clusters. A swap and its opposite differ in the sign alone, so the
    /// last cluster stays as it is.
    ///
    /// - Parameters:
    ///   - clusters: by place, how many clusters the figure rests on.
    ///   - swap: the swap that exchanges a set of clusters, bit by bit; the last bit is never set.
    /// - Returns: by place; without a p-value for the other figures.
    func exact(
        _ isOpen: [Bool], of count: Int, clusters: [Int], workers: Int, swap: @escaping @Sendable (Int) -> Swap
    ) async -> [SwapTest] {
        let open = OpenFigures(isOpen, width: width)
        guard !open.members.isEmpty else { return isOpen.map { _ in SwapTest() } }
        let counts = await counts(0..<1 << max(0, count - 1), open, workers: workers, swap: swap)
        return isOpen.indices.map { isOpen[$0] ? SwapTest(exact: counts[$0], clusters: clusters[$0]) : SwapTest() }
    }

    /// The tests of some figures by swaps that are drawn, as `SwapPlan` says.
    ///
    /// - Parameters:
    ///   - most: by place, how many swaps the figure's family must be able to make.
    ///   - clusters: by place, how many clusters the figure rests on.
    /// - Returns: by place; without a p-value for the other figures.
    func drawn(
        _ isOpen: [Bool], plan: SwapPlan, most: [Int], clusters: [Int], workers: Int,
        swap: @escaping @Sendable (Int) -> Swap
    ) async -> [SwapTest] {
        var isOpen = isOpen
        var counts = [SwapCounts](repeating: SwapCounts(), count: observed.count)
        var tests = [SwapTest](repeating: SwapTest(), count: observed.count)
        var done = 0
        for look in plan.looks(most: most.max() ?? 0) {
            let open = OpenFigures(isOpen, width: width)
            guard !open.members.isEmpty else { break }
            let found = await self.counts(done..<look, open, workers: workers, swap: swap)
            for place in isOpen.indices where isOpen[place] {
                counts[place] += found[place]
                guard counts[place].extreme >= SwapPlan.enough || look >= most[place] else { continue }
                tests[place] = SwapTest(drawn: counts[place], most: most[place], clusters: clusters[place])
                isOpen[place] = false
            }
            done = look
        }
        return tests
    }
}

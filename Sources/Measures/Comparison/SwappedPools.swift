/// The figures of values and groups of values where two runs' answers in some scenarios are exchanged.
struct SwappedPools: SwapCounting {
    let observed: [Double]
    let width = FigureLayout.pooledWidth
    /// The values, then the groups.
    let pools: [SwappedPool]

    func count(_ swaps: [Swap], _ open: OpenFigures, into counts: inout [SwapCounts]) {
        let patterns = swaps.map { SwappedPool.patterns($0.scenarios) }
        withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * width) { scratch in
            for member in open.members {
                let places = (member * width..<(member + 1) * width).filter { open.isOpen[$0] }
                for pattern in patterns {
                    pools[member].write(pattern, to: scratch)
                    for place in places {
                        let figure = place - member * width
                        counts[place].add(scratch[width + figure] - scratch[figure], observed: observed[place])
                    }
                }
            }
        }
    }
}

/// One value or group of values of two runs, with what exchanging scenarios moves: worked out beforehand for each of the
/// 16 ways to exchange four neighbours, since a test makes tens of thousands of exchanges.
struct SwappedPool: Sendable {
    /// Sums by layer, eight side by side.
    private typealias Lanes = SIMD8<Double>

    /// The scenarios with a cell that is compared.
    let scenarios: [Int]
    /// How many lanes hold all layers.
    private let lanes: Int
    /// The first run's sums, and those of both, by lane.
    private let own, both: [Lanes]
    /// What is added to the first run's sums: by four scenarios, pattern, lane.
    private let moved: [Lanes]

    private static let patternsOfFour = 16

    /// For each four scenarios, which of them are exchanged, as bits.
    static func patterns(_ swapped: [Bool]) -> [Int] {
        stride(from: 0, to: swapped.count, by: 4).map { start in
            (start..<min(swapped.count, start + 4)).reduce(0) { $0 | (swapped[$1] ? 1 << ($1 - start) : 0) }
        }
    }

    /// - Parameter values: the value, or the members of the group.
    init(_ pair: PairedRuns, values: [Int]) {
        let (one, two) = (pair.first.cells, pair.second.cells)
        let (all, count) = (pair.first.axes.values.count, pair.first.axes.scenarioCount)
        let lanes = (one.layers + Lanes.scalarCount - 1) / Lanes.scalarCount
        func sums(_ cells: CellLayers, _ scenario: Int) -> [Lanes] {
            (0..<lanes).map { lane in
                var sums = Lanes()
                for place in 0..<min(Lanes.scalarCount, cells.layers - lane * Lanes.scalarCount) {
                    let layer = lane * Lanes.scalarCount + place
                    for value in values { sums[place] += cells.quantity(layer, scenario: scenario, value: value) }
                }
                return sums
            }
        }
        let none = [Lanes](repeating: Lanes(), count: lanes)
        var (own, both, moved) = (none, none, [Lanes]())
        for start in stride(from: 0, to: count, by: 4) {
            let four = (start..<min(count, start + 4)).map { (mine: sums(one, $0), theirs: sums(two, $0)) }
            for lane in 0..<lanes {
                for scenario in four {
                    own[lane] += scenario.mine[lane]
                    both[lane] += scenario.mine[lane] + scenario.theirs[lane]
                }
            }
            for pattern in 0..<Self.patternsOfFour {
                var row = none
                for (place, scenario) in four.enumerated() where pattern >> place & 1 == 1 {
                    for lane in 0..<lanes { row[lane] += scenario.theirs[lane] - scenario.mine[lane] }
                }
                moved += row
            }
        }
        scenarios = (0..<count).filter { scenario in values.contains { pair.shared[scenario * all + $0] } }
        (self.lanes, self.own, self.both, self.moved) = (lanes, own, both, moved)
    }

    /// Writes the first run's figures, then the second's, after an exchange.
    func write(_ patterns: [Int], to figures: UnsafeMutableBufferPointer<Double>) {
        let width = lanes * Lanes.scalarCount
        withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * width) { sums in
            for lane in 0..<lanes {
                let first = sum(patterns, lane: lane)
                let second = both[lane] - first
                for place in 0..<Lanes.scalarCount {
                    sums[lane * Lanes.scalarCount + place] = first[place]
                    sums[width + lane * Lanes.scalarCount + place] = second[place]
                }
            }
            let sums = UnsafeBufferPointer(sums)
            PooledSums(.init(rebasing: sums[..<width]), at: 0, of: 1).write(to: figures, at: 0)
            PooledSums(.init(rebasing: sums[width...]), at: 0, of: 1).write(to: figures, at: FigureLayout.pooledWidth)
        }
    }

    /// The first run's sums after an exchange, in one lane.
    private func sum(_ patterns: [Int], lane: Int) -> Lanes {
        moved.withUnsafeBufferPointer { moved in
            var (sum, start) = (own[lane], lane)
            for pattern in patterns {
                sum += moved[start + pattern * lanes]
                start += Self.patternsOfFour * lanes
            }
            return sum
        }
    }
}

/// A source of variance: how it divides the readings, of which those of one group always stay together.
struct VarianceSource {
    let name: String
    /// The level of each group of readings, numbered from 0 without gaps.
    let levels: [Int32]
    /// How many readings each level has.
    let sizes: [Int]

    /// Readings of each group.
    private let counts: [Int]

    /// - Parameters:
    ///   - levels: of each group of readings, from 0; gaps are closed.
    ///   - counts: readings of each group.
    init(name: String, levels: [Int32], counts: [Int]) {
        var numbers = [Int32](repeating: -1, count: Int(levels.max() ?? -1) + 1)
        var sizes: [Int] = []
        self.counts = counts
        self.levels = levels.enumerated().map { group, level in
            if numbers[Int(level)] < 0 {
                numbers[Int(level)] = Int32(sizes.count)
                sizes.append(0)
            }
            let number = numbers[Int(level)]
            sizes[Int(number)] += counts[group]
            return number
        }
        self.sizes = sizes
        self.name = name
    }

    /// Whether both put the same readings together. Levels are numbered as they first appear, so equal divisions have
    /// equal numbers.
    func divides(like other: VarianceSource) -> Bool { levels == other.levels }

    /// Σ over levels of (sum of y)² / n.
    ///
    /// - Parameter observed: the sum of each group's observations.
    func sumOfSquares(_ observed: [Double]) -> Double {
        var sums = [CompensatedSum](repeating: CompensatedSum(), count: sizes.count)
        for (group, level) in levels.enumerated() { sums[Int(level)] += observed[group] }
        var total = CompensatedSum()
        for (sum, size) in zip(sums, sizes) { total += sum.value * sum.value / Double(size) }
        return total.value
    }

    /// k(self, other) and k(other, self), from one pass over the groups in the order of this source's levels. The sums of squares
    /// are whole numbers: adding m readings to n raises n² by m (2n + m).
    func coefficients(with other: VarianceSource) -> (over: Double, back: Double) {
        var shared = [Int](repeating: 0, count: other.sizes.count)
        var squares = shared
        var over = CompensatedSum()
        let (order, starts) = groupsByLevel
        for (number, size) in sizes.enumerated() {
            var own = 0
            let groups = order[starts[number]..<starts[number + 1]]
            for group in groups {
                let (level, count) = (Int(other.levels[Int(group)]), counts[Int(group)])
                let rise = count * (2 * shared[level] + count)
                own += rise
                squares[level] += rise
                shared[level] += count
            }
            for group in groups { shared[Int(other.levels[Int(group)])] = 0 }
            over += Double(own) / Double(size)
        }
        var back = CompensatedSum()
        for (square, size) in zip(squares, other.sizes) { back += Double(square) / Double(size) }
        return (over.value, back.value)
    }

    /// The groups by their level, and where each level's begin.
    private var groupsByLevel: (order: [Int32], starts: [Int]) {
        var starts = [Int](repeating: 0, count: sizes.count + 1)
        for level in levels { starts[Int(level) + 1] += 1 }
        for level in sizes.indices { starts[level + 1] += starts[level] }
        var (order, next) = ([Int32](repeating: 0, count: levels.count), starts)
        for (group, level) in levels.enumerated() {
            order[next[Int(level)]] = Int32(group)
            next[Int(level)] += 1
        }
        return (order, starts)
    }
}

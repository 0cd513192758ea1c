/// A source of variance: how it divides the readings.
struct VarianceSource {
    let name: String
    /// The level of each reading, numbered from 0 without gaps; in four bytes, for there is one for each reading.
    let levels: [Int32]
    /// How many readings each level has.
    let sizes: [Int]

    /// - Parameter levels: of each reading, from 0; gaps are closed.
    init(name: String, levels: [Int32]) {
        var numbers = [Int32](repeating: -1, count: Int(levels.max() ?? -1) + 1)
        var sizes: [Int] = []
        self.levels = levels.map { level in
            if numbers[Int(level)] < 0 {
                numbers[Int(level)] = Int32(sizes.count)
                sizes.append(0)
            }
            let number = numbers[Int(level)]
            sizes[Int(number)] += 1
            return number
        }
        self.sizes = sizes
        self.name = name
    }

    /// Whether both put the same readings together. Levels are numbered as they first appear, so equal divisions have
    /// equal numbers.
    func divides(like other: VarianceSource) -> Bool { levels == other.levels }

    /// Σ over levels of (sum of y)² / n.
    func sumOfSquares(_ observed: [Double]) -> Double {
        var sums = [CompensatedSum](repeating: CompensatedSum(), count: sizes.count)
        for (reading, level) in levels.enumerated() { sums[Int(level)] += observed[reading] }
        var total = CompensatedSum()
        for (sum, size) in zip(sums, sizes) { total += sum.value * sum.value / Double(size) }
        return total.value
    }

    /// k(self, other) and k(other, self), from one pass over the readings in the order of this source's levels. The
    /// sums of squares are whole numbers: adding one reading to n raises n² by 2n + 1.
    func coefficients(with other: VarianceSource) -> (over: Double, back: Double) {
        var shared = [Int](repeating: 0, count: other.sizes.count)
        var squares = shared
        var over = CompensatedSum()
        let order = readingsByLevel
        var first = 0
        for size in sizes {
            var own = 0
            for place in first..<first + size {
                let level = Int(other.levels[Int(order[place])])
                let rise = 2 * shared[level] + 1
                own += rise
                squares[level] += rise
                shared[level] += 1
            }
            for place in first..<first + size { shared[Int(other.levels[Int(order[place])])] = 0 }
            over += Double(own) / Double(size)
            first += size
        }
        var back = CompensatedSum()
        for (square, size) in zip(squares, other.sizes) { back += Double(square) / Double(size) }
        return (over.value, back.value)
    }

    private var readingsByLevel: [Int32] {
        var next: [Int] = []
        var first = 0
        for size in sizes {
            next.append(first)
            first += size
        }
        var order = [Int32](repeating: 0, count: levels.count)
        for (reading, level) in levels.enumerated() {
            order[next[Int(level)]] = Int32(reading)
            next[Int(level)] += 1
        }
        return order
    }
}

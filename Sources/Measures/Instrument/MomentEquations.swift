/// Henderson's first method: for every source f the sum T_f = Σ over its levels of (sum of y)² / n, which is expected
/// to be N μ² + Σ_g k(f, g) σ²_g + (levels of f) σ²_e with k(f, g) = Σ over levels l of f of Σ over levels m of g of
/// n²_lm / n_l. The same for the one-level source (T_0) and for every reading by itself (Σ y²).
struct MomentEquations {
    private let observed: [Double]
    /// The sources told apart, each reading's level numbered from 0.
    private var sources: [(name: String, levels: [Int], sizes: [Int])] = []

    /// - Returns: `nil` below two readings or where no source can be told apart.
    init?(_ observed: [Double], sources: [(String, [Int])]) {
        guard observed.count > 1 else { return nil }
        self.observed = observed
        for (name, levels) in sources {
            let (numbered, sizes) = Self.numbered(levels)
            guard sizes.count > 1, sizes.count < observed.count else { continue }
            let isKnown = self.sources.contains {
                $0.sizes.count == sizes.count && Self.overlaps($0.levels, numbered, sizes.count).count == sizes.count
            }
            if !isKnown { self.sources.append((name, numbered, sizes)) }
        }
        if self.sources.isEmpty { return nil }
    }

    /// The solution, `nil` where the sources are too entangled for one.
    var components: VarianceComponents? {
        let n = Double(observed.count)
        let single = ("", [Int](repeating: 0, count: observed.count), [observed.count])
        let rows = [single] + sources
        var equations: [[Double]] = rows.map { row in
            // Unknowns: μ², σ² of each source, σ²_e; then the observed sum.
            [n] + sources.map { coefficient(row.1, row.2, $0.levels, $0.sizes.count) } + [Double(row.2.count)]
                + [squares(row.1, row.2)]
        }
        var total = CompensatedSum()
        for y in observed { total += y * y }
        equations.append([n] + sources.map { _ in n } + [n, total.value])
        guard let solution = Self.solved(equations) else { return nil }
        let variances = Array(solution.dropFirst())
        let sum = variances.reduce(0) { $0 + max(0, $1) }
        let names = sources.map { ($0.name, $0.sizes.count) } + [("residual", observed.count)]
        return VarianceComponents(
            components: zip(names, variances).map { name, variance in
                .init(source: name.0, levels: name.1, variance: variance, share: ratio(max(0, variance), sum))
            }, count: observed.count, mean: average(observed) ?? 0)
    }

    private func squares(_ levels: [Int], _ sizes: [Int]) -> Double {
        var sums = [CompensatedSum](repeating: CompensatedSum(), count: sizes.count)
        for (reading, level) in levels.enumerated() { sums[level] += observed[reading] }
        var total = CompensatedSum()
        for (sum, size) in zip(sums, sizes) { total += sum.value * sum.value / Double(size) }
        return total.value
    }

    private func coefficient(_ levels: [Int], _ sizes: [Int], _ others: [Int], _ otherCount: Int) -> Double {
        var total = CompensatedSum()
        for overlap in Self.overlaps(levels, others, otherCount) {
            total += Double(overlap.count * overlap.count) / Double(sizes[overlap.level])
        }
        return total.value
    }

    private static func numbered(_ levels: [Int]) -> (levels: [Int], sizes: [Int]) {
        var numbers: [Int: Int] = [:]
        var sizes: [Int] = []
        let numbered = levels.map { level in
            let number = numbers[level] ?? sizes.count
            if number == sizes.count {
                numbers[level] = number
                sizes.append(0)
            }
            sizes[number] += 1
            return number
        }
        return (numbered, sizes)
    }

    /// How many readings each level of one source shares with each level of another, where any.
    private static func overlaps(_ levels: [Int], _ others: [Int], _ otherCount: Int) -> [(level: Int, count: Int)] {
        var keys = zip(levels, others).map { $0 * otherCount + $1 }
        keys.sort()
        var overlaps: [(level: Int, count: Int)] = []
        var last = -1
        for key in keys {
            if key == last {
                overlaps[overlaps.count - 1].count += 1
            } else {
                overlaps.append((key / otherCount, 1))
                last = key
            }
        }
        return overlaps
    }

    /// Gaussian elimination with partial pivoting; the last column is the right-hand side.
    private static func solved(_ equations: [[Double]]) -> [Double]? {
        var rows = equations
        let size = rows.count
        for column in 0..<size {
            let pivot = (column..<size).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
            guard abs(rows[pivot][column]) > 1e-9 * abs(equations[0][0]) else { return nil }
            rows.swapAt(column, pivot)
            for row in 0..<size where row != column {
                let factor = rows[row][column] / rows[column][column]
                if factor == 0 { continue }
                for place in column...size { rows[row][place] -= factor * rows[column][place] }
            }
        }
        return (0..<size).map { rows[$0][size] / rows[$0][$0] }
    }
}

/// Henderson's first method: for every source f the sum T_f = Σ over its levels of (sum of y)² / n, which is expected
/// to be N μ² + Σ_g k(f, g) σ²_g + (levels of f) σ²_e with k(f, g) = Σ over levels l of f of Σ over levels m of g of
/// n²_lm / n_l. The same for the one-level source (T_0) and for every reading by itself (Σ y²).
struct MomentEquations {
    private let observed: ReadingGroups
    /// The sources told apart.
    private var sources: [VarianceSource] = []
    /// What became of the others.
    private var residual: [String] = []
    private var notVaried: [String] = []
    private var merged: [VarianceComponents.Merged] = []

    /// - Parameter sources: each with the level of every group of readings, from 0.
    /// - Returns: `nil` below two readings or where no source can be told apart.
    init?(_ observed: ReadingGroups, sources: [(name: String, levels: [Int32])]) {
        guard observed.count > 1 else { return nil }
        self.observed = observed
        for (name, levels) in sources {
            let source = VarianceSource(name: name, levels: levels, counts: observed.counts)
            if source.sizes.count < 2 {
                notVaried.append(name)
            } else if source.sizes.count == observed.count {
                residual.append(name)
            } else if let known = self.sources.first(where: { $0.divides(like: source) }) {
                merged.append(.init(source: name, into: known.name))
            } else {
                self.sources.append(source)
            }
        }
        if self.sources.isEmpty { return nil }
    }

    /// The solution, `nil` where the sources are too entangled for one.
    ///
    /// - Parameter remainder: what each reading has for itself in any case.
    func components(remainder: String) -> VarianceComponents? {
        guard let solution = Self.solved(equations) else { return nil }
        let variances = Array(solution.dropFirst())
        let sum = variances.reduce(0) { $0 + max(0, $1) }
        let last = residual.isEmpty ? remainder : "residual"
        let names = sources.map { ($0.name, $0.sizes.count) } + [(last, observed.count)]
        return VarianceComponents(
            components: zip(names, variances).map { name, variance in
                .init(source: name.0, levels: name.1, variance: variance, share: ratio(max(0, variance), sum))
            }, residual: residual + [remainder], notVaried: notVaried, merged: merged, count: observed.count,
            mean: observed.mean ?? 0)
    }

    /// Unknowns: μ², σ² of each source, σ²_e; then the observed sum. Rows: T_0, T of each source, Σ y².
    private var equations: [[Double]] {
        let n = Double(observed.count)
        let whole = VarianceSource(
            name: "", levels: [Int32](repeating: 0, count: observed.counts.count), counts: observed.counts)
        let rows = [whole] + sources
        var coefficients = [[Double]](repeating: [Double](repeating: n, count: rows.count), count: rows.count)
        for row in rows.indices {
            for column in row + 1..<max(row + 1, rows.count) {
                let (over, back) = rows[row].coefficients(with: rows[column])
                coefficients[row][column] = over
                coefficients[column][row] = back
            }
        }
        return rows.indices.map { row in
            [n] + coefficients[row].dropFirst() + [
                Double(rows[row].sizes.count), rows[row].sumOfSquares(observed.sums),
            ]
        } + [[n] + sources.map { _ in n } + [n, observed.squares]]
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

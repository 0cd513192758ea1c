/// The sum that logistic regression makes least, divided by C: Σ log loss + ½ λ ‖w‖², λ = 1 / C; and Newton's steps on it.
///
/// A point is all weights and then the intercept.
struct LogisticProblem {
    let rows: [SparseRow]
    let truths: [Bool]
    let width: Int
    let penalty: Double

    /// By row, then column, the lower triangle alone: kept, so that no step makes room anew.
    private var curvature: [Double]
    private var gradient: [Double]

    init(rows: [SparseRow], truths: [Bool], width: Int, penalty: Double) {
        (self.rows, self.truths, self.width, self.penalty) = (rows, truths, width, penalty)
        let size = width + 1
        curvature = [Double](repeating: 0, count: size * size)
        gradient = [Double](repeating: 0, count: size)
    }

    /// The sum at a point.
    func value(_ point: [Double]) -> Double {
        var loss = CompensatedSum()
        for (row, truth) in zip(rows, truths) {
            let score = row.product(point) + point[width]
            loss += LogisticRegression.softplus(truth ? -score : score)
        }
        var squares = 0.0
        for weight in point.prefix(width) { squares += weight * weight }
        return loss.value + penalty * squares / 2
    }

    /// What Newton's method takes off a point; `nil` where the curvature is lost to rounding.
    mutating func step(from point: [Double]) -> [Double]? {
        let size = width + 1
        for place in curvature.indices { curvature[place] = 0 }
        for column in 0..<width {
            gradient[column] = penalty * point[column]
            curvature[column * size + column] = penalty
        }
        gradient[width] = 0
        for (row, truth) in zip(rows, truths) {
            let chance = LogisticRegression.logistic(row.product(point) + point[width])
            add(row, error: chance - (truth ? 1 : 0), weight: chance * (1 - chance))
        }
        return solved(size)
    }

    private mutating func add(_ row: SparseRow, error: Double, weight: Double) {
        let size = width + 1
        for (place, column) in row.columns.enumerated() {
            let value = row.values[place]
            gradient[column] += error * value
            // Columns ascend, so that what has been visited lies on the lower triangle.
            for earlier in 0...place {
                curvature[column * size + row.columns[earlier]] += weight * value * row.values[earlier]
            }
            curvature[width * size + column] += weight * value
        }
        gradient[width] += error
        curvature[width * size + width] += weight
    }

    /// Solves curvature · x = gradient by Cholesky's method, in place.
    private mutating func solved(_ size: Int) -> [Double]? {
        var solution = gradient
        let isPositive = curvature.withUnsafeMutableBufferPointer { matrix in
            for row in 0..<size {
                for column in 0...row {
                    var sum = matrix[row * size + column]
                    for earlier in 0..<column { sum -= matrix[row * size + earlier] * matrix[column * size + earlier] }
                    if row == column {
                        guard sum > 0 else { return false }
                        matrix[row * size + row] = sum.squareRoot()
                    } else {
                        matrix[row * size + column] = sum / matrix[column * size + column]
                    }
                }
            }
            return true
        }
        guard isPositive else { return nil }
        for row in 0..<size {
            for earlier in 0..<row { solution[row] -= curvature[row * size + earlier] * solution[earlier] }
            solution[row] /= curvature[row * size + row]
        }
        for row in (0..<size).reversed() {
            for later in row + 1..<size { solution[row] -= curvature[later * size + row] * solution[later] }
            solution[row] /= curvature[row * size + row]
        }
        return solution
    }
}

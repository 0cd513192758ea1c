/// Logistic regression with a squared penalty: the weights w and the intercept b that make
///
///     C Σ ln(1 + exp(−yᵢ (w·xᵢ + b))) + ½ ‖w‖²        (yᵢ = ±1)
///
/// least. C is scikit-learn's: large is a weak penalty. The intercept bears none. Weights are finite even where a column tells the classes
/// apart; where all things are of one class the intercept is ln((n + ½) / ½) with that class's sign, and all weights 0.
struct LogisticRegression: Sendable, Hashable {
    let weights: [Double]
    let intercept: Double
    /// Newton's steps that were made.
    let steps: Int
    /// Whether the last step moved no coefficient by more than ``tolerance``, relative to the largest of them and 1.
    let isConverged: Bool

    static let tolerance = 1e-10
    static let stepLimit = 100

    /// The probability of the class.
    func probability(_ row: SparseRow) -> Double { Self.logistic(row.product(weights) + intercept) }

    static func logistic(_ x: Double) -> Double {
        guard x < 0 else { return 1 / (1 + Elementary.exp(-x)) }
        let power = Elementary.exp(x)
        return power / (1 + power)
    }

    /// ln(1 + eˣ), without overflow.
    static func softplus(_ x: Double) -> Double {
        max(x, 0) + Elementary.log(1 + Elementary.exp(-abs(x)))
    }

    /// Fits by Newton's method, each step halved until the sum above does not grow.
    ///
    /// - Parameters:
    ///   - width: the number of columns.
    ///   - inverse: C, above 0.
    ///   - start: where to begin; of no bearing on the result but for rounding.
    init(
        _ rows: [SparseRow], _ truths: [Bool], width: Int, c inverse: Double, from start: LogisticRegression? = nil
    ) {
        let count = truths.count { $0 }
        guard count > 0, count < truths.count else {
            let odds = Elementary.log(2 * Double(truths.count) + 1)
            (weights, intercept) = ([Double](repeating: 0, count: width), count > 0 ? odds : truths.isEmpty ? 0 : -odds)
            (steps, isConverged) = (0, true)
            return
        }
        var problem = LogisticProblem(rows: rows, truths: truths, width: width, penalty: 1 / inverse)
        var point = start.map { $0.weights + [$0.intercept] } ?? [Double](repeating: 0, count: width + 1)
        var value = problem.value(point)
        var (steps, isConverged) = (0, false)
        while steps < Self.stepLimit, !isConverged {
            guard let direction = problem.step(from: point) else { break }
            steps += 1
            var length = 1.0
            var next = zip(point, direction).map { $0 - $1 }
            var found = problem.value(next)
            // Close to the end both values are alike but for rounding, which must not halve the last step.
            while !(found <= value + 1e-12 * abs(value)), length > 1e-6 {
                length /= 2
                next = zip(point, direction).map { $0 - length * $1 }
                found = problem.value(next)
            }
            let reach = max(1, next.reduce(0) { max($0, abs($1)) })
            isConverged = length == 1 && direction.allSatisfy { abs($0) <= Self.tolerance * reach }
            (point, value) = (next, found)
        }
        (weights, intercept) = (Array(point.dropLast()), point[width])
        (self.steps, self.isConverged) = (steps, isConverged)
    }
}

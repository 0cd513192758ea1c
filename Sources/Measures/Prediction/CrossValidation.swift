/// Predicts each thing by a model that was fitted to the other folds, its penalty chosen within them.
struct CrossValidation: Sendable {
    let rows: [FeatureRow]
    let truths: [Bool]
    /// By thing: its fold. Things of one fold never help to predict one another.
    let folds: [Int]

    /// By thing: the probability that it is so.
    func predictions(categories: [String], numbers: [String], workers: Int) async -> [Double] {
        let names = Set(folds).sorted()
        let found = await concurrently(names.count, workers: workers) { place in
            self.predictions(of: names[place], categories, numbers)
        }
        var predictions = [Double](repeating: 0.5, count: rows.count)
        for (thing, probability) in found.joined() { predictions[thing] = probability }
        return predictions
    }

    private func predictions(of fold: Int, _ categories: [String], _ numbers: [String]) -> [(Int, Double)] {
        let learning = rows.indices.filter { folds[$0] != fold }
        let model = LearnedModel(
            learning.map { rows[$0] }, learning.map { truths[$0] }, folds: learning.map { folds[$0] },
            categories: categories, numbers: numbers)
        return rows.indices.filter { folds[$0] == fold }.map { ($0, model.probability(rows[$0])) }
    }
}

/// A logistic regression on features, its penalty chosen by cross-validation.
package struct LearnedModel: Sendable {
    package let encoder: FeatureEncoder
    let regression: LogisticRegression
    /// The chosen C, and the mean log loss of each on the things left out, where there was a choice.
    package let c: Double
    package let losses: [Double]

    /// The values of C from which one is chosen: ten from 10⁻⁴ to 10⁴, evenly by their logarithms.
    package static let grid: [Double] = (0..<10).map { Elementary.exp((-4 + 8 * Double($0) / 9) * Elementary.log(10)) }
    /// Into how many parts things are divided to choose; whole folds stay together.
    package static let parts = 5

    /// Fits to some things.
    ///
    /// - Parameter folds: by thing: what is kept together when C is chosen.
    package init(
        _ rows: [FeatureRow], _ truths: [Bool], folds: [Int], categories: [String], numbers: [String],
        grid: [Double] = Self.grid
    ) {
        let encoder = FeatureEncoder(fitting: rows, categories: categories, numbers: numbers)
        let choice = PenaltyChoice(
            rows: rows.map(encoder.row), truths: truths, parts: PenaltyChoice.parts(folds),
            width: encoder.columns.count,
            grid: grid)
        losses = choice.losses
        c = grid[choice.best]
        regression = LogisticRegression(choice.rows, truths, width: choice.width, c: c)
        self.encoder = encoder
    }

    /// The probability that a thing is so.
    package func probability(_ row: FeatureRow) -> Double { regression.probability(encoder.row(row)) }

    /// The intercept, in log-odds.
    package var intercept: Double { regression.intercept }

    /// Columns with their weights.
    package var weights: [(column: FeatureEncoder.Column, weight: Double)] {
        zip(encoder.columns, regression.weights).map { ($0, $1) }
    }

    /// What each known feature of a thing adds to the log-odds.
    package func contributions(_ row: FeatureRow) -> [(column: FeatureEncoder.Column, amount: Double)] {
        let sparse = encoder.row(row)
        return zip(sparse.columns, sparse.values).map { (encoder.columns[$0], $1 * regression.weights[$0]) }
    }
}

/// The choice of C by the mean log loss on parts left out in turn; of equally good ones the smallest.
struct PenaltyChoice {
    let rows: [SparseRow]
    let truths: [Bool]
    let width: Int
    /// By value of C: the mean over the parts of their mean log loss; empty where nothing can be left out.
    let losses: [Double]
    /// The place of the chosen C.
    let best: Int

    init(rows: [SparseRow], truths: [Bool], parts: [Int], width: Int, grid: [Double]) {
        (self.rows, self.truths, self.width) = (rows, truths, width)
        let count = (parts.max() ?? -1) + 1
        guard count > 1, grid.count > 1 else {
            // Nothing to choose by: the grid's middle, about 1.
            (losses, best) = ([], grid.count / 2)
            return
        }
        var losses = [Double](repeating: 0, count: grid.count)
        for part in 0..<count {
            let inside = rows.indices.filter { parts[$0] != part }
            let outside = rows.indices.filter { parts[$0] == part }
            let (learned, known) = (inside.map { rows[$0] }, inside.map { truths[$0] })
            var last: LogisticRegression?
            for (place, c) in grid.enumerated() {
                let model = LogisticRegression(learned, known, width: width, c: c, from: last)
                let loss = outside.reduce(0) { sum, thing in
                    let score = rows[thing].product(model.weights) + model.intercept
                    return sum + LogisticRegression.softplus(truths[thing] ? -score : score)
                }
                losses[place] += loss / Double(outside.count) / Double(count)
                last = model
            }
        }
        self.losses = losses
        best = losses.indices.min { (losses[$0], $0) < (losses[$1], $1) } ?? 0
    }

    /// Folds in order, dealt round to the parts, so that none is parted.
    static func parts(_ folds: [Int]) -> [Int] {
        let names = Set(folds).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        let count = min(LearnedModel.parts, names.count)
        return folds.map { (numbers[$0] ?? 0) % max(1, count) }
    }
}

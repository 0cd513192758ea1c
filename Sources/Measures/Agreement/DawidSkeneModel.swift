/// The model of Dawid and Skene (1979) over one table: every item has a true category; every rater has a chance of giving each label
/// to items of each true category, whatever the others say.
///
/// Parameters are those of the greatest posterior by EM (Dempster, Laird and Rubin 1977). Items with the same labels are reckoned
/// with once.
struct DawidSkeneModel: Sendable {
    /// π and θ of some step.
    struct Parameters: Sendable, Hashable {
        /// By category: its share of the items.
        var prevalence: [Double]
        /// By rater, true category, label: the chance of that label.
        var confusion: [Double]
    }

    /// Where EM ended.
    struct Fit: Sendable {
        var parameters: Parameters
        /// By pattern, then category: the chance that it is the true one.
        var posterior: [[Double]]
        var logPosterior: Double
        var steps: Int
        var isConverged: Bool
        /// Whether categories were renamed so that labels mean themselves.
        var isRelabelled: Bool
    }

    let raters: Int
    let categories: Int
    let smoothing: Double
    /// By pattern: the labels of the items that have it.
    let patterns: [[(rater: Int, label: Int)]]
    let patternOfItem: [Int]

    /// - Parameter table: without categories that nobody used, and with a label of every rater.
    init(_ table: LabelTable, smoothing: Double) {
        (raters, categories, self.smoothing) = (table.raters, table.categories, smoothing)
        var numbers: [[Int?]: Int] = [:]
        var patterns: [[(rater: Int, label: Int)]] = []
        patternOfItem = table.labels.map { row in
            if let known = numbers[row] { return known }
            numbers[row] = patterns.count
            patterns.append(row.enumerated().compactMap { rater, label in label.map { (rater, $0) } })
            return patterns.count - 1
        }
        self.patterns = patterns
    }

    /// How much each pattern weighs when items weigh so much; 1 each where nothing is said.
    func weights(ofItems items: [Double]?) -> [Double] {
        var weights = [Double](repeating: 0, count: patterns.count)
        for (item, pattern) in patternOfItem.enumerated() { weights[pattern] += items?[item] ?? 1 }
        return weights
    }

    /// EM, from the share of an item's labels that each category has, or from parameters.
    func fit(_ weights: [Double], from start: Parameters?, steps: Int, gain: Double) -> Fit {
        var posterior = start.map { expectation($0, weights).posterior } ?? shares
        var parameters = maximised(posterior, weights)
        var before = -Double.infinity
        var (step, isConverged) = (0, false)
        while step < steps, !isConverged {
            step += 1
            let found = expectation(parameters, weights)
            posterior = found.posterior
            isConverged = found.logPosterior - before < gain
            before = found.logPosterior
            if !isConverged { parameters = maximised(posterior, weights) }
        }
        var fit = Fit(
            parameters: parameters, posterior: posterior, logPosterior: before, steps: step, isConverged: isConverged,
            isRelabelled: false)
        relabel(&fit, weights)
        return fit
    }

    /// By pattern: the share of its labels that each category has.
    private var shares: [[Double]] {
        patterns.map { labels in
            var shares = [Double](repeating: labels.isEmpty ? 1 / Double(categories) : 0, count: categories)
            for (_, label) in labels { shares[label] += 1 / Double(labels.count) }
            return shares
        }
    }

    /// How probable each category is for each pattern, and the logarithm of the posterior, up to a constant.
    private func expectation(_ parameters: Parameters, _ weights: [Double]) -> (
        posterior: [[Double]], logPosterior: Double
    ) {
        let prior = parameters.prevalence.map(Elementary.log)
        let chances = parameters.confusion.map(Elementary.log)
        var sum = smoothing * (prior.reduce(0, +) + chances.reduce(0, +))
        let posterior = zip(patterns, weights).map { labels, weight in
            var logs = prior
            for (rater, label) in labels {
                for category in 0..<categories { logs[category] += chances[place(rater, category, label)] }
            }
            let most = logs.max() ?? 0
            let exponentials = logs.map { Elementary.exp($0 - most) }
            let total = exponentials.reduce(0, +)
            if !labels.isEmpty { sum += weight * (most + Elementary.log(total)) }
            return exponentials.map { $0 / total }
        }
        return (posterior, sum)
    }

    /// The parameters that suit the chances best: counts with `smoothing` more in every place.
    private func maximised(_ posterior: [[Double]], _ weights: [Double]) -> Parameters {
        var prevalence = [Double](repeating: smoothing, count: categories)
        var confusion = [Double](repeating: smoothing, count: raters * categories * categories)
        for (pattern, labels) in patterns.enumerated() where weights[pattern] > 0 && !labels.isEmpty {
            for category in 0..<categories {
                let share = weights[pattern] * posterior[pattern][category]
                prevalence[category] += share
                for (rater, label) in labels { confusion[place(rater, category, label)] += share }
            }
        }
        let total = prevalence.reduce(0, +)
        for row in stride(from: 0, to: confusion.count, by: categories) {
            let sum = confusion[row..<row + categories].reduce(0, +)
            for place in row..<row + categories { confusion[place] /= sum }
        }
        return Parameters(prevalence: prevalence.map { $0 / total }, confusion: confusion)
    }

    func place(_ rater: Int, _ category: Int, _ label: Int) -> Int {
        (rater * categories + category) * categories + label
    }

    /// Which category is called what is open in this model; it is the order in which most labels, weighed by the chances of their
    /// categories, mean themselves.
    private func relabel(_ fit: inout Fit, _ weights: [Double]) {
        var pooled = [[Double]](repeating: [Double](repeating: 0, count: categories), count: categories)
        for (pattern, labels) in patterns.enumerated() {
            for (_, label) in labels {
                for category in 0..<categories {
                    pooled[category][label] += weights[pattern] * fit.posterior[pattern][category]
                }
            }
        }
        let rows = pooled.map { row in row.map { $0 / max(row.reduce(0, +), 1e-300) } }
        let order = Assignment.best(rows)
        guard order != Array(0..<categories) else { return }
        fit.isRelabelled = true
        fit.posterior = fit.posterior.map { chances in order.map { chances[$0] } }
        let old = fit.parameters
        fit.parameters.prevalence = order.map { old.prevalence[$0] }
        for rater in 0..<raters {
            for (category, former) in order.enumerated() {
                for label in 0..<categories {
                    fit.parameters.confusion[place(rater, category, label)] = old.confusion[place(rater, former, label)]
                }
            }
        }
    }
}

/// Which row to give to which column so that the sum of what is taken is greatest.
enum Assignment {
    /// By column: its row. Of equal sums that of the first order; beyond six rows the greatest entries are taken one by one.
    static func best(_ matrix: [[Double]]) -> [Int] {
        guard matrix.count <= 6 else { return greedy(matrix) }
        var best = Array(matrix.indices)
        var most = sum(matrix, best)
        func search(_ taken: [Int]) {
            guard taken.count < matrix.count else {
                let found = sum(matrix, taken)
                if found > most + 1e-9 { (best, most) = (taken, found) }
                return
            }
            for row in matrix.indices where !taken.contains(row) { search(taken + [row]) }
        }
        search([])
        return best
    }

    private static func sum(_ matrix: [[Double]], _ rows: [Int]) -> Double {
        rows.enumerated().reduce(0) { $0 + matrix[$1.element][$1.offset] }
    }

    private static func greedy(_ matrix: [[Double]]) -> [Int] {
        var rows = [Int?](repeating: nil, count: matrix.count)
        let entries = matrix.indices.flatMap { row in matrix.indices.map { (row: row, column: $0) } }
            .sorted { matrix[$0.row][$0.column] > matrix[$1.row][$1.column] }
        for (row, column) in entries where rows[column] == nil && !rows.contains(row) { rows[column] = row }
        return rows.compactMap(\.self)
    }
}

/// The mean scores of the theory's groups in every scenario of one matrix, and how alike their ups and downs are.
///
/// A scenario counts where each group has a counted cell there, so that all correlations rest on the same scenarios. A
/// group's score is the mean over its counted cells, less the mean of all groups' scores there: scores are centred, as
/// Schwartz has it for correlations, since some scenarios draw more agreement to all values than others.
struct GroupProfiles {
    /// The scenarios that count, by their numbers.
    let scenarios: [Int]
    /// By group, then counted scenario.
    private let scores: [[Double]]

    init(_ report: MeasureReport, _ matrix: [Double]) {
        let (axes, values) = (report.axes, report.axes.values.count)
        var kept: [Int] = []
        var scores = [[Double]](repeating: [], count: axes.groups.count)
        for scenario in 0..<axes.scenarioCount {
            var sums = [Double](repeating: 0, count: axes.groups.count)
            var numbers = sums
            for value in 0..<values {
                let cell = scenario * values + value
                guard !report.stated[cell].isNaN, !report.acted[cell].isNaN else { continue }
                sums[axes.groupOfValue[value]] += matrix[cell]
                numbers[axes.groupOfValue[value]] += 1
            }
            guard numbers.allSatisfy({ $0 > 0 }) else { continue }
            let means = zip(sums, numbers).map { $0 / $1 }
            let level = means.reduce(0, +) / Double(means.count)
            kept.append(scenario)
            for (group, mean) in means.enumerated() { scores[group].append(mean - level) }
        }
        (scenarios, self.scores) = (kept, scores)
    }

    /// Groups whose score is the same in every counted scenario: nothing of theirs goes up or down with another's.
    var constantGroups: [Int] {
        scores.indices.filter { group in
            guard let first = scores[group].first else { return true }
            return scores[group].allSatisfy { abs($0 - first) <= tieTolerance }
        }
    }

    /// Pearson's correlation of each pair of groups over the scenarios.
    ///
    /// - Parameter weights: how often each scenario of the run counts; `nil` for once each.
    /// - Returns: by pair; NaN where a score does not vary.
    func correlations(_ pairs: [(one: Int, other: Int)], weights: [Double]?) -> [Double] {
        let own = scenarios.map { weights?[$0] ?? 1 }
        let total = own.reduce(0, +)
        let deviations = scores.map { scores in
            let mean = zip(scores, own).reduce(0) { $0 + $1.0 * $1.1 } / total
            return scores.map { $0 - mean }
        }
        func product(_ one: Int, _ other: Int) -> Double {
            var sum = 0.0
            for place in own.indices { sum += own[place] * deviations[one][place] * deviations[other][place] }
            return sum / total
        }
        let variances = scores.indices.map { product($0, $0) }
        return pairs.map { pair in
            let (one, other) = (variances[pair.one], variances[pair.other])
            guard one > 1e-18, other > 1e-18 else { return .nan }
            return product(pair.one, pair.other) / (one * other).squareRoot()
        }
    }
}

import Reports
import Study

/// How annotators fare where the right answer is known.
struct GoldScores {
    /// By annotator, then criterion: answers that are right, and all.
    let scores: [Int64: [String: (met: Int, asked: Int)]]

    /// With fewer annotators, a correlation over them says nothing.
    static let fewest = 3

    init(_ counts: ProjectCounts) {
        var scores: [Int64: [String: (met: Int, asked: Int)]] = [:]
        for (row, item) in counts.items.enumerated() {
            for (column, criterion) in counts.people.criteria.enumerated() {
                guard let right = item.gold[criterion.id] else { continue }
                for answer in counts.people.answers[row][column] {
                    var score = scores[answer.judge]?[criterion.id] ?? (0, 0)
                    score.asked += 1
                    if answer.id == right { score.met += 1 }
                    scores[answer.judge, default: [:]][criterion.id] = score
                }
            }
        }
        self.scores = scores
    }

    func total(_ criterion: String) -> (met: Int, asked: Int) {
        scores.values.compactMap { $0[criterion] }.reduce((0, 0)) { ($0.0 + $1.met, $0.1 + $1.asked) }
    }

    /// The shares of right answers of everybody who judged gold by a criterion.
    func shares(_ criterion: String) -> [Double] {
        scores.values.compactMap { $0[criterion] }.map { Double($0.met) / Double($0.asked) }
    }

    /// The correlation, over annotators, of the share of right answers to a criterion with the share of right answers to all others.
    func discrimination(_ criterion: String) -> Double? {
        let pairs = scores.values.compactMap { score -> (Double, Double)? in
            guard let here = score[criterion] else { return nil }
            let elsewhere = score.filter { $0.key != criterion }.values
                .reduce((met: 0, asked: 0)) { ($0.met + $1.met, $0.asked + $1.asked) }
            guard elsewhere.asked > 0 else { return nil }
            return (Double(here.met) / Double(here.asked), Double(elsewhere.met) / Double(elsewhere.asked))
        }
        guard pairs.count >= Self.fewest else { return nil }
        let count = Double(pairs.count)
        let (x, y) = (pairs.reduce(0) { $0 + $1.0 } / count, pairs.reduce(0) { $0 + $1.1 } / count)
        let both = pairs.reduce(0) { $0 + ($1.0 - x) * ($1.1 - y) }
        let (first, second) = (
            pairs.reduce(0) { $0 + ($1.0 - x) * ($1.0 - x) }, pairs.reduce(0) { $0 + ($1.1 - y) * ($1.1 - y) }
        )
        let spread = (first * second).squareRoot()
        return spread > 1e-12 ? both / spread : nil
    }
}

extension CodebookWarning {
    /// From so many answers on, their shares are looked at.
    private static let enoughAnswers = 10
    /// From this share of “unsure” on, the criterion is hard to tell.
    private static let muchDoubt = 0.3

    /// What a criterion's answers warn of.
    static func found(_ facts: CriterionFacts, _ gold: GoldScores) -> [CodebookWarning] {
        var found: [CodebookWarning] = []
        let shares = gold.shares(facts.id)
        if shares.count >= 2, shares.allSatisfy({ $0 < 0.5 }) {
            found.append(
                .goldMissedByAll(
                    criterion: facts.name, annotators: shares.count, met: facts.goldMet, asked: facts.goldAsked))
        }
        if let value = facts.discrimination, value < 0 {
            found.append(
                .negativeDiscrimination(criterion: facts.name, correlation: value, annotators: shares.count))
        }
        let total = facts.answers.reduce(0) { $0 + $1.count }
        if total >= enoughAnswers, Double(facts.unsure) >= muchDoubt * Double(total) {
            found.append(.oftenUnsure(criterion: facts.name, unsure: facts.unsure, answers: total))
        }
        return found
    }
}

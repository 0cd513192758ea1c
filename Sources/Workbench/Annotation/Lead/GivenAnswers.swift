package import AnswerStore
package import Study

/// What judges of one kind have answered, by item and criterion: the arrays that agreement, votes and progress are counted from.
package struct GivenAnswers: Sendable {
    /// One answer.
    package struct Answer: Sendable, Hashable {
        /// The store's number of the judge.
        package let judge: Int64
        /// The answer's id.
        package let id: String

        /// An answer.
        package init(judge: Int64, id: String) { (self.judge, self.id) = (judge, id) }
    }

    /// The items, in their order.
    package let items: [ActionItem]
    /// What is judged, in its order.
    package let criteria: [Criterion]
    /// By item, then criterion: the answers, in the order of the judges' numbers.
    package let answers: [[[Answer]]]

    /// What stands, by judges for whom something holds.
    package init(
        _ standing: StandingJudgements, items: [ActionItem], codebook: Codebook, by isCounted: (JudgeRecord) -> Bool
    ) {
        (self.items, criteria) = (items, codebook.criteria)
        let places = Dictionary(
            items.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        let columns = Dictionary(
            criteria.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        var answers = [[[Answer]]](repeating: [[Answer]](repeating: [], count: criteria.count), count: items.count)
        for entry in standing.entries {
            guard let judge = standing.judges[entry.judge], isCounted(judge), let place = places[entry.item.id],
                let column = columns[entry.criterion], let answer = entry.judgement.answer
            else { continue }
            answers[place][column].append(Answer(judge: entry.judge, id: answer))
        }
        self.answers = answers.map { row in row.map { $0.sorted { $0.judge < $1.judge } } }
    }

    /// Who answered every criterion of an item: they have judged it.
    package func complete(_ item: Int) -> Set<Int64> {
        guard let first = answers[item].first else { return [] }
        return answers[item].dropFirst().reduce(Set(first.map(\.judge))) { $0.intersection($1.map(\.judge)) }
    }

    /// Who answered any criterion of an item.
    package func begun(_ item: Int) -> Set<Int64> { Set(answers[item].joined().map(\.judge)) }

    /// Of all pairs of answers in which one is a given answer, the share in which both are, over all items, in [0, 1]; `nil` where there is no
    /// such pair. Source: Cicchetti and Feinstein 1990, positive agreement.
    package static func agreement(on answer: String, _ items: [[Answer]]) -> Double? {
        var (both, one) = (0.0, 0.0)
        for answers in items where answers.count >= 2 {
            let given = Double(answers.count { $0.id == answer })
            both += given * (given - 1) / Double(answers.count - 1)
            one += given
        }
        return one > 0 ? both / one : nil
    }

    /// The share of pairs of answers to a criterion that are alike, in [0, 1]; `nil` below two answers.
    package static func agreement(_ answers: [Answer]) -> Double? {
        let count = Double(answers.count)
        guard answers.count >= 2 else { return nil }
        let alike = Dictionary(grouping: answers, by: \.id).values.reduce(0.0) { sum, same in
            sum + Double(same.count) * Double(same.count - 1)
        }
        return alike / (count * (count - 1))
    }
}

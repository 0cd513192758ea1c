package import Study

/// An item on which annotators differ, as a line of the queue of disagreements.
package struct DisputedItem: Sendable {
    /// A criterion on which they do.
    package struct Dispute: Sendable {
        /// The criterion.
        package let criterion: Criterion
        /// How many annotators gave each answer, in the codebook's order; none that nobody gave.
        package let votes: [(answer: Criterion.Answer, count: Int)]
        /// The share of pairs of answers that are alike, in [0, 1).
        package let agreement: Double
        /// Whether no answer has more than half.
        package let isTie: Bool
        /// Whether the most and the least favourable answer are both given: not somebody's doubt, but opposite views.
        package let isOpposed: Bool
        /// Whether an adjudicator has decided.
        package let isDecided: Bool
    }

    /// The item.
    package let item: ActionItem
    /// How many people have answered any criterion.
    package let judges: Int
    /// The share of pairs of answers that are alike, as a mean over the criteria that two or more have answered.
    package let agreement: Double
    /// The criteria on which annotators differ, in the codebook's order.
    package let disputes: [Dispute]

    /// Whether nothing is left to decide.
    package var isDecided: Bool { disputes.allSatisfy(\.isDecided) }

    /// All items on which annotators differ: those first whose final label hangs on a decision, of these the ones with opposite views,
    /// then those that agree least.
    package static func all(
        _ items: [ActionItem], _ people: GivenAnswers, _ final: FinalLabels
    ) -> [DisputedItem] {
        var decided: [Int64: Set<String>] = [:]
        for label in final.labels where label.provenance == .adjudicated {
            decided[label.item.id, default: []].insert(label.criterion)
        }
        let found = items.enumerated().compactMap { place, item in
            DisputedItem(item, place, people, decided: decided[item.id] ?? [])
        }
        return found.sorted { left, right in
            let (first, second) = (left.rank, right.rank)
            return first == second ? left.item.position < right.item.position : first.lexicographicallyPrecedes(second)
        }
    }

    private init?(_ item: ActionItem, _ place: Int, _ people: GivenAnswers, decided: Set<String>) {
        var (disputes, agreements) = ([Dispute](), [Double]())
        for (column, criterion) in people.criteria.enumerated() {
            let answers = people.answers[place][column]
            guard let agreement = GivenAnswers.agreement(answers) else { continue }
            agreements.append(agreement)
            // The answers themselves are compared, not who has given any.
            guard Set(answers.map(\.id)).count > 1 else { continue }
            let votes = criterion.answers.compactMap { answer in
                let count = answers.count { $0.id == answer.id }
                return count > 0 ? (answer, count) : nil
            }
            let given = Set(answers.map(\.id))
            let ends = criterion.answers.filter { $0.id != Criterion.unsure }.map(\.id)
            disputes.append(
                Dispute(
                    criterion: criterion, votes: votes, agreement: agreement,
                    isTie: FinalLabels.vote(answers.map(\.id)).provenance == .tieOpen,
                    isOpposed: ends.count > 1 && given.contains(ends[0]) && given.contains(ends[ends.count - 1]),
                    isDecided: decided.contains(criterion.id)))
        }
        guard !disputes.isEmpty else { return nil }
        (self.item, self.disputes) = (item, disputes)
        judges = people.begun(place).count
        agreement = agreements.reduce(0, +) / Double(agreements.count)
    }

    /// Smaller comes first.
    private var rank: [Double] {
        let open = disputes.filter { !$0.isDecided }
        return [
            open.isEmpty ? 1 : 0, open.contains(where: \.isTie) ? 0 : 1, open.contains(where: \.isOpposed) ? 0 : 1,
            agreement, -Double(open.count),
        ]
    }
}

extension Criterion {
    /// The id of the answer by which somebody says that they can't tell.
    package static let unsure = "unsure"
}

package import AnswerStore
package import Study

/// What is taken as the answer to each criterion of each item, and why that one.
package struct FinalLabels: Sendable {
    /// Why an answer is the final one. Raw values stand in files.
    package enum Provenance: String, Sendable, Hashable, CaseIterable {
        /// All annotators say the same, at least two.
        case unanimous
        /// More than half of at least two annotators say the same.
        case majority
        /// An adjudicator decided.
        case adjudicated
        /// One annotator alone has answered.
        case single
        /// No answer has more than half, and nobody decided: there is no final answer.
        case tieOpen = "tie_open"
    }

    /// One final label.
    package struct Label: Sendable {
        /// The item.
        package let item: ActionItem
        /// The criterion's id.
        package let criterion: String
        /// The answer's id; `nil` where the tie is open.
        package let answer: String?
        /// Why.
        package let provenance: Provenance
        /// How many annotators gave each answer.
        package let votes: [String: Int]
        /// Why annotators differed, as the adjudicator says; `nil` where nobody did.
        package let source: String?
    }

    /// In the order of the items, then of the codebook's criteria; what nobody has answered is not among them.
    package let labels: [Label]

    /// The final labels of what stands.
    ///
    /// An adjudicator's answer counts before all votes, the last one where there are several. Models have no vote.
    package init(_ standing: StandingJudgements, items: [ActionItem], codebook: Codebook) {
        let given = GivenAnswers(standing, items: items, codebook: codebook, by: \.isAnnotator)
        var decided: [Place: StandingJudgements.Entry] = [:]
        for entry in standing.entries where standing.judges[entry.judge]?.isAdjudicator == true {
            let place = Place(item: entry.item.id, criterion: entry.criterion)
            if (decided[place]?.label.id ?? 0) < entry.label.id, entry.judgement.answer != nil {
                decided[place] = entry
            }
        }
        var labels: [Label] = []
        for (row, item) in items.enumerated() {
            for (column, criterion) in codebook.criteria.enumerated() {
                let answers = given.answers[row][column]
                let decision = decided[Place(item: item.id, criterion: criterion.id)]
                guard !answers.isEmpty || decision != nil else { continue }
                let (answer, provenance) =
                    decision.map { ($0.judgement.answer, .adjudicated) } ?? Self.vote(answers.map(\.id))
                labels.append(
                    Label(
                        item: item, criterion: criterion.id, answer: answer, provenance: provenance,
                        votes: answers.reduce(into: [:]) { $0[$1.id, default: 0] += 1 },
                        source: decision?.judgement.source))
            }
        }
        self.labels = labels
    }

    /// What a vote gives.
    package static func vote(_ answers: [String]) -> (answer: String?, provenance: Provenance) {
        if answers.count == 1 { return (answers[0], .single) }
        let counts = answers.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        guard let most = counts.first(where: { $0.value * 2 > answers.count }) else { return (nil, .tieOpen) }
        return (most.key, most.value == answers.count ? .unanimous : .majority)
    }

    /// How many final labels there are of each provenance.
    package var counts: [Provenance: Int] { labels.reduce(into: [:]) { $0[$1.provenance, default: 0] += 1 } }

    private struct Place: Hashable {
        let item: Int64
        let criterion: String
    }
}

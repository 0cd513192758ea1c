import AnswerStore
package import Measures
package import Reports
import Study

/// How each annotator judges, and how each criterion is judged.
package struct AnnotatorDashboard: Sendable {
    private let counts: ProjectCounts
    private let plan: ResamplingPlan?
    private let gold: GoldScores
    /// What each model that judges says.
    private let models: [(name: String, given: GivenAnswers)]
    /// Answers by their ids, whatever the criterion, each with a number.
    private let numbers: [String: Int]

    /// - Parameter plan: how intervals are made; `nil` makes none.
    package init(_ counts: ProjectCounts, plan: ResamplingPlan?) {
        (self.counts, self.plan) = (counts, plan)
        gold = GoldScores(counts)
        models = counts.standing.judges.filter(\.value.isModel).sorted { $0.key < $1.key }.map { _, judge in
            let given = GivenAnswers(
                counts.standing, items: counts.items, codebook: counts.project.codebook, by: { $0 == judge })
            return (judge.title, given)
        }
        var numbers: [String: Int] = [:]
        for answer in counts.people.criteria.flatMap(\.answers) where numbers[answer.id] == nil {
            numbers[answer.id] = numbers.count
        }
        self.numbers = numbers
    }

    /// The project's counts with what is known of its annotators and criteria.
    package func facts() async throws -> ProjectFacts {
        var facts = counts.facts
        for (judge, name) in annotators { facts.annotators.append(try await annotator(judge, name)) }
        for (column, criterion) in counts.people.criteria.enumerated() {
            facts.criteria.append(try await self.criterion(column, criterion))
        }
        facts.warnings = facts.criteria.flatMap { CodebookWarning.found($0, gold) }
        return facts
    }

    /// Everybody who was invited, then everybody else who judged: sheets and people whose labels were brought.
    private var annotators: [(judge: Int64, name: String)] {
        let invited = counts.participants.filter { $0.role == .annotator }.map { ($0.judgeID, $0.judge.name) }
        let known = Set(invited.map(\.0))
        let others = counts.standing.judges.filter { $0.value.isAnnotator && !known.contains($0.key) }
            .sorted { $0.key < $1.key }.map { ($0.key, $0.value.name) }
        return invited + others
    }

    private func annotator(_ judge: Int64, _ name: String) async throws -> AnnotatorFacts {
        var facts = AnnotatorFacts(name: name)
        let people = counts.people
        let own = counts.standing.entries.filter { $0.judge == judge && !$0.item.isCheck }
        for place in counts.items.indices {
            if people.complete(place).contains(judge) {
                facts.judged += 1
            } else if people.begun(place).contains(judge) {
                facts.begun += 1
            }
        }
        facts.skipped = counts.skips.count { $0.judge == judge && !$0.isJudged }
        facts.held = counts.stillHeld.count { $0.judge == judge }
        facts.notes = own.count { $0.criterion == Codebook.Extra.note.rawValue && $0.judgement.note?.isEmpty == false }
        facts.corrected = own.count { $0.criterion == Codebook.Extra.spans.rawValue }
        let answers = own.filter { $0.judgement.answer != nil }
        facts.answers = answers.count
        facts.unsure = answers.count { $0.judgement.answer == Criterion.unsure }
        facts.accepted = answers.count(where: \.judgement.isAccepted)
        facts.speed = speed(answers)
        (facts.checks, facts.passed) = checks(judge)
        facts.others = try await agreement(
            pairs(of: judge, people.criteria.indices) { row, column in
                people.answers[row][column].filter { $0.judge != judge }.map(\.id)
            })
        for (column, criterion) in people.criteria.enumerated() {
            let found = pairs(of: judge, column..<column + 1) { row, column in
                people.answers[row][column].filter { $0.judge != judge }.map(\.id)
            }
            facts.byCriterion.append((criterion.id, try await agreement(found)))
        }
        facts.gold = try await agreement(
            pairs(of: judge, people.criteria.indices) { row, column in
                counts.items[row].gold[people.criteria[column].id].map { [$0] } ?? []
            })
        for (name, given) in models {
            let found = pairs(of: judge, people.criteria.indices) { row, column in given.answers[row][column].map(\.id)
            }
            facts.models.append((name, try await agreement(found)))
        }
        return facts
    }

    /// An item takes as long as the last of its answers: all are counted from when it was shown.
    private func speed(_ answers: [StandingJudgements.Entry]) -> AnnotatorSpeed? {
        let byItem = Dictionary(grouping: answers, by: \.item.id).values.map {
            $0.compactMap(\.judgement.seconds).max()
        }
        return AnnotatorSpeed(byItem.compactMap(\.self), untimed: byItem.count { $0 == nil })
    }

    /// Checks that somebody judged, and those that they answered as everybody does who reads.
    private func checks(_ judge: Int64) -> (judged: Int, passed: Int) {
        guard let right = counts.project.definition.settings.attention?.answer else { return (0, 0) }
        let answers = counts.standing.entries.filter {
            $0.judge == judge && $0.judgement.answer != nil && $0.item.isCheck
        }
        let items = Dictionary(grouping: answers, by: \.item.id).values
        return (items.count, items.count { $0.allSatisfy { $0.judgement.answer == right } })
    }

    /// By item: somebody's answers, each beside those that it is compared with. Answers are numbered by their ids, whatever the criterion.
    private func pairs(
        of judge: Int64, _ columns: Range<Int>, with others: (_ row: Int, _ column: Int) -> [String]
    ) -> [[PairedAgreement.Pair]] {
        counts.items.indices.map { row in
            columns.flatMap { column -> [PairedAgreement.Pair] in
                guard let own = counts.people.answers[row][column].first(where: { $0.judge == judge }),
                    let number = numbers[own.id]
                else { return [] }
                return others(row, column).compactMap { id in
                    numbers[id].map { PairedAgreement.Pair(own: number, other: $0) }
                }
            }
        }
    }

    private func agreement(_ pairs: [[PairedAgreement.Pair]]) async throws -> PairedAgreement {
        try await PairedAgreement(pairs, categories: max(2, numbers.count), plan: plan)
    }

    private func criterion(_ column: Int, _ criterion: Criterion) async throws -> CriterionFacts {
        var facts = CriterionFacts(id: criterion.id, name: criterion.name)
        let given = counts.people.answers.map { $0[column] }
        facts.answers = criterion.answers.map { answer in
            (answer.label, given.joined().count { $0.id == answer.id })
        }
        facts.unsure = given.joined().count { $0.id == Criterion.unsure }
        if criterion.level != nil { facts.positiveAgreement = GivenAnswers.agreement(on: "yes", given) }
        let raters = Set(given.joined().map(\.judge)).sorted()
        if raters.count >= 2, criterion.answers.count >= 2 {
            let places = Dictionary(uniqueKeysWithValues: raters.enumerated().map { ($1, $0) })
            let ids = Dictionary(
                criterion.answers.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
            let table = try LabelTable(
                raters: raters.count, categories: criterion.answers.count,
                labels: given.map { answers in
                    var row = [Int?](repeating: nil, count: raters.count)
                    for answer in answers { if let place = places[answer.judge] { row[place] = ids[answer.id] } }
                    return row
                })
            facts.agreement = try await LabelAgreement(of: table, plan: plan ?? ResamplingPlan(replicates: 100))
        }
        (facts.goldMet, facts.goldAsked) = gold.total(criterion.id)
        facts.discrimination = gold.discrimination(criterion.id)
        facts.disputed = counts.disputes.count { item in
            item.disputes.contains { $0.criterion.id == criterion.id && !$0.isDecided }
        }
        return facts
    }
}

package import AnswerStore
package import Foundation
package import Measures
package import Reports
import Study
import Text

/// What the pages of whoever leads projects are made of.
package struct ProjectPages: Sendable {
    private let store: AnswerStore

    /// The projects of a store.
    package init(_ store: AnswerStore) { self.store = store }

    /// How intervals on live pages are made: few draws, since somebody waits.
    package static let plan = ResamplingPlan(replicates: 200, seed: 1)

    /// All projects, first made first.
    package func list(at date: Date) throws -> [ProjectFacts] {
        try store.projects().map { record in
            let counts = try ProjectCounts(AnnotationProject(record, in: store), at: date)
            var facts = counts.facts
            facts.annotators = counts.participants.filter { $0.role == .annotator }.map {
                AnnotatorFacts(name: $0.judge.name)
            }
            return facts
        }
    }

    /// How far a project is; `nil` where there is none of that name.
    package func facts(named name: String, at date: Date) async throws -> ProjectFacts? {
        guard let project = try AnnotationProject(named: name, in: store) else { return nil }
        return try await AnnotatorDashboard(ProjectCounts(project, at: date), plan: Self.plan).facts()
    }

    /// Where a project's annotators differ, with the codebook's criteria.
    package func disputes(
        named name: String, at date: Date
    ) throws -> (items: [DisputeFacts], criteria: [(id: String, name: String)])? {
        guard let project = try AnnotationProject(named: name, in: store) else { return nil }
        let disputes = try ProjectCounts(project, at: date).disputes
        return (disputes.map(\.facts), project.codebook.criteria.map { ($0.id, $0.name) })
    }

    /// All that was said of the item at a place, from 1.
    package func trail(
        named name: String, item number: Int, at date: Date
    ) throws -> (item: ItemTrailView.Item, lines: [ItemTrailView.Line])? {
        guard let project = try AnnotationProject(named: name, in: store),
            let item = try project.everyItem().first(where: { $0.position == number - 1 })
        else { return nil }
        let standing = try StandingJudgements(project, items: [item])
        return (try shown(item, standing, project), try lines(of: item, standing, project))
    }

    private func shown(
        _ item: ActionItem, _ standing: StandingJudgements, _ project: AnnotationProject
    ) throws -> ItemTrailView.Item {
        let (book, line) = (project.codebook, item.line)
        let final = FinalLabels(standing, items: [item], codebook: book).labels.map { label in
            (
                book.label(of: label.criterion), book.label(of: label.answer, to: label.criterion),
                label.provenance.rawValue
            )
        }
        let gold = book.criteria.compactMap { criterion in
            item.gold[criterion.id].map { (criterion.name, book.label(of: $0, to: criterion.id)) }
        }
        var shown = ItemTrailView.Item(
            hash: item.hash, country: line.cell.scenario.country, topic: line.cell.scenario.topic,
            value: line.cell.value, inclination: line.inclination.rawValue, generator: line.generator,
            action: line.action.text, explanation: line.action.explanation, attributions: line.action.attributions,
            final: final, gold: gold)
        if let gap = item.gap, let text = item.gapText {
            shown.gap = [
                ("Respondent", gap.respondent), ("Run", gap.run), ("What it says", text.says),
                ("What it chooses", text.chooses), ("The action that it does not choose", gap.otherAction),
                ("The reason that it gives itself", gap.reason ?? ""),
            ]
            shown.gapJSON = gap.json
        }
        return shown
    }

    private func lines(
        of item: ActionItem, _ standing: StandingJudgements, _ project: AnnotationProject
    ) throws -> [ItemTrailView.Line] {
        let rows = try store.labels(project: project.record.id, position: item.position)
        let judges = try store.judges(rows.map(\.judge))
        let stands = Set(standing.entries.map(\.label.id))
        var last: [String: Int64] = [:]
        return rows.compactMap { row in
            guard let judge = judges[row.judge], judge.belongs(to: project) else { return nil }
            let name = project.codebook.criterion(named: row.criterion)
            let key = "\(row.judge) \(name ?? row.criterion)"
            let judgement = Judgement(content: row.content, action: item.line.action.text)
            defer { last[key] = row.id }
            return ItemTrailView.Line(
                label: Int(row.id), judge: judge.name, kind: judge.kind, time: UTCWords.text(row.labelled),
                criterion: name.map(project.codebook.label(of:)) ?? row.criterion, key: row.criterion,
                said: row.content.isEmpty ? "" : judgement?.words(project.codebook, name) ?? row.content,
                replaces: last[key].map { Int($0) }, isStanding: stands.contains(row.id), seconds: judgement?.seconds,
                way: judgement?.way.rawValue ?? "", isAccepted: judgement?.isAccepted ?? false)
        }
    }
}

extension DisputedItem {
    /// The item as the queue shows it.
    var facts: DisputeFacts {
        DisputeFacts(
            item: item.position + 1, country: item.line.cell.scenario.country, topic: item.line.cell.scenario.topic,
            value: item.line.cell.value, action: item.line.action.text, judges: judges, agreement: agreement,
            criteria: disputes.map { dispute in
                DisputeFacts.Criterion(
                    id: dispute.criterion.id, name: dispute.criterion.name,
                    votes: dispute.votes.map { ($0.answer.label, $0.count) }, agreement: dispute.agreement,
                    isTie: dispute.isTie, isOpposed: dispute.isOpposed, isDecided: dispute.isDecided)
            })
    }
}

extension Codebook {
    /// As pages name a criterion, or one of the extras.
    func label(of criterion: String) -> String {
        if criterion == Extra.proposal.rawValue { return "proposed code" }
        return criteria.first { $0.id == criterion }?.name ?? criterion
    }

    /// As pages name an answer to a criterion; an em dash where there is none.
    func label(of answer: String?, to criterion: String) -> String {
        guard let answer else { return "—" }
        return criteria.first { $0.id == criterion }?.answers.first { $0.id == answer }?.label ?? answer
    }
}

extension Judgement {
    /// What it says, in words.
    func words(_ codebook: Codebook, _ criterion: String?) -> String {
        let reason = source.map { " (\($0.replacing("_", with: " ")))" } ?? ""
        if let answer { return codebook.label(of: answer, to: criterion ?? "") + reason }
        if let spans { return spans.isEmpty ? "no spans" : spans.map { "“\($0.text)”" }.joined(separator: ", ") }
        if criterion == Codebook.Extra.proposal.rawValue, let proposal = CodeProposal(note: note ?? "") {
            return proposal.words
        }
        return (note?.isEmpty == false ? note ?? "" : "left out") + reason
    }
}

/// Times as pages of a project write them.
enum UTCWords {
    /// "2026-11-26 20:15:09 UTC".
    static func text(_ date: Date) -> String {
        let style = Date.ISO8601FormatStyle(dateTimeSeparator: .space, timeZone: .gmt).year().month().day().time(
            includingFractionalSeconds: false)
        return date.formatted(style) + " UTC"
    }
}

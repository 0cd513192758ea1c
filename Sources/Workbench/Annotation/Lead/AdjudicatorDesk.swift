package import AnswerStore
package import Foundation
package import Reports
import Study
import Text

/// Where an adjudicator decides what annotators differ on, without knowing who said what.
package struct AdjudicatorDesk: Sendable {
    /// The project.
    package let project: AnnotationProject
    /// Who decides.
    package let participant: ParticipantRecord

    /// The desk of whose link holds a secret; `nil` where nobody's does who may decide.
    package init?(secret: String, in store: AnswerStore) throws {
        guard (16...128).contains(secret.utf8.count), let participant = try store.participant(secret: secret),
            participant.role == .adjudicator, let record = try store.project(participant.project)
        else { return nil }
        project = try AnnotationProject(record, in: store)
        self.participant = participant
    }

    /// The path of an adjudicator's link.
    package static func path(of person: ParticipantRecord) -> String { "/annotate/\(person.secret)/decide" }

    /// Where annotators differ, what matters most first.
    package func queue(at date: Date) throws -> [DisputeFacts] {
        try ProjectCounts(project, at: date).disputes.map(\.facts)
    }

    /// All that is to be seen of an item, by its place from 1; `nil` where there is none, or annotators do not differ.
    package func sheet(_ number: Int) throws -> AdjudicationSheet? {
        guard let item = try project.items().first(where: { $0.position == number - 1 }) else { return nil }
        let standing = try StandingJudgements(project, items: [item])
        let people = GivenAnswers(standing, items: [item], codebook: project.codebook, by: \.isAnnotator)
        guard people.answers.first?.contains(where: { $0.count > 1 }) == true else { return nil }
        let letters = letters(of: people.begun(0).union(heard(standing)), item: item)
        let (line, own) = (item.line, OwnDecision(standing, participant.judgeID))
        var sheet = AdjudicationSheet(
            number: number, country: line.cell.scenario.country, topic: line.cell.scenario.topic,
            value: line.cell.value, meaning: project.definition.glosses[line.cell.value] ?? "",
            inclination: line.inclination == .agree ? "express the value" : "go against the value",
            action: line.action.text, attributions: line.action.attributions, explanation: line.action.explanation,
            language: line.language, guideline: project.codebook.guideline)
        if let gap = item.gapText { sheet.gap = (gap.says, gap.chooses, gap.otherAction, gap.reason) }
        sheet.isCoding = project.codebook.coding != nil
        sheet.seen = try project.store.labels(of: item.id, by: participant.judgeID).last?.id ?? 0
        sheet.memo = own.memo
        for (column, criterion) in people.criteria.enumerated() {
            let answers = people.answers[0][column]
            let said = answers.compactMap { answer in
                letters[answer.judge].map { ($0, project.codebook.label(of: answer.id, to: criterion.id)) }
            }.sorted { $0.0 < $1.0 }
            let vote = answers.isEmpty ? nil : FinalLabels.vote(answers.map(\.id)).answer
            var shown = AdjudicationSheet.Criterion(
                id: criterion.id, name: criterion.name, question: criterion.question,
                definition: criterion.definition, answers: criterion.answers.map { ($0.id, $0.label) }, said: said,
                isDisputed: Set(answers.map(\.id)).count > 1,
                majority: vote.map { project.codebook.label(of: $0, to: criterion.id) },
                chosen: own.answers[criterion.id]?.answer, source: own.answers[criterion.id]?.source)
            (shown.examples, shown.excludes) = (criterion.examples ?? [], criterion.excludes ?? [])
            sheet.criteria.append(shown)
        }
        for entry in standing.entries {
            guard let letter = letters[entry.judge] else { continue }
            switch Codebook.Extra(rawValue: entry.criterion) {
            case .note: sheet.notes.append((letter, entry.judgement.note ?? ""))
            case .skip: sheet.notes.append((letter, "skipped it: " + (entry.judgement.note ?? "")))
            case .spans: sheet.spans.append((letter, entry.judgement.spans?.map(\.text) ?? []))
            case .proposal:
                sheet.notes.append(
                    (letter, "proposes a code: " + (CodeProposal(note: entry.judgement.note ?? "")?.words ?? "")))
            case nil: break
            }
        }
        sheet.notes.sort { $0.0 < $1.0 }
        sheet.spans.sort { $0.0 < $1.0 }
        return sheet
    }

    /// Annotators who left a note, a span or skipped.
    private func heard(_ standing: StandingJudgements) -> Set<Int64> {
        Set(standing.judges.filter(\.value.isAnnotator).keys)
    }

    /// A letter for each, in an order that differs from item to item, so that nobody is known by theirs.
    private func letters(of judges: Set<Int64>, item: ActionItem) -> [Int64: String] {
        let mixed = judges.map { judge -> (key: String, judge: Int64) in
            var encoding = CanonicalEncoding(version: "vlens-letter-1")
            encoding.append(project.record.secret)
            encoding.append(item.hash)
            encoding.append(Int(judge))
            return (encoding.digest(bytes: 8), judge)
        }
        let ordered = mixed.sorted { $0.key < $1.key }.map(\.judge)
        return Dictionary(
            uniqueKeysWithValues: ordered.enumerated().map { place, judge in (judge, Self.letter(place)) })
    }

    /// A to Z, then A2 and so on.
    private static func letter(_ place: Int) -> String {
        let scalar = Unicode.Scalar(UInt8(ascii: "A") + UInt8(place % 26))
        return String(Character(scalar)) + (place < 26 ? "" : "\(place / 26 + 1)")
    }
}

/// What an adjudicator says of an item now.
private struct OwnDecision {
    var answers: [String: Judgement] = [:]
    var memo = ""

    init(_ standing: StandingJudgements, _ judge: Int64) {
        for entry in standing.entries where entry.judge == judge {
            if entry.criterion == Codebook.Extra.note.rawValue {
                memo = entry.judgement.note ?? ""
            } else {
                answers[entry.criterion] = entry.judgement
            }
        }
    }
}

package import AnswerStore
package import Elicitation
package import Respondents
package import Study
import Text

/// A plan's cells as questions to an observer: condition by condition, and in each fold by fold, so that prompts that share their beginning
/// follow one another.
package struct PredictionQuestions: QuestionSource {
    /// What a question of this kind is called in the store.
    package static let kind = "predicted"

    /// One question.
    private struct Entry {
        let condition: EvidenceCondition
        let member: PredictionSplit.Member
        let head: Int
    }

    package let wording: PredictionWording
    private let plan: PlannedPrediction
    private let entries: [Entry]
    private let ids: [String]
    private let heads: [String]
    private let masked: [Int: PredictionEvidence]
    private let glosses: [String: String]
    private let idOfCell: [EvidenceCondition: [Int: String]]
    /// Estimated tokens of all prompts and of the longest one, four bytes each.
    package let tokens: Int
    let longestPrompt: Int

    package static let form = AnswerForm([
        .init("stated", .oneOf(Inclination.allCases.map(\.rawValue))), .init("probability", .text),
    ])

    /// The questions of a plan. Where masking changes nothing in a whole prompt, both conditions are one question.
    package init(_ plan: PlannedPrediction) {
        self.plan = plan
        let wording = PredictionWording(explanation: plan.design.explanation)
        self.wording = wording
        let theory = plan.observed.study.theory
        let glosses = Dictionary(theory.values.map { ($0.name, $0.gloss) }, uniquingKeysWith: { first, _ in first })
        let masked = plan.design.masksToo ? Self.masked(plan) : [:]
        (self.glosses, self.masked) = (glosses, masked)
        var (entries, ids, heads): ([Entry], [String], [String]) = ([], [], [])
        var idOfCell: [EvidenceCondition: [Int: String]] = [:]
        var (seen, tokens, longest): (Set<String>, Int, Int) = ([], 0, 0)
        for condition in plan.design.conditions {
            guard let part = plan.parts.first(where: { $0.kind == condition.kind }) else { continue }
            for (list, examples) in part.examples.enumerated() {
                let shown = examples.compactMap { member in
                    Self.shown(member, plan, condition, masked, glosses).map {
                        ($0, member.statesAgree ? Inclination.agree : .disagree)
                    }
                }
                heads.append(wording.head(condition, examples: shown))
                for member in part.tests where plan.list(of: member.cell) == list {
                    guard let one = Self.shown(member, plan, condition, masked, glosses) else { continue }
                    let prompt = wording.prompt(heads[heads.count - 1], about: one, condition)
                    let id = Self.id(member, prompt)
                    idOfCell[condition, default: [:]][member.number] = id
                    guard seen.insert(id).inserted else { continue }
                    entries.append(Entry(condition: condition, member: member, head: heads.count - 1))
                    ids.append(id)
                    let length = (prompt.utf8.count + PredictionWording.system.utf8.count + 3) / 4
                    (tokens, longest) = (tokens + length, max(longest, length))
                }
            }
        }
        (self.entries, self.ids, self.heads, self.idOfCell) = (entries, ids, heads, idOfCell)
        (self.tokens, longestPrompt) = (tokens, longest)
    }

    package var count: Int { entries.count }

    package func id(at position: Int) -> String { ids[position] }

    /// The question about a cell; `nil` where it is not asked about in a condition.
    package func id(ofCell number: Int, _ condition: EvidenceCondition) -> String? { idOfCell[condition]?[number] }

    /// What a question is about.
    package func member(at position: Int) -> (member: PredictionSplit.Member, condition: EvidenceCondition) {
        (entries[position].member, entries[position].condition)
    }

    package subscript(position: Int) -> AskedQuestion {
        let entry = entries[position]
        let item = Self.item(entry.member)
        let shown = Self.shown(entry.member, plan, entry.condition, masked, glosses)
        let prompt = shown.map { wording.prompt(heads[entry.head], about: $0, entry.condition) } ?? ""
        return AskedQuestion(
            QuestionRecord(
                id: ids[position], kind: Self.kind, item: item, variant: entry.condition.number,
                system: PredictionWording.system, prompt: prompt),
            form: Self.form,
            about: PredictedCell(
                item: item.hash, statesAgree: entry.member.statesAgree, condition: entry.condition))
    }

    private static func item(_ member: PredictionSplit.Member) -> ItemRecord {
        ItemRecord.place(
            country: member.cell.scenario.country, topic: member.cell.scenario.topic, value: member.cell.value)
    }

    private static func id(_ member: PredictionSplit.Member, _ prompt: String) -> String {
        var encoding = CanonicalEncoding(version: "vlens-predicted-1", capacity: prompt.utf8.count + 256)
        encoding.append(item(member).hash)
        encoding.append(PredictionWording.system)
        encoding.append(prompt)
        return encoding.digest(bytes: 16)
    }

    private static func shown(
        _ member: PredictionSplit.Member, _ plan: PlannedPrediction, _ condition: EvidenceCondition,
        _ masked: [Int: PredictionEvidence], _ glosses: [String: String]
    ) -> PredictionWording.Shown? {
        guard let place = plan.place(member.number) else { return nil }
        return PredictionWording.Shown(
            place.cell, gloss: glosses[place.cell.value] ?? "",
            evidence: condition.isMasked ? masked[member.number] ?? place.evidence : place.evidence)
    }

    /// The evidence of every cell that is shown, masked.
    private static func masked(_ plan: PlannedPrediction) -> [Int: PredictionEvidence] {
        var mask = ValueMask(language: plan.observed.study.language)
        let values = Dictionary(
            plan.observed.study.theory.values.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let numbers = Set(plan.parts.flatMap { $0.tests + $0.examples.joined() }.map(\.number))
        var masked: [Int: PredictionEvidence] = [:]
        for number in numbers {
            guard let place = plan.place(number), let value = values[place.cell.value] else { continue }
            masked[number] = mask.masked(place.evidence, value: value)
        }
        return masked
    }
}

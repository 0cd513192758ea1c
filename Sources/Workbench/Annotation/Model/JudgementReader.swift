package import AnswerStore
package import Elicitation
import Reading
package import Respondents
package import Study
package import Text

/// Reads what a model answered that judges actions; its answers are kept as a JSON object from criterion to answer.
package struct JudgementReader: AnswerReader {
    private let reader: ReplyReader
    private let criteria: [JudgedCriterion]
    private let isCoding: Bool

    /// A reader of the answers to a codebook's criteria.
    package init(_ codebook: Codebook, language: Language) {
        reader = ReplyReader(language: language)
        isCoding = codebook.coding != nil
        criteria = codebook.criteria.map { criterion in
            JudgedCriterion(
                id: criterion.id, names: [criterion.id, criterion.name],
                answers: criterion.answers.map { ($0.id, [$0.label]) })
        }
    }

    package func read(_ reply: RespondentReply, to question: AskedQuestion) -> ReadAnswer {
        let split = SplitReply(reply.text)
        let text = split.thoughts == nil ? reply.text : split.answer
        let thoughts = [reply.reasoning, split.thoughts].compactMap(\.self).filter { !$0.isEmpty }
        return ReadAnswer(
            text: text, reasoning: thoughts.isEmpty ? nil : thoughts.joined(separator: "\n\n"),
            reading: reading(text, reply.finishReason))
    }

    private func reading(_ text: String, _ ending: RespondentReply.FinishReason) -> ReadingRecord {
        func record(_ state: String, _ reason: UnreadableReason? = nil, _ content: String? = nil) -> ReadingRecord {
            ReadingRecord(
                readerVersion: ReplyReader.version, state: state, reason: reason?.rawValue, content: content)
        }
        if ending == .refusal || (ending == .contentFilter && text.trimmed.isEmpty) { return record("refused") }
        let isCutOff = ending == .length || ending == .contentFilter
        switch reader.judgements(in: text.utf8, criteria: criteria, areCodes: isCoding, truncated: isCutOff) {
        case .answered(let answers): return record("answered", nil, Self.content(answers))
        case .refused: return record("refused")
        case .unreadable(let reason): return record("unreadable", reason)
        }
    }

    /// Answers as a reading keeps them.
    static func content(_ answers: [String: String]) -> String {
        JSONValue.object(answers.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) })
            .text(indented: false).trimmed
    }

    /// What ``content(_:)`` wrote.
    static func answers(_ content: String) -> [String: String] {
        let members = JSONReader.read(Array(content.utf8), manner: .strict)?.members ?? []
        return Dictionary(
            members.compactMap { member in member.value.string.map { (member.name, $0) } },
            uniquingKeysWith: { first, _ in first })
    }
}

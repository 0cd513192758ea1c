package import AnswerStore
package import Elicitation
import Reading
package import Respondents
package import Study
import Text

/// Reads the replies to requests for actions, and checks what they hold.
package struct GenerationReader: AnswerReader {
    /// The version of the rules; it grows whenever any reply is read or checked differently than before.
    package static let version = 1

    private let reader: ReplyReader
    private let language: Language

    /// A reader for a study.
    package init(study: StudyDefinition) {
        reader = ReplyReader(language: study.language)
        language = study.language
    }

    package func read(_ reply: RespondentReply, to question: AskedQuestion) -> ReadAnswer {
        let (text, reasoning) = StudyReader.apart(reply)
        return ReadAnswer(
            text: text, reasoning: reasoning,
            reading: reading(text, about: question.request.about as? GenerationQuestion, reply.finishReason))
    }

    /// What a text says. An action that is not in order is unreadable for the first of its problems, and kept with all of them.
    func reading(
        _ text: String, about question: GenerationQuestion?, _ ending: RespondentReply.FinishReason
    ) -> ReadingRecord {
        if let told = StudyReader.told(text, ending) {
            return record(told.isRefused ? "refused" : "unreadable", reason: told.reason?.rawValue)
        }
        let isCutOff = ending == .length || ending == .contentFilter
        switch reader.action(in: text.utf8, truncated: isCutOff) {
        case .refused: return record("refused")
        case .unreadable where ending == .contentFilter: return record("refused")
        case .unreadable(let reason):
            // A wording of its own in the place of the object: a refusal that the reader of objects does not look for.
            return reader.declines(inPlaceOfAction: text)
                ? record("refused")
                : record("unreadable", reason: reason.rawValue, content: GeneratedAnswer.beginning(of: text))
        case .answered(let read):
            if reader.declines(inPlaceOfAction: read.action.text) { return record("refused") }
            let answer = answer(read.action, to: question)
            return record(
                answer.problems.isEmpty ? "answered" : "unreadable", reason: answer.problems.first?.rawValue,
                content: answer.text)
        }
    }

    private func answer(_ written: WrittenAction, to question: GenerationQuestion?) -> GeneratedAnswer {
        let action = Action(
            text: Self.line(written.text),
            attributions: written.attributions.prefix(GeneratedAnswer.mostAttributions).map(Self.line),
            explanation: Self.line(written.explanation))
        let value = question?.value ?? Value(name: "", gloss: "")
        return GeneratedAnswer(action, ActionForm(action, value: value, language: question?.language ?? language))
    }

    /// A text on one line, no longer than is kept.
    private static func line(_ text: String) -> String {
        text.prefix(GeneratedAnswer.longest).split { $0.isWhitespace }.joined(separator: " ")
    }

    private func record(_ state: String, reason: String? = nil, content: String? = nil) -> ReadingRecord {
        ReadingRecord(readerVersion: Self.version, state: state, reason: reason, content: content)
    }
}

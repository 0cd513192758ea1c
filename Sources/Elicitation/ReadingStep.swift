public import AnswerStore
import Respondents
public import Study

/// Reads replies for the store.
public struct ReadingStep: Sendable {
    private let reader = ReplyReader()
    private let values: ValueIndex

    /// A step for the questions of a study.
    public init(study: StudyDefinition) {
        values = ValueIndex(study.theory)
    }

    /// What a reply to a stated question says.
    ///
    /// - Parameters:
    ///   - options: the labels of the options, number 1 first; `nil` where the question is not known, which allows
    ///     the usual ones.
    ///   - finishReason: why the respondent stopped; "length" makes what stands at the very end doubtful.
    public func stated(_ text: String, options: [String]?, finishReason: String?) -> ReadingRecord {
        let offered = options.map { labels in
            labels.enumerated().map { RatingOption(number: UInt8(clamping: $0.offset + 1), label: $0.element) }
        }
        return record(
            reader.ratings(
                in: text, values: values, options: offered ?? RatingOption.either, truncated: finishReason == "length"),
            ReadingContent.text)
    }

    /// What a reply to an acted question says.
    ///
    /// - Parameter actions: the texts of the two actions as shown, where they are known.
    public func acted(_ text: String, actions: [String], finishReason: String?) -> ReadingRecord {
        let truncated = finishReason == "length"
        let shown = actions.count == 2 ? (first: actions[0], second: actions[1]) : nil
        return record(reader.choice(in: text, actions: shown, truncated: truncated)) { "\($0)" }
    }

    func reading(of reply: RespondentReply, to question: Question) -> ReadingRecord {
        // A provider that puts refusals apart sends no text with them.
        if reply.text.isEmpty, reply.refusal != nil || reply.finishReason == .contentFilter {
            return ReadingRecord(readerVersion: ReplyReader.version, state: "refused")
        }
        let finishReason = reply.finishReason.name
        return switch question.task {
        case .stated: stated(reply.text, options: question.options, finishReason: finishReason)
        case .acted: acted(reply.text, actions: question.actions, finishReason: finishReason)
        }
    }

    private func record<Answer>(_ reading: Reading<Answer>, _ content: (Answer) -> String) -> ReadingRecord {
        let version = ReplyReader.version
        return switch reading {
        case .answered(let answer):
            ReadingRecord(readerVersion: version, state: "answered", content: content(answer))
        case .refused: ReadingRecord(readerVersion: version, state: "refused")
        case .unreadable(let reason):
            ReadingRecord(readerVersion: version, state: "unreadable", reason: reason.rawValue)
        }
    }
}

package import AnswerStore
package import Elicitation
import Reading
package import Respondents
import Text

/// Reads what an observer predicts; its answer is kept as a JSON object with the side and how probable the observer calls it.
package struct PredictionReader: AnswerReader {
    private let reader = ReplyReader()

    /// A reader of predictions, which are in English whatever the study's language.
    package init() {}

    package func read(_ reply: RespondentReply, to question: AskedQuestion) -> ReadAnswer {
        let (text, reasoning) = StudyReader.apart(reply)
        return ReadAnswer(text: text, reasoning: reasoning, reading: reading(text, reply.finishReason))
    }

    private func reading(_ text: String, _ ending: RespondentReply.FinishReason) -> ReadingRecord {
        func record(_ state: String, _ reason: UnreadableReason? = nil, _ content: String? = nil) -> ReadingRecord {
            ReadingRecord(
                readerVersion: ReplyReader.version, state: state, reason: reason?.rawValue, content: content)
        }
        if let told = StudyReader.told(text, ending) {
            return told.isRefused ? record("refused") : record("unreadable", told.reason)
        }
        let isCutOff = ending == .length || ending == .contentFilter
        switch reader.statedPrediction(in: text.utf8, truncated: isCutOff) {
        case .answered(let prediction): return record("answered", nil, Self.content(prediction))
        case .refused: return record("refused")
        case .unreadable(let reason): return record("unreadable", reason)
        }
    }

    /// A prediction as a reading keeps it.
    static func content(_ prediction: StatedPrediction) -> String {
        var members: [JSONValue.Member] = []
        if let probability = prediction.probability { members.append(.init("probability", JSONValue(probability))) }
        if let fault = prediction.fault { members.append(.init("probability_fault", .string(fault.rawValue))) }
        members.append(.init("stated", .string(prediction.agrees ? "agree" : "disagree")))
        return JSONValue.object(members).text(indented: false).trimmed
    }

    /// What ``content(_:)`` wrote; `nil` for anything else.
    static func prediction(_ content: String) -> StatedPrediction? {
        guard let object = JSONReader.read(Array(content.utf8), manner: .strict),
            let side = object["stated"]?.string, side == "agree" || side == "disagree"
        else { return nil }
        return StatedPrediction(
            agrees: side == "agree", probability: object["probability"]?.double,
            fault: object["probability_fault"]?.string.flatMap(StatedPrediction.ProbabilityFault.init(rawValue:)))
    }
}

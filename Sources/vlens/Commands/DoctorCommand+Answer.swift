import Foundation
import Reading
import Respondents
import Study

extension DoctorCommand {
    /// What the answer to the short question tells: one without a text is no answer, whatever its status.
    static func finding(_ name: String, _ reply: RespondentReply, maxTokens: Int) -> DoctorFinding {
        if let fault = fault(of: reply, maxTokens: maxTokens) { return DoctorFinding(name, .bad, fault) }
        let served = reply.reportedModel.map { " as \($0)" } ?? ""
        let provider = reply.servedBy.map { " by \($0)" } ?? ""
        let milliseconds = (reply.latency / .milliseconds(1)).rounded(.down)
        let notes =
            (reply.finishReason == .length ? ["cut off at the limit of \(maxTokens) tokens"] : [])
            + (reply.finishReason == .contentFilter ? ["cut off by a filter of the provider"] : [])
            + reply.omittedSettings.map { "\($0) is not sent, the model refuses it" }
        let parts =
            ["answered\(served)\(provider) after \(milliseconds.formatted(.number.grouping(.never))) ms"] + notes
        return DoctorFinding(name, .good, parts.joined(separator: "; "))
    }

    /// Why the reply is no answer; nil where it is one.
    private static func fault(of reply: RespondentReply, maxTokens: Int) -> String? {
        let answer = SplitReply(reply.text).answer
        let isEmpty = answer.allSatisfy(\.isWhitespace)
        let isThought = reply.finishReason == .length && answer.contains("<think")
        switch reply.finishReason {
        case .refusal: return "declined to answer (finish reason \"refusal\")"
        case .length where isEmpty || isThought:
            return
                "reached the limit of \(maxTokens) tokens before its answer: a model that thinks needs more room, by "
                + "--max-tokens here and in 'vlens run'"
        case .contentFilter where isEmpty: return "a filter of the provider took the answer away"
        case .toolCall where isEmpty: return "called a tool and wrote no text"
        default:
            guard isEmpty else { return nil }
            let thoughts = reply.reasoning == nil ? "" : ", though with thoughts"
            return
                "answered with an empty text\(thoughts) (finish reason \"\(reply.finishReason.name)\"): such replies count "
                + "as unreadable"
        }
    }
}

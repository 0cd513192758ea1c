package import AnswerStore
package import Foundation
package import Respondents

extension ReplyRecord {
    /// A reply as it was read, for the store.
    package init(
        _ reply: RespondentReply, read answer: ReadAnswer, to question: QuestionRecord, attempts: Int, at date: Date
    ) {
        self.init(
            question: question, text: answer.text, reasoning: answer.reasoning,
            finishReason: reply.finishReason.name, model: reply.reportedModel, promptTokens: reply.usage.promptTokens,
            completionTokens: reply.usage.completionTokens, reasoningTokens: reply.usage.reasoningTokens,
            latency: reply.latency / .seconds(1), attempts: attempts, request: Data(reply.rawRequest),
            response: Data(reply.rawResponse), replied: date, reading: answer.reading)
        optionLogProbabilities = OptionProbabilities(reply.optionLogProbabilities)?.json
        provider = reply.servedBy
        fingerprint = reply.systemFingerprint
        omittedSettings = reply.omittedSettings
    }
}

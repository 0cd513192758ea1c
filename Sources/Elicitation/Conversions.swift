import AnswerStore
import Foundation
import Respondents
import Study

extension RespondentRequest {
    /// A question as a respondent gets it.
    init(_ question: Question) {
        let scenario = question.scenario
        let asked: Asked =
            switch (question.task, question.value, question.first) {
            case (.acted, let value?, let first?) where question.actions.count == 2:
                .acted(
                    country: scenario.country, topic: scenario.topic, value: value, firstIsAgree: first == .agree,
                    first: question.actions[0], second: question.actions[1], labels: question.options,
                    wantsJustification: question.wantsJustification)
            default:
                .stated(
                    country: scenario.country, topic: scenario.topic, values: question.values,
                    options: question.options, wantsReasons: false)
            }
        self.init(
            questionID: question.id, system: question.system, prompt: question.prompt, asked: asked,
            replicate: question.replicate)
    }
}

extension QuestionRecord {
    /// What a question was about, for the store.
    init(_ question: Question) {
        self.init(
            id: question.id, kind: question.task.rawValue,
            item: .place(country: question.scenario.country, topic: question.scenario.topic, value: question.value),
            variant: question.variant.index, replicate: question.replicate, first: question.first.map { Int($0.code) },
            system: question.system, prompt: question.prompt)
    }
}

extension ReplyRecord {
    /// A reply with its reading, for the store.
    init(
        _ reply: RespondentReply, to question: Question, attempts: Int, at date: Date, reading: ReadingRecord
    ) {
        let seconds = reply.latency / .seconds(1)
        self.init(
            question: QuestionRecord(question), text: reply.text, reasoning: reply.reasoning,
            finishReason: reply.finishReason.name, model: reply.reportedModel, promptTokens: reply.usage.promptTokens,
            completionTokens: reply.usage.completionTokens, reasoningTokens: reply.usage.reasoningTokens,
            latency: seconds, attempts: attempts, request: Data(reply.rawRequest), response: Data(reply.rawResponse),
            replied: date, reading: reading)
        optionLogProbabilities = OptionProbabilities(reply.optionLogProbabilities)?.json
        provider = reply.servedBy
        fingerprint = reply.systemFingerprint
        omittedSettings = reply.omittedSettings
    }
}

extension Question {
    /// Whether the answer is asked for with its reasons. The study file's wording decides; its second requirement asks
    /// for them in the studies that ship.
    var wantsJustification: Bool { !variant.index.isMultiple(of: 2) }
}

extension RespondentReply {
    /// With thoughts that stand in the text moved to those that the server keeps apart. The raw response has them as they
    /// came.
    var withThoughtsApart: RespondentReply {
        let split = SplitReply(text)
        guard let thoughts = split.thoughts else { return self }
        var reply = self
        reply.text = split.answer
        let all = [reasoning, thoughts].compactMap(\.self).filter { !$0.isEmpty }
        if !all.isEmpty { reply.reasoning = all.joined(separator: "\n\n") }
        return reply
    }
}

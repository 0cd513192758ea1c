import Measures
package import Respondents
import Study

/// A simulated subject: a known stated profile, a known probability of acting against it, known biases. It answers the
/// questions of a study, which requests carry (``RespondentRequest/about``), and reads no prompt.
///
/// Its answers depend on nothing but the profile's seed and a request's question id and replicate, and come in all the
/// forms in which models answer. It tells nothing about any model.
package struct Simulated: Respondent {
    /// The subject's traits.
    package let profile: Profile

    /// A subject with these traits.
    package init(_ profile: Profile) {
        self.profile = profile
    }

    /// Answers at once. It never fails but when its task is cancelled.
    package func reply(to request: RespondentRequest) async throws(RespondentError) -> RespondentReply {
        guard !Task.isCancelled else {
            throw RespondentError(code: .cancelled, what: "the question \(request.questionID) was cancelled")
        }
        var random = StableRandom(seed: profile.seed, "reply", request.questionID, String(request.replicate))
        let message = message(for: request, random: &random)
        return RespondentReply(
            text: message.text, finishReason: message.isCutOff ? .length : .stop,
            usage: RespondentReply.Usage(
                promptTokens: tokens(in: (request.system ?? "") + request.prompt),
                completionTokens: tokens(in: message.text)),
            reportedModel: "simulated/\(profile.name)", rawResponse: Array(message.text.utf8))
    }

    /// What the subject writes.
    struct Message {
        var text: String
        var isCutOff = false
    }

    private func message(for request: RespondentRequest, random: inout StableRandom) -> Message {
        let refuses = random.chance(profile.refusal)
        let breaks = random.chance(profile.broken)
        if refuses { return Message(text: random.pick(Phrases.refusals, or: "")) }
        guard let question = request.about as? Question else {
            return Message(text: "A simulated respondent answers ratings and choices only.")
        }
        if let value = question.value, let first = question.first, question.actions.count == 2 {
            return choice(question, value: value, firstIsAgree: first == .agree, breaks: breaks, random: &random)
        }
        return ratings(question, breaks: breaks, random: &random)
    }

    private func ratings(_ question: Question, breaks: Bool, random: inout StableRandom) -> Message {
        let scenario = question.scenario
        let ratings = question.values.map { value in
            let truth = truth(country: scenario.country, topic: scenario.topic, value: value)
            let count = question.options.count
            let isReversed = question.startsAtDisagreement
            let option = rate(truth, of: count, isReversed: isReversed, random: &random)
            return Rating(value: value, option: isReversed ? count - 1 - option : option)
        }
        var writer = StatedWriter(
            ratings: ratings, options: question.options, wantsReasons: question.wantsReasons,
            words: AnswerForm.Scale(question.options).words)
        return breaks ? writer.broken(&random) : writer.message(&random)
    }

    private func choice(
        _ question: Question, value: String, firstIsAgree: Bool, breaks: Bool, random: inout StableRandom
    ) -> Message {
        let scenario = question.scenario
        let truth = truth(country: scenario.country, topic: scenario.topic, value: value)
        let disagrees =
            truth.drawn.map { random.chance($0.acted) } ?? (truth.actsDisagreement != random.chance(profile.noise))
        let picksFirst = random.chance(profile.position) || disagrees != firstIsAgree
        var writer = ActedWriter(
            choice: picksFirst ? 1 : 2, labels: question.options, action: question.actions[picksFirst ? 0 : 1],
            value: value, topic: scenario.topic, wantsJustification: question.wantsReasons)
        return breaks ? writer.broken(&random) : writer.message(&random)
    }

    /// One rating: what its leaning draws, or the latent option with noise; then acquiescence and primacy; from 0, the
    /// option of most agreement.
    private func rate(_ truth: Truth, of count: Int, isReversed: Bool, random: inout StableRandom) -> Int {
        var option = truth.option(of: count)
        if let drawn = truth.drawn {
            option = OrdinalRating(leaning: drawn.stated, options: count).option(at: random.unit())
        } else {
            let slips = random.chance(profile.noise)
            let up = random.chance(0.5)
            if slips { option = up ? min(option + 1, count - 1) : max(option - 1, 0) }
        }
        if random.chance(profile.acquiescence) { option = max(option - 1, 0) }
        // Drawn only where there is any: the other draws of a subject without primacy stay as they were.
        if profile.primacy > 0, random.chance(profile.primacy) {
            option = isReversed ? min(option + 1, count - 1) : max(option - 1, 0)
        }
        return option
    }

    /// Four bytes a token, the usual rule of thumb.
    private func tokens(in text: String) -> Int {
        (text.utf8.count + 3) / 4
    }
}

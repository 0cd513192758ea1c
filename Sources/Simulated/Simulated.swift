package import Respondents

/// A simulated subject: a known stated profile, a known probability of acting against it, known biases.
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
        let message = message(for: request.asked, random: &random)
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

    private func message(for asked: RespondentRequest.Asked, random: inout StableRandom) -> Message {
        let refuses = random.chance(profile.refusal)
        let breaks = random.chance(profile.broken)
        if refuses { return Message(text: random.pick(Phrases.refusals, or: "")) }
        switch asked {
        case .stated(let country, let topic, let values, let options, let wantsReasons):
            let ratings = values.map { value in
                Rating(value: value, option: rate(value, country, topic, of: options.count, random: &random))
            }
            var writer = StatedWriter(
                ratings: ratings, options: options, wantsReasons: wantsReasons,
                words: asked.ratingWords)
            return breaks ? writer.broken(&random) : writer.message(&random)
        case .acted(
            let country, let topic, let value, let firstIsAgree, let first, let second, let labels,
            let wantsJustification):
            let truth = truth(country: country, topic: topic, value: value)
            let disagrees = truth.actsDisagreement != random.chance(profile.noise)
            let picksFirst = random.chance(profile.position) || disagrees != firstIsAgree
            var writer = ActedWriter(
                choice: picksFirst ? 1 : 2, labels: labels, action: picksFirst ? first : second, value: value,
                topic: topic, wantsJustification: wantsJustification)
            return breaks ? writer.broken(&random) : writer.message(&random)
        case .other:
            return Message(text: "A simulated respondent answers ratings and choices only.")
        }
    }

    /// One rating: the latent option, noise, then acquiescence; from 0.
    private func rate(
        _ value: String, _ country: String, _ topic: String, of count: Int, random: inout StableRandom
    ) -> Int {
        var option = truth(country: country, topic: topic, value: value).option(of: count)
        let slips = random.chance(profile.noise)
        let up = random.chance(0.5)
        if slips { option = up ? min(option + 1, count - 1) : max(option - 1, 0) }
        if random.chance(profile.acquiescence) { option = max(option - 1, 0) }
        return option
    }

    /// Four bytes a token, the usual rule of thumb.
    private func tokens(in text: String) -> Int {
        (text.utf8.count + 3) / 4
    }
}

package import Respondents
package import Study

extension Simulated {
    /// A simulated model that writes value-informed actions, with every kind of mistake at a rate that is known. Asked Task 1 or 2, it
    /// answers as ``Simulated`` does.
    ///
    /// What it writes depends on nothing but its seed and the request; it is asked by the same way as any model, and tells nothing about one.
    package struct Generator: Respondent {
        /// What it does wrong, and how often.
        package let profile: Profile
        private let subject: Simulated

        /// A generator.
        package init(_ profile: Profile) {
            self.profile = profile
            subject = Simulated(profile.subject)
        }

        /// Answers at once. It never fails but when its task is cancelled.
        package func reply(to request: RespondentRequest) async throws(RespondentError) -> RespondentReply {
            guard let question = request.about as? GenerationQuestion else {
                return try await subject.reply(to: request)
            }
            guard !Task.isCancelled else {
                throw RespondentError(code: .cancelled, what: "the question \(request.questionID) was cancelled")
            }
            var random = StableRandom(seed: profile.seed, "generation", request.questionID)
            let mistakes = mistakes(question)
            let message = ActionWriter(question: question, mistakes: mistakes, seed: profile.seed).message(&random)
            return RespondentReply(
                text: message.text, finishReason: message.isCutOff ? .length : .stop,
                usage: RespondentReply.Usage(
                    promptTokens: ((request.system ?? "").utf8.count + request.prompt.utf8.count + 3) / 4,
                    completionTokens: (message.text.utf8.count + 3) / 4),
                reportedModel: "simulated/\(profile.name)", rawResponse: Array(message.text.utf8))
        }

        /// What it does wrong with a request: what is drawn for it, save what it was told of and minds.
        ///
        /// Mistakes are drawn anew in each round, but one that was told is left out with the probability of `follows`, and made again else.
        package func mistakes(_ question: GenerationQuestion) -> Set<Mistake> {
            var random = StableRandom(seed: profile.seed, "mistakes", question.id)
            var mistakes = Set(Mistake.allCases.filter { random.chance(profile.rates[$0] ?? 0) })
            let minds = random.chance(profile.follows)
            let told = Mistake.allCases.filter { mistake in mistake.problem.map(question.problems.contains) ?? false }
            if minds { mistakes.subtract(told) } else { mistakes.formUnion(told.prefix(1)) }
            return mistakes
        }
    }
}

extension Mistake {
    /// What is told of it.
    var problem: FormProblem? {
        switch self {
        case .missing: .missingParts
        case .long: .tooLong
        case .third: .notFirstPerson
        case .sentences: .severalSentences
        case .elsewhere: .spanElsewhere
        case .copy: .duplicate
        case .foreign: .otherLanguage
        case .cut: .cutOff
        case .capitals, .inflected, .curly, .leak, .refusal, .opposite, .prose, .quotes: nil
        }
    }
}

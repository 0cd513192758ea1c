import Text

/// What is asked for beyond the question itself. Nothing is set by default, because each of them changes behaviour.
package struct RequestOptions: Sendable, Hashable {
    /// The system message, in place of the study's; an empty one sends none.
    package var systemPrompt: String?
    /// Where the server's random numbers begin. Replicate k is sent with seed + k, so that replicates differ.
    package var seed: Int?
    /// The share of probability that tokens are drawn from, 0…1.
    package var topP: Double?
    /// How much a reasoning model thinks: the provider's word, or a number of tokens where it takes one.
    package var reasoningEffort: String?
    /// Whether the server holds the model to the form of the answer.
    package var structuredOutput: StructuredOutput
    /// How many alternatives of the token that decides a choice are kept with their probabilities, 1…20.
    package var topLogProbabilities: Int?
    /// A JSON object whose members are added to the body of every request; objects in it are merged with ours.
    package var extraBody: String?

    /// Options; what is not given is not sent.
    package init(
        systemPrompt: String? = nil, seed: Int? = nil, topP: Double? = nil, reasoningEffort: String? = nil,
        structuredOutput: StructuredOutput = .none, topLogProbabilities: Int? = nil, extraBody: String? = nil
    ) {
        self.systemPrompt = systemPrompt
        self.seed = seed
        self.topP = topP
        self.reasoningEffort = reasoningEffort
        self.structuredOutput = structuredOutput
        self.topLogProbabilities = topLogProbabilities
        self.extraBody = extraBody
    }
}

extension RequestOptions {
    /// How far the server holds the model to the form of the answer.
    package enum StructuredOutput: String, Sendable, Hashable, CaseIterable {
        /// Not at all: the prompt alone asks for a form.
        case none
        /// The answer is some JSON object.
        case jsonObject = "json-object"
        /// The answer is the object that the question asks for, with nothing in it but what may be chosen.
        case jsonSchema = "json-schema"
        /// The same by a grammar in GBNF, which some servers of open models take.
        case grammar
    }

    /// What is set, by name.
    var recorded: [String: String] {
        var recorded: [String: String] = [:]
        recorded["systemPrompt"] = systemPrompt
        recorded["seed"] = seed.map { "\($0)" }
        recorded["topP"] = topP.map { "\($0)" }
        recorded["reasoningEffort"] = reasoningEffort
        if structuredOutput != .none { recorded["structuredOutput"] = structuredOutput.rawValue }
        recorded["topLogProbabilities"] = topLogProbabilities.map { "\($0)" }
        return recorded
    }

    /// The system message of a question: the one given here, else the study's.
    func system(of request: RespondentRequest) -> String? {
        guard let systemPrompt else { return request.system }
        return systemPrompt.isEmpty ? nil : systemPrompt
    }

    func seed(of request: RespondentRequest) -> JSONValue? {
        seed.map { .number(Double($0 &+ request.replicate)) }
    }

    /// How much a model shall think, where that is said.
    var thinking: Thinking? { reasoningEffort.map { Thinking(effort: $0) } }

    /// The effort as a number of tokens, where it is one.
    var reasoningTokens: Int? { thinking?.tokens }
}

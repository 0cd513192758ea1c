/// What came back for one question, as it came back.
package struct RespondentReply: Sendable, Hashable {
    /// The message's content; empty where the provider sent none.
    package var text: String
    /// The model's reasoning, where the server gives it apart from the content.
    package var reasoning: String?
    /// What the server put apart as a refusal of the model.
    package var refusal: String?
    /// Why the server stopped writing.
    package var finishReason: FinishReason
    /// How many alternative answers came back; `text` is the first of them.
    package var choiceCount: Int
    /// Tokens, as counted by the server.
    package var usage: Usage
    /// The model that the server says has answered.
    package var reportedModel: String?
    /// Who ran the model behind a gateway, where the gateway says so: OpenRouter's `provider`.
    package var servedBy: String?
    /// What the server says of the software and weights that answered: `system_fingerprint`.
    package var systemFingerprint: String?
    /// The body that was sent. Never holds the API key, which travels in a header.
    package var rawRequest: [UInt8]
    /// The body that came back, decompressed, with the API key scrubbed should the server echo it.
    package var rawResponse: [UInt8]
    /// Settings that were wished for and not sent, because the model refuses them: `temperature`.
    package var omittedSettings: [String] = []
    /// Where they were asked for: the alternatives at the token in which the options differ, the most probable first.
    package var optionLogProbabilities: [TokenLogProbability] = []
    /// What the server says is left of its limits; nil where it does not say.
    package var rateLimit: RateLimit?
    /// HTTP status; 200 for a respondent that needs no network.
    package var status: Int
    /// From the first byte sent to the last byte received.
    package var latency: Duration

    /// A reply; only the text has no default.
    package init(
        text: String, reasoning: String? = nil, refusal: String? = nil, finishReason: FinishReason = .none,
        choiceCount: Int = 1, usage: Usage = Usage(), reportedModel: String? = nil, rawRequest: [UInt8] = [],
        rawResponse: [UInt8] = [], status: Int = 200, latency: Duration = .zero
    ) {
        self.text = text
        self.reasoning = reasoning
        self.refusal = refusal
        self.finishReason = finishReason
        self.choiceCount = choiceCount
        self.usage = usage
        self.reportedModel = reportedModel
        self.rawRequest = rawRequest
        self.rawResponse = rawResponse
        self.status = status
        self.latency = latency
    }
}

extension RespondentReply {
    /// Tokens of one reply, each missing where the server does not say.
    package struct Usage: Sendable, Hashable {
        /// Tokens read.
        package var promptTokens: Int?
        /// Tokens written, hidden reasoning included.
        package var completionTokens: Int?
        /// Tokens of hidden reasoning.
        package var reasoningTokens: Int?

        /// Counts of tokens.
        package init(promptTokens: Int? = nil, completionTokens: Int? = nil, reasoningTokens: Int? = nil) {
            self.promptTokens = promptTokens
            self.completionTokens = completionTokens
            self.reasoningTokens = reasoningTokens
        }
    }

    /// Why a server stopped writing.
    package enum FinishReason: Sendable, Hashable {
        /// The model ended its answer.
        case stop
        /// The limit of tokens was reached: the text may be cut off.
        case length
        /// A filter of the provider removed or stopped the answer.
        case contentFilter
        /// The model declined, and the server says so.
        case refusal
        /// The model called a tool instead of answering.
        case toolCall
        /// A word that this version does not know, as the server wrote it.
        case other(String)
        /// The server gave no reason.
        case none
    }
}

extension RespondentReply.FinishReason {
    /// A stable word for stores and logs: OpenAI's own where there is one, `none` for `.none`.
    package var name: String {
        switch self {
        case .stop: "stop"
        case .length: "length"
        case .contentFilter: "content_filter"
        case .refusal: "refusal"
        case .toolCall: "tool_calls"
        case .other(let word): word
        case .none: "none"
        }
    }
}

/// How fast to ask.
package struct Pacing: Sendable, Hashable {
    /// The fewest requests in flight, however much the server is in difficulty; 1 or more.
    package var minimumConcurrency: Int
    /// The most requests a minute; `nil` sets no limit.
    package var requestsPerMinute: Int?
    /// The most tokens a minute, prompts and answers together; `nil` sets no limit.
    package var tokensPerMinute: Int?
    /// How long a run waits for a server that stopped to answer, trying with one question at a time.
    package var patience: Duration
    /// How long a server that refuses every question, after it had answered some, is left alone before one tries again;
    /// three times as long before each further try.
    package var refusalWait: Duration

    /// As fast as the server answers, with five minutes' patience.
    package init(
        minimumConcurrency: Int = 1, requestsPerMinute: Int? = nil, tokensPerMinute: Int? = nil,
        patience: Duration = .seconds(300), refusalWait: Duration = .seconds(1)
    ) {
        self.minimumConcurrency = minimumConcurrency
        self.requestsPerMinute = requestsPerMinute
        self.tokensPerMinute = tokensPerMinute
        self.patience = patience
        self.refusalWait = refusalWait
    }
}

/// How fast to ask.
public struct Pacing: Sendable, Hashable {
    /// The fewest questions out at once, however much the server is in difficulty; 1 or more.
    public var minimumConcurrency: Int
    /// The most requests a minute; `nil` sets no limit.
    public var requestsPerMinute: Int?
    /// The most tokens a minute, prompts and answers together; `nil` sets no limit.
    public var tokensPerMinute: Int?
    /// How long a run waits for a server that stopped to answer, trying with one question at a time.
    public var patience: Duration

    /// As fast as the server answers, with five minutes' patience.
    public init(
        minimumConcurrency: Int = 1, requestsPerMinute: Int? = nil, tokensPerMinute: Int? = nil,
        patience: Duration = .seconds(300)
    ) {
        self.minimumConcurrency = minimumConcurrency
        self.requestsPerMinute = requestsPerMinute
        self.tokensPerMinute = tokensPerMinute
        self.patience = patience
    }
}

/// What a server says about its rate limits beside an answer; each part is missing where it does not say.
public struct RateNotice: Sendable, Hashable {
    /// Requests that may still be sent before ``requestsReset``.
    public var requestsLeft: Int?
    /// How long until requests are allowed again.
    public var requestsReset: Duration?
    /// Tokens that may still be used before ``tokensReset``.
    public var tokensLeft: Int?
    /// How long until tokens are allowed again.
    public var tokensReset: Duration?

    /// What a server said.
    public init(
        requestsLeft: Int? = nil, requestsReset: Duration? = nil, tokensLeft: Int? = nil, tokensReset: Duration? = nil
    ) {
        self.requestsLeft = requestsLeft
        self.requestsReset = requestsReset
        self.tokensLeft = tokensLeft
        self.tokensReset = tokensReset
    }

    /// How long nothing should be sent: where nothing is left, until it is there again.
    var pause: Duration? {
        let requests = (requestsLeft ?? 1) <= 0 ? requestsReset : nil
        let tokens = (tokensLeft ?? 1) <= 0 ? tokensReset : nil
        return [requests, tokens].compactMap(\.self).max()
    }
}

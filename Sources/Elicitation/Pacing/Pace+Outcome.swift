package import Respondents

extension Pace.Outcome {
    /// What an attempt's end tells about the server.
    package init(_ result: Result<RespondentReply, RespondentError>) {
        switch result {
        case .success(let reply):
            self = .answered(tokens: reply.usage.total, pause: reply.rateLimit?.pause)
        case .failure(let error):
            self.init(error)
        }
    }

    private init(_ error: RespondentError) {
        switch (error.classification, error.code) {
        case (_, .cancelled): self = .left
        // The server is well: it is the model's output that came to nothing.
        case (.transient, .generationFailed): self = .answered(tokens: nil, pause: nil)
        case (.rateLimit(let wait), _): self = .failed(overloaded: true, pause: wait)
        case (.transient, .timeout), (.transient, .http(503)), (.transient, .http(529)):
            self = .failed(overloaded: true, pause: nil)
        case (.transient, _): self = .failed(overloaded: false, pause: nil)
        case (.permanentForQuestion, _): self = .answered(tokens: nil, pause: nil)
        case (.permanentForRun, _): self = .refused
        }
    }
}

extension RateLimit {
    /// How long nothing should be sent: where nothing is left of a limit, until it is there again.
    package var pause: Duration? {
        [requests, tokens].filter { ($0.remaining ?? 1) <= 0 }.compactMap(\.reset).max()
    }
}

extension RespondentReply.Usage {
    /// All tokens, where the server reports any.
    var total: Int? {
        promptTokens == nil && completionTokens == nil ? nil : (promptTokens ?? 0) + (completionTokens ?? 0)
    }
}

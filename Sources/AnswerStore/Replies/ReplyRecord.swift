package import Foundation

/// A reply as it came, with its reading by the reader of its day.
package struct ReplyRecord: Sendable, Equatable {
    /// The store's number of the reply; 0 before it is stored.
    package var id: Int64 = 0
    /// The question.
    package var question: QuestionRecord
    /// The message's text.
    package var text: String
    /// Reasoning that the server gave apart from the text.
    package var reasoning: String?
    /// Why the respondent stopped: "stop", "length", …
    package var finishReason: String?
    /// The model's name as the server reported it.
    package var model: String?
    /// Tokens of the prompt, as reported.
    package var promptTokens: Int?
    /// Tokens of the answer, reasoning included, as reported.
    package var completionTokens: Int?
    /// Tokens of hidden reasoning, as reported.
    package var reasoningTokens: Int?
    /// Seconds from the last attempt's start to its end.
    package var latency: Double?
    /// How many times the question was sent.
    package var attempts: Int
    /// The request's body, without any key.
    package var request: Data?
    /// The response's body.
    package var response: Data?
    /// When the reply came.
    package var replied: Date
    /// What the reply says.
    package var reading: ReadingRecord
    /// Where they were asked for: a JSON array of [token, natural logarithm of its probability], the alternatives at the
    /// token in which the options differ, the most probable first.
    package var optionLogProbabilities: String?
    /// Who served it, where a gateway says so: "Together".
    package var provider: String?
    /// The server's mark of the model and settings that it ran, where it gives one.
    package var fingerprint: String?
    /// Settings of the run that were not sent, because the model refuses them: "temperature".
    package var omittedSettings: [String] = []

    /// A reply that is not stored yet.
    package init(
        question: QuestionRecord, text: String, reasoning: String? = nil, finishReason: String? = nil,
        model: String? = nil, promptTokens: Int? = nil, completionTokens: Int? = nil, reasoningTokens: Int? = nil,
        latency: Double? = nil, attempts: Int = 1, request: Data? = nil, response: Data? = nil, replied: Date,
        reading: ReadingRecord
    ) {
        self.question = question
        self.text = text
        self.reasoning = reasoning
        self.finishReason = finishReason
        self.model = model
        self.promptTokens = promptTokens
        self.completionTokens = completionTokens
        self.reasoningTokens = reasoningTokens
        self.latency = latency
        self.attempts = attempts
        self.request = request
        self.response = response
        self.replied = replied
        self.reading = reading
    }
}

/// What a reply says, as one version of the reader read it.
package struct ReadingRecord: Sendable, Equatable {
    /// The reader's version.
    package var readerVersion: Int
    /// "answered", "refused" or "unreadable".
    package var state: String
    /// Why it is unreadable.
    package var reason: String?
    /// The answer: for a stated question the option numbers in the theory's order, joined by commas, empty where
    /// unread ("1,,3"); for an acted one the number of the chosen option as displayed, "1" or "2".
    package var content: String?

    /// A reading.
    package init(readerVersion: Int, state: String, reason: String? = nil, content: String? = nil) {
        self.readerVersion = readerVersion
        self.state = state
        self.reason = reason
        self.content = content
    }
}

/// A question that was asked in vain, with its last error. It will be asked again by the next start.
package struct FailureRecord: Sendable, Equatable {
    /// The question's id.
    package var questionID: String
    /// How many times it was sent.
    package var attempts: Int
    /// The error's identity: "timeout".
    package var code: String
    /// The error's text, without any key.
    package var message: String
    /// When the last attempt failed.
    package var failed: Date

    /// A failure.
    package init(questionID: String, attempts: Int, code: String, message: String, failed: Date) {
        self.questionID = questionID
        self.attempts = attempts
        self.code = code
        self.message = message
        self.failed = failed
    }
}

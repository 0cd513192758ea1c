package import Foundation

/// A reply without its texts, which may be long: what is known of it, and how many bytes each text has.
package struct ReplyFacts: Sendable, Equatable {
    /// Why and when a reply was set aside.
    package struct Aside: Sendable, Equatable {
        package var cause: SetAsideRecord.Cause
        package var at: Date?
    }

    /// The store's number of the reply.
    package var id: Int64
    /// The store's number of its run.
    package var run: Int64
    /// The question, with its prompt where that is stored.
    package var question: QuestionRecord
    /// Bytes of what it said.
    package var textBytes: Int
    /// Bytes of the reasoning that the server gave apart; nil where it gave none.
    package var reasoningBytes: Int?
    /// Bytes of the response's body; nil where it is not kept.
    package var responseBytes: Int?
    /// Why the respondent stopped: "stop", "length", …
    package var finishReason: String?
    /// The model's name as the server reported it.
    package var model: String?
    /// Who served it, where a gateway says so.
    package var provider: String?
    /// The server's mark of the model and settings that it ran.
    package var fingerprint: String?
    /// Settings of the run that were not sent.
    package var omittedSettings: [String]
    /// Tokens, as reported.
    package var promptTokens, completionTokens, reasoningTokens: Int?
    /// Seconds from the last attempt's start to its end.
    package var latency: Double?
    /// How many times the question was sent.
    package var attempts: Int
    /// When the reply came.
    package var replied: Date?
    /// Nil where it stands.
    package var aside: Aside?
    /// All readings, the oldest reader's first.
    package var readings: [ReadingRecord]
}

/// A reading of the reply that stands to a question, found without the reply.
package struct QuestionReading: Sendable, Equatable {
    /// The store's number of the reply.
    package var reply: Int64
    /// Which of the options stood first, as stored with the question: 0 = agree; nil where that is not known.
    package var first: Int?
    /// The current reading.
    package var reading: ReadingRecord
}

/// A long text of a reply.
package enum ReplyText: Sendable, Hashable {
    /// What it said.
    case text
    /// The reasoning that the server gave apart.
    case reasoning
    /// The response's body, which may be any bytes.
    case response

    var query: StoreQuery {
        switch self {
        case .text: .textPart
        case .reasoning: .reasoningPart
        case .response: .responsePart
        }
    }
}

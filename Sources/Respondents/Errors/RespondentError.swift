/// Why a question came back without a reply, what to do about it, and whether asking again can help.
package struct RespondentError: Error, Sendable, Hashable {
    /// What went wrong.
    package var code: Code
    /// Whether and when another attempt makes sense.
    package var classification: Classification
    /// What happened, with the URL and a short excerpt of the body. One line, without control characters or the key.
    package var what: String
    /// What the user can do about it; empty where there is nothing to be done.
    package var remedy: String
    /// HTTP status, where an answer came back.
    package var status: Int?
    /// What the server says is left of its limits; nil where it does not say.
    package var rateLimit: RateLimit?

    /// An error; `classification` is the code's usual one unless it is given.
    package init(
        code: Code, classification: Classification? = nil, what: String, remedy: String = "", status: Int? = nil
    ) {
        self.code = code
        self.classification = classification ?? code.usualClassification
        self.what = what
        self.remedy = remedy
        self.status = status
    }
}

extension RespondentError: CustomStringConvertible {
    /// What happened and what to do, in one line.
    package var description: String {
        remedy.isEmpty ? what : "\(what): \(remedy)"
    }
}

extension RespondentError {
    /// Whether asking again can help.
    package enum Classification: Sendable, Hashable {
        /// The same question may succeed in a moment.
        case transient
        /// The server asks to slow down, and perhaps says for how long.
        case rateLimit(retryAfter: Duration?)
        /// This question will fail again; others may succeed.
        case permanentForQuestion
        /// Every question would fail in the same way: stop asking.
        case permanentForRun
    }

    /// The identity of an error: what a program may branch on.
    package enum Code: Sendable, Hashable {
        /// No complete answer within the time limit.
        case timeout
        /// Nobody listens at the address.
        case connectionRefused
        /// The host's name could not be resolved, or no way leads to it.
        case hostUnreachable
        /// The connection broke before the answer was complete.
        case connectionLost
        /// No secure connection could be made.
        case tls
        /// The server points elsewhere; the key is not sent there.
        case redirected
        /// Too many requests.
        case rateLimited
        /// The key is missing, wrong, or may not do this.
        case unauthorized
        /// The server does not know the model.
        case unknownModel
        /// The account has no credit, or a limit of spending is reached.
        case noCredit
        /// The provider does not serve the place that the question came from.
        case unsupportedLocation
        /// A firewall or a check for bots turned the question away before the server saw it.
        case turnedAway
        /// A filter of the provider rejected the question.
        case contentBlocked
        /// The model wrote, but nothing that the server could take: another draw may succeed.
        case generationFailed
        /// The question is longer than the model can read.
        case contextTooLong
        /// Any other status than 200…299.
        case http(Int)
        /// The answer is something else than JSON, such as an HTML page.
        case notJSON
        /// The answer is JSON at best in part: empty, cut off, or without a choice in it.
        case malformed
        /// The server reported an error inside an answer of status 200.
        case serverError
        /// The answer is longer than the limit.
        case tooLarge
        /// The answer's compression is damaged.
        case badEncoding
        /// The surrounding task was cancelled, or the respondent was shut down.
        case cancelled
    }
}

extension RespondentError.Code {
    /// A stable word for stores and logs: `timeout`, `http-503`.
    package var name: String {
        if case .http(let status) = self { return "http-\(status)" }
        return String(describing: self)
    }

    /// Whether the question was sent and the server may have written, and charged for, an answer that did not arrive.
    ///
    /// An answer of another status than 200…299 says that none was written; but a gateway that gave up waiting does not
    /// know, and a server that could not take what the model wrote had it written.
    package var mayHaveBeenCharged: Bool {
        switch self {
        case .timeout, .connectionLost, .notJSON, .malformed, .tooLarge, .badEncoding, .cancelled, .serverError,
            .generationFailed, .http(504), .http(524):
            true
        default: false
        }
    }

    /// What an error of this code means for the question and the run, unless the server says more.
    ///
    /// A page of HTML or a body of a gigabyte under status 200 is a proxy's hiccup more often than a setting: it counts
    /// as transient, and the caller's ceiling on tries ends it.
    package var usualClassification: RespondentError.Classification {
        switch self {
        case .timeout, .connectionRefused, .hostUnreachable, .connectionLost, .notJSON, .malformed, .serverError,
            .generationFailed, .tooLarge, .badEncoding:
            .transient
        case .rateLimited: .rateLimit(retryAfter: nil)
        case .contentBlocked, .contextTooLong: .permanentForQuestion
        case .tls, .redirected, .unauthorized, .unknownModel, .noCredit, .unsupportedLocation, .turnedAway, .cancelled:
            .permanentForRun
        case .http(let status): Self.classification(ofStatus: status)
        }
    }

    /// 408, 409, 425, 5xx and what gateways say of an upstream that failed (424, 498, 499) pass; 404, 405 and 410 mean a
    /// wrong address; any other 4xx concerns the question alone.
    private static func classification(ofStatus status: Int) -> RespondentError.Classification {
        switch status {
        case 408, 409, 424, 425, 498, 499, 500...: .transient
        case 420, 429: .rateLimit(retryAfter: nil)
        case 404, 405, 410: .permanentForRun
        case 400..<500: .permanentForQuestion
        default: .permanentForRun
        }
    }
}

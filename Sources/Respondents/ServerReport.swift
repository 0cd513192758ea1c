/// What a server says about an error, in any of the shapes that are in use:
/// `{"error": {"message", "type", "code"}}`, `{"error": "…"}`, `[{"error": …}]`, `{"detail": …}`, `{"message": …}`,
/// and the lists of complaints of servers that check a request field by field.
struct ServerReport {
    /// The server's own words; empty where it has none.
    let message: String
    /// Its code and type in lower case, for what the status alone does not tell.
    let words: String
    /// An HTTP status inside the report, as gateways put it under status 200.
    let status: Int?
    /// How long to wait, as Google says it among the details.
    let retryDelay: Duration?
    /// Whether nothing at all came with the error.
    let isEmpty: Bool

    /// Reads a body; one that is no JSON has no message but is not empty.
    init(_ body: [UInt8]) {
        self.init(JSONReader.read(body) ?? .null, isEmpty: body.isEmpty)
    }

    init(_ document: JSONValue, isEmpty: Bool = false) {
        self.isEmpty = isEmpty
        let root = document.array?.first ?? document
        let error = root["error"] ?? root["detail"] ?? root
        message = error.string ?? error["message"]?.string ?? root["message"]?.string ?? Self.complaints(error) ?? ""
        let code = error["code"] ?? root["code"]
        let kinds = [code?.word, error["type"]?.string, error["status"]?.string, error["param"]?.string].compactMap(
            \.self)
        words = (kinds + [message]).joined(separator: " ").lowercased()
        let delay = error["details"]?.array?.compactMap { $0["retryDelay"]?.string }.first
        retryDelay = delay.flatMap { SpelledDuration($0)?.duration }.map { min($0, .seconds(86_400)) }
        status = code?.integer.flatMap { (400..<600).contains($0) ? $0 : nil }
    }
}

extension ServerReport {
    /// `[{"loc": ["body", "max_tokens"], "msg": "Extra inputs are not permitted"}]`, once or inside a `detail`.
    private static func complaints(_ error: JSONValue) -> String? {
        let list = error.array ?? error["detail"]?.array ?? error["message"]?["detail"]?.array
        return list?.map { complaint in
            let place = complaint["loc"]?.array?.compactMap(\.word).joined(separator: ".") ?? ""
            return "\(place): \(complaint["msg"]?.string ?? "")"
        }.joined(separator: "; ")
    }

    /// The error that this report is about, given the status it came with.
    func code(forStatus status: Int) -> RespondentError.Code {
        switch status {
        case 401: .unauthorized
        case 402: .noCredit
        case 403: mentions("moderation", "flagged", "content_filter") ? .contentBlocked : .unauthorized
        case 404: mentions("model", "deployment") ? .unknownModel : .http(404)
        case 429:
            mentions("insufficient_quota", "insufficient balance", "credit", "budget_exceeded")
                ? .noCredit : .rateLimited
        case 400, 413, 422: knownCode ?? .http(status)
        default: .http(status)
        }
    }

    /// What the words say where the status says nothing; nil where they say nothing either.
    var knownCode: RespondentError.Code? {
        if mentions("model_not_found", "model not found", "does not exist", "unknown model", "invalid model") {
            return .unknownModel
        }
        // LiteLLM without a database says the last of a key that is not its own.
        if mentions(
            "invalid_api_key", "api_key_invalid", "api key not valid", "incorrect api key", "invalid x-api-key",
            "no_db_connection")
        {
            return .unauthorized
        }
        if mentions("location is not supported", "region, or territory not supported") { return .unauthorized }
        if mentions(
            "insufficient_quota", "insufficient balance", "billing_not_active", "credit balance", "budget_exceeded")
        {
            return .noCredit
        }
        if mentions("content_filter", "content_policy", "content management policy", "content filtering policy") {
            return .contentBlocked
        }
        if mentions(
            "context_length", "context length", "exceed_context_size", "maximum context", "context window",
            "contextwindowexceeded", "prompt is too long", "maximum number of tokens allowed")
        {
            return .contextTooLong
        }
        if mentions("rate_limit", "rate limit", "too many requests") { return .rateLimited }
        return nil
    }

    private func mentions(_ phrases: String...) -> Bool {
        phrases.contains { words.contains($0) }
    }
}

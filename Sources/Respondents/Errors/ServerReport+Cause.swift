import Text

extension ServerReport {
    /// What the words say, looked for in this order; nil where they say none of it.
    func cause(among causes: [FailureCause] = FailureCause.ofBadRequest) -> FailureCause? {
        causes.first(where: says)
    }

    private func says(_ cause: FailureCause) -> Bool {
        if !cause.codes.isDisjoint(with: codes) { return true }
        let found = cause.phrases.filter { words.contains($0) }
        // An account that was flagged concerns every question.
        if cause == .contentBlocked, found == ["flagged"], words.contains("account") { return false }
        return !found.isEmpty
    }

    /// The error that this report is about, given the status it came with.
    func meaning(forStatus status: Int) -> (code: RespondentError.Code, cause: FailureCause?) {
        let cause = cause(forStatus: status)
        if let cause { return (cause.code, cause) }
        switch status {
        case 401, 403: return (.unauthorized, nil)
        case 402: return (.noCredit, nil)
        case 429: return (.rateLimited, nil)
        default: return (.http(status), nil)
        }
    }

    private func cause(forStatus status: Int) -> FailureCause? {
        switch status {
        case 401: return cause(among: [.location, .limitSpent, .noCredit])
        case 402: return cause(among: [.limitSpent])
        case 403:
            return cause(among: [.contentBlocked, .location, .limitSpent, .noCredit])
                ?? (saysQuota ? .limitSpent : cause(among: [.rateLimited, .turnedAway]))
        case 404, 410:
            if let cause = cause(among: [.wrongEndpoint]) { return cause }
            return status == 404 && mentions("model", "deployment") ? .unknownModel : nil
        case 429:
            return cause(among: [.limitSpent, .noCredit]) ?? (mentions("credit") ? .noCredit : nil)
                ?? (mentions("request too large") ? .contextTooLong : nil)
        // Guardrails of a gateway; a law, or a filter of a country.
        case 446: return .contentBlocked
        case 451: return cause(among: [.location]) ?? .contentBlocked
        case 405, 408, 409, 420, 425, 498, 499: return nil
        case 400..<500: return cause()
        default: return cause(among: [.contentBlocked, .generationFailed, .contextTooLong])
        }
    }

    /// Limits of a day or a plan, which under 403 are no matter of a moment.
    private var saysQuota: Bool {
        mentions("quota", "daily limit", "weekly limit", "limit exceeded", "limit reached")
            && !mentions("quota project", "rate limit")
    }

    private func mentions(_ phrases: String...) -> Bool {
        phrases.contains { words.contains($0) }
    }
}

extension JSONValue {
    /// Whether this, in the place of an error, reports one: gateways write `null`, `{}`, `""` and a code of 0 for none.
    var reportsError: Bool {
        switch self {
        case .null: false
        case .bool(let isError): isError
        case .integer, .number, .written: double != 0 && double != 200
        case .string(let text): !Self.nothings.contains(text.trimmingSpace().lowercased())
        case .array(let elements): elements.contains(where: \.reportsError)
        case .object(let members):
            members.contains { Self.telling.contains($0.name) && $0.value.reportsError }
                || (!members.isEmpty && !members.contains { Self.telling.contains($0.name) })
        }
    }

    private static let nothings: Set = ["", "0", "200", "ok", "none", "null", "success", "false"]
    private static let telling: Set = [
        "code", "message", "msg", "type", "status_code", "status_msg", "error_code", "error_msg", "metadata", "error",
    ]

    /// The error that a document of status 200 reports, wherever it stands.
    var reportedError: Bool {
        if let error = self["error"], error.reportsError { return true }
        if let errors = self["errors"], errors.reportsError { return true }
        if let status = self["base_resp"]?["status_code"] ?? self["error_code"], status.reportsError { return true }
        return self["type"] == "error" || self["object"] == "error" || self["success"] == .bool(false)
    }

    /// Whether one of a filter's verdicts, by category or in a list, took something away.
    var tellsFilter: Bool {
        let verdicts: [JSONValue] = if case .object(let members) = self { members.map(\.value) } else { array ?? [] }
        return verdicts.contains { $0["filtered"] == .bool(true) || $0["blocked"] == .bool(true) }
    }
}

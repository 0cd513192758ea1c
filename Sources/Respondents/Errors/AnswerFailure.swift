import NIOHTTP1
import Text

/// Says why an answer holds no reply, what to do, and whether asking again can help.
struct AnswerFailure {
    private let answer: HTTPAnswer
    private let endpoint: Endpoint
    private var settings: ServerSettings { endpoint.settings }

    init(_ answer: HTTPAnswer, endpoint: Endpoint) {
        self.answer = answer
        self.endpoint = endpoint
    }

    /// An answer of a status outside 200…299.
    func forStatus() -> RespondentError {
        if (300..<400).contains(answer.status) { return redirected() }
        let report = ServerReport(answer.body)
        let verb = "answered with HTTP \(answer.status)"
        var (code, cause) = report.meaning(forStatus: answer.status)
        guard let page = ErrorPage(answer.body) else { return error(code, cause, report, verb: verb) }
        if answer.status == 403, let found = page.cause { (code, cause) = (found.code, found) }
        guard let title = page.title else { return error(code, cause, report, verb: verb) }
        return error(code, cause, ServerReport(["message": .string(title)]), verb: "\(verb) and a page of HTML")
    }

    /// An answer that is no JSON.
    func unreadable() -> RespondentError {
        let first = answer.body.first { !" \n\r\t".utf8.contains($0) }
        guard let first else {
            return failure(.malformed, "answered with an empty body", remedy: Self.mayPass)
        }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
            return failure(.malformed, "answered with broken or cut-off JSON: \(excerpt)", remedy: Self.mayPass)
        }
        let what = first == UInt8(ascii: "<") ? "a page of HTML" : "something else than JSON"
        return failure(
            .notJSON, "answered with \(what): \(excerpt)",
            remedy: "check --base-url: \(endpoint.format.usualEnd)")
    }

    /// A stream that ends before its answer does.
    func cutOff() -> RespondentError {
        failure(
            .connectionLost, "sent its answer as a stream, and lost the connection before the end: \(excerpt)",
            remedy: Self.mayPass)
    }

    /// JSON in which no answer is: an error that the server reports under status 200, or nothing of use.
    func withoutChoice(_ document: JSONValue) -> RespondentError {
        let document = document.array?.first ?? document
        if document.reportedError { return reported(by: document) }
        let report = ServerReport(document)
        if let cause = report.cause() { return error(cause.code, cause, report, verb: "answered with an error") }
        return failure(.malformed, "answered without \(endpoint.format.answer): \(excerpt)", remedy: Self.mayPass)
    }

    /// An error that the server reports under status 200, with or without a piece of an answer beside it.
    func reported(by document: JSONValue) -> RespondentError {
        let report = ServerReport(document)
        let known = report.cause()
        let (code, cause) = report.status.map(report.meaning) ?? (known?.code ?? .serverError, known)
        return error(code, cause, report, verb: "answered with an error")
    }

    /// An answer that the server broke off, and says so by a word alone.
    func brokenOff(by word: String) -> RespondentError {
        failure(.serverError, "broke off its answer: \(quoted(word))", remedy: Self.mayPass)
    }

    /// An answer that came to nothing by the luck of the draw.
    func cameToNothing(by word: String) -> RespondentError {
        failure(
            .generationFailed, "ended its answer without a text: \(quoted(word))",
            remedy: remedy(for: .generationFailed))
    }

    /// A question that a filter kept from the model, reported under status 200.
    func blocked(because reason: String) -> RespondentError {
        failure(.contentBlocked, "blocked the question: \(quoted(reason))", remedy: remedy(for: .contentBlocked))
    }

    private func error(
        _ code: RespondentError.Code, _ cause: FailureCause?, _ report: ServerReport, verb: String
    ) -> RespondentError {
        var error = failure(
            code, report.isEmpty ? verb : "\(verb): \(excerpt(report))", remedy: remedy(for: code, cause))
        error.rateLimit = RateLimit(answer.headers)
        let wait = RetryAfter(answer.headers).wait ?? report.retryDelay ?? error.rateLimit?.waitWhereUsedUp
        // A server that names a time under 429, 503 or 529 wants the same thing each time.
        if code == .rateLimited || (wait != nil && error.classification == .transient) {
            error.classification = .rateLimit(retryAfter: wait)
        }
        return error
    }

    private func redirected() -> RespondentError {
        let said = answer.headers.first(name: "location") ?? ""
        // A location without a host is one of this server.
        let isPath = said.hasPrefix("/") && !said.hasPrefix("//")
        let location = Excerpt.of(isPath ? settings.baseURL.origin + said : said, hiding: settings.apiKey)
        guard !location.isEmpty else {
            return failure(
                .redirected, "answered with HTTP \(answer.status), which sends elsewhere without saying where",
                remedy: "correct --base-url")
        }
        let target = location.hasSuffix(endpoint.ending) ? String(location.dropLast(endpoint.ending.count)) : location
        return failure(
            .redirected, "redirects to '\(location)' (HTTP \(answer.status)), where the key is not sent",
            remedy: target.isEmpty ? "correct --base-url" : "if you trust that address, set --base-url \(target)")
    }

    private func failure(_ code: RespondentError.Code, _ verb: String, remedy: String) -> RespondentError {
        RespondentError(code: code, what: "\(endpoint.shown) \(verb)", remedy: remedy, status: answer.status)
    }

    private static let mayPass = "asking again may help"
}

extension AnswerFailure {
    private var excerpt: String { "\"\(Excerpt.of(answer.body, hiding: settings.apiKey))\"" }

    private func quoted(_ text: String) -> String { "\"\(Excerpt.of(text, hiding: settings.apiKey))\"" }

    private func excerpt(_ report: ServerReport) -> String {
        report.message.isEmpty ? excerpt : quoted(report.message)
    }

    private func remedy(for code: RespondentError.Code, _ cause: FailureCause? = nil) -> String {
        switch code {
        case .unauthorized where settings.apiKey == nil: "give an API key by the environment or --key-file"
        case .unauthorized: "check the API key, and that it may use '\(settings.model)'"
        case .unknownModel: "check the model's name '\(settings.model)' against the provider's list"
        case .noCredit where cause == .limitSpent:
            "a limit of spending is reached: raise it, or wait until it begins anew, then run again: what was answered "
                + "is kept"
        case .noCredit: "add credit to the account, then run again: what was answered is kept"
        case .unsupportedLocation:
            "the provider does not serve the place that the request came from: ask from another one, or another provider"
        case .turnedAway:
            "a firewall or a check for bots on the way turned the request away: ask from another network, or check "
                + "--base-url"
        case .rateLimited: "ask fewer questions at once (--concurrency)"
        case .contentBlocked: "the provider's filter rejects this question; others are not concerned"
        case .contextTooLong: "the question does not fit the model: lower --max-tokens, or ask fewer values at once"
        case .generationFailed: "the model's output was none that the server could take: asking again may help"
        case .http(404), .http(405), .http(410):
            "check --base-url: \(endpoint.format.usualEnd)"
        case .http(400), .http(422):
            "the server does not accept this request: check the settings against its documentation"
        case .http(413): "the question is too large for the server"
        case .http(let status) where status >= 500: "the server is in trouble: asking again may help"
        case .serverError: Self.mayPass
        default: ""
        }
    }
}

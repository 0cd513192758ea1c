import Respondents
import TestServers
import Testing

/// What every provider makes of an error, in the words of its format.
@Suite("An error of every provider", .timeLimit(.minutes(2)))
struct ContractErrorTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var status: Int
        var message = "no"
        var headers: [(String, String)] = []
        var code: RespondentError.Code
        var classification: RespondentError.Classification

        var testDescription: String { "\(status) \(message) \(headers)" }
    }

    static let cases = [
        Case(status: 400, code: .http(400), classification: .permanentForQuestion),
        Case(
            status: 400, message: "prompt is too long: 9 tokens > 8 maximum context", code: .contextTooLong,
            classification: .permanentForQuestion),
        Case(
            status: 400, message: "Output blocked by content filtering policy", code: .contentBlocked,
            classification: .permanentForQuestion),
        Case(
            status: 400, message: "API key not valid. Please pass a valid API key.", code: .unauthorized,
            classification: .permanentForRun),
        Case(
            status: 400, message: "Your credit balance is too low to access the API.", code: .noCredit,
            classification: .permanentForRun),
        Case(
            status: 400, message: "User location is not supported for the API use.", code: .unsupportedLocation,
            classification: .permanentForRun),
        Case(status: 401, code: .unauthorized, classification: .permanentForRun),
        Case(status: 402, code: .noCredit, classification: .permanentForRun),
        Case(status: 403, code: .unauthorized, classification: .permanentForRun),
        Case(status: 404, message: "model: x", code: .unknownModel, classification: .permanentForRun),
        Case(status: 404, code: .http(404), classification: .permanentForRun),
        Case(status: 413, code: .http(413), classification: .permanentForQuestion),
        Case(status: 422, code: .http(422), classification: .permanentForQuestion),
        Case(status: 429, code: .rateLimited, classification: .rateLimit(retryAfter: nil)),
        Case(
            status: 429, headers: [("retry-after", "7")], code: .rateLimited,
            classification: .rateLimit(retryAfter: .seconds(7))),
        Case(status: 500, code: .http(500), classification: .transient),
        Case(status: 503, code: .http(503), classification: .transient),
        Case(
            status: 503, headers: [("retry-after", "3")], code: .http(503),
            classification: .rateLimit(retryAfter: .seconds(3))),
        Case(status: 529, message: "Overloaded", code: .http(529), classification: .transient),
        Case(
            status: 529, headers: [("retry-after", "2")], code: .http(529),
            classification: .rateLimit(retryAfter: .seconds(2))),
    ]

    @Test(arguments: Provider.all, cases)
    func `means the same for the question and the run`(provider: Provider, expected: Case) async throws {
        let error = try await provider.failure(
            provider.format.loopback.error(expected.status, expected.message, headers: expected.headers))
        #expect(error.code == expected.code)
        #expect(error.classification == expected.classification)
        #expect(error.status == expected.status)
        #expect(error.what.contains("\"\(expected.message)\""))
    }

    @Test(arguments: Provider.all)
    func `is judged by its status where it is a page of HTML`(provider: Provider) async throws {
        let error = try await provider.failure(
            .answer(502, "<html>Bad Gateway</html>", headers: [("content-type", "text/html")]))
        #expect(error.code == .http(502))
        #expect(error.classification == .transient)
    }
}

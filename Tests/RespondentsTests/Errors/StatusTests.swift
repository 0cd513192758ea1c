import Respondents
import TestServers
import Testing

/// What a status means, together with what the server says about it.
@Suite("An HTTP status", .timeLimit(.minutes(2)))
struct StatusTests {
    typealias Code = RespondentError.Code
    typealias Classification = RespondentError.Classification

    struct Case: Sendable {
        var status: Int
        var body = ""
        var code: Code
        var classification: Classification
    }

    static let cases = [
        Case(status: 400, code: .http(400), classification: .permanentForQuestion),
        Case(
            status: 400, body: #"{"error":{"message":"too long","code":"context_length_exceeded"}}"#,
            code: .contextTooLong, classification: .permanentForQuestion),
        Case(
            status: 400, body: #"{"error":{"message":"filtered","code":"content_filter"}}"#, code: .contentBlocked,
            classification: .permanentForQuestion),
        Case(
            status: 400, body: #"[{"error":{"code":400,"message":"API key not valid. Please pass one."}}]"#,
            code: .unauthorized, classification: .permanentForRun),
        Case(
            status: 400, body: #"{"error":{"message":"The model `x` does not exist","type":"invalid_request_error"}}"#,
            code: .unknownModel, classification: .permanentForRun),
        // A gateway without a database looks there for a key that is not its own.
        Case(
            status: 400, body: #"{"error":{"message":"No connected db.","type":"no_db_connection","code":"400"}}"#,
            code: .unauthorized, classification: .permanentForRun),
        Case(
            status: 400,
            body: #"{"error":{"message":"gateway.ContextWindowExceededError: too long","code":"400"}}"#,
            code: .contextTooLong, classification: .permanentForQuestion),
        Case(
            status: 400,
            body: #"{"type":"error","error":{"type":"api_error","message":"Your input exceeds the context window"}}"#,
            code: .contextTooLong, classification: .permanentForQuestion),
        Case(status: 401, code: .unauthorized, classification: .permanentForRun),
        Case(status: 402, code: .noCredit, classification: .permanentForRun),
        Case(status: 403, code: .unauthorized, classification: .permanentForRun),
        Case(
            status: 403, body: #"{"error":{"message":"Your input was flagged","code":403}}"#, code: .contentBlocked,
            classification: .permanentForQuestion),
        Case(
            status: 404, body: #"{"error":{"code":"model_not_found","message":"no such model"}}"#, code: .unknownModel,
            classification: .permanentForRun),
        Case(
            status: 404, body: #"{"error":"model 'x' not found, try pulling it first"}"#, code: .unknownModel,
            classification: .permanentForRun),
        Case(status: 404, body: #"{"detail":"Not Found"}"#, code: .http(404), classification: .permanentForRun),
        Case(status: 405, code: .http(405), classification: .permanentForRun),
        Case(status: 408, code: .http(408), classification: .transient),
        Case(status: 409, code: .http(409), classification: .transient),
        Case(status: 413, code: .http(413), classification: .permanentForQuestion),
        Case(
            status: 422, body: #"{"detail":[{"loc":["body"],"msg":"field required"}]}"#, code: .http(422),
            classification: .permanentForQuestion),
        Case(status: 425, code: .http(425), classification: .transient),
        Case(status: 429, code: .rateLimited, classification: .rateLimit(retryAfter: nil)),
        Case(
            status: 429, body: #"{"error":{"type":"insufficient_quota","message":"You exceeded your quota"}}"#,
            code: .noCredit, classification: .permanentForRun),
        Case(
            status: 429, body: #"{"error":{"type":"budget_exceeded","message":"over the budget","code":"429"}}"#,
            code: .noCredit, classification: .permanentForRun),
        Case(status: 500, code: .http(500), classification: .transient),
        Case(status: 502, body: "<html>Bad Gateway</html>", code: .http(502), classification: .transient),
        Case(status: 503, code: .http(503), classification: .transient),
        Case(
            status: 200, body: #"{"error":{"code":502,"message":"upstream"}}"#, code: .http(502),
            classification: .transient),
        Case(
            status: 200, body: #"{"error":{"code":"429","message":"slow down"},"choices":[]}"#, code: .rateLimited,
            classification: .rateLimit(retryAfter: nil)),
        Case(
            status: 200, body: #"{"error":{"message":"rate limit reached"}}"#, code: .rateLimited,
            classification: .rateLimit(retryAfter: nil)),
        Case(status: 200, body: #"{"error":"strange"}"#, code: .serverError, classification: .transient),
    ]

    @Test(arguments: cases)
    func `has one meaning for the question and the run`(of expected: Case) async throws {
        let error = try await failure(ofServer: .answer(expected.status, expected.body))
        #expect(error.code == expected.code)
        #expect(error.classification == expected.classification)
        #expect(error.status == expected.status)
    }

    @Test(
        arguments: [
            ([("retry-after", "7")], Duration.seconds(7)), ([("Retry-After", " 0.5 ")], .milliseconds(500)),
            ([("retry-after-ms", "250"), ("retry-after", "9")], .milliseconds(250)),
            (
                [("retry-after", "Fri, 01 Mar 2024 00:00:05 GMT"), ("date", "Thu, 29 Feb 2024 23:59:55 GMT")],
                .seconds(10)
            ),
            (
                [("retry-after", "Thu, 29 Feb 2024 23:59:55 GMT"), ("date", "Fri, 01 Mar 2024 00:00:05 GMT")],
                .zero
            ),
            ([("retry-after", "99999999999999999999")], .seconds(86_400)), ([("retry-after", "-3")], nil),
            ([("retry-after", "soon")], nil), ([("retry-after", "nan")], nil),
            ([("retry-after", "Thu, 99 Feb 2024 23:59:55 GMT")], nil),
            ([("retry-after", "Friday, 01-Mar-24 00:00:05 GMT"), ("date", "Thu Feb 29 23:59:55 2024")], .seconds(10)),
            (
                [("retry-after", "Fri Mar  1 00:00:05 2024"), ("date", "Thursday, 29-Feb-24 23:59:55 GMT")],
                .seconds(10)
            ),
            ([("retry-after", "2024-03-01T00:00:05Z"), ("date", "Thu, 29 Feb 2024 23:59:55 GMT")], .seconds(10)),
            ([("retry-after", "1709251205"), ("date", "Thu, 29 Feb 2024 23:59:55 GMT")], .seconds(10)),
            ([("retry-after", "Sun Nov  6 08:49:37 1994"), ("date", "Thu, 29 Feb 2024 23:59:55 GMT")], .zero),
            ([("retry-after", "Fri, 01 Mar 2124 00:00:05 GMT")], .seconds(86_400)),
            ([("retry-after", "20s")], .seconds(20)), ([("retry-after", "1m30s")], .seconds(90)),
            ([("retry-after", "500ms")], .milliseconds(500)), ([("retry-after", "2 seconds")], .seconds(2)),
            ([("retry-after", "1 minute, 5 secs.")], .seconds(65)), ([("retry-after", "2 Hours")], .seconds(7200)),
            ([("retry-after", "PT30S")], .seconds(30)), ([("retry-after", "1.5")], .milliseconds(1500)),
            ([("retry-after", "1e308")], .seconds(86_400)), ([("retry-after", "9223372036")], .seconds(86_400)),
            ([("retry-after-ms", "1e300")], .seconds(86_400)),
            ([("retry-after-ms", "x"), ("retry-after", "9")], .seconds(9)),
            ([("retry-after", "0x10")], nil), ([("retry-after", "inf")], nil), ([("retry-after", "-inf")], nil),
            ([("retry-after", "")], nil), ([("retry-after", "1,2")], nil), ([("retry-after", "-5s")], nil),
            ([("retry-after", "1e2x")], nil), ([("retry-after", "Fri, 30 Feb 2024 00:00:00 GMT")], nil),
            ([("retry-after", "Fri Mar  1 25:61:61 2024")], nil), ([("retry-after", "999999999 days")], nil),
        ] as [([(String, String)], Duration?)])
    func `of 429 waits for as long as the server asks`(headers: [(String, String)], expected: Duration?) async throws {
        let error = try await failure(ofServer: .answer(429, "", headers: headers))
        #expect(error.classification == .rateLimit(retryAfter: expected))
    }

    @Test
    func `of 503 with a time to wait counts as a rate limit; one of 400 never does`() async throws {
        let headers = [("retry-after", "3")]
        let busy = try await failure(ofServer: .answer(503, "", headers: headers))
        #expect(busy.code == .http(503))
        #expect(busy.classification == .rateLimit(retryAfter: .seconds(3)))
        #expect(try await failure(ofServer: .answer(400, "", headers: headers)).classification == .permanentForQuestion)
    }

    @Test
    func `is described with the server's words and a remedy`() async throws {
        let cases = [
            (
                401, #"{"error":{"message":"Incorrect API key\nprovided"}}"#,
                #"""
                URL answered with HTTP 401: "Incorrect API key provided": check the API key, and that it may use \#
                'some/model'
                """#
            ),
            (
                404, #"{"error":{"message":"The model `x` does not exist"}}"#,
                #"""
                URL answered with HTTP 404: "The model `x` does not exist": check the model's name 'some/model' against \#
                the provider's list
                """#
            ),
            (
                402, "",
                "URL answered with HTTP 402: add credit to the account, then run again: what was answered is kept"
            ),
            (500, "oops", #"URL answered with HTTP 500: "oops": the server is in trouble: asking again may help"#),
            (429, "", "URL answered with HTTP 429: ask fewer questions at once (--concurrency)"),
        ]
        for (status, body, description) in cases {
            #expect(try await failure(ofServer: .answer(status, body)).description == description)
        }
    }
}

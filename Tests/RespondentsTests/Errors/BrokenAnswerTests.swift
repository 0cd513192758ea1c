import Respondents
import TestServers
import Testing

/// A failure that comes under status 200: it passes, and its reason is shown.
@Suite("A failure under status 200", .timeLimit(.minutes(2)))
struct BrokenAnswerTests {
    typealias Code = RespondentError.Code

    struct Case: Sendable, CustomTestStringConvertible {
        var provider = "openrouter"
        var body: String
        var code: Code
        var says: String
        var testDescription: String { "\(provider) \(body.prefix(90))" }
    }

    static let cases = [
        Case(
            body:
                #"{"choices":[{"message":{"content":""},"finish_reason":"error","error":{"code":502,"message":"Provider returned error","metadata":{"raw":"upstream overloaded","provider_name":"P"}}}]}"#,
            code: .http(502), says: #"answered with an error: "Provider returned error (P): upstream overloaded""#),
        Case(
            body:
                #"{"choices":[{"message":{"content":"{\"action\": \"Opt"},"finish_reason":"error","error":{"code":429,"message":"slow"}}]}"#,
            code: .rateLimited, says: #"answered with an error: "slow""#),
        Case(
            body:
                #"{"error":{"message":"stream broke","code":"server_error"},"choices":[{"message":{"content":"Option 1"},"finish_reason":"stop"}]}"#,
            code: .serverError, says: #"answered with an error: "stream broke""#),
        Case(
            body: #"{"choices":[{"message":{"content":"Option 1"},"finish_reason":null,"error":"lost"}]}"#,
            code: .serverError, says: #"answered with an error: "lost""#),
        Case(
            provider: "deepseek",
            body: #"{"choices":[{"message":{"content":"Option"},"finish_reason":"insufficient_system_resource"}]}"#,
            code: .serverError, says: #"broke off its answer: "insufficient_system_resource""#),
        Case(
            provider: "sglang", body: #"{"choices":[{"message":{"content":null},"finish_reason":"abort"}]}"#,
            code: .serverError, says: #"broke off its answer: "abort""#),
        Case(
            body: #"{"choices":[{"message":{"content":""},"finish_reason":"network_error"}]}"#, code: .serverError,
            says: #"broke off its answer: "network_error""#),
        Case(
            body: #"{"choices":[{"message":{"content":""},"finish_reason":"ERROR"}]}"#, code: .serverError,
            says: #"broke off its answer: "ERROR""#),
        Case(
            provider: "anthropic",
            body: #"{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}"#,
            code: .http(503), says: #"answered with an error: "Overloaded""#),
        Case(
            provider: "anthropic",
            body: #"{"type":"error","content":[],"error":{"type":"api_error","message":"Internal"}}"#,
            code: .serverError, says: #"answered with an error: "Internal""#),
        Case(
            provider: "anthropic", body: #"{"content":[{"type":"text","text":"Opt"}],"stop_reason":"error"}"#,
            code: .serverError, says: #"broke off its answer: "error""#),
        Case(
            provider: "google",
            body: #"[{"error":{"code":503,"message":"The model is overloaded.","status":"UNAVAILABLE"}}]"#,
            code: .http(503), says: #"answered with an error: "The model is overloaded.""#),
        Case(
            provider: "google", body: #"{"candidates":[{"content":{"role":"model"},"finishReason":"OTHER"}]}"#,
            code: .generationFailed, says: #"ended its answer without a text: "OTHER""#),
        Case(
            body: #"{"choices":null,"base_resp":{"status_code":1002,"status_msg":"rate limit"}}"#, code: .rateLimited,
            says: #"answered with an error: "rate limit""#),
        Case(
            body: #"{"success":false,"errors":[{"code":3040,"message":"No capacity"}]}"#, code: .serverError,
            says: #"answered with an error: "No capacity""#),
        Case(
            body: #"{"error_code":336100,"error_msg":"please try again"}"#, code: .serverError,
            says: #"answered with an error: "please try again""#),
        Case(body: " \n ", code: .malformed, says: "answered with an empty body"),
        Case(body: #"{"choices":[null]}"#, code: .malformed, says: #"answered without a choice: "{"choices":[null]}""#),
    ]

    @Test(arguments: cases)
    func `is none of the model's answers, and may pass`(_ expected: Case) async throws {
        let provider = try #require(Provider.named(expected.provider))
        let error = try await provider.failure(.answer(200, expected.body))
        #expect(error.code == expected.code)
        #expect(error.what.hasSuffix(expected.says))
        #expect(error.remedy.contains("asking again may help") || error.code == .rateLimited)
        switch error.classification {
        case .transient, .rateLimit: break
        default: Issue.record("\(error.classification)")
        }
    }

    @Test(
        arguments: ["null", "{}", "\"\"", "false", "0", "[]", #"{"code":0}"#, #"{"code":200,"message":"success"}"#])
    func `is not what a server writes for none`(value: String) async throws {
        let beside = #"{"error":\#(value),"choices":[{"error":\#(value),"message":{"content":"Option 1"}}]}"#
        #expect(try await reply(toServer: .answer(200, beside)).text == "Option 1")
    }

    @Test
    func `that names a wrong address ends the run with the remedy, and is not tried again`() async throws {
        let body = #"{"error":"Unexpected endpoint or method. (POST /chat/completions)"}"#
        let error = try await failure(ofServer: .answer(200, body))
        #expect(error.classification == .permanentForRun)
        #expect(
            error.description == """
                URL answered with an error: "Unexpected endpoint or method. (POST /chat/completions)": check --base-url: \
                it should end where /chat/completions begins, often in /v1
                """)
    }
}

/// A generation that came to nothing by the luck of the draw.
@Suite("A generation that failed", .timeLimit(.minutes(2)))
struct FailedGenerationTests {
    @Test(
        arguments: [
            (
                400,
                #"{"error":{"message":"Failed to generate JSON. Please adjust your prompt.","type":"invalid_request_error","code":"json_validate_failed","failed_generation":"{"}}"#
            ),
            (400, #"{"error":{"message":"no","code":"tool_use_failed","failed_generation":"<f>"}}"#),
            (400, #"{"error":{"message":"no","failed_generation":""}}"#),
            (
                500,
                #"{"error":{"code":500,"message":"The model produced output that does not match the expected peg-native format","type":"server_error"}}"#
            ),
            (500, #"{"error":{"message":"Failed to parse model output"}}"#),
            (400, #"{"error":{"message":"Unexpected token 12606 while expecting start token 200006","code":400}}"#),
            (424, #"{"error":"Request failed during generation: x","error_type":"generation"}"#),
            (200, #"{"choices":[{"message":{"content":""},"finish_reason":"MALFORMED_FUNCTION_CALL"}]}"#),
            (200, #"{"choices":[{"message":{"content":null},"finish_reason":"other"}]}"#),
        ])
    func `is worth another draw, and tells nothing about the settings`(status: Int, body: String) async throws {
        let error = try await failure(ofServer: .answer(status, body))
        #expect(error.code == .generationFailed)
        #expect(error.classification == .transient)
        #expect(error.code.mayHaveBeenCharged)
        #expect(
            error.remedy == "the model's output was none that the server could take: asking again may help")
    }

    @Test(
        arguments: [
            "MALFORMED_FUNCTION_CALL", "MALFORMED_RESPONSE", "UNEXPECTED_TOOL_CALL", "TOO_MANY_TOOL_CALLS",
            "MISSING_THOUGHT_SIGNATURE", "OTHER",
        ])
    func `of Google's is known by its word, where no text came`(word: String) async throws {
        let provider = try #require(Provider.named("google"))
        let error = try await provider.failure(.answer(200, #"{"candidates":[{"finishReason":"\#(word)"}]}"#))
        #expect(error.code == .generationFailed)
        let text = #"{"candidates":[{"content":{"parts":[{"text":"Option 1"}]},"finishReason":"\#(word)"}]}"#
        #expect(try await provider.reply(.answer(200, text)).text == "Option 1")
    }
}

/// What a gateway passes on of its upstream is shown and heeded.
@Suite("An upstream's reason", .timeLimit(.minutes(2)))
struct UpstreamTests {
    @Test(
        arguments: [
            #""{\"detail\":\"max_tokens must be at most 2048\"}""#, #""max_tokens must be at most 2048""#,
            #"{"error":{"message":"max_tokens must be at most 2048"}}"#,
            #""[{\"error\":{\"message\":\"max_tokens must be at most 2048\"}}]""#,
            #""\"max_tokens must be at most 2048\"""#,
            #""{\"error\":{\"message\":\"\",\"metadata\":{\"raw\":\"max_tokens must be at most 2048\"}}}""#,
        ])
    func `is shown behind the gateway's own words, however it is wrapped`(raw: String) async throws {
        let error = try await failure(
            ofServer: .answer(
                400,
                #"{"error":{"message":"Provider returned error","code":400,"metadata":{"raw":\#(raw),"provider_name":"P"}}}"#
            ))
        #expect(
            error.what
                == #"URL answered with HTTP 400: "Provider returned error (P): max_tokens must be at most 2048""#)
    }

    @Test
    func `decides what the error is`() async throws {
        let raw = #"{\"error\":{\"message\":\"This model's maximum context length is 2048 tokens\"}}"#
        let error = try await failure(
            ofServer: .answer(400, #"{"error":{"message":"Provider returned error","metadata":{"raw":"\#(raw)"}}}"#))
        #expect(error.code == .contextTooLong)
    }
}

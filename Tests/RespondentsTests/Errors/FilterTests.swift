import Respondents
import TestServers
import Testing

/// A filter of the provider is an outcome of one question, whatever the status and the words it comes with.
@Suite("A content filter", .timeLimit(.minutes(2)))
struct FilterTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var provider: String
        var status: Int
        var body: String
        var testDescription: String { "\(provider) \(status)" }

        init(_ provider: String, _ status: Int, _ body: String) {
            (self.provider, self.status, self.body) = (provider, status, body)
        }
    }

    /// As each provider words it, written after its documentation and public reports.
    static let errors = [
        Case(
            "OpenAI", 400,
            #"{"error":{"message":"Invalid prompt: your prompt was flagged as potentially violating our usage policy.","type":"invalid_request_error","param":null,"code":"invalid_prompt"}}"#
        ),
        Case(
            "OpenAI", 400,
            #"{"error":{"message":"Your request was rejected by our safety system.","code":"content_policy_violation"}}"#
        ),
        Case(
            "Azure", 400,
            #"{"error":{"message":"The response was filtered due to the prompt triggering a policy.","type":null,"param":"prompt","code":"content_filter","status":400,"innererror":{"code":"ResponsibleAIPolicyViolation","content_filter_result":{"hate":{"filtered":true,"severity":"high"}}}}}"#
        ),
        Case(
            "Azure", 400,
            #"{"error":{"message":"filtered","innererror":{"code":"ResponsibleAIPolicyViolation"}}}"#),
        Case(
            "Anthropic", 400,
            #"{"type":"error","error":{"type":"invalid_request_error","message":"Output blocked by content filtering policy"}}"#
        ),
        Case(
            "xAI", 403,
            #"{"code":"The caller does not have permission to execute the specified operation","error":"Content violates usage guidelines. Failed check: SAFETY_CHECK_TYPE_CSAM"}"#
        ),
        Case(
            "DeepSeek", 400,
            #"{"error":{"message":"Content Exists Risk","type":"invalid_request_error","param":null,"code":"invalid_request_error"}}"#
        ),
        Case(
            "DashScope", 400,
            #"{"error":{"message":"Output data may contain inappropriate content.","type":"data_inspection_failed","code":"data_inspection_failed"}}"#
        ),
        Case("DashScope", 400, #"{"code":"DataInspectionFailed","message":"no","request_id":"r"}"#),
        Case(
            "Zhipu", 400,
            #"{"contentFilter":[{"level":1,"role":"user"}],"error":{"code":"1301","message":"系统检测到输入可能包含不安全或敏感内容"}}"#),
        Case("Zhipu", 400, #"{"error":{"code":"1301","message":"…"}}"#),
        Case(
            "Baidu", 400,
            #"{"error":{"code":"content_check_error","message":"no","type":"invalid_request_error"}}"#),
        Case("Baidu", 400, #"{"error":{"message":"the content of messages is sensitive"}}"#),
        Case(
            "Together", 422, #"{"error":{"message":"Input text contains NSFW content","code":"nsfw_content_detected"}}"#
        ),
        Case("Baidu", 400, #"{"error":{"code":"invalid_request","message":"您的问题涉及违规内容","type":"x"}}"#),
        Case(
            "Moonshot", 400,
            #"{"error":{"message":"The request was rejected because it was considered high risk","type":"content_filter"}}"#
        ),
        Case(
            "MiniMax", 200,
            #"{"choices":null,"input_sensitive":true,"base_resp":{"status_code":1026,"status_msg":"input new_sensitive"}}"#
        ),
        Case(
            "MiniMax", 200, #"{"choices":null,"output_sensitive":true,"base_resp":{"status_code":0,"status_msg":""}}"#),
        Case(
            "Doubao", 400,
            #"{"error":{"code":"SensitiveContentDetected","message":"The request failed because the input text may contain it","type":"BadRequest"}}"#
        ),
        Case("StepFun", 451, #"{"error":{"message":"The content is blocked","type":"censorship_blocked"}}"#),
        Case("a law", 451, ""),
        Case("Portkey", 446, #"{"hook_results":{"before_request_hooks":[]}}"#),
        Case(
            "OpenRouter", 403,
            #"{"error":{"code":403,"message":"m requires moderation on OpenAI. Your input was flagged for \"hate\".","metadata":{"reasons":["hate"],"flagged_input":"I …","provider_name":"OpenAI"}}}"#
        ),
        Case(
            "OpenRouter", 400,
            #"{"error":{"code":400,"message":"Provider returned error","metadata":{"raw":"{\"error\":{\"message\":\"no\",\"code\":\"content_filter\"}}"}}}"#
        ),
        Case("LiteLLM", 400, #"{"error":{"message":"litellm.ContentPolicyViolationError: no","code":"400"}}"#),
        Case(
            "LiteLLM", 500,
            #"{"error":{"message":"litellm.APIError: OpenAIException - {\"code\":\"data_inspection_failed\"}","code":"500"}}"#
        ),
        Case(
            "Mistral", 400,
            #"{"object":"error","message":"Guardrail triggered","type":"guardrail_blocked","code":"1900"}"#),
        Case(
            "Cloudflare", 400,
            #"{"success":false,"errors":[{"code":2016,"message":"Prompt blocked due to security configurations"}]}"#),
        Case("LiteLLM", 400, #"{"error":{"message":{"error":"Violated content safety policy"},"code":"400"}}"#),
        Case("a gateway", 422, #"{"detail":"Request blocked by moderation"}"#),
        Case("a gateway", 200, #"{"error":{"code":400,"message":"Request contains prohibited content"}}"#),
    ]

    @Test(arguments: errors)
    func `that rejects a question concerns this question alone, and is told without a word of keys`(by filter: Case)
        async throws
    {
        let error = try await failure(ofServer: .answer(filter.status, filter.body))
        #expect(error.code == .contentBlocked)
        #expect(error.classification == .permanentForQuestion)
        #expect(error.remedy == "the provider's filter rejects this question; others are not concerned")
        #expect(!error.description.lowercased().contains("key"))
    }

    @Test(
        arguments: [
            "content_filter", "CONTENT_FILTER", "content_filtered", "content_filter: PROHIBITED_CONTENT", "SAFETY",
            "SAFETY_BLOCKED", "sensitive", "ERROR_TOXIC", "guardrail_intervened", "RECITATION", "BLOCKLIST",
            "blacklist",
            "PROHIBITED_CONTENT", "SPII", "IMAGE_SAFETY", "IMAGE_PROHIBITED_CONTENT", "LANGUAGE", "MODEL_ARMOR",
            "ALTERNATIVE_STATUS_CONTENT_FILTER", "moderation",
        ])
    func `that took the text away is known by the word of any provider`(word: String) async throws {
        for body in [
            #"{"choices":[{"message":{"content":null},"finish_reason":"\#(word)"}]}"#,
            #"{"choices":[{"message":null,"finish_reason":"\#(word)"}]}"#,
            #"{"choices":[{"message":{"content":""},"finish_reason":"stop","native_finish_reason":"\#(word)"}]}"#,
        ] {
            let reply = try await reply(toServer: .answer(200, body))
            #expect(reply.finishReason == .contentFilter)
            #expect(reply.text.isEmpty)
        }
    }

    @Test
    func `is known by its verdict where the server calls the end a stop`() async throws {
        let azure = #"""
            {"choices":[{"message":{"content":""},"finish_reason":"stop","content_filter_results":\#
            {"hate":{"filtered":false},"violence":{"filtered":true,"severity":"high"}}}]}
            """#
        #expect(try await reply(toServer: .answer(200, azure)).finishReason == .contentFilter)
        let harmless = azure.replacing(#""filtered":true"#, with: #""filtered":false"#)
        #expect(try await reply(toServer: .answer(200, harmless)).finishReason == .stop)
        let provider = try #require(Provider.named("google"))
        let google = #"{"candidates":[{"finishReason":"STOP","safetyRatings":[{"category":"x","blocked":true}]}]}"#
        #expect(try await provider.reply(.answer(200, google)).finishReason == .contentFilter)
    }

    @Test(arguments: ["SAFETY", "OTHER", "JAILBREAK"])
    func `of Google that leaves no candidate keeps back the question`(reason: String) async throws {
        let provider = try #require(Provider.named("google"))
        let error = try await provider.failure(.answer(200, #"{"promptFeedback":{"blockReason":"\#(reason)"}}"#))
        #expect(error.code == .contentBlocked)
        #expect(error.what.hasSuffix("blocked the question: \"\(reason)\""))
    }

    @Test
    func `is not what flags an account`() async throws {
        let body = #"{"error":{"message":"Your account was flagged. Contact support.","code":"account_deactivated"}}"#
        let error = try await failure(ofServer: .answer(403, body))
        #expect(error.code == .unauthorized)
        #expect(error.classification == .permanentForRun)
    }
}

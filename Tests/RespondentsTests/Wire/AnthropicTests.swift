import Respondents
import TestServers
import Testing

@Suite("A model behind Anthropic's Messages", .timeLimit(.minutes(2)))
struct AnthropicTests {
    private func provider() throws -> Provider { try #require(Provider.named("anthropic")) }

    @Test
    func `is asked with the system prompt beside the messages, the version and the key in headers`() async throws {
        var question = anyQuestion
        question.system = "You are Ana."
        let (_, last) = try await provider().outcome(of: question, model: "claude-sonnet-4-20250514") { _ in
            LoopbackFormat.anthropic.answer("Option 1")
        }
        let request = try #require(last)
        let expected = #"""
            {"model":"claude-sonnet-4-20250514","max_tokens":4096,"system":"You are Ana.",\#
            "messages":[{"role":"user","content":"Which option?"}],"stream":false,"temperature":0.2}
            """#
        #expect(String(decoding: request.body, as: UTF8.self) == expected)
        #expect(request.path == "/v1/messages")
        #expect(request.header("x-api-key") == testKey)
        #expect(request.header("anthropic-version") == "2023-06-01")
        #expect(request.header("authorization") == nil)
    }

    @Test
    func `joins its text blocks and leaves thoughts that it hides out`() async throws {
        let body = #"""
            {"type":"message","model":"m","content":[{"type":"redacted_thinking","data":"Zm9v"},
            {"type":"text","text":"Option "},{"type":"text","text":"2"}],"stop_reason":"stop_sequence"}
            """#
        let reply = try await provider().reply(.answer(200, body))
        #expect(reply.text == "Option 2")
        #expect(reply.reasoning == nil)
        #expect(reply.finishReason == .stop)
        #expect(reply.usage == RespondentReply.Usage())
    }

    @Test
    func `keeps the explanation of a refusal`() async throws {
        let body = #"""
            {"type":"message","content":[],"stop_reason":"refusal",
            "stop_details":{"type":"refusal","category":"cyber","explanation":"Not this."}}
            """#
        let reply = try await provider().reply(.answer(200, body))
        #expect(reply.refusal == "Not this.")
        #expect(reply.finishReason.name == "refusal")
    }

    @Test
    func `is not asked without a limit of tokens, or with a temperature that it does not have`() throws {
        func message(_ options: ConnectionOptions) throws -> String? {
            let name = try ModelName("anthropic/claude")
            return #expect(throws: SetupError.self) {
                try RespondentSpecification.resolve(name, options: options, environment: ["ANTHROPIC_API_KEY": "k"])
            }?.description
        }
        #expect(
            try message(ConnectionOptions(maxTokens: nil))
                == "anthropic/claude cannot be asked without a limit of tokens: give --max-tokens a number")
        #expect(
            try message(ConnectionOptions(temperature: 1.5))
                == "the temperature 1.5 is outside 0.0…1.0: give --temperature a number in that range")
    }
}

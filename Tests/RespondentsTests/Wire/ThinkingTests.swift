import Respondents
import TestServers
import TestSupport
import Testing

/// How much a model shall think is said in the form of its provider and family.
@Suite("The reasoning effort", .timeLimit(.minutes(2)))
struct ThinkingTests {
    private func body(_ model: String, _ effort: String, temperature: Double? = 0.2) async throws -> String {
        let name = try ModelName(model)
        let provider = try #require(Provider.named(name.provider))
        let options = ConnectionOptions(temperature: temperature, request: RequestOptions(reasoningEffort: effort))
        let (_, last) = try await provider.outcome(model: name.model, options: options) { _ in
            provider.format.loopback.answer("Option 1")
        }
        return String(decoding: last?.body ?? [], as: UTF8.self)
    }

    @Test(
        arguments: [
            ("openai/gpt-5", "low", #""reasoning_effort":"low""#),
            ("groq/qwen3", "none", #""reasoning_effort":"none""#),
            ("ollama/gpt-oss:20b", "high", #""reasoning_effort":"high""#),
            ("openrouter/m", "high", #""reasoning":{"effort":"high"}"#),
            ("openrouter/m", "none", #""reasoning":{"effort":"none"}"#),
            ("openrouter/m", "on", #""reasoning":{"enabled":true}"#),
            ("openrouter/m", "2000", #""reasoning":{"max_tokens":2000}"#),
            ("together/m", "off", #""reasoning":{"enabled":false}"#),
            ("together/openai/gpt-oss-20b", "low", #""reasoning_effort":"low""#),
            ("deepseek/deepseek-chat", "off", #""thinking":{"type":"disabled"}"#),
            ("deepseek/deepseek-chat", "max", #""thinking":{"type":"enabled"},"reasoning_effort":"max""#),
            ("vllm/Qwen/Qwen3-8B", "none", #""chat_template_kwargs":{"enable_thinking":false,"thinking":false}"#),
            ("sglang/Qwen/Qwen3-8B", "on", #""chat_template_kwargs":{"enable_thinking":true,"thinking":true}"#),
            ("llamacpp/m", "off", #""chat_template_kwargs":{"enable_thinking":false,"thinking":false}"#),
            ("vllm/openai/gpt-oss-20b", "medium", #""reasoning_effort":"medium""#),
            ("vllm/Qwen/Qwen3-8B", "512", #""thinking_token_budget":512"#),
            ("anthropic/claude-sonnet-4-20250514", "2048", #""thinking":{"type":"enabled","budget_tokens":2048}"#),
            ("anthropic/claude-sonnet-4-20250514", "off", #""thinking":{"type":"disabled"}"#),
            ("anthropic/claude-opus-4-5-20251101", "low", #""output_config":{"effort":"low"}"#),
            (
                "anthropic/claude-sonnet-4-6", "medium",
                #""thinking":{"type":"adaptive"},"output_config":{"effort":"medium"}"#
            ),
            (
                "anthropic/claude-opus-4-7", "max",
                #""thinking":{"type":"adaptive","display":"summarized"},"output_config":{"effort":"max"}"#
            ),
            ("google/gemini-2.5-flash", "512", #""thinkingConfig":{"thinkingBudget":512,"includeThoughts":true}"#),
            ("google/gemini-2.5-flash", "medium", #""thinkingConfig":{"thinkingBudget":8192,"includeThoughts":true}"#),
            ("google/gemini-2.5-flash", "none", #""thinkingConfig":{"thinkingBudget":0}"#),
            ("google/gemini-3-pro", "low", #""thinkingConfig":{"thinkingLevel":"low","includeThoughts":true}"#),
        ])
    func `is sent in the present form of each family`(model: String, effort: String, expected: String) async throws {
        #expect(try await body(model, effort).contains(expected))
    }

    @Test
    func `of Anthropic's models goes without a temperature while they think, and the reply says so`() async throws {
        #expect(!(try await body("anthropic/claude-opus-4-7", "high").contains("temperature")))
        #expect(try await body("anthropic/claude-sonnet-4-6", "off").contains(#""temperature":0.2"#))
        let provider = try #require(Provider.named("anthropic"))
        let options = ConnectionOptions(request: RequestOptions(reasoningEffort: "high"))
        let reply = try await provider.outcome(model: "claude-opus-4-7", options: options) { _ in
            LoopbackFormat.anthropic.answer("Option 1")
        }.result.get()
        #expect(reply.omittedSettings == ["temperature"])
    }

    @Test
    func `in tokens is refused for a model that takes none`() throws {
        let cases = [
            (
                "anthropic/claude-opus-4-7",
                "the reasoning effort 2048 is a number, which 'claude-opus-4-7' does not take"
            ),
            ("deepseek/m", "the reasoning effort 2048 is a number, which this format does not take"),
        ]
        for (model, message) in cases {
            let error = try #require(throws: SetupError.self) {
                try RespondentSpecification.resolve(
                    ModelName(model), options: ConnectionOptions(request: RequestOptions(reasoningEffort: "2048")),
                    environment: ["VLENS_API_KEY": "k"])
            }
            #expect(error.description == message + ": give low, medium or high")
        }
    }
}

import Respondents
import TestServers
import Testing

/// Counts of tokens that cannot be are no report.
@Suite("Reported usage", .timeLimit(.minutes(2)))
struct UsageTests {
    private static func body(_ provider: Provider, prompt: String, completion: String, reasoning: String) -> String {
        switch provider.format {
        case .openAIChat:
            #"{"choices":[{"message":{"content":"Option 1"}}],"usage":{"prompt_tokens":\#(prompt),"completion_tokens":\#(completion),"completion_tokens_details":{"reasoning_tokens":\#(reasoning)}}}"#
        case .anthropicMessages:
            #"{"content":[{"type":"text","text":"Option 1"}],"usage":{"input_tokens":\#(prompt),"cache_read_input_tokens":\#(prompt),"output_tokens":\#(completion)}}"#
        case .googleGemini:
            #"{"candidates":[{"content":{"parts":[{"text":"Option 1"}]}}],"usageMetadata":{"promptTokenCount":\#(prompt),"candidatesTokenCount":\#(completion),"thoughtsTokenCount":\#(reasoning)}}"#
        }
    }

    private func counts(
        _ name: String, prompt: String = "7", completion: String = "5", reasoning: String = "0"
    ) async throws -> RespondentReply.Usage {
        let provider = try #require(Provider.named(name))
        return try await provider.reply(
            .answer(200, Self.body(provider, prompt: prompt, completion: completion, reasoning: reasoning))
        ).usage
    }

    private static let nonsense = [
        "-1", "-1000", "100000001", "9007199254740991", "9223372036854774784", "9e18", "-9e18", "1e308", "1e999", "0.4",
        "\"12\"", "true", "{}",
    ]

    @Test(arguments: ["openai", "anthropic", "google"], nonsense)
    func `that cannot be is none`(provider: String, number: String) async throws {
        let usage = try await counts(provider, prompt: number, completion: number, reasoning: number)
        #expect(usage == RespondentReply.Usage())
    }

    @Test(arguments: ["openai", "anthropic", "google"])
    func `of nothing for a prompt or a text that is there is none`(provider: String) async throws {
        let usage = try await counts(provider, prompt: "0", completion: "0")
        #expect(usage.promptTokens == nil)
        #expect(usage.completionTokens == nil)
    }

    @Test
    func `keeps a count that can be beside one that cannot`() async throws {
        #expect(try await counts("openai", prompt: "-1").completionTokens == 5)
        #expect(try await counts("openai", completion: "1e9").promptTokens == 7)
        #expect(try await counts("openai", prompt: "100000000").promptTokens == 100_000_000)
    }

    @Test
    func `has no more thoughts than tokens that were written, unless the total counts them apart`() async throws {
        #expect(try await counts("openai", reasoning: "5").reasoningTokens == 5)
        #expect(try await counts("openai", reasoning: "6").reasoningTokens == nil)
        let apart = #"""
            {"choices":[{"message":{"content":"Option 1"}}],"usage":{"prompt_tokens":7,"completion_tokens":5,\#
            "total_tokens":112,"completion_tokens_details":{"reasoning_tokens":100}}}
            """#
        let usage = try await reply(toServer: .answer(200, apart)).usage
        #expect(usage == RespondentReply.Usage(promptTokens: 7, completionTokens: 105, reasoningTokens: 100))
    }
}

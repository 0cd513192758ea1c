/// Answers as each provider's own documentation shows them, with all that it adds to the common format.
package enum LoopbackDialect {
    /// An answer of a provider, 12 tokens read and 30 written.
    ///
    /// - Parameter thoughts: nil for a model that does not think before it answers.
    /// - Returns: nil for a provider whose own words are not written down here.
    package static func answer(
        of provider: String, model: String, text: String, thoughts: String? = nil
    ) -> LoopbackServer.Response? {
        if provider == "anthropic" { return LoopbackFormat.anthropic.answer(text, reasoning: thoughts, model: model) }
        if provider == "google" { return LoopbackFormat.google.answer(text, reasoning: thoughts, model: model) }
        guard let dialect = dialects[provider] else { return nil }
        var content = text
        var message = ""
        switch (dialect.thoughts, thoughts) {
        case (.field(let name), let thoughts?): message = #","\#(name)":\#(quoted(thoughts))"#
        case (.inText, let thoughts?): content = "<think>\n\(thoughts)\n</think>\n\n\(text)"
        case (_, nil): break
        }
        let choice =
            #"{"index":0,"message":{"role":"assistant","content":\#(quoted(content))\#(message)\#(dialect.message)},"#
            + #""finish_reason":"\#(dialect.finishReason)"\#(dialect.choice)}"#
        let usage =
            #""usage":{"prompt_tokens":12,"completion_tokens":30,"total_tokens":42\#(dialect.usage)}"#
        return .answer(
            200,
            #"{"id":"id-1","object":"chat.completion","created":1748000000,"model":\#(quoted(model)),"#
                + #""choices":[\#(choice)],\#(usage)\#(dialect.top)}"#)
    }

    private enum Thoughts {
        case field(String)
        case inText
    }

    /// Fields beside the common ones, each with the comma before it.
    private struct Dialect {
        var thoughts = Thoughts.inText
        var finishReason = "stop"
        var message = ""
        var choice = ""
        var usage = ""
        var top = ""
    }

    private static func quoted(_ text: String) -> String { LoopbackServer.Response.quoted(text) }

    private static let openAIUsage =
        #","prompt_tokens_details":{"cached_tokens":0,"audio_tokens":0},"#
        + #""completion_tokens_details":{"reasoning_tokens":0,"audio_tokens":0,"accepted_prediction_tokens":0}"#

    private static let harmless = #"{"hate":{"filtered":false,"severity":"safe"}}"#

    private static let dialects: [String: Dialect] = [
        "openai": Dialect(
            message: #","refusal":null,"annotations":[]"#, choice: #","logprobs":null"#, usage: openAIUsage,
            top: #","service_tier":"default","system_fingerprint":"fp_1""#),
        "azure": Dialect(
            message: #","refusal":null"#, choice: #","logprobs":null,"content_filter_results":\#(harmless)"#,
            usage: openAIUsage,
            top: #","prompt_filter_results":[{"prompt_index":0,"content_filter_results":\#(harmless)}]"#),
        "groq": Dialect(
            choice: #","logprobs":null"#,
            usage: #","queue_time":0.03,"prompt_time":0.001,"completion_time":0.1,"total_time":0.101"#,
            top: #","system_fingerprint":"fp_1","x_groq":{"id":"req_1"}"#),
        "together": Dialect(
            finishReason: "eos", message: #","tool_calls":[]"#, choice: #","logprobs":null,"seed":8014"#,
            top: #","prompt":[]"#),
        "openrouter": Dialect(
            thoughts: .field("reasoning"), message: #","refusal":null"#,
            choice: #","logprobs":null,"native_finish_reason":"stop""#, top: #","provider":"DeepInfra""#),
        "fireworks": Dialect(),
        "ollama": Dialect(top: #","system_fingerprint":"fp_ollama""#),
        "vllm": Dialect(
            thoughts: .field("reasoning_content"), message: #","tool_calls":[]"#,
            choice: #","logprobs":null,"stop_reason":null"#, usage: #","prompt_tokens_details":null"#,
            top: #","prompt_logprobs":null,"kv_transfer_params":null"#),
        "sglang": Dialect(
            thoughts: .field("reasoning_content"), message: #","tool_calls":null"#,
            choice: #","logprobs":null,"matched_stop":128009"#, usage: #","prompt_tokens_details":null"#),
        "llamacpp": Dialect(
            thoughts: .field("reasoning_content"),
            top: #","system_fingerprint":"b1","timings":{"prompt_n":12,"prompt_ms":9.1,"predicted_n":30}"#),
        "lmstudio": Dialect(
            choice: #","logprobs":null"#, top: #","stats":{},"system_fingerprint":"llama-3.3-70b-instruct""#),
    ]
}

import Text

/// A service or server, the format that it speaks, and where it is found.
package struct Provider: Sendable, Hashable {
    /// The first part of a model's name, as people know it: `openai`.
    package let name: String
    /// The format that it speaks.
    package let format: WireFormat
    /// Where the provider answers, up to and without what its format adds: `/chat/completions`, `/messages`, `/models`.
    package let baseURL: String
    /// The environment variable that holds the key.
    package let keyVariable: String
    /// Variables that are looked at where that one is not set.
    package let otherKeyVariables: [String]
    /// Whether the provider refuses a request without a key.
    package let needsKey: Bool
    /// Where a key is made, or how the server is started.
    package let hint: String
    /// What it wants otherwise than its format says.
    let dialect: Dialect
}

extension Provider {
    /// Every provider that is known by name, hosted ones first.
    package static let all: [Provider] = [
        hosted("openai", "https://api.openai.com/v1", "OPENAI_API_KEY", "platform.openai.com/api-keys"),
        hosted(
            "anthropic", "https://api.anthropic.com/v1", "ANTHROPIC_API_KEY", "console.anthropic.com/settings/keys",
            format: .anthropicMessages),
        hosted(
            "google", "https://generativelanguage.googleapis.com/v1beta", "GEMINI_API_KEY",
            "aistudio.google.com/apikey", format: .googleGemini, otherKeyVariables: ["GOOGLE_API_KEY"]),
        hosted("groq", "https://api.groq.com/openai/v1", "GROQ_API_KEY", "console.groq.com/keys"),
        hosted(
            "together", "https://api.together.xyz/v1", "TOGETHER_API_KEY", "api.together.ai/settings/api-keys",
            dialect: Dialect(thinking: .enabled)),
        hosted(
            "openrouter", "https://openrouter.ai/api/v1", "OPENROUTER_API_KEY", "openrouter.ai/keys",
            dialect: Dialect(thinking: .reasoning)),
        hosted(
            "deepseek", "https://api.deepseek.com/v1", "DEEPSEEK_API_KEY", "platform.deepseek.com/api_keys",
            dialect: Dialect(thinking: .type)),
        hosted(
            "mistral", "https://api.mistral.ai/v1", "MISTRAL_API_KEY", "console.mistral.ai/api-keys",
            dialect: Dialect(seedField: "random_seed")),
        hosted(
            "fireworks", "https://api.fireworks.ai/inference/v1", "FIREWORKS_API_KEY",
            "app.fireworks.ai/settings/users/api-keys", dialect: Dialect(grammar: .responseFormat)),
        hosted(
            "azure", "https://RESOURCE.openai.azure.com", "AZURE_OPENAI_API_KEY", "portal.azure.com, Keys and Endpoint",
            dialect: .azure),
        local("ollama", "http://127.0.0.1:11434/v1", "OLLAMA_API_KEY", "ollama serve"),
        local(
            "vllm", "http://127.0.0.1:8000/v1", "VLLM_API_KEY", "vllm serve MODEL",
            dialect: Dialect(
                thinking: .template(tokens: "thinking_token_budget"), grammar: .nested("structured_outputs", "grammar"))
        ),
        local(
            "sglang", "http://127.0.0.1:30000/v1", "SGLANG_API_KEY", "python -m sglang.launch_server --model MODEL",
            dialect: Dialect(thinking: .template(tokens: nil), grammar: .member("ebnf"))),
        local(
            "llamacpp", "http://127.0.0.1:8080/v1", "LLAMA_API_KEY", "llama-server -m MODEL.gguf",
            dialect: Dialect(thinking: .template(tokens: nil), grammar: .member("grammar"))),
        local("lmstudio", "http://127.0.0.1:1234/v1", "LMSTUDIO_API_KEY", "lms server start"),
    ]

    /// The provider of that name, in any case of letters.
    package static func named(_ name: String) -> Provider? {
        let folded = name.lowercased()
        return all.first { $0.name == folded }
    }

    private static func hosted(
        _ name: String, _ url: String, _ variable: String, _ hint: String, format: WireFormat = .openAIChat,
        otherKeyVariables: [String] = [], dialect: Dialect = Dialect()
    ) -> Provider {
        Provider(
            name: name, format: format, baseURL: url, keyVariable: variable, otherKeyVariables: otherKeyVariables,
            needsKey: true, hint: "make a key at \(hint)", dialect: dialect)
    }

    private static func local(
        _ name: String, _ url: String, _ variable: String, _ hint: String, dialect: Dialect = Dialect()
    ) -> Provider {
        Provider(
            name: name, format: .openAIChat, baseURL: url, keyVariable: variable, otherKeyVariables: [],
            needsKey: false, hint: "start it with `\(hint)`", dialect: dialect)
    }
}

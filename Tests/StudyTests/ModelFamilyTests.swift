import Study
import Testing

/// What a model is by its name.
struct ModelFamilyTests {
    @Test(
        arguments: [
            ("openai/gpt-4o-mini", "gpt"), ("openrouter/openai/o3-mini", "gpt"), ("openai/gpt-oss-20b", "gpt"),
            ("anthropic/claude-sonnet-4", "claude"), ("openrouter/anthropic/claude-3.5-haiku", "claude"),
            ("gemini/gemini-2.5-flash", "gemini"), ("ollama/gemma3:12b", "gemini"),
            ("openrouter/meta-llama/llama-3.3-70b-instruct:free", "llama"), ("ollama/llama3.3", "llama"),
            ("groq/Meta-Llama-3-8B", "llama"), ("together/Qwen/QwQ-32B", "qwen"), ("ollama/qwen2.5:7b", "qwen"),
            ("mistral/open-mixtral-8x22b", "mistral"), ("mistral/ministral-8b-latest", "mistral"),
            ("deepseek/deepseek-chat", "deepseek"),
            ("together/deepseek-ai/DeepSeek-R1-Distill-Llama-70B", "deepseek"),
            ("ollama/phi4", "phi"), ("microsoft/Phi-3.5-mini-instruct", "phi"),
            ("local/SmolLM2-135M-Instruct", "smollm"),
            ("xai/grok-4", "grok"), ("cohere/command-r-plus", "command"), ("simulated/gpt-twin?gap=0.2", "gpt"),
        ])
    func `a family is told by the model’s own name, whoever serves it`(name: String, family: String) {
        #expect(ModelFamily.family(of: name) == family)
    }

    @Test(arguments: [
        "", "alice", "openai/my-deployment", "release", "simulated/subject?seed=3", "philosopher", "a/yin",
    ])
    func `a name that tells none has none, even behind a provider with models of its own`(name: String) {
        #expect(ModelFamily.family(of: name) == nil)
    }

    @Test(
        arguments: [
            ("openai/gpt-4o", "openrouter/openai/gpt-4o"), ("openai/gpt-4o", "azure/gpt-4o-2024-08-06"),
            ("ollama/llama3.3:70b", "openrouter/meta-llama/llama-3.3-70b-instruct:free"),
            ("anthropic/claude-sonnet-4-20250514", "openrouter/anthropic/claude-sonnet-4"),
            ("simulated/judge?accuracy=0.9", "simulated/judge?accuracy=0.8"),
        ])
    func `two names mean one model behind any provider, with or without a date`(one: String, other: String) {
        #expect(ModelFamily.isSame(one, other) && ModelFamily.isSame(other, one))
    }

    @Test(
        arguments: [
            ("openai/gpt-4o", "openai/gpt-4o-mini"), ("ollama/llama3.3:70b", "ollama/llama3.1:70b"), ("", ""),
        ])
    func `another size or version is another model`(one: String, other: String) {
        #expect(!ModelFamily.isSame(one, other))
    }
}

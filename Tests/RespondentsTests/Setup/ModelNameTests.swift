import Respondents
import Testing

@Suite("A model's name")
struct ModelNameTests {
    @Test(
        arguments: [
            ("openai/gpt-4o-mini", "openai", "gpt-4o-mini"), ("Ollama/llama3.3:70b", "ollama", "llama3.3:70b"),
            (
                "openrouter/meta-llama/Llama-3.3-70B-Instruct:free", "openrouter",
                "meta-llama/Llama-3.3-70B-Instruct:free"
            ),
            ("simulated/anna?gap=0.2&seed=7", "simulated", "anna?gap=0.2&seed=7"),
            (" vllm//data/models/m ", "vllm", "/data/models/m"),
        ])
    func `is split at its first slash, and the rest is kept as typed`(text: String, provider: String, model: String)
        throws
    {
        let name = try ModelName(text)
        #expect(name.provider == provider)
        #expect(name.model == model)
        #expect(name.description == "\(provider)/\(model)")
    }

    @Test(
        arguments: [
            (
                "gpt-4o",
                "the model 'gpt-4o' names no provider: write provider/model, such as openai/gpt-4o-mini"
            ),
            (
                "openai/",
                "the model 'openai/' has nothing after its slash: write provider/model, such as openai/gpt-4o-mini"
            ),
            (
                "/gpt-4o",
                "the model '/gpt-4o' has nothing before its slash: write provider/model, such as openai/gpt-4o-mini"
            ),
            ("", "the model '' names no provider: write provider/model, such as openai/gpt-4o-mini"),
        ])
    func `without its two parts is refused with an example`(text: String, message: String) throws {
        let error = #expect(throws: SetupError.self) { try ModelName(text) }
        #expect(error?.code == .malformedName)
        #expect(error?.description == message)
    }

    @Test
    func `of every known provider leads to an address of its own that is secure or on this machine`() throws {
        for provider in Provider.all {
            let url = try BaseURL(provider.baseURL)
            #expect(url.isSecure == provider.needsKey)
            #expect(url.isSecure || url.isLoopback)
            #expect(url.text == provider.baseURL)
            #expect(Provider.named(provider.name.uppercased()) == provider)
        }
        #expect(Set(Provider.all.map(\.name)).count == Provider.all.count)
        #expect(Set(Provider.all.map(\.keyVariable)).count == Provider.all.count)
    }

    @Test(
        arguments: [("opnai/gpt-4o", "did you mean 'openai/gpt-4o'? "), ("acme/x", "")])
    func `of an unknown provider is refused with the closest one and the list`(text: String, suggestion: String) throws
    {
        let name = try ModelName(text)
        let error = #expect(throws: SetupError.self) { try RespondentSpecification.resolve(name, environment: [:]) }
        #expect(error?.code == .unknownProvider)
        #expect(
            error?.description == """
                unknown provider '\(name.provider)': \(suggestion)Known are openai, anthropic, google, groq, together, \
                openrouter, deepseek, mistral, fireworks, azure, ollama, vllm, sglang, llamacpp, lmstudio, simulated; \
                for any other server give --base-url
                """)
    }
}

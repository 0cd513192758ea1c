import Respondents
import TestServers
import TestSupport
import Testing

/// What is asked for beyond the question, in the words of each format.
@Suite("An option of a request", .timeLimit(.minutes(2)))
struct RequestOptionsTests {
    private static let everything = RequestOptions(
        systemPrompt: "Be brief.", seed: 7, topP: 0.9, reasoningEffort: "low", structuredOutput: .jsonObject,
        topLogProbabilities: 5, extraBody: #"{"top_k":40,"temperature":0.7}"#)

    private func body(
        _ provider: String, _ options: RequestOptions, of request: RespondentRequest = anyQuestion,
        model: String = "m", temperature: Double? = 0.2
    ) async throws -> String {
        let provider = try #require(Provider.named(provider))
        let connection = ConnectionOptions(temperature: temperature, request: options)
        let (result, last) = try await provider.outcome(of: request, model: model, options: connection) { _ in
            provider.format.loopback.answer("Option 1")
        }
        _ = try result.get()
        return String(decoding: last?.body ?? [], as: UTF8.self)
    }

    private func message(_ provider: String, _ options: RequestOptions) throws -> String? {
        let name = try ModelName("\(provider)/m")
        return #expect(throws: SetupError.self) {
            try RespondentSpecification.resolve(
                name, options: ConnectionOptions(request: options), environment: ["VLENS_API_KEY": "k"])
        }?.description
    }

    @Test
    func `is sent to OpenAI's format as it documents it`() async throws {
        var question = anyQuestion
        question.system = "The study's own."
        question.replicate = 2
        #expect(
            try await body("openai", Self.everything, of: question) == #"""
                {"model":"m","messages":[{"role":"system","content":"Be brief."},\#
                {"role":"user","content":"Which option?"}],"stream":false,"temperature":0.7,"max_tokens":4096,"top_p":0.9,"seed":9,\#
                "reasoning_effort":"low","response_format":{"type":"json_object"},"logprobs":true,"top_logprobs":5,\#
                "top_k":40}
                """#)
        #expect(try await body("mistral", RequestOptions(seed: 7)).contains(#""random_seed":7"#))
    }

    @Test
    func `is sent to Google's format as it documents it, extra members merged into its configuration`() async throws {
        var options = Self.everything
        options.extraBody = #"{"generationConfig":{"topK":40},"safetySettings":[]}"#
        #expect(
            try await body("google", options) == #"""
                {"systemInstruction":{"parts":[{"text":"Be brief."}]},\#
                "contents":[{"role":"user","parts":[{"text":"Which option?"}]}],\#
                "generationConfig":{"temperature":0.2,"maxOutputTokens":4096,"topP":0.9,"seed":7,\#
                "thinkingConfig":{"thinkingLevel":"low","includeThoughts":true},\#
                "responseMimeType":"application/json","responseLogprobs":true,"logprobs":5,"topK":40},\#
                "safetySettings":[]}
                """#)
        #expect(
            try await body("google", RequestOptions(reasoningEffort: "512"))
                .contains(#""thinkingConfig":{"thinkingBudget":512,"includeThoughts":true}"#))
    }

    @Test
    func `is sent to Anthropic's format as it documents it, a budget for thoughts without a temperature`() async throws
    {
        let options = RequestOptions(systemPrompt: "Be brief.", topP: 0.9, reasoningEffort: "low")
        #expect(
            try await body("anthropic", options, temperature: nil) == #"""
                {"model":"m","max_tokens":4096,"system":"Be brief.",\#
                "messages":[{"role":"user","content":"Which option?"}],"stream":false,"top_p":0.9,\#
                "output_config":{"effort":"low"}}
                """#)
        let thinking = try await body("anthropic", RequestOptions(reasoningEffort: "2048"))
        #expect(thinking.hasSuffix(#""thinking":{"type":"enabled","budget_tokens":2048}}"#))
        #expect(!thinking.contains("temperature"))
    }

    @Test
    func `that the answer shall not be streamed changes nothing, since it is sent anyway`() async throws {
        for provider in ["openai", "anthropic", "google"] {
            let plain = try await body(provider, RequestOptions())
            #expect(try await body(provider, RequestOptions(extraBody: #"{"stream": false}"#)) == plain)
        }
    }

    @Test
    func `that is an empty system prompt takes the study's away`() async throws {
        var question = anyQuestion
        question.system = "The study's own."
        #expect(!(try await body("openai", RequestOptions(systemPrompt: ""), of: question).contains("system")))
        #expect(try await body("openai", RequestOptions(), of: question).contains("The study's own."))
    }

    @Test
    func `is recorded where it is set, and only there`() throws {
        func recorded(_ options: RequestOptions) throws -> [String: String] {
            try RespondentSpecification.resolve(
                ModelName("vllm/m"), options: ConnectionOptions(request: options), environment: [:]
            ).recordedSettings
        }
        let plain = try recorded(RequestOptions())
        #expect(Set(plain.keys) == ["format", "baseURL", "model", "temperature", "maxTokens"])
        var options = Self.everything
        options.extraBody = "{ \"top_k\" : 40 }"
        #expect(
            try recorded(options).filter { plain[$0.key] == nil } == [
                "systemPrompt": "Be brief.", "seed": "7", "topP": "0.9", "reasoningEffort": "low",
                "structuredOutput": "json-object", "topLogProbabilities": "5", "extraBody": #"{"top_k":40}"#,
            ])
    }

    @Test
    func `out of its range is refused with what was given and what to do`() throws {
        let cases: [(RequestOptions, String)] = [
            (RequestOptions(topP: 1.5), "the top-p 1.5 is outside 0.0…1.0: give --top-p a number in that range"),
            (
                RequestOptions(topLogProbabilities: 21),
                "the number of log-probabilities 21 is outside 1…20: give --logprobs a number in that range"
            ),
            (RequestOptions(seed: -1), "the seed -1 is outside 0…2146483647: give --model-seed a number in that range"),
            (
                RequestOptions(reasoningEffort: "very high"),
                "the reasoning effort 'very high' is no word: give low, medium or high"
            ),
            (
                RequestOptions(reasoningEffort: "512"),
                "the reasoning effort 512 is a number, which this format does not take: give low, medium or high"
            ),
            (
                RequestOptions(extraBody: "[1]"),
                #"the extra body '[1]' is no JSON object: write it like {"top_k": 40}"#
            ),
        ]
        for (options, expected) in cases { #expect(try message("openai", options) == expected) }
        for name in ["model", "messages", "contents", "stream"] {
            #expect(
                try message("openai", RequestOptions(extraBody: #"{"\#(name)":1}"#))
                    == "the extra body sets '\(name)', which is not its to set: take it out of --extra-body")
        }
    }

    @Test
    func `that Anthropic's format does not have is refused before anything is sent`() throws {
        let cases: [(RequestOptions, String)] = [
            (RequestOptions(seed: 1), "--model-seed"),
            (RequestOptions(topLogProbabilities: 1), "--logprobs"),
        ]
        for (options, flag) in cases {
            #expect(
                try message("anthropic", options)
                    == "\(flag) is not offered by Anthropic's format: leave it out for 'm'")
        }
        #expect(
            try message("anthropic", RequestOptions(reasoningEffort: "4096")) == """
                the reasoning effort 4096 is outside 1024…4095 tokens: give --reasoning-effort a number in that range, \
                or raise --max-tokens
                """)
    }
}

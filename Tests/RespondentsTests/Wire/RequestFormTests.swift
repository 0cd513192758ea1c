import Respondents
import Synchronization
import TestServers
import Testing

/// Models of one provider that take settings in another form than their relatives.
@Suite("A model that refuses a setting", .timeLimit(.minutes(2)))
struct RequestFormTests {
    private static let openAI = LoopbackFormat.openAI

    private func body(_ provider: String, _ model: String) async throws -> String {
        let provider = try #require(Provider.named(provider))
        let request = try await provider.outcome(model: model) { _ in provider.format.loopback.answer("x") }.request
        return String(decoding: request?.body ?? [], as: UTF8.self)
    }

    @Test(
        arguments: [
            ("openai", "o1"), ("openai", "o3-mini"), ("azure", "o4-mini"), ("openai", "gpt-5-mini-2025-08-07"),
            ("openai", "gpt-5.1"), ("openrouter", "openai/o3:free"),
        ])
    func `is known by the name of its family, behind a gateway too`(provider: String, model: String) async throws {
        let body = try await body(provider, model)
        #expect(body.contains(#""max_completion_tokens":4096"#))
        #expect(!body.contains(#""max_tokens""#))
        #expect(!body.contains("temperature"))
    }

    @Test(
        arguments: ["gpt-4o", "o30b-chat", "gpt-50", "olmo-2", "gpt-3.5-turbo", "o1x"])
    func `is not taken for one by a name that only begins so`(model: String) async throws {
        let body = try await body("openai", model)
        #expect(body.contains(#""temperature":0.2,"max_tokens":4096"#))
    }

    @Test
    func `takes a temperature where only its field for tokens is another`() async throws {
        let body = try await body("openai", "gpt-5-chat-latest")
        #expect(body.contains(#""temperature":0.2,"max_completion_tokens":4096"#))
    }

    @Test
    func `records no temperature that is not sent`() throws {
        let specification = try RespondentSpecification.resolve(
            ModelName("openai/o3"), environment: ["OPENAI_API_KEY": "k"])
        #expect(specification.recordedSettings["temperature"] == nil)
        #expect(specification.recordedSettings["maxTokens"] == "4096")
    }

    /// Refuses as OpenAI's newer models do, in its words.
    @Sendable private static func picky(_ request: LoopbackServer.Request) -> LoopbackServer.Response {
        let body = String(decoding: request.body, as: UTF8.self)
        if body.contains(#""max_tokens""#) {
            return openAI.error(
                400,
                "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."
            )
        }
        if body.contains("temperature") {
            return openAI.error(
                400,
                "Unsupported value: 'temperature' does not support 0.2 with this model. Only the default (1) value is supported."
            )
        }
        return openAI.answer("Option 1")
    }

    @Test
    func `is asked again in the other form at once, and every later question so from the start`() async throws {
        try await LoopbackServer.run(handler: Self.picky) { server in
            let respondent = OpenAICompatible(try settings(server.baseURL))
            let first = try await respondent.reply(to: anyQuestion)
            #expect(first.text == "Option 1")
            #expect(first.omittedSettings == ["temperature"])
            #expect(first.rawRequest == server.lastRequest?.body)
            #expect(server.requestCount == 3)
            for _ in 0..<5 { _ = try await respondent.reply(to: anyQuestion) }
            #expect(server.requestCount == 8)
            await respondent.shutdown()
        }
    }

    @Test
    func `answers every one of many questions that were sent before it was understood`() async throws {
        try await LoopbackServer.run(handler: Self.picky) { server in
            let respondent = OpenAICompatible(try settings(server.baseURL))
            try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<64 { group.addTask { try await respondent.reply(to: anyQuestion).text } }
                for try await text in group { #expect(text == "Option 1") }
            }
            #expect(server.requestCount <= 3 * 64)
            await respondent.shutdown()
        }
    }

    @Test
    func `is asked with max_tokens where a server knows only that`() async throws {
        let provider = try #require(Provider.named("vllm"))
        let complaint =
            #"{"detail":[{"type":"extra_forbidden","loc":["body","max_completion_tokens"],"msg":"Extra inputs are not permitted"}]}"#
        let (result, request) = try await provider.outcome(model: "o3-lookalike") { request in
            String(decoding: request.body, as: UTF8.self).contains("max_completion_tokens")
                ? .answer(422, complaint) : Self.openAI.answer("Option 2")
        }
        #expect(try result.get().text == "Option 2")
        #expect(request?.number == 2)
    }

    @Test
    func `is not told again how the answer shall come where a server does not know the field`() async throws {
        let provider = try #require(Provider.named("vllm"))
        let (result, request) = try await provider.outcome { request in
            String(decoding: request.body, as: UTF8.self).contains("stream")
                ? Self.openAI.error(400, "Unrecognized request argument supplied: stream")
                : Self.openAI.answer("Option 2")
        }
        #expect(try result.get().text == "Option 2")
        #expect(request?.number == 2)
    }

    @Test
    func `of the two settings that exclude one another gives up the temperature`() async throws {
        let provider = try #require(Provider.named("anthropic"))
        let options = ConnectionOptions(request: RequestOptions(topP: 0.9))
        let (result, request) = try await provider.outcome(options: options) { request in
            String(decoding: request.body, as: UTF8.self).contains("temperature")
                ? LoopbackFormat.anthropic.error(
                    400, "`temperature` and `top_p` cannot both be specified for this model. Please use only one.")
                : LoopbackFormat.anthropic.answer("Option 1")
        }
        #expect(try result.get().omittedSettings == ["temperature"])
        let last = try #require(request)
        #expect(String(decoding: last.body, as: UTF8.self).contains(#""top_p":0.9"#))
    }

    @Test
    func `that takes neither form is given up, not asked for ever`() async throws {
        let provider = try #require(Provider.named("openai"))
        let (result, request) = try await provider.outcome { _ in
            Self.openAI.error(400, "Unsupported parameter: max_tokens, max_completion_tokens, temperature")
        }
        #expect(request?.number == 2)
        #expect(throws: RespondentError.self) { try result.get() }
    }

    @Test(arguments: ["temperature is too hot", "not supported: tools"])
    func `for another reason is not asked again`(message: String) async throws {
        let provider = try #require(Provider.named("openai"))
        let (result, request) = try await provider.outcome { _ in Self.openAI.error(400, message) }
        #expect(request?.number == 1)
        #expect(throws: RespondentError.self) { try result.get() }
    }

    @Test
    func `behind Anthropic's format is asked without the temperature that it calls deprecated`() async throws {
        let provider = try #require(Provider.named("anthropic"))
        let (result, _) = try await provider.outcome { request in
            String(decoding: request.body, as: UTF8.self).contains("temperature")
                ? LoopbackFormat.anthropic.error(400, "`temperature` is deprecated for this model.")
                : LoopbackFormat.anthropic.answer("Option 1")
        }
        #expect(try result.get().omittedSettings == ["temperature"])
    }

    @Test
    func `is asked again only within the time limit of one attempt`() async throws {
        let result = try await LoopbackServer.run { request in
            request.number == 1 ? Self.picky(request) : .hang
        } _: { server in
            await outcome(with: try settings(server.baseURL, timeout: .milliseconds(300)))
        }
        let error = try #require(throws: RespondentError.self) { try result.get() }
        #expect(error.code == .timeout)
    }
}

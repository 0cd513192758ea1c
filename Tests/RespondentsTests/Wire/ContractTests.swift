import Respondents
import TestServers
import Testing

/// What every provider does alike, whatever its format.
@Suite("Every provider", .timeLimit(.minutes(2)))
struct ContractTests {
    @Test(arguments: Provider.all)
    func `gives text, tokens, model and the raw bodies of an answer`(provider: Provider) async throws {
        let (result, request) = try await provider.outcome { _ in
            provider.format.loopback.answer("Option 1", model: "m-7")
        }
        let reply = try result.get()
        #expect(reply.text == "Option 1")
        #expect(reply.finishReason == .stop)
        #expect(reply.refusal == nil)
        #expect(reply.reasoning == nil)
        #expect(reply.choiceCount == 1)
        #expect(reply.usage == RespondentReply.Usage(promptTokens: 12, completionTokens: 30))
        #expect(reply.reportedModel == "m-7")
        #expect(reply.status == 200)
        #expect(reply.rawRequest == request?.body)
        #expect(String(decoding: reply.rawResponse, as: UTF8.self).contains("m-7"))
    }

    @Test(arguments: Provider.all)
    func `keeps the reasoning apart from the answer, and counts its tokens among the written`(provider: Provider)
        async throws
    {
        let reply = try await provider.reply(provider.format.loopback.answer("Option 2", reasoning: "Let me think."))
        #expect(reply.text == "Option 2")
        #expect(reply.reasoning == "Let me think.")
        #expect(reply.usage.completionTokens == 30)
        #expect(reply.usage.reasoningTokens == (provider.format == .anthropicMessages ? nil : 20))
    }

    @Test(arguments: Provider.all)
    func `leaves thoughts that the model writes into its text where they are`(provider: Provider) async throws {
        let text = "<think>\nhm\n</think>\n\nOption 2"
        let reply = try await provider.reply(provider.format.loopback.answer(text))
        #expect(reply.text == text)
        #expect(reply.reasoning == nil)
    }

    @Test(arguments: Provider.all)
    func `says that an answer was cut off, and keeps what is there`(provider: Provider) async throws {
        let reply = try await provider.reply(provider.format.loopback.answer("Opt", ending: .length))
        #expect(reply.finishReason == .length)
        #expect(reply.text == "Opt")
    }

    @Test(arguments: Provider.all)
    func `gives a refusal or a filtered answer as a reply without text`(provider: Provider) async throws {
        let format = provider.format.loopback
        let refusal = try await provider.reply(format.answer(nil, ending: .refusal))
        let filtered = try await provider.reply(format.answer(nil, ending: .contentFilter))
        #expect(refusal.text.isEmpty)
        #expect(filtered.text.isEmpty)
        switch provider.format {
        case .openAIChat:
            #expect(refusal.refusal == "I cannot answer that.")
            #expect(filtered.finishReason == .contentFilter)
        case .anthropicMessages:
            #expect(refusal.refusal == "")
            #expect([refusal.finishReason, filtered.finishReason] == [.refusal, .refusal])
        case .googleGemini:
            #expect([refusal.finishReason, filtered.finishReason] == [.contentFilter, .contentFilter])
        }
    }

    @Test(arguments: Provider.all)
    func `calls a tool's call what it is`(provider: Provider) async throws {
        let reply = try await provider.reply(provider.format.loopback.answer(nil, ending: .toolCall))
        #expect(reply.finishReason == .toolCall)
        #expect(reply.text.isEmpty)
    }

    @Test(arguments: Provider.all)
    func `takes an answer without content for an empty text`(provider: Provider) async throws {
        let reply = try await provider.reply(provider.format.loopback.answer(nil))
        #expect(reply.text.isEmpty)
        #expect(reply.finishReason == .stop)
    }

    @Test(arguments: Provider.all)
    func `takes the first of several choices and counts them`(provider: Provider) async throws {
        let reply = try await provider.reply(provider.format.loopback.answer("Option 1", choices: 3))
        #expect(reply.text == "Option 1")
        #expect(reply.choiceCount == (provider.format == .anthropicMessages ? 1 : 3))
    }

    @Test(arguments: Provider.all)
    func `has no reply where the answer holds none, is cut off or is a page of HTML`(provider: Provider) async throws {
        let empty = try await provider.failure(provider.format.loopback.withoutAnswer)
        #expect(empty.code == .malformed)
        let cut = try await provider.failure(.answer(200, #"{"candidates":[{"content":[{"choices":"#))
        #expect(cut.code == .malformed)
        let lost = try await provider.failure(.raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"choices\":"))
        #expect(lost.code == .connectionLost)
        let page = try await provider.failure(.answer(200, "<html>", headers: [("content-type", "text/html")]))
        #expect(page.code == .notJSON)
        for error in [empty, cut, lost, page] { #expect(error.classification == .transient) }
    }

    @Test(arguments: Provider.all)
    func `sends its key in a header of its own, and nowhere else`(provider: Provider) async throws {
        let request = try #require(try await provider.outcome { _ in provider.format.loopback.answer("x") }.request)
        let carriers = request.headers.filter { $0.value.contains(testKey) }
        #expect(carriers.count == 1)
        #expect(!request.path.contains(testKey))
        #expect(!String(decoding: request.body, as: UTF8.self).contains(testKey))
    }

    @Test(arguments: Provider.all)
    func `shows its key in no error, text or raw body, however the server echoes it`(provider: Provider) async throws {
        let format = provider.format.loopback
        let reply = try await provider.reply(format.answer("your key is \(testKey)"))
        #expect(reply.text == "your key is <REDACTED>")
        #expect(!String(decoding: reply.rawRequest + reply.rawResponse, as: UTF8.self).contains("9f8e7d"))
        for status in [400, 401, 403, 404, 429, 500] {
            let error = try await provider.failure(format.error(status, "key \(testKey) of model"))
            #expect(!"\(error)\(error.what)".contains("9f8e7d"))
            #expect("\(error)".contains("<REDACTED>"))
        }
    }

    @Test(arguments: Provider.all)
    func `records what can change an answer, never the key`(provider: Provider) async throws {
        try await LoopbackServer.run { _ in
            .hang
        } _: { server in
            let specification = try provider.specification(at: server)
            #expect(specification.recordedSettings["model"] == "some/model")
            #expect(specification.recordedSettings["temperature"] == "0.2")
            #expect(specification.recordedSettings["maxTokens"] == "4096")
            #expect(!"\(specification)\(specification.recordedSettings)".contains(testKey))
        }
    }
}

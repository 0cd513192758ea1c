import Respondents
import TestServers
import Testing

/// What travels in files is what would travel over the wire, and is read in the same way.
@Suite("A question and an answer in files, of every provider", .timeLimit(.minutes(2)))
struct FiledAnswerTests {
    /// Asks a server once, and reads what it answered as if it had stood in a file.
    private func both(
        _ provider: Provider, _ response: LoopbackServer.Response, options: ConnectionOptions = ConnectionOptions()
    ) async throws -> (
        served: Result<RespondentReply, RespondentError>, filed: Result<RespondentReply, RespondentError>,
        sent: [UInt8]?,
        body: [UInt8]
    ) {
        let (status, body) = try #require(response.whole)
        return try await LoopbackServer.run { _ in
            response
        } _: { server in
            let respondent = try provider.specification(at: server, options: options).makeRespondent()
            let filer = try #require(respondent as? any FiledRespondent)
            let served = await result { () async throws(RespondentError) in try await respondent.reply(to: anyQuestion)
            }
            let filed = await result { () async throws(RespondentError) in
                try filer.reply(to: anyQuestion, from: FiledAnswer(status: status, body: body))
            }
            let question = filer.body(of: anyQuestion)
            await respondent.shutdown()
            return (served, filed, server.lastRequest?.body, question)
        }
    }

    private func result<Value>(
        _ body: () async throws(RespondentError) -> Value
    ) async -> Result<Value, RespondentError> {
        do throws(RespondentError) { return .success(try await body()) } catch { return .failure(error) }
    }

    @Test(arguments: Provider.all)
    func `the body of a question is what a server receives, to the byte`(provider: Provider) async throws {
        let found = try await both(provider, provider.format.loopback.answer("Option 1"))
        #expect(found.sent == found.body)
        #expect(!String(decoding: found.body, as: UTF8.self).contains(testKey))
    }

    @Test(arguments: Provider.all)
    func `the body holds what every request is given`(provider: Provider) async throws {
        let request = RequestOptions(systemPrompt: "Be brief.", topP: 0.5, extraBody: #"{"user":"someone"}"#)
        let options = ConnectionOptions(temperature: 0.7, maxTokens: 99, request: request)
        let found = try await both(provider, provider.format.loopback.answer("Option 1"), options: options)
        #expect(found.sent == found.body)
        let text = String(decoding: found.body, as: UTF8.self)
        #expect(text.contains("Be brief.") && text.contains("someone") && text.contains("99"))
    }

    @Test(arguments: Provider.all, LoopbackFormat.Ending.allCases)
    func `a filed answer reads like the served one`(provider: Provider, ending: LoopbackFormat.Ending) async throws {
        let text = [.stop, .length].contains(ending) ? "Option 2" : nil
        let found = try await both(
            provider, provider.format.loopback.answer(text, ending: ending, reasoning: "Hm.", model: "m-7"))
        var served = try found.served.get()
        let filed = try found.filed.get()
        // Nobody waited for it, and no header came with it.
        #expect(filed.latency == .zero && filed.rateLimit == nil)
        (served.latency, served.rateLimit) = (.zero, nil)
        #expect(filed == served)
    }

    @Test(arguments: Provider.all, [400, 401, 404, 429, 500, 503])
    func `a filed error is the served one`(provider: Provider, status: Int) async throws {
        let found = try await both(provider, provider.format.loopback.error(status, "no, with \(testKey)"))
        guard case .failure(let served) = found.served, case .failure(let filed) = found.filed else {
            throw UnexpectedReply()
        }
        #expect((filed.code, filed.status, filed.what) == (served.code, served.status, served.what))
        #expect(filed.classification == served.classification)
        #expect(!"\(filed)".contains(testKey))
    }

    @Test(arguments: Provider.all)
    func `an answer without one in it is the same error by both ways`(provider: Provider) async throws {
        let found = try await both(provider, provider.format.loopback.withoutAnswer)
        guard case .failure(let served) = found.served, case .failure(let filed) = found.filed else {
            throw UnexpectedReply()
        }
        #expect(filed == served)
    }

    @Test(arguments: ["openai", "anthropic", "google", "mistral"])
    func `a provider that needs a key needs none where questions travel in files`(name: String) throws {
        let model = try ModelName("\(name)/m")
        #expect(throws: SetupError.self) { try RespondentSpecification.resolve(model, environment: [:]) }
        let specification = try RespondentSpecification.resolve(model, environment: [:], demandsKey: false)
        #expect(specification.recordedSettings["model"] == "m")
    }
}

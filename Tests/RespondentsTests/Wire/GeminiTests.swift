import Respondents
import TestServers
import TestSupport
import Testing

@Suite("A model behind Google's generateContent", .timeLimit(.minutes(2)))
struct GeminiTests {
    private func provider() throws -> Provider { try #require(Provider.named("google")) }

    @Test
    func `is asked with its name in the path, the system instruction apart, and the key in a header`() async throws {
        var question = anyQuestion
        question.system = "You are Ana."
        let (_, last) = try await provider().outcome(of: question, model: "gemini-2.5-flash") { _ in
            LoopbackFormat.google.answer("Option 1")
        }
        let request = try #require(last)
        let expected = #"""
            {"systemInstruction":{"parts":[{"text":"You are Ana."}]},\#
            "contents":[{"role":"user","parts":[{"text":"Which option?"}]}],\#
            "generationConfig":{"temperature":0.2,"maxOutputTokens":4096}}
            """#
        #expect(String(decoding: request.body, as: UTF8.self) == expected)
        #expect(request.path == "/v1/models/gemini-2.5-flash:generateContent")
        #expect(request.header("x-goog-api-key") == testKey)
        #expect(request.header("authorization") == nil)
    }

    @Test(
        arguments: [
            ("tunedModels/mine", "/v1/tunedModels/mine:generateContent"),
            ("models/gemma-2-9b-it", "/v1/models/gemma-2-9b-it:generateContent"),
            ("a b?key=1#", "/v1/models/a%20b%3Fkey%3D1%23:generateContent"),
        ])
    func `is found under its full name too, with what a path cannot hold escaped`(model: String, expected: String)
        async throws
    {
        let (_, last) = try await provider().outcome(model: model) { _ in LoopbackFormat.google.answer("x") }
        #expect(last?.path == expected)
    }

    @Test
    func `whose question a filter keeps back is an error for this question alone`() async throws {
        let error = try await provider().failure(
            .answer(200, #"{"promptFeedback":{"blockReason":"PROHIBITED_CONTENT"},"modelVersion":"m"}"#))
        #expect(error.code == .contentBlocked)
        #expect(error.classification == .permanentForQuestion)
        #expect(error.what.hasSuffix(#"blocked the question: "PROHIBITED_CONTENT""#))
    }

    @Test(
        arguments: [
            ("RECITATION", RespondentReply.FinishReason.contentFilter), ("BLOCKLIST", .contentFilter),
            ("SPII", .contentFilter), ("FINISH_REASON_UNSPECIFIED", .other("FINISH_REASON_UNSPECIFIED")),
        ])
    func `says why it ended in the words that the others use`(word: String, expected: RespondentReply.FinishReason)
        async throws
    {
        let reply = try await provider().reply(.answer(200, #"{"candidates":[{"finishReason":"\#(word)"}]}"#))
        #expect(reply.finishReason == expected)
        #expect(reply.text.isEmpty)
    }

    @Test
    func `takes its key from GEMINI_API_KEY, then from GOOGLE_API_KEY`() throws {
        func key(_ environment: [String: String]) throws -> String? {
            let specification = try RespondentSpecification.resolve(
                ModelName("google/gemini-2.5-flash"), environment: environment)
            guard case .googleGemini(let settings) = specification else { return nil }
            return settings.apiKey?.reveal()
        }
        #expect(try key(["GOOGLE_API_KEY": "second", "VLENS_API_KEY": "third"]) == "second")
        #expect(try key(["GEMINI_API_KEY": "first", "GOOGLE_API_KEY": "second"]) == "first")
    }
}

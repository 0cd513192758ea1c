import Respondents
import TestSupport
import Testing

/// The schema that holds a model to the answer that a question asks for.
@Suite("A structured output", .timeLimit(.minutes(2)))
struct StructuredOutputTests {
    private func question(_ asked: RespondentRequest.Asked) -> RespondentRequest {
        RespondentRequest(questionID: "q", prompt: "?", asked: asked)
    }

    private func stated(reasons: Bool = false) -> RespondentRequest {
        question(
            .stated(
                country: "Philippines", topic: "Politics", values: ["Self-Respect", "Wealth"],
                options: ["strongly agree", "agree", "disagree"], wantsReasons: reasons))
    }

    private func acted(justified: Bool) -> RespondentRequest {
        question(
            .acted(
                country: "Philippines", topic: "Politics", value: "Wealth", firstIsAgree: true, first: "I buy.",
                second: "I give.", wantsJustification: justified))
    }

    private func body(
        _ provider: String, _ request: RespondentRequest, _ output: RequestOptions.StructuredOutput = .jsonSchema
    ) async throws -> String {
        let provider = try #require(Provider.named(provider))
        let options = ConnectionOptions(
            temperature: nil, maxTokens: nil, request: RequestOptions(structuredOutput: output))
        let (_, last) = try await provider.outcome(of: request, options: options) { _ in
            provider.format.loopback.answer("{}")
        }
        return String(decoding: last?.body ?? [], as: UTF8.self)
    }

    @Test("of a choice allows its two options, and an explanation where one is asked for")
    func choice() async throws {
        #expect(
            try await body("openai", acted(justified: true)).hasSuffix(
                #"""
                "response_format":{"type":"json_schema","json_schema":{"name":"answer","strict":true,\#
                "schema":{"type":"object","properties":{"action":{"type":"string","enum":["Option 1","Option 2"]},\#
                "explanation":{"type":"string"}},"required":["action","explanation"],\#
                "additionalProperties":false}}}}
                """#))
        #expect(!(try await body("openai", acted(justified: false)).contains("explanation")))
    }

    @Test("of ratings has every value with the numbers of the options")
    func ratings() async throws {
        #expect(
            try await body("openai", stated()).contains(
                #"""
                "properties":{"Self-Respect":{"type":"integer","enum":[1,2,3]},\#
                "Wealth":{"type":"integer","enum":[1,2,3]}},"required":["Self-Respect","Wealth"]
                """#))
        #expect(
            try await body("openai", stated(reasons: true)).contains(
                #"""
                "Wealth":{"type":"object","properties":{"rating":{"type":"integer","enum":[1,2,3]},\#
                "reason":{"type":"string"}},"required":["rating","reason"],"additionalProperties":false}
                """#))
    }

    @Test("in Google's words has bounds and an order")
    func google() async throws {
        #expect(
            try await body("google", stated()).hasSuffix(
                #"""
                "generationConfig":{"responseMimeType":"application/json","responseSchema":{"type":"OBJECT",\#
                "properties":{"Self-Respect":{"type":"INTEGER","minimum":1,"maximum":3},\#
                "Wealth":{"type":"INTEGER","minimum":1,"maximum":3}},"required":["Self-Respect","Wealth"],\#
                "propertyOrdering":["Self-Respect","Wealth"]}}}
                """#))
        #expect(
            try await body("google", acted(justified: false)).contains(
                #""action":{"type":"STRING","enum":["Option 1","Option 2"]}"#))
    }

    @Test("is not asked for by default, nor where only the prompt says what is asked")
    func absent() async throws {
        #expect(!(try await body("openai", stated(), .none).contains("response_format")))
        for provider in ["openai", "google"] {
            let body = try await body(provider, question(.other))
            #expect(!body.contains("response_format"))
            #expect(!body.contains("responseMimeType"))
        }
    }
}

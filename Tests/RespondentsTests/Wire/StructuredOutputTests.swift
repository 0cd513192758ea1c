import Foundation
import Respondents
import TestServers
import TestSupport
import Testing

/// The schema that holds a model to the answer that a question asks for.
@Suite("A structured output", .timeLimit(.minutes(2)))
struct StructuredOutputTests {
    private func question(_ form: AnswerForm?) -> RespondentRequest {
        RespondentRequest(questionID: "q", prompt: "?", form: form)
    }

    private func stated(reasons: Bool = false) -> RespondentRequest {
        question(
            RespondentsTests.ratings(
                ["Self-Respect", "Wealth"], on: ["strongly agree", "agree", "disagree"], reasons: reasons))
    }

    private func acted(justified: Bool) -> RespondentRequest {
        question(RespondentsTests.choice(explained: justified))
    }

    private func body(
        _ provider: String, _ request: RespondentRequest, _ output: RequestOptions.StructuredOutput = .jsonSchema
    ) async throws -> String {
        let provider = try #require(Provider.named(provider))
        let options = ConnectionOptions(
            temperature: nil, maxTokens: provider.name == "anthropic" ? 100 : nil,
            request: RequestOptions(structuredOutput: output))
        let (_, last) = try await provider.outcome(of: request, options: options) { _ in
            provider.format.loopback.answer("{}")
        }
        return String(decoding: last?.body ?? [], as: UTF8.self)
    }

    @Test
    func `of a choice allows its two options, and an explanation where one is asked for`() async throws {
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

    @Test(
        arguments: [
            ["Möglichkeit 1", "Möglichkeit 2"], ["选项一", "选项二"], ["الخيار ١", "الخيار ٢"], [#"the "first""#, #"a\b"#],
        ])
    func `has the labels that the study gave, in every format`(labels: [String]) async throws {
        let request = question(RespondentsTests.choice(labels))
        let quoted = labels.map { "\"\($0.jsonEscaped)\"" }
        for provider in ["openai", "google", "anthropic"] {
            #expect(try await body(provider, request).contains("\"enum\":[\(quoted.joined(separator: ","))]"))
        }
        let rule = quoted.map { "\"" + $0.jsonEscaped + "\"" }.joined(separator: " | ")
        #expect(try await body("llamacpp", request, .grammar).contains(rule.jsonEscaped))
    }

    @Test
    func `of ratings has the labels where they carry numbers of their own`() async throws {
        let request = question(RespondentsTests.ratings(["Wealth"], on: ["5 = yes", "1 = no"]))
        let members = #""Wealth":{"type":"string","enum":["5 = yes","1 = no"]}"#
        #expect(try await body("openai", request).contains(members))
        let google = #""Wealth":{"type":"STRING","enum":["5 = yes","1 = no"]}"#
        #expect(try await body("google", request).contains(google))
        let grammar = #""{\"Wealth\": " ("\"5 = yes\"" | "\"1 = no\"")"#
        #expect(try await body("llamacpp", request, .grammar).contains(grammar.jsonEscaped))
    }

    @Test
    func `of ratings has every value with the numbers of the options`() async throws {
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

    @Test
    func `in Google's words has bounds and an order`() async throws {
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

    @Test
    func `by a grammar is the same object in GBNF, where each provider takes it`() async throws {
        let object = #"root ::= "{\"action\": " ("\"Option 1\"" | "\"Option 2\"") "}""#
        let places = [
            "llamacpp": #""grammar":"root ::= "#, "sglang": #""ebnf":"root ::= "#,
            "vllm": #""structured_outputs":{"grammar":"root ::= "#,
            "fireworks": #""response_format":{"type":"grammar","grammar":"root ::= "#,
        ]
        for (provider, place) in places {
            let body = try await body(provider, acted(justified: false), .grammar)
            #expect(body.contains(place))
            let sent = try #require(try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any])
            let nested = (sent["structured_outputs"] ?? sent["response_format"]) as? [String: Any]
            let grammar = try #require((sent["grammar"] ?? sent["ebnf"] ?? nested?["grammar"]) as? String)
            #expect(grammar.hasPrefix(object + "\n"))
        }
        let rated = try await body("llamacpp", stated(reasons: true), .grammar)
        let ratings =
            #""{\"Self-Respect\": " "{\"rating\": " ("1" | "2" | "3") ", \"reason\": " text "}" ", \"Wealth\": ""#
        #expect(rated.contains(ratings.jsonEscaped))
    }

    @Test
    func `of Anthropic's stands in its output configuration, beside the effort`() async throws {
        let provider = try #require(Provider.named("anthropic"))
        let options = ConnectionOptions(
            request: RequestOptions(reasoningEffort: "low", structuredOutput: .jsonSchema))
        let (_, last) = try await provider.outcome(of: acted(justified: false), options: options) { _ in
            provider.format.loopback.answer("{}")
        }
        let sent = String(decoding: last?.body ?? [], as: UTF8.self)
        #expect(
            sent.hasSuffix(
                #"""
                "output_config":{"effort":"low","format":{"type":"json_schema","schema":{"type":"object",\#
                "properties":{"action":{"type":"string","enum":["Option 1","Option 2"]}},"required":["action"],\#
                "additionalProperties":false}}}}
                """#))
    }

    @Test
    func `that a provider does not offer is refused before anything is asked`() {
        func message(_ name: String, _ output: RequestOptions.StructuredOutput) -> String {
            do {
                _ = try RespondentSpecification.resolve(
                    ModelName(name), options: ConnectionOptions(request: RequestOptions(structuredOutput: output)),
                    environment: ["VLENS_API_KEY": "test-key-1234"])
                return "accepted"
            } catch {
                return "\(error)"
            }
        }
        #expect(
            message("openai/gpt-4o", .grammar)
                == "--structured-output grammar is not offered for 'gpt-4o': these take one: fireworks, vllm, sglang, "
                + "llamacpp (a server of your own is named like llamacpp/MODEL with --base-url); take json-schema elsewhere"
        )
        #expect(message("google/gemini-2.5-flash", .grammar).hasPrefix("--structured-output grammar is not offered"))
        #expect(
            message("anthropic/claude-sonnet-4", .jsonObject)
                == "--structured-output json-object is not offered by Anthropic's format: take json-schema for "
                + "'claude-sonnet-4'")
        #expect(message("anthropic/claude-sonnet-4", .jsonSchema) == "accepted")
        #expect(message("llamacpp/any", .grammar) == "accepted")
    }

    @Test
    func `of any question is the form that it names: lists, bare scales and objects within`() async throws {
        let code = AnswerForm([.init("code", .oneOf(["risk", "none"])), .init("sure", .place(on: .init(upTo: 3)))])
        let request = question(
            AnswerForm([.init("spans", .list(of: .text)), .init("codes", .list(of: .object(code)))]))
        let members = #"{"code":{"type":"string","enum":["risk","none"]},"sure":{"type":"integer","enum":[1,2,3]}}"#
        let sent = try await body("openai", request)
        #expect(sent.contains(#""spans":{"type":"array","items":{"type":"string"}}"#))
        #expect(sent.contains(#""codes":{"type":"array","items":{"type":"object","properties":\#(members)"#))
        #expect(try await body("google", request).contains(#""spans":{"type":"ARRAY","items":{"type":"STRING"}}"#))
        let rule = #""{\"spans\": " "[" (text (", " text)*)? "]" ", \"codes\": " "[" ("#
        #expect(try await body("llamacpp", request, .grammar).contains(rule.jsonEscaped))
    }

    @Test
    func `is not asked for by default, nor where only the prompt says what is asked`() async throws {
        #expect(!(try await body("openai", stated(), .none).contains("response_format")))
        for provider in ["openai", "google"] {
            let body = try await body(provider, question(nil))
            #expect(!body.contains("response_format"))
            #expect(!body.contains("responseMimeType"))
        }
    }
}

extension String {
    /// As it stands inside a JSON string.
    fileprivate var jsonEscaped: String { replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") }
}

import Foundation
import Respondents
import TestServers
import Testing

/// Keys that are given where no key belongs.
@Suite("A key in the extra body", .timeLimit(.minutes(2)))
struct ExtraBodyKeyTests {
    private func specification(_ body: String, at url: String = "http://127.0.0.1:1/v1") throws
        -> RespondentSpecification
    {
        let options = ConnectionOptions(baseURL: url, request: RequestOptions(extraBody: body))
        return try RespondentSpecification.resolve(ModelName("local/m"), options: options, environment: [:])
    }

    @Test(
        arguments: [
            (#"{"api_key":"hush-hush"}"#, "'api_key'", #"{"api_key":"<REDACTED>"}"#),
            (#"{"Authorization":"Bearer hush"}"#, "'Authorization'", #"{"Authorization":"<REDACTED>"}"#),
            (
                #"{"top_k":4,"x":{"clientSecret":"hush"}}"#, "'clientSecret'",
                #"{"top_k":4,"x":{"clientSecret":"<REDACTED>"}}"#
            ),
            (
                #"{"x":[{"token":"hush"},{"password":"hush"}]}"#, "'token', 'password'",
                #"{"x":[{"token":"<REDACTED>"},{"password":"<REDACTED>"}]}"#
            ),
            (#"{"note":"sk-hush-hush"}"#, "'note'", #"{"note":"<REDACTED>"}"#),
        ])
    func `is warned of, and recorded without it`(body: String, names: String, recorded: String) throws {
        let specification = try specification(body)
        #expect(
            specification.warnings == [
                "--extra-body holds what looks like a key (\(names)): it is sent, and hidden in what is stored; the place for "
                    + "a key is the environment or --key-file"
            ])
        #expect(specification.recordedSettings["extraBody"] == recorded)
    }

    @Test(
        arguments: [
            #"{"top_k":40,"stop_token_ids":[1],"min_tokens":3}"#, #"{"prompt_cache_key":"study-1"}"#,
            #"{"logit_bias":{"token":-1}}"#, #"{"tokenizer":"m","keywords":"a"}"#, #"{"token":""}"#,
        ])
    func `is not seen in what is none`(body: String) throws {
        #expect(try specification(body).warnings == [])
        #expect(try specification(body).recordedSettings["extraBody"] == body)
    }

    @Test
    func `is sent, and neither kept with the request nor with an answer that repeats it`() async throws {
        try await LoopbackServer.run { request in
            .chat(String(decoding: request.body, as: UTF8.self))
        } _: { server in
            let specification = try specification(
                #"{"api_key":"hush-4711-hush","x":{"token":"hu"}}"#, at: server.baseURL)
            let reply = try await specification.withRespondent { (respondent) async throws(RespondentError) in
                try await respondent.reply(to: anyQuestion)
            }
            let sent = String(decoding: try #require(server.lastRequest).body, as: UTF8.self)
            #expect(sent.contains(#""api_key":"hush-4711-hush","x":{"token":"hu"}"#))
            let kept = String(decoding: reply.rawRequest, as: UTF8.self)
            #expect(kept.contains(#""api_key":"<REDACTED>","x":{"token":"<REDACTED>"}"#))
            #expect(!"\(reply.text) \(String(decoding: reply.rawResponse, as: UTF8.self))".contains("4711"))
        }
    }

    @Test
    func `is not shown where the body is no JSON object`() {
        for body in [
            #"{"api_key":"hush-hush""#, #"{'authorization': 'Bearer hush-hush'}"#, "api_key=hush-hush", "sk-hush-hush",
        ] {
            let error = #expect(throws: SetupError.self) { try specification(body) }
            #expect(error?.description.contains("hush") == false)
            #expect(error?.description.contains("<REDACTED>") == true)
            #expect(error?.description.hasSuffix("is no JSON object: write it like {\"top_k\": 40}") == true)
        }
    }
}

/// Texts that nobody has marked as holding a key.
@Suite("What looks like a key")
struct KeyLikeTests {
    @Test(
        arguments: [
            (
                "http://127.0.0.1:8/v1?api-key=hush&api-version=2024-10-21",
                "http://127.0.0.1:8/v1?api-key=<REDACTED>&api-version=2024-10-21"
            ),
            (#"{"api_key":"hu/sh+x=","top_k":4}"#, #"{"api_key":"<REDACTED>","top_k":4}"#),
            (#"{"Authorization": "Bearer hush"}"#, #"{"Authorization": "Bearer <REDACTED>"}"#),
            ("Error: Unknown option '--api-key hush'", "Error: Unknown option '--api-key <REDACTED>'"),
            ("Unexpected argument 'sk-hush-hush'", "Unexpected argument '<REDACTED>'"),
            ("sk-hush-hush/x+= and more", "<REDACTED> and more"), ("https://me:hush@h/v1", "https://…@h/v1"),
            ("--key-file", "--key-file"),
            ("anthropic/claude-sonnet-4-20250514", "anthropic/claude-sonnet-4-20250514"),
            (
                "A file whose first line is the API key, instead of",
                "A file whose first line is the API key, instead of"
            ),
            ("--max-tokens 4096", "--max-tokens 4096"), ("report-2026.html", "report-2026.html"),
        ])
    func `is hidden in a command line, and nothing else is`(text: String, expected: String) {
        #expect(KeyLike.masked(text) == expected)
    }
}

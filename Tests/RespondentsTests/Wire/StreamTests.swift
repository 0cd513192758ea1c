import Respondents
import TestServers
import Testing

/// A server that streams although it was asked for the whole.
@Suite("An answer that comes as a stream", .timeLimit(.minutes(2)))
struct StreamTests {
    private static let events = [("content-type", "text/event-stream")]

    private func reply(_ provider: String, _ body: String) async throws -> RespondentReply {
        let provider = try #require(Provider.named(provider))
        return try await provider.reply(.answer(200, body, headers: Self.events))
    }

    private func failure(_ body: String, _ provider: String = "vllm") async throws -> RespondentError {
        let provider = try #require(Provider.named(provider))
        return try await provider.failure(.answer(200, body, headers: Self.events))
    }

    private static func chunk(_ delta: String, _ more: String = "") -> String {
        #"data: {"object":"chat.completion.chunk","model":"m-1","choices":[{"index":0,"delta":\#(delta)\#(more)}]}"#
    }

    private static let whole = [
        ": a remark", chunk(#"{"role":"assistant","content":""}"#), chunk(#"{"reasoning_content":"Hm, "}"#),
        chunk(#"{"reasoning_content":"yes."}"#), chunk(#"{"role":"assistant","content":"Opt"}"#),
        chunk(#"{"content":"ion 1"}"#), chunk(#"{"content":null}"#, #","finish_reason":"stop""#),
        #"data: {"choices":[],"usage":{"prompt_tokens":12,"completion_tokens":30}}"#, "data: [DONE]",
    ]

    private static let spellings: [String] = {
        let named = whole.map { "event: message\nid: 7\n" + $0 }
        let bare = whole.dropFirst().dropLast().map { String($0.dropFirst("data: ".count)) }
        let close = whole.map { $0.replacing("data: ", with: "data:") }
        return [
            whole.joined(separator: "\n\n") + "\n\n", whole.joined(separator: "\r\n\r\n"),
            whole.joined(separator: "\n"),
            "\u{FEFF}" + whole.joined(separator: "\r\r"), close.joined(separator: "\n\n"),
            named.joined(separator: "\n\n"),
            bare.joined(separator: "\n"),
        ]
    }()

    @Test(arguments: spellings)
    func `of chat completions is read as a whole, however its lines end`(body: String) async throws {
        let reply = try await reply("vllm", body)
        #expect(reply.text == "Option 1")
        #expect(reply.reasoning == "Hm, yes.")
        #expect(reply.finishReason == .stop)
        #expect(reply.usage.promptTokens == 12)
        #expect(reply.usage.completionTokens == 30)
        #expect(reply.reportedModel == "m-1")
        #expect(reply.choiceCount == 1)
        #expect(reply.rawResponse == Array(body.utf8))
    }

    @Test
    func `of chat completions keeps refusals, tool calls, alternatives and probabilities`() async throws {
        let refusal = try await reply(
            "openai",
            Self.chunk(#"{"refusal":"I can"}"#) + "\n\n"
                + Self.chunk(#"{"refusal":"'t."}"#, #","finish_reason":"stop""#))
        #expect(refusal.refusal == "I can't.")
        #expect(refusal.finishReason == .refusal)
        let call = Self.chunk(#"{"tool_calls":[{"index":0,"function":{"name":"f"}}]}"#)
        #expect(try await reply("openai", call + "\n\ndata: [DONE]").finishReason == .toolCall)
        let second = #"data: {"choices":[{"index":1,"delta":{"content":"B"}},{"index":0,"delta":{"content":"A"}}]}"#
        let two = try await reply("openai", second + "\n\ndata: [DONE]\n\n")
        #expect(two.text == "A")
        #expect(two.choiceCount == 2)
        let message = #"data: {"choices":[{"index":0,"message":{"content":"Option 2"},"finish_reason":"stop"}]}"#
        #expect(try await reply("openai", Self.chunk(#"{"content":"Option"}"#) + "\n\n" + message).text == "Option 2")
        let piece = #"{"choices":[{"index":0,"delta":{"content":"Option 1"},"finish_reason":"length"}]}"#
        #expect(try await reply("openai", piece).finishReason == .length)
    }

    @Test
    func `of Ollama's own lines is read as a whole`() async throws {
        let lines = [
            #"{"model":"l","message":{"role":"assistant","content":"","thinking":"Hm."},"done":false}"#,
            #"{"model":"l","message":{"role":"assistant","content":"Option "},"done":false}"#,
            #"{"model":"l","message":{"content":"2"},"done":true,"done_reason":"length","prompt_eval_count":5,"eval_count":7}"#,
        ]
        let reply = try await reply("ollama", lines.joined(separator: "\n"))
        #expect(reply.text == "Option 2")
        #expect(reply.reasoning == "Hm.")
        #expect(reply.finishReason == .length)
        #expect(reply.usage == RespondentReply.Usage(promptTokens: 5, completionTokens: 7))
        #expect(try await failure(lines.dropLast().joined(separator: "\n"), "ollama").code == .connectionLost)
    }

    private static let message = [
        #"event: message_start"#
            + "\n"
            + #"data: {"type":"message_start","message":{"model":"c-1","content":[],"usage":{"input_tokens":12,"output_tokens":1}}}"#,
        #"data: {"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":""}}"#,
        #"data: {"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"Hm."}}"#,
        #"data: {"type":"ping"}"#,
        #"data: {"type":"content_block_start","index":1,"content_block":{"type":"text","text":""}}"#,
        #"data: {"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"Option "}}"#,
        #"data: {"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"1"}}"#,
        #"data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":30}}"#,
        #"data: {"type":"message_stop"}"#,
    ]

    @Test
    func `of Anthropic's events is read as a whole`() async throws {
        let reply = try await reply("anthropic", Self.message.joined(separator: "\n\n"))
        #expect(reply.text == "Option 1")
        #expect(reply.reasoning == "Hm.")
        #expect(reply.finishReason == .stop)
        #expect(reply.usage == RespondentReply.Usage(promptTokens: 12, completionTokens: 30))
        #expect(reply.reportedModel == "c-1")
        #expect(
            try await failure(Self.message.dropLast(2).joined(separator: "\n\n"), "anthropic").code == .connectionLost)
    }

    @Test
    func `of Google's pieces is read as a whole, as events and as a list`() async throws {
        let pieces = [
            #"{"candidates":[{"content":{"parts":[{"text":"Hm.","thought":true}],"role":"model"}}],"modelVersion":"g-1"}"#,
            #"{"candidates":[{"content":{"parts":[{"text":"Option "}],"role":"model"}}]}"#,
            #"{"candidates":[{"content":{"parts":[{"text":"1"}]},"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":12,"candidatesTokenCount":30}}"#,
        ]
        for body in [pieces.map { "data: \($0)\r\n\r\n" }.joined(), "[" + pieces.joined(separator: "\n,\r\n") + "]"] {
            let reply = try await reply("google", body)
            #expect(reply.text == "Option 1")
            #expect(reply.reasoning == "Hm.")
            #expect(reply.finishReason == .stop)
            #expect(reply.usage == RespondentReply.Usage(promptTokens: 12, completionTokens: 30))
            #expect(reply.reportedModel == "g-1")
        }
        let blocked = #"data: {"promptFeedback":{"blockReason":"SAFETY"}}"#
        #expect(try await failure(blocked, "google").code == .contentBlocked)
    }

    @Test
    func `and ends before its answer does is a lost connection, to be asked again`() async throws {
        for count in 2...6 {
            let body = Self.whole.prefix(count).joined(separator: "\n\n") + "\n\ndata: {\"choices\":[{\"del"
            let error = try await failure(body)
            #expect(error.code == .connectionLost)
            #expect(error.classification == .transient)
            #expect(error.what.contains("sent its answer as a stream, and lost the connection before the end: \""))
        }
        let nothing = "data: {\"choices\":[]}\n\ndata: [DONE]\n\n"
        #expect(try await failure(nothing).classification == .transient)
    }

    @Test
    func `with an error in it is that error, whatever was written before it`() async throws {
        let words = #"{"error":{"message":"Upstream overloaded","type":"overloaded_error"}}"#
        for (provider, start) in [("vllm", Self.whole[4]), ("anthropic", Self.message[0])] {
            let event =
                provider == "vllm"
                ? words : #"{"type":"error","error":{"type":"overloaded_error","message":"Upstream overloaded"}}"#
            let error = try await failure("\(start)\n\nevent: error\ndata: \(event)\n\ndata: [DONE]\n\n", provider)
            #expect(error.what.contains("Upstream overloaded"))
            #expect(error.classification != .permanentForRun)
        }
    }
}

import Respondents
import TestServers
import TestSupport
import Testing

/// What counts as a reply: everything with a choice in it, however little the choice says.
@Suite("A reply", .timeLimit(.minutes(2)))
struct ReplyShapeTests {
    private func parsed(_ body: String) async throws -> RespondentReply {
        try await reply(toServer: .answer(200, body))
    }

    @Test
    func `with null content is an empty text`() async throws {
        let reply = try await reply(toServer: .chat(nil, usage: nil, finishReason: nil))
        #expect(reply.text.isEmpty)
        #expect(reply.finishReason == .none)
        #expect(reply.usage == RespondentReply.Usage())
    }

    @Test(
        arguments: [
            ("stop", RespondentReply.FinishReason.stop), ("length", .length), ("content_filter", .contentFilter),
            ("tool_calls", .toolCall), ("function_call", .toolCall), ("sunset", .other("sunset")), ("STOP", .stop),
            ("Max_Tokens", .length), ("ERROR_LIMIT", .length), ("COMPLETE", .stop), ("other", .other("other")),
        ])
    func `says why it ended`(word: String, expected: RespondentReply.FinishReason) async throws {
        #expect(try await reply(toServer: .chat("x", finishReason: word)).finishReason == expected)
    }

    @Test
    func `that only calls a tool is a tool call, whatever the server calls it`() async throws {
        let reply = try await parsed(
            #"{"choices":[{"message":{"content":null,"tool_calls":[{"id":"1"}]},"finish_reason":"stop"}]}"#)
        #expect(reply.finishReason == .toolCall)
        #expect(reply.text.isEmpty)
    }

    @Test
    func `of several choices is the first, and says how many there were`() async throws {
        let reply = try await parsed(
            #"{"choices":[{"message":{"content":"one"}},{"message":{"content":"two"}}]}"#)
        #expect(reply.text == "one")
        #expect(reply.choiceCount == 2)
    }

    @Test
    func `of several choices is the one numbered 0, wherever it stands`() async throws {
        let reply = try await parsed(
            #"{"choices":[{"index":1,"message":{"content":"two"}},{"index":0,"message":{"content":"one"}}]}"#)
        #expect(reply.text == "one")
    }

    @Test(
        arguments: [
            (#"{"action":"Option 2"}"#, #"{"action":"Option 2"}"#), ("2", "2"), (#"{"text":"Option 1"}"#, "Option 1"),
        ])
    func `that the server has parsed is the JSON that the model wrote`(content: String, text: String) async throws {
        let reply = try await parsed(#"{"choices":[{"message":{"content":\#(content)}}]}"#)
        #expect(reply.text == text)
    }

    @Test(
        arguments: [
            #"{"type":"thinking","thinking":[{"type":"text","text":"hm"}]}"#, #"{"type":"reasoning","text":"hm"}"#,
            #"{"type":"reasoning","reasoning":"hm"}"#, #"{"type":"text","text":"hm","thought":true}"#,
            #"{"type":"reasoning","summary":[{"type":"summary_text","text":"hm"}]}"#,
        ])
    func `in parts is put together, its thinking apart`(thinking: String) async throws {
        let reply = try await parsed(
            #"""
            {"choices":[{"message":{"content":[
              \#(thinking),
              {"type":"text","text":"Option "},{"type":"text","text":"2"}]}}]}
            """#)
        #expect(reply.text == "Option 2")
        #expect(reply.reasoning == "hm")
    }

    @Test(
        arguments: ["reasoning_content", "reasoning", "thinking"])
    func `keeps reasoning and refusal that the server gives apart`(field: String) async throws {
        let reply = try await parsed(
            #"""
            {"choices":[{"message":{"content":"Option 1","\#(field)":"because","refusal":"no"}}],
             "usage":{"prompt_tokens":1,"completion_tokens":9,"completion_tokens_details":{"reasoning_tokens":7}}}
            """#)
        #expect(reply.text == "Option 1")
        #expect(reply.reasoning == "because")
        #expect(reply.refusal == "no")
        #expect(reply.usage.reasoningTokens == 7)
    }

    @Test
    func `keeps surrogate pairs, and survives half ones, raw line breaks and bytes that are no UTF-8`() async throws {
        let body =
            Array(#"{"choices":[{"message":{"content":"\ud83d\ude00 \ud83d x\u0007 "#.utf8) + [0x09, 0xFF, 0x0A]
            + Array(#"\/é"}}]}"#.utf8)
        let reply = try await reply(toServer: .answer(200, body))
        #expect(reply.text == "😀 \u{FFFD} x\u{7} \t\u{FFFD}\n/é")
    }

    @Test(
        arguments: [UInt8(0), 1, 7, 8, 0x0B, 0x0C, 0x0E, 0x1B, 0x1F])
    func `is damaged where a control byte stands in any of its strings, and is asked for again`(byte: UInt8)
        async throws
    {
        let places = [
            (#"{"choices":[{"message":{"content":"Op"#, #"tion 1"}}]}"#),
            (#"{"model":"m"#, #"","choices":[{"message":{"content":"Option 1"}}]}"#),
            (#"{"choices":[{"message":{"con"#, #"tent":"Option 1"}}]}"#),
        ]
        for (before, after) in places {
            let error = try await failure(ofServer: .answer(200, Array(before.utf8) + [byte] + Array(after.utf8)))
            #expect(error.code == .malformed)
        }
    }

    @Test
    func `says who served it, where a gateway tells, and by what software`() async throws {
        let choice = #""choices":[{"message":{"content":"Option 1"}}]"#
        let reply = try await parsed(#"{"provider":"Groq","system_fingerprint":"fp_1",\#(choice)}"#)
        #expect(reply.servedBy == "Groq")
        #expect(reply.systemFingerprint == "fp_1")
        let silent = try await parsed(#"{"provider":null,\#(choice)}"#)
        #expect(silent.servedBy == nil)
        #expect(silent.systemFingerprint == nil)
    }

    @Test
    func `comes back as it was written, whatever characters it holds`() async throws {
        var random = SeededRandom(seed: 11)
        let texts = (0..<200).map { _ in random.text(upTo: 60) }
        try await LoopbackServer.run { request in
            .chat(texts[request.number - 1])
        } _: { server in
            let specification = RespondentSpecification.openAICompatible(try settings(server.baseURL))
            try await specification.withRespondent { respondent in
                for text in texts {
                    let reply = try await respondent.reply(to: anyQuestion)
                    #expect(reply.text == text)
                }
            }
        }
    }

    @Test
    func `or an error is what any bytes at all become, never a crash`() async throws {
        var random = SeededRandom(seed: 12)
        let pieces = [
            "{", "}", "[", "]", ":", ",", "\"", "\\", "\\u", "d83d", "null", "1e9", "-", "\"choices\"", "\"message\"",
            "\"content\"", "\"error\"", " ", "\u{0}", "é", "{\"choices\":[{\"message\":{\"content\":",
        ]
        let bodies = (0..<300).map { _ in
            (0..<Int.random(in: 0..<30, using: &random)).flatMap { _ in
                Array((pieces.randomElement(using: &random) ?? "").utf8)
            }
        }
        try await LoopbackServer.run { request in
            .answer(request.number % 2 == 0 ? 200 : 400, bodies[request.number - 1])
        } _: { server in
            let specification = RespondentSpecification.openAICompatible(try settings(server.baseURL))
            await specification.withRespondent { respondent in
                for _ in bodies { _ = try? await respondent.reply(to: anyQuestion) }
            }
            #expect(server.requestCount == bodies.count)
        }
    }

    @Test
    func `nested ten thousand deep is an error, not a crash`() async throws {
        let error = try await failure(ofServer: .answer(200, String(repeating: "[", count: 10_000)))
        #expect(error.code == .malformed)
    }
}

extension SeededRandom {
    mutating func text(upTo count: Int) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...count, using: &self) {
            let limit: UInt32 = Bool.random(using: &self) ? 0x80 : 0x11_0000
            text.unicodeScalars.append(Unicode.Scalar(UInt32.random(in: 0..<limit, using: &self)) ?? "\\")
        }
        return text
    }
}

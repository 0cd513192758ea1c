import Respondents
import TestServers
import Testing

@Suite("A model behind an OpenAI-compatible server", .timeLimit(.minutes(2)))
struct OpenAICompatibleTests {
    @Test
    func `is asked with its name, the messages, the temperature, the limit of tokens and the key`() async throws {
        let (reply, last) = try await LoopbackServer.run { _ in
            .chat("Option 1")
        } _: { server in
            var question = anyQuestion
            question.system = "You are \"Ana\"\n\u{1}"
            return (try await outcome(of: question, with: settings(server.baseURL)).get(), server.lastRequest)
        }
        let request = try #require(last)
        let expected = #"""
            {"model":"some/model","messages":[{"role":"system","content":"You are \"Ana\"\n\u0001"},\#
            {"role":"user","content":"Which option?"}],"stream":false,"temperature":0.2,"max_tokens":4096}
            """#
        #expect(String(decoding: request.body, as: UTF8.self) == expected)
        #expect(reply.rawRequest == request.body)
        #expect(request.method == "POST")
        #expect(request.path == "/v1/chat/completions")
        #expect(request.header("authorization") == "Bearer \(testKey)")
        #expect(request.header("content-type") == "application/json")
    }

    @Test
    func `is asked without temperature, limit and key where there are none`() async throws {
        let last = try await LoopbackServer.run { _ in
            .chat("Option 1")
        } _: { server in
            _ = try await outcome(with: settings(server.baseURL, key: nil, temperature: nil, maxTokens: nil)).get()
            return server.lastRequest
        }
        let request = try #require(last)
        let expected = #"{"model":"some/model","messages":[{"role":"user","content":"Which option?"}],"stream":false}"#
        #expect(String(decoding: request.body, as: UTF8.self) == expected)
        #expect(request.header("authorization") == nil)
    }

    @Test
    func `gives its text, usage, finish reason, name, status and raw answer`() async throws {
        let reply = try await reply(toServer: .chat("Option 1", usage: (12, 3), model: "m-2024"))
        #expect(reply.text == "Option 1")
        #expect(reply.usage == RespondentReply.Usage(promptTokens: 12, completionTokens: 3))
        #expect(reply.finishReason == .stop)
        #expect(reply.choiceCount == 1)
        #expect(reply.reportedModel == "m-2024")
        #expect(reply.status == 200)
        #expect(String(decoding: reply.rawResponse, as: UTF8.self).hasPrefix(#"{"id":"chatcmpl-1""#))
        #expect(reply.latency > .zero)
    }

    @Test
    func `keeps its connection open between questions`() async throws {
        try await LoopbackServer.run { _ in
            .chat("Option 1")
        } _: { server in
            let specification = RespondentSpecification.openAICompatible(try settings(server.baseURL))
            try await specification.withRespondent { respondent in
                for _ in 0..<20 { _ = try await respondent.reply(to: anyQuestion) }
            }
            #expect(server.requestCount == 20)
            #expect(server.connectionCount == 1)
        }
    }

    @Test
    func `answers 256 questions at once, each with its own answer`() async throws {
        let texts = try await LoopbackServer.run { request in
            let body = String(decoding: request.body, as: UTF8.self)
            return .chat(body.contains("odd") ? "odd" : "even", delay: .milliseconds(50))
        } _: { server in
            let specification = RespondentSpecification.openAICompatible(try settings(server.baseURL))
            return try await specification.withRespondent { respondent in
                try await withThrowingTaskGroup(of: (Int, String).self) { group in
                    for index in 0..<256 {
                        group.addTask {
                            var question = anyQuestion
                            question.prompt = index % 2 == 1 ? "odd" : "even"
                            return (index, try await respondent.reply(to: question).text)
                        }
                    }
                    return try await group.reduce(into: [Int: String]()) { $0[$1.0] = $1.1 }
                }
            }
        }
        #expect(texts.count == 256)
        #expect(texts.allSatisfy { $0.value == ($0.key % 2 == 1 ? "odd" : "even") })
    }

    @Test(
        arguments: [
            ("/v1", "/v1/chat/completions"), ("/v1///", "/v1/chat/completions"), ("", "/chat/completions"),
            ("/v1/chat/completions", "/v1/chat/completions"), ("/openai/v1/", "/openai/v1/chat/completions"),
            ("/v1?api-version=7", "/v1/chat/completions?api-version=7"),
        ])
    func `is found with every way to write its base URL`(typed: String, expected: String) async throws {
        try await LoopbackServer.run { _ in
            .chat("Option 1")
        } _: { server in
            _ = try await outcome(with: settings("http://127.0.0.1:\(server.port)\(typed)")).get()
            #expect(server.lastRequest?.path == expected)
        }
    }
}

import Respondents
import TestServers
import Testing

@Suite("A respondent's life", .timeLimit(.minutes(2)))
struct LifecycleTests {
    @Test
    func `ends a question at once when its task is cancelled`() async throws {
        try await LoopbackServer.run { _ in
            .hang
        } _: { server in
            let respondent = OpenAICompatible(try settings(server.baseURL, timeout: .seconds(3600)))
            let asking = Task { try await respondent.reply(to: anyQuestion) }
            try await until { server.requestCount == 1 }
            asking.cancel()
            let error = await #expect(throws: RespondentError.self) { try await asking.value }
            #expect(error?.code == .cancelled)
            #expect(error?.description == "POST \(server.baseURL)/chat/completions was cancelled")
            await respondent.shutdown()
        }
    }

    @Test
    func `sends nothing from a task that is cancelled already`() async throws {
        try await LoopbackServer.run { _ in
            .chat("Option 1")
        } _: { server in
            let respondent = OpenAICompatible(try settings(server.baseURL))
            let asking = Task {
                while !Task.isCancelled { await Task.yield() }
                return try await respondent.reply(to: anyQuestion)
            }
            asking.cancel()
            let error = await #expect(throws: RespondentError.self) { try await asking.value }
            #expect(error?.code == .cancelled)
            #expect(server.requestCount == 0)
            await respondent.shutdown()
        }
    }

    @Test
    func `may be ended twice, and answers nothing afterwards`() async throws {
        let respondent = OpenAICompatible(try settings("http://127.0.0.1:9/v1"))
        await respondent.shutdown()
        await respondent.shutdown()
        let error = await #expect(throws: RespondentError.self) { try await respondent.reply(to: anyQuestion) }
        #expect(error?.code == .cancelled)
        #expect(
            error?.description
                == "POST http://127.0.0.1:9/v1/chat/completions was not sent, because the respondent was shut down")
    }

    @Test
    func `ends a question that is in flight as cancelled when it is shut down`() async throws {
        try await LoopbackServer.run { _ in
            .hang
        } _: { server in
            let respondent = OpenAICompatible(try settings(server.baseURL, timeout: .seconds(3600)))
            let asking = Task { try await respondent.reply(to: anyQuestion) }
            try await until { server.requestCount == 1 }
            await respondent.shutdown()
            let error = await #expect(throws: RespondentError.self) { try await asking.value }
            #expect(error?.code == .cancelled)
        }
    }

    @Test
    func `closes its connections when it is forgotten, without a crash`() async throws {
        try await LoopbackServer.run { _ in
            .chat("Option 1")
        } _: { server in
            func askAndForget() async throws {
                _ = try await OpenAICompatible(settings(server.baseURL)).reply(to: anyQuestion)
            }
            try await askAndForget()
            try await until { server.openConnections == 0 }
            #expect(server.requestCount == 1)
        }
    }

    @Test
    func `leaves connections open that it shares`() async throws {
        try await LoopbackServer.run { _ in
            .chat("Option 1")
        } _: { server in
            let connections = Connections()
            for _ in 0..<3 {
                let respondent = OpenAICompatible(try settings(server.baseURL), connections: connections)
                _ = try await respondent.reply(to: anyQuestion)
                await respondent.shutdown()
            }
            #expect(server.connectionCount == 1)
            await connections.shutdown()
        }
    }
}

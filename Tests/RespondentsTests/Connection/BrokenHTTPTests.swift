import Respondents
import TestServers
import Testing

/// Answers that are hardly HTTP any more.
@Suite("An answer whose head is odd", .timeLimit(.minutes(2)))
struct BrokenHTTPTests {
    private static let body = #"{"choices":[{"message":{"content":"Option 1"}}]}"#

    /// A head with these lines, and the usual body.
    private func raw(_ status: String, _ lines: [String]) -> LoopbackServer.Response {
        .raw(([status] + lines).map { $0 + "\r\n" }.joined() + "\r\n" + Self.body)
    }

    private static let length = "Content-Length: \(body.utf8.count)"

    @Test(
        arguments: [
            [length, length], [length, "content-length:\(body.utf8.count)", "X-A: b", length],
            ["Content-Length: \(body.utf8.count), \(body.utf8.count)"],
            [length, "Content-Length:  \(body.utf8.count) "],
        ])
    func `is read where it gives its length twice alike`(lines: [String]) async throws {
        #expect(try await reply(toServer: raw("HTTP/1.1 200 OK", lines)).text == "Option 1")
    }

    @Test(
        arguments: [
            [length, "Content-Length: 7"], ["Content-Length: \(body.utf8.count), 7"], ["Content-Length: -1"],
            ["Content-Length: 1e2"], ["Content-Length: 99999999999999999999999"],
        ])
    func `is damage where it gives different lengths, to be asked again`(lines: [String]) async throws {
        #expect(try await failure(ofServer: raw("HTTP/1.1 200 OK", lines)).classification == .transient)
    }

    @Test(
        arguments: [0, 1, 42, 99, 101, 100, 102, 199])
    func `is an error of the question where its status is none, and ends no process`(status: Int) async throws {
        let digits = String(repeating: "0", count: 3 - "\(status)".count) + "\(status)"
        try await LoopbackServer.run { request in
            request.number == 2 ? raw("HTTP/1.1 \(digits) X", [Self.length]) : .chat("Option 1")
        } _: { server in
            let respondent = OpenAICompatible(try settings(server.baseURL))
            #expect(try await respondent.reply(to: anyQuestion).text == "Option 1")
            let error = await #expect(throws: RespondentError.self) { try await respondent.reply(to: anyQuestion) }
            #expect(error?.code == .http(status))
            #expect(error?.status == status)
            #expect(error?.classification == .transient)
            #expect(
                error?.description == """
                    \(server.baseURL)/chat/completions answered with HTTP \(digits), which is no status of an answer: if it \
                    stays so, the server or a proxy before it is at fault
                    """)
            #expect(try await respondent.reply(to: anyQuestion).text == "Option 1")
            await respondent.shutdown()
        }
    }

    @Test(arguments: [600, 999])
    func `is transient where its status is above all that are known`(status: Int) async throws {
        let error = try await failure(ofServer: raw("HTTP/1.1 \(status) X", [Self.length]))
        #expect(error.code == .http(status))
        #expect(error.classification == .transient)
    }

    @Test(
        arguments: [
            "HTTP/1.1 20 OK", "HTTP/1.1 2000 OK", "HTTP/1.1 abc OK", "HTTP/1.1 -42 OK", "HTTP/9.9 200 OK", "HTTP/1.1",
            "ICY 200 OK", "<html>",
        ])
    func `is transient where the line of the status is something else`(line: String) async throws {
        #expect(try await failure(ofServer: raw(line, [Self.length])).classification == .transient)
    }

    @Test
    func `is read without words after the status, and after interim answers`() async throws {
        #expect(try await reply(toServer: raw("HTTP/1.1 200", [Self.length])).text == "Option 1")
        #expect(try await reply(toServer: raw("HTTP/1.0 200 OK", [Self.length])).text == "Option 1")
        let interim = ["HTTP/1.1 100 Continue", "", "HTTP/1.1 103 Early Hints", "Link: </x>", "", "HTTP/1.1 200 OK"]
        #expect(
            try await reply(toServer: raw(interim[0], interim.dropFirst() + [Self.length, Self.length])).text
                == "Option 1")
    }

    @Test
    func `is read to the end of the connection where it gives no length`() async throws {
        #expect(try await reply(toServer: raw("HTTP/1.1 200 OK", ["Connection: close"])).text == "Option 1")
    }

    @Test
    func `is refused where it has no end, and says so`() async throws {
        let lines = (0..<4000).map { "X-\($0): \(String(repeating: "y", count: 100))" }
        let error = try await failure(ofServer: raw("HTTP/1.1 200 OK", lines))
        #expect(error.classification == .transient)
        #expect(error.what == "POST URL was answered with headers without end")
        let line = "X: " + String(repeating: "y", count: 300_000)
        #expect(try await failure(ofServer: raw("HTTP/1.1 200 OK", [line])).what == error.what)
    }

    @Test(.enabled(if: LoopbackSecurity.isAvailable))
    func `over HTTP/2 with a status that is none ends no process`() async throws {
        let security = try LoopbackSecurity(speaksHTTP2: true)
        let server = try await LoopbackServer.start(security: security) { request in
            request.number == 1 ? .answer(42, Self.body) : .chat("Option 1")
        }
        let options = ConnectionOptions(
            baseURL: "https://127.0.0.1:\(server.port)/v1", certificateFile: security.certificateFile)
        let specification = try RespondentSpecification.resolve(
            ModelName("local/m"), options: options, environment: [:])
        let respondent = specification.makeRespondent()
        let error = await #expect(throws: RespondentError.self) { try await respondent.reply(to: anyQuestion) }
        #expect(error?.classification == .transient)
        #expect(try await respondent.reply(to: anyQuestion).text == "Option 1")
        await respondent.shutdown()
        await server.stop()
        security.remove()
    }

    @Test(.enabled(if: LoopbackSecurity.isAvailable))
    func `over TLS below 1.2 is refused, and says so`() async throws {
        let security = try LoopbackSecurity(speaksHTTP2: false, isOld: true)
        let server = try await LoopbackServer.start(security: security) { _ in .chat("Option 1") }
        let url = "https://127.0.0.1:\(server.port)/v1"
        let specification = try RespondentSpecification.resolve(
            ModelName("local/m"), options: ConnectionOptions(baseURL: url, certificateFile: security.certificateFile),
            environment: [:])
        let respondent = specification.makeRespondent()
        let error = await #expect(throws: RespondentError.self) { try await respondent.reply(to: anyQuestion) }
        #expect(error?.code == .tls)
        #expect(
            error?.description == """
                POST \(url)/chat/completions found no secure connection: the server offers only TLS below 1.2: have it speak \
                TLS 1.2 or 1.3: what is older can be read on the way
                """)
        #expect(server.requestCount == 0)
        await respondent.shutdown()
        await server.stop()
        security.remove()
    }
}

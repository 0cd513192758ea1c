import Respondents
import TestServers
import Testing

/// What a server or the way to it can do wrong.
@Suite("A question without a reply", .timeLimit(.minutes(2)))
struct FaultTests {
    @Test
    func `whose port nobody listens on is refused at once`() async throws {
        let server = try await LoopbackServer.start { _ in .hang }
        let baseURL = server.baseURL
        await server.stop()
        let result = await outcome(with: try settings(baseURL))
        let error = try #require(throws: RespondentError.self) { try result.get() }
        #expect(error.code == .connectionRefused)
        #expect(error.classification == .transient)
        #expect(
            error.description == """
                POST \(baseURL)/chat/completions was refused: nobody listens there: start the server, or correct --base-url
                """)
    }

    @Test
    func `whose host does not exist says so`() async throws {
        let result = await outcome(with: try settings("http://no-such-host.invalid/v1"))
        let error = try #require(throws: RespondentError.self) { try result.get() }
        #expect(error.code == .hostUnreachable)
        #expect(
            error.description == """
                POST http://no-such-host.invalid/v1/chat/completions found no way to the host 'no-such-host.invalid': \
                check its name in --base-url and the network
                """)
    }

    @Test
    func `whose address only looks like one is never sent`() {
        let error = #expect(throws: SetupError.self) { try settings("http://%/v1") }
        #expect(
            error?.description == """
                the base URL 'http://<REDACTED>' has a host with '%': write it like http://127.0.0.1:8000/v1
                """)
    }

    @Test
    func `that hangs, or whose answer trickles, ends with the time limit`() async throws {
        let trickle = LoopbackServer.Response.trickle(
            String(repeating: " ", count: 10_000), every: .milliseconds(20))
        for response in [LoopbackServer.Response.hang, trickle] {
            let error = try await failure(ofServer: response, timeout: .milliseconds(200))
            #expect(error.code == .timeout)
            #expect(error.classification == .transient)
            #expect(
                error.description == """
                    POST URL was not answered within 0.2 seconds: raise --timeout or ask fewer questions at once \
                    (--concurrency)
                    """)
        }
    }

    @Test
    func `is a lost connection where the server closes before or in the middle of its answer`() async throws {
        let cut = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"choices\":[{"
        let cutChunk = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{\"choices\":[{"
        let cutHead = "HTTP/1.1 200 OK\r\nContent-Le"
        for response in [LoopbackServer.Response.close, .raw(cut), .raw(cutChunk), .raw(cutHead)] {
            let error = try await failure(ofServer: response)
            #expect(error.code == .connectionLost)
            #expect(error.classification == .transient)
            #expect(error.what.hasPrefix("POST URL lost its connection before the answer was complete ("))
        }
    }

    @Test
    func `stays one where the server speaks something else than HTTP`() async throws {
        let error = try await failure(ofServer: .raw("220 smtp.example ESMTP\r\n"))
        #expect(error.code == .notJSON)
        #expect(error.what.hasPrefix("POST URL was answered with something else than HTTP ("))
    }

    @Test
    func `is not sent to where a redirect points`() async throws {
        let elsewhere = "https://elsewhere.example/api/chat/completions"
        let error = try await failure(ofServer: .answer(307, "", headers: [("location", elsewhere)]))
        #expect(error.code == .redirected)
        #expect(error.classification == .permanentForRun)
        #expect(
            error.description == """
                URL redirects to 'https://elsewhere.example/api/chat/completions' (HTTP 307), where the key is not sent: \
                if you trust that address, set --base-url https://elsewhere.example/api
                """)
    }

    @Test(arguments: [307, 308])
    func `to somewhere on the same server names the whole address`(status: Int) async throws {
        let error = try await failure(ofServer: .answer(status, "", headers: [("location", "/v2/chat/completions")]))
        #expect(error.code == .redirected)
        #expect(error.description.contains("if you trust that address, set --base-url http://127.0.0.1:"))
        #expect(error.description.hasSuffix("/v2"))
    }

    @Test
    func `to nowhere says so`() async throws {
        let error = try await failure(ofServer: .answer(304, ""))
        #expect(
            error.description
                == "URL answered with HTTP 304, which sends elsewhere without saying where: correct --base-url")
    }

    @Test
    func `quotes a page of HTML in one short line`() async throws {
        let page = "\n<!DOCTYPE html>\r\n<html>\u{7}<b>Sign in</b>" + String(repeating: "x", count: 5_000)
        let error = try await failure(ofServer: .answer(200, page, headers: [("content-type", "text/html")]))
        #expect(error.code == .notJSON)
        #expect(error.classification == .transient)
        #expect(error.what.hasPrefix("URL answered with a page of HTML: \"<!DOCTYPE html> <html> <b>Sign in</b>xxx"))
        #expect(error.what.hasSuffix("x…\""))
        #expect(error.what.count < 260)
        #expect(error.remedy == "check --base-url: it should end where /chat/completions begins, often in /v1")
    }

    @Test
    func `is malformed where the answer is empty, cut off, or without a choice`() async throws {
        let cases = [
            ("", "URL answered with an empty body: asking again may help"),
            (" \n", "URL answered with an empty body: asking again may help"),
            (
                #"{"choices":[{"mess"#,
                #"URL answered with broken or cut-off JSON: "{"choices":[{"mess": asking again may help"#
            ),
            (#"{"choices":[]}"#, #"URL answered without a choice: "{"choices":[]}": asking again may help"#),
            ("[]", #"URL answered without a choice: "[]": asking again may help"#),
        ]
        for (body, description) in cases {
            let error = try await failure(ofServer: .answer(200, body))
            #expect(error.code == .malformed)
            #expect(error.classification == .transient)
            #expect(error.description == description)
        }
    }

    @Test
    func `stops reading an answer of 200 MB at the limit, announced or not`() async throws {
        try await LoopbackServer.run { _ in
            .endless(bytes: 200_000_000)
        } _: { server in
            let respondent = OpenAICompatible(try settings(server.baseURL, maximumBytes: 1 << 20))
            let error = await #expect(throws: RespondentError.self) { try await respondent.reply(to: anyQuestion) }
            #expect(error?.code == .tooLarge)
            #expect(error?.what.hasSuffix("/chat/completions was answered with more than 1048576 bytes") == true)
            try await until { server.openConnections == 0 }
            await respondent.shutdown()
        }
        let announced = "HTTP/1.1 200 OK\r\nContent-Length: 200000000\r\n\r\n{"
        #expect(try await failure(ofServer: .raw(announced)).code == .tooLarge)
    }

    @Test
    func `is judged by its status where an error page has no end or breaks off`() async throws {
        let head = "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 90000000\r\n\r\n"
        for count in [0, 7, 70_000, 1_000_000] {
            let error = try await failure(ofServer: .raw(head + String(repeating: "y", count: count)))
            #expect(error.code == .http(502))
        }
    }

    @Test
    func `finds no secure connection on a port that speaks plain HTTP`() async throws {
        try await LoopbackServer.run { _ in
            .hang
        } _: { server in
            let result = await outcome(with: try settings("https://127.0.0.1:\(server.port)/v1"))
            let error = try #require(throws: RespondentError.self) { try result.get() }
            #expect(error.code == .tls)
            #expect(error.classification == .permanentForRun)
            #expect(
                error.description == """
                    POST https://127.0.0.1:\(server.port)/v1/chat/completions found no secure connection \
                    (WRONG_VERSION_NUMBER): check that the server speaks TLS with a certificate that this machine trusts \
                    (--ca-file names others), or use http:// for a local server
                    """)
        }
    }

    @Test
    func `is a lost connection where the server hangs up at once, with TLS or without`() async throws {
        let server = try await LoopbackServer.start(hangsUp: true) { _ in .hang }
        for scheme in ["http", "https"] {
            let result = await outcome(with: try settings("\(scheme)://127.0.0.1:\(server.port)/v1"))
            let error = try #require(throws: RespondentError.self) { try result.get() }
            #expect(error.code == .connectionLost)
            #expect(error.classification == .transient)
        }
        await server.stop()
    }
}

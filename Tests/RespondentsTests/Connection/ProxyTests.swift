import Respondents
import TestServers
import TestSupport
import Testing

@Suite("A proxy is found")
struct ProxyTests {
    private func found(_ url: String, _ environment: [String: String]) throws -> String? {
        try Proxy.find(for: BaseURL(url), environment: environment).map { "\($0) \($0.variable)" }
    }

    @Test(
        arguments: [
            ("https://h/v1", ["https_proxy": "http://p:1", "HTTPS_PROXY": "http://q:2"], "http://p:1 https_proxy"),
            ("https://h/v1", ["HTTPS_PROXY": "http://q:2", "ALL_PROXY": "http://r:3"], "http://q:2 HTTPS_PROXY"),
            ("https://h/v1", ["HTTP_PROXY": "http://q:2"], nil),
            ("https://h/v1", ["https_proxy": " ", "all_proxy": "r:3"], "http://r:3 all_proxy"),
            ("http://h/v1", ["http_proxy": "p"], "http://p:80 http_proxy"),
            ("http://h/v1", ["HTTP_PROXY": "http://P.Example:8080/"], "http://p.example:8080 HTTP_PROXY"),
            ("http://h/v1", ["HTTP_PROXY": "http://p", "REQUEST_METHOD": "GET"], nil),
            ("http://h/v1", ["http_proxy": "http://p", "REQUEST_METHOD": "GET"], "http://p:80 http_proxy"),
            ("http://h/v1", ["ALL_PROXY": "socks5h://p"], "socks5://p:1080 ALL_PROXY"),
            ("http://h/v1", ["ALL_PROXY": "socks5://[::1]:9"], "socks5://[::1]:9 ALL_PROXY"),
            ("http://h/v1", ["HTTPS_PROXY": "http://q:2"], nil), ("http://h/v1", [:], nil),
            ("http://h/v1", ["http_proxy": "http://me:pa%40ss@p:1"], "http://p:1 http_proxy"),
        ] as [(String, [String: String], String?)])
    func `in the variables that curl looks at`(url: String, environment: [String: String], expected: String?) throws {
        #expect(try found(url, environment) == expected)
    }

    @Test(
        arguments: ["http://127.0.0.1:8000/v1", "http://localhost/v1", "http://[::1]:1/v1", "http://0.0.0.0:8000/v1"])
    func `but not for this machine, which a proxy would look for on its own`(url: String) throws {
        #expect(try found(url, ["http_proxy": "http://p:1"]) == nil)
    }

    @Test(
        arguments: [
            ("*", "http://h/", true), ("h", "http://h/", true), ("h.example", "http://x.h.example/", true),
            (".h.example", "http://h.example/", true), ("*.h.example", "http://a.h.example/", true),
            ("h.example", "http://xh.example/", false), ("a, H.Example ,b", "http://h.example/", true),
            ("a b", "http://b/", true), ("h:80", "http://h/", true), ("h:81", "http://h/", false),
            ("h:443", "https://h/", true), ("10.0.0.0/8", "http://10.1.2.3/", true),
            ("10.0.0.0/8", "http://11.1.2.3/", false), ("10.1.2.3", "http://10.1.2.3:5/", true),
            ("10.1.2.3:5", "http://10.1.2.3:5/", true), ("10.1.2.3:6", "http://10.1.2.3:5/", false),
            ("10.0.0.0/9", "http://10.128.0.1/", false), ("0.0.0.0/0", "http://9.9.9.9/", true),
            ("2001:db8::/32", "http://[2001:db8:1::2]/", true), ("2001:db8::/32", "http://[2001:db9::2]/", false),
            ("[2001:db8::1]:80", "http://[2001:db8:0::1]/", true), ("", "http://h/", false), (",", "http://h/", false),
            ("h.example.", "http://h.example/", false), ("h", "http://h./", true),
            ("10.0.0.0/33", "http://10.0.0.0/", false),
        ])
    func `but not for a host that is excepted`(list: String, url: String, isExcepted: Bool) throws {
        for name in ["no_proxy", "NO_PROXY"] {
            let environment = ["ALL_PROXY": "http://p:1", name: list]
            #expect(try (found(url, environment) == nil) == isExcepted)
        }
    }

    @Test(
        arguments: [
            ("ftp://me:hush@p:1", "begins with no known scheme: write it like http://proxy.example:3128"),
            (
                "https://me:hush@p:1",
                "names a kind of proxy that is not supported: http:// and socks5:// are"
            ),
            ("socks4://p:1", "names a kind of proxy that is not supported: http:// and socks5:// are"),
            ("http://me:hush@", "names no host: write it like http://proxy.example:3128"),
            ("http://me:hush@p:hush", "has no port of 1…65535 after its host: write it like http://proxy.example:3128"),
            ("http://p:99999", "has no port of 1…65535 after its host: write it like http://proxy.example:3128"),
            ("http://me:hu sh@p:1", "holds a character that no address holds"),
            ("socks5://me:hush@p:1", "gives a name to a SOCKS proxy, which is not supported: leave it out"),
        ])
    func `to be none, without showing its password`(value: String, problem: String) throws {
        let error = #expect(throws: SetupError.self) { try found("https://h/v1", ["HTTPS_PROXY": value]) }
        #expect(error?.code == .malformedProxy)
        #expect(error?.description == "the environment variable HTTPS_PROXY, which names a proxy, \(problem)")
    }
}

@Suite("A proxy is asked", .timeLimit(.minutes(2)))
struct ProxyAskingTests {
    private func outcome(
        _ url: String, _ environment: [String: String], certificates: String? = nil
    ) async throws -> Result<RespondentReply, RespondentError> {
        let options = ConnectionOptions(baseURL: url, certificateFile: certificates)
        let specification = try RespondentSpecification.resolve(
            ModelName("local/m"), options: options, environment: environment)
        do {
            return .success(
                try await specification.withRespondent { (respondent) async throws(RespondentError) in
                    try await respondent.reply(to: anyQuestion)
                })
        } catch {
            return .failure(error)
        }
    }

    @Test
    func `for an http address by its whole name, with the name and password that it wants`() async throws {
        let server = try await LoopbackServer.start { _ in .chat("Option 1") }
        let proxy = ["http_proxy": "http://me:p%40ss%3Aword@127.0.0.1:\(server.port)"]
        #expect(try await outcome("http://models.invalid:81/v1?x=1", proxy).get().text == "Option 1")
        #expect(server.lastRequest?.path == "http://models.invalid:81/v1/chat/completions?x=1")
        #expect(server.lastRequest?.header("host") == "models.invalid:81")
        #expect(server.lastRequest?.header("proxy-authorization") == "Basic bWU6cEBzczp3b3Jk")
        await server.stop()
    }

    @Test(.enabled(if: LoopbackSecurity.isAvailable))
    func `for a tunnel to an https address, by HTTP and by SOCKS`() async throws {
        let security = try LoopbackSecurity(speaksHTTP2: false)
        let server = try await LoopbackServer.start(security: security) { _ in .chat("Option 1") }
        let proxy = try LoopbackProxy()
        let url = "https://models.invalid:\(server.port)/v1"
        for value in ["http://me:word@127.0.0.1:\(proxy.port)", "socks5h://127.0.0.1:\(proxy.port)"] {
            let reply = try await outcome(url, ["HTTPS_PROXY": value], certificates: security.certificateFile).get()
            #expect(reply.text == "Option 1")
        }
        #expect(proxy.requests.count == 2)
        #expect(proxy.requests.first?.hasPrefix("CONNECT models.invalid:\(server.port) HTTP/1.1\r\n") == true)
        #expect(proxy.requests.first?.contains("proxy-authorization: Basic bWU6d29yZA==\r\n") == true)
        #expect(proxy.requests.last == "SOCKS models.invalid:\(server.port)")
        #expect(server.lastRequest?.path == "/v1/chat/completions")
        #expect(server.lastRequest?.header("proxy-authorization") == nil)
        proxy.stop()
        await server.stop()
        security.remove()
    }

    @Test
    func `for a tunnel to an http address by SOCKS`() async throws {
        let server = try await LoopbackServer.start { _ in .chat("Option 1") }
        let proxy = try LoopbackProxy()
        let url = "http://models.invalid:\(server.port)/v1"
        #expect(try await outcome(url, ["all_proxy": "socks5://127.0.0.1:\(proxy.port)"]).get().text == "Option 1")
        #expect(server.lastRequest?.path == "/v1/chat/completions")
        proxy.stop()
        await server.stop()
    }

    @Test
    func `and refuses in words of its own`() async throws {
        let cases = [
            (
                "407 Proxy Authentication Required", RespondentError.Code.unauthorized,
                "the proxy wants a name and password"
            ),
            ("502 Bad Gateway", .hostUnreachable, "the proxy does not connect to 'models.invalid'"),
            ("403 Forbidden", .hostUnreachable, "the proxy does not connect to 'models.invalid'"),
            ("042 What", .hostUnreachable, "the proxy does not connect to 'models.invalid'"),
        ]
        for (status, code, words) in cases {
            let proxy = try LoopbackProxy(answer: "HTTP/1.1 \(status)\r\nContent-Length: 2\r\n\r\nno")
            let value = "http://me:hush-hush@127.0.0.1:\(proxy.port)"
            let result = try await outcome("https://models.invalid/v1", ["HTTPS_PROXY": value])
            let error = try #require(throws: RespondentError.self) { try result.get() }
            #expect(error.code == code)
            #expect(error.description.contains(words))
            #expect(error.description.contains("HTTPS_PROXY"))
            #expect(!error.description.contains("hush"))
            proxy.stop()
        }
    }

    @Test
    func `for an http address, and wants to know who asks, or is not there`() async throws {
        let server = try await LoopbackServer.start { $0.number == 1 ? .answer(407, "") : .answer(503, "<p>no</p>") }
        let proxy = "http://me:hush-hush@127.0.0.1:\(server.port)"
        let url = "http://models.invalid/v1"
        let shown = "\(url)/chat/completions (by the proxy http://127.0.0.1:\(server.port))"
        let login = try await #require(throws: RespondentError.self) {
            try await outcome(url, ["HTTP_PROXY": proxy]).get()
        }
        #expect(login.classification == .permanentForRun)
        #expect(
            login.description == """
                POST \(shown) was not passed on: the proxy wants a name and password (HTTP 407): write them into the \
                environment variable HTTP_PROXY: http://NAME:PASSWORD@HOST:PORT
                """)
        let busy = try await #require(throws: RespondentError.self) {
            try await outcome(url, ["HTTP_PROXY": proxy]).get()
        }
        #expect(busy.what == "\(shown) answered with HTTP 503: \"<p>no</p>\"")
        await server.stop()
        let absent = try await #require(throws: RespondentError.self) {
            try await outcome(url, ["HTTP_PROXY": proxy]).get()
        }
        #expect(
            absent.description == """
                POST \(shown) was refused: no proxy listens there: start it, or correct the environment variable HTTP_PROXY
                """)
    }
}

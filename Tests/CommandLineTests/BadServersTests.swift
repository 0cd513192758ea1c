import Foundation
import TestServers
import TestSupport
import Testing

/// What a server can do wrong, through the program: what it says, its exit code, and that no reply is lost.
struct BadServersTests {
    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let response: LoopbackServer.Response
        let says: [String]
        /// Whether no other question would fare better, so that the run ends there.
        var endsRun = false
        var more: [String] = ["--attempts", "1"]
    }

    static let faults = [
        Fault(
            testDescription: "hangs", response: .hang,
            says: ["/v1/chat/completions was not answered within 1.5 seconds", "raise --timeout"],
            more: ["--attempts", "1", "--timeout", "1.5"]),
        Fault(
            testDescription: "hangs up", response: .close,
            says: ["lost its connection before the answer was complete", "check the server's log"]),
        Fault(
            testDescription: "redirects",
            response: .answer(302, "", headers: [("location", "http://elsewhere.example/v1/chat/completions")]),
            says: [
                "redirects to 'http://elsewhere.example/v1/chat/completions' (HTTP 302), where the key is not sent",
                "if you trust that address, set --base-url http://elsewhere.example/v1",
            ], endsRun: true),
        Fault(
            testDescription: "answers HTML",
            response: .answer(200, "<html><body>Sign in</body></html>", headers: [("content-type", "text/html")]),
            says: ["answered with a page of HTML: \"<html><body>Sign in</body></html>\"", "check --base-url"]),
        Fault(
            testDescription: "answers plain text", response: .answer(200, "It works!"),
            says: ["answered with something else than JSON: \"It works!\"", "check --base-url"]),
        Fault(
            testDescription: "answers nothing", response: .answer(200, ""),
            says: ["answered with an empty body", "asking again may help"]),
        Fault(
            testDescription: "cuts its JSON off", response: .answer(200, "{\"choices\": [{\"mess"),
            says: ["answered with broken or cut-off JSON: \"{\"choices\": [{\"mess\"", "asking again may help"]),
        Fault(
            testDescription: "cuts its body off",
            response: .raw("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"choices\": ["),
            says: ["lost its connection before the answer was complete", "check the server's log"]),
        Fault(
            testDescription: "breaks its gzip",
            response: .answer(200, "no gzip at all", headers: [("content-encoding", "gzip")]),
            says: ["was answered with damaged compression", "the server or a proxy before it is at fault"]),
        Fault(
            testDescription: "answers 200 MB", response: .endless(bytes: 200 << 20),
            says: ["was answered with more than ", " bytes", "check that --base-url names an OpenAI-compatible server"]),
        Fault(
            testDescription: "speaks no HTTP", response: .raw("hello\r\n\r\n"),
            says: [
                "was answered with something else than HTTP", "check that --base-url names an OpenAI-compatible server",
            ]),
        Fault(
            testDescription: "answers JSON without a choice", response: .answer(200, "{\"ok\": true}"),
            says: ["answered without a choice: \"{\"ok\": true}\""]),
        Fault(
            testDescription: "is in trouble", response: .answer(500, "{\"error\": {\"message\": \"out of memory\"}}"),
            says: ["answered with HTTP 500: \"out of memory\"", "the server is in trouble"]),
        Fault(
            testDescription: "asks for an hour's pause",
            response: .answer(429, "{\"error\": {\"message\": \"slow down\"}}", headers: [("retry-after", "3600")]),
            says: ["answered with HTTP 429: \"slow down\"", "ask fewer questions at once (--concurrency)"]),
        Fault(
            testDescription: "knows no such model",
            response: .answer(
                404, #"{"error": {"message": "The model `m` does not exist", "code": "model_not_found"}}"#),
            says: ["\"The model `m` does not exist\"", "check the model's name 'm' against the provider's list"],
            endsRun: true),
        Fault(
            testDescription: "knows no such path", response: .answer(404, "Not Found"),
            says: ["answered with HTTP 404", "check --base-url: it should end where /chat/completions begins"],
            endsRun: true),
        Fault(
            testDescription: "wants a key", response: .answer(401, #"{"error": {"message": "no key"}}"#),
            says: ["answered with HTTP 401: \"no key\"", "give an API key by the environment or --key-file"],
            endsRun: true),
        Fault(
            testDescription: "wants money",
            response: .answer(429, #"{"error": {"message": "no credit", "code": "insufficient_quota"}}"#),
            says: ["\"no credit\"", "add credit to the account, then run again: what was answered is kept"],
            endsRun: true),
    ]

    @Test(arguments: faults)
    func `a server that is bad from the first question ends the run with 1 and says what to do`(
        fault: Fault
    ) async throws {
        try await withProgram { vlens in
            try await LoopbackServer.run(handler: { _ in fault.response }) { server in
                let result = try await vlens.run(SmallPart.run(server, "--no-report") + fault.more)
                expect(result, exits: 1, says: fault.says + ["vlens: "])
                #expect(result.output == "")
                #expect(server.requestCount <= 1)
                #expect(try vlens.replyCount() == 0)
            }
        }
    }

    @Test(arguments: faults)
    func `a server that turns bad in the middle costs no reply, and the same command asks the rest`(
        fault: Fault
    ) async throws {
        let server = Behaviour { $0.number <= 6 ? SmallPart.answer($0) : fault.response }
        try await withProgram { vlens in
            try await LoopbackServer.run(handler: server.answer) { loopback in
                let arguments = SmallPart.run(loopback, "--no-report") + fault.more
                let bad = try await vlens.run(arguments)
                expect(bad, exits: fault.endsRun ? 1 : 3, says: fault.says)
                if !fault.endsRun {
                    expect(
                        bad, exits: 3,
                        says: ["5 of 11 questions have no reply (last error: ", "ask them again with: vlens run"])
                }
                #expect(try vlens.replyCount() == 6)
                let measured = try await vlens.run("measure", "--json")
                expect(measured, exits: 0, says: [])

                let before = loopback.requestCount
                server.change(SmallPart.answer)
                let good = try await vlens.run(arguments)
                expect(good, exits: 0, says: [])
                #expect(loopback.requestCount - before == 5)
                #expect(try vlens.replyCount() == SmallPart.questions)
            }
        }
    }

    @Test func `a port where nobody listens is told, with the address`() async throws {
        try await withProgram { vlens in
            let server = try await LoopbackServer.start { _ in .close }
            let arguments = SmallPart.run(server, "--attempts", "1")
            await server.stop()
            let result = try await vlens.run(arguments)
            expect(
                result, exits: 1,
                says: [
                    "POST \(server.baseURL)/chat/completions was refused: nobody listens there: "
                        + "start the server, or correct --base-url"
                ])
        }
    }

    @Test func `https to a server that speaks none is a TLS failure`() async throws {
        try await withProgram { vlens in
            try await LoopbackServer.run(handler: SmallPart.answer) { server in
                let secure = server.baseURL.replacing("http://", with: "https://")
                let result = try await vlens.run(
                    ["run", "--model", "local/m", "--base-url", secure, "--attempts", "1"] + SmallPart.options)
                expect(
                    result, exits: 1,
                    says: [
                        "POST \(secure)/chat/completions found no secure connection (",
                        "or use http:// for a local server",
                    ])
            }
        }
    }

    @Test(arguments: [
        ("ftp://x/v1", "does not start with http:// or https://"),
        ("127.0.0.1:8000/v1", "does not start with http:// or https://"),
        ("http://", "names no host"),
        ("http://h:99999/v1", "has the port '99999'"),
    ])
    func `a malformed base URL is a misuse that leaves nothing behind`(url: String, problem: String) async throws {
        try await withProgram { vlens in
            let result = try await vlens.run("run", "--model", "local/m", "--base-url", url)
            expect(
                result, exits: 2,
                says: ["vlens: the base URL '\(url)' \(problem): write it like http://127.0.0.1:8000/v1"])
            #expect(try vlens.names() == [])
        }
    }

    @Test func `a base URL with a password is refused without showing it`() async throws {
        try await withProgram { vlens in
            let result = try await vlens.run("run", "--model", "local/m", "--base-url", "http://me:secret@h/v1")
            expect(result, exits: 2, says: ["holds a user name or password"])
            #expect(!result.error.contains("secret"))
        }
    }
}

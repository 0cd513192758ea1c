import Respondents
import TestSupport
import Testing

@Suite("An API key", .timeLimit(.minutes(2)))
struct KeyTests {
    @Test("prints as <REDACTED> however it is printed")
    func printing() throws {
        let secret = Secret(" \(testKey)\n")
        var dumped = ""
        dump(try settings("http://127.0.0.1:1"), to: &dumped)
        #expect("\(secret) \(String(reflecting: secret)) \([secret])" == "<REDACTED> <REDACTED> [<REDACTED>]")
        #expect(!dumped.contains(testKey))
        #expect(secret.reveal() == testKey)
    }

    @Test("is in no error, however the server echoes it")
    func errors() async throws {
        // The second body holds the key where an excerpt is cut, so that a part of it would be left.
        let bodies = [
            #"{"error":{"message":"bad key \#(testKey), really: \#(testKey)"}}"#,
            #"{"error":{"message":"\#(String(repeating: "x", count: 150))\#(testKey)"}}"#, "<p>\(testKey)</p>",
            "{\(testKey)",
        ]
        for status in [200, 307, 401, 429, 500] {
            for body in bodies {
                let headers = [("location", "https://e.example/?key=\(testKey)")]
                let error = try await failure(ofServer: .answer(status, body, headers: headers))
                #expect(!"\(error)\(error.what)".contains("9f8e7d"))
                #expect(
                    status == 307 || "\(error)".contains("<REDACTED>") || body.hasPrefix(#"{"error":{"message":"xxx"#))
            }
        }
    }

    @Test("is in no raw request, raw answer or text")
    func replies() async throws {
        let reply = try await reply(toServer: .chat("your key is \(testKey), \(testKey.dropLast())"))
        #expect(reply.text == "your key is <REDACTED>, \(testKey.dropLast())")
        for bytes in [reply.rawRequest, reply.rawResponse] {
            #expect(!String(decoding: bytes, as: UTF8.self).contains(testKey))
        }
    }

    @Test("of less than eight bytes is a placeholder, and damages no answer")
    func placeholder() async throws {
        try await LoopbackServer.run { _ in
            .chat("Option 1")
        } _: { server in
            let reply = try await outcome(with: settings(server.baseURL, key: "n")).get()
            #expect(reply.text == "Option 1")
            #expect(String(decoding: reply.rawResponse, as: UTF8.self).contains("Option 1"))
            #expect(server.lastRequest?.header("authorization") == "Bearer n")
        }
    }
}

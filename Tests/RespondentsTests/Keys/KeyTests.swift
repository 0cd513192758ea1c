import Respondents
import TestServers
import Testing

@Suite("An API key", .timeLimit(.minutes(2)))
struct KeyTests {
    @Test
    func `prints as <REDACTED> however it is printed`() throws {
        let secret = Secret(" \(testKey)\n")
        var dumped = ""
        dump(try settings("http://127.0.0.1:1"), to: &dumped)
        #expect("\(secret) \(String(reflecting: secret)) \([secret])" == "<REDACTED> <REDACTED> [<REDACTED>]")
        #expect(!dumped.contains(testKey))
        #expect(secret.reveal() == testKey)
    }

    @Test
    func `is in no error, however the server echoes it`() async throws {
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

    @Test
    func `is in no raw request, raw answer or text`() async throws {
        let reply = try await reply(toServer: .chat("your key is \(testKey), \(testKey.dropLast())"))
        #expect(reply.text == "your key is <REDACTED>, <REDACTED>")
        for bytes in [reply.rawRequest, reply.rawResponse] {
            #expect(!String(decoding: bytes, as: UTF8.self).contains(testKey))
        }
    }

    @Test(
        arguments: ["n", "1", "EMPTY", "none", "option", "1234", "anything", "Not-Needed", "sk-no-key-required"])
    func `that is a word, and no key, damages no answer`(key: String) async throws {
        let text = "Option 1: anything, not-needed, none, EMPTY 1234 sk-no-key-required"
        try await LoopbackServer.run { _ in
            .chat(text)
        } _: { server in
            let reply = try await outcome(with: settings(server.baseURL, key: key)).get()
            #expect(reply.text == text)
            #expect(String(decoding: reply.rawResponse, as: UTF8.self).contains(text))
            #expect(server.lastRequest?.header("authorization") == "Bearer \(key)")
        }
    }

    @Test
    func `that is short, and no word, is hidden where it stands alone`() {
        let secret = Secret("hunt3r")
        #expect(
            secret.scrubbed(from: "hunt3r, \"Hunt3r\", hunt3rs, ahunt3r")
                == "<REDACTED>, \"<REDACTED>\", hunt3rs, ahunt3r")
    }
}

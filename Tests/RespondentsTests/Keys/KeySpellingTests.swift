import Foundation
import Respondents
import TestServers
import Testing

/// A key that a server writes otherwise than it got it.
@Suite("A key in another spelling", .timeLimit(.minutes(2)))
struct KeySpellingTests {
    private static let key = "sk-pr/oj+Quite=4711abcdef"

    /// Every way in which it may come back.
    static let spellings: [String] = {
        let utf8 = Array(key.utf8)
        func each(_ spelling: (UInt8) -> String) -> String { utf8.map(spelling).joined() }
        func hexadecimal(_ byte: UInt8, _ length: Int = 2) -> String {
            let digits = String(byte, radix: 16)
            return String(repeating: "0", count: length - digits.count) + digits
        }
        let percent = each { "%" + hexadecimal($0) }
        return [
            key, key.uppercased(), key.replacing("/", with: #"\/"#), key.replacing("/", with: #"\\\/"#),
            each { #"\u"# + hexadecimal($0, 4) }, each { #"\\u"# + hexadecimal($0, 4).uppercased() },
            percent, percent.uppercased(), percent.replacing("%", with: "%25"), key.replacing("+", with: "%2B"),
            each { "&#\($0);" }, each { "&#x" + hexadecimal($0) + ";" }, key.replacing("/", with: "&#x2F;"),
            key.replacing("/", with: "&sol;").replacing("+", with: "&plus;").replacing("=", with: "&equals;"),
            key.replacing("/", with: "&amp;#47;"), key.replacing("/", with: #"\u0026#47;"#),
            key.prefix(8) + "\u{200B}" + key.dropFirst(8), key.prefix(8) + #"\u200b"# + key.dropFirst(8),
            key.map(String.init).joined(separator: "\u{2060}"), key.prefix(8) + "&ZeroWidthSpace;" + key.dropFirst(8),
            key.prefix(8) + "%E2%80%8B" + key.dropFirst(8), key.prefix(8) + "\u{0}" + key.dropFirst(8),
            String(String.UnicodeScalarView(utf8.compactMap { Unicode.Scalar(UInt32($0) + 0xFEE0) })),
            each { hexadecimal($0) }, each { hexadecimal($0).uppercased() },
            String(key.dropLast()), String(key.dropFirst()), String(key.dropLast(8)), String(key.dropFirst(8)),
            String(key.suffix(12)),
        ]
    }()

    @Test(arguments: spellings)
    func `is hidden in a text, and what stands around it is left`(spelling: String) {
        #expect(Secret(Self.key).scrubbed(from: "bad key \"\(spelling)\", sorry") == "bad key \"<REDACTED>\", sorry")
    }

    @Test(arguments: ["", "x", "me:", "Bearer "])
    func `is hidden in base64, wherever it stands in the group of three letters`(before: String) {
        let encoded = Data("\(before)\(Self.key)".utf8).base64EncodedString()
        for spelling in [encoded, encoded.replacing("+", with: "-").replacing("/", with: "_")] {
            let clean = Secret(Self.key).scrubbed(from: "bad key \(spelling)")
            #expect(clean.contains("<REDACTED>"))
            // No more is left than the letters that other characters have a part in.
            #expect(clean.count < "bad key <REDACTED>".count + before.count * 4 / 3 + 6)
        }
    }

    @Test(arguments: spellings)
    func `is in no part of a reply or an error, whatever the status`(spelling: String) async throws {
        let text = LoopbackServer.Response.quoted("{\"action\": \"Option 1\"} \(spelling)")
        let good = #"""
            {"model": \#(text), "choices": [{"finish_reason": \#(text), "message": {"content": \#(text), "reasoning": \#(text)}}]}
            """#
        let body = good.replacing("Option 1", with: "Option 1 \(spelling.contains("\u{0}") ? "" : spelling)")
        for (status, body) in [
            (200, good), (200, "<b>\(spelling)</b>"), (400, body), (401, "key \(spelling)"), (502, good),
        ] {
            let outcome = try await Self.outcome(.answer(status, body))
            #expect(!outcome.contains("Quite"))
            #expect(!outcome.contains("4711abc"))
        }
    }

    private static func outcome(_ response: LoopbackServer.Response) async throws -> String {
        try await LoopbackServer.run { _ in
            response
        } _: { server in
            switch await RespondentsTests.outcome(with: try settings(server.baseURL, key: key)) {
            case .success(let reply): "\(reply) \(String(decoding: reply.rawResponse, as: UTF8.self))"
            case .failure(let error): "\(error) \(error.what)"
            }
        }
    }

    @Test
    func `is hidden where a stream or a list of parts cuts it up, and the pieces are not kept`() async throws {
        let pieces = [Self.key.prefix(9), Self.key.dropFirst(9).prefix(8), Self.key.dropFirst(17)]
        let stream = pieces.map { "data: {\"choices\":[{\"delta\":{\"content\":\"\($0)\"}}]}\n\n" }.joined()
        let parts = pieces.map { "{\"text\":\"\($0)\"}" }.joined(separator: ",")
        for body in [stream + "data: [DONE]\n\n", "{\"choices\":[{\"message\":{\"content\":[\(parts)]}}]}"] {
            let reply = try await LoopbackServer.run { _ in
                .answer(200, body)
            } _: { server in
                try await RespondentsTests.outcome(with: settings(server.baseURL, key: Self.key)).get()
            }
            #expect(reply.text == "<REDACTED>")
            #expect(
                String(decoding: reply.rawResponse, as: UTF8.self)
                    == #"{"scrubbed":"the answer held an API key in pieces, and is not kept as it came","text":"<REDACTED>"}"#
            )
        }
    }

    @Test
    func `is in no error where the reading of a long page stops within it`() async throws {
        for missing in 1...12 {
            let page = String(repeating: " ", count: (64 << 10) - Self.key.utf8.count + missing) + Self.key
            #expect(!(try await Self.outcome(.answer(500, page))).contains("Quite"))
        }
    }

    @Test
    func `leaves a text alone that has less than half of it in common`() {
        let text = #"{"action": "Option 1"} sk-pr/oj+ 100 % & more \n 4711 &amp; \u00e4 \/ Quite=Quite"#
        #expect(Secret(Self.key).scrubbed(from: text) == text)
    }
}

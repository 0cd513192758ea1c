import Foundation
import TestSupport
import Testing

/// What a form of the explorer must bring before it changes anything.
@Suite("The guard of writes")
struct WriteGuardTests {
    private static let type = "Content-Type: application/x-www-form-urlencoded"

    @Test func `lets nothing through that a page of another site could send`() async throws {
        try await ServedExplorer.with { explorer in
            let cookie = "Cookie: \(try await explorer.cookie())"
            let own = "Origin: http://127.0.0.1:\(explorer.port)"
            func status(_ fields: [String], _ body: String = "run=1") async throws -> Int {
                try await explorer.post("/reply/x/overrule", body, fields: fields).status
            }
            // With all that is asked for, the form is looked at: there is no such run.
            #expect(try await status([cookie, own, Self.type]) == 404)
            #expect(try await status([cookie, "Sec-Fetch-Site: same-origin", Self.type]) == 404)
            for refused in [
                ["Origin: http://evil.example"], ["Origin: null"], ["Origin: http://127.0.0.1:1"], [],
                [own, "Sec-Fetch-Site: cross-site"], [own, "Sec-Fetch-Site: same-site"], ["Sec-Fetch-Site: none"],
            ] {
                #expect(try await status([cookie, Self.type] + refused) == 403, "\(refused)")
            }
            for type in ["text/plain", "application/json", "multipart/form-data; boundary=x", ""] {
                let fields = [cookie, own] + (type.isEmpty ? [] : ["Content-Type: \(type)"])
                #expect(try await status(fields) == 415, "\(type)")
            }
            #expect(try await status([own, Self.type]) == 403)
            #expect(try await status([own, Self.type, "Cookie: \(cookie.dropFirst(8))0"]) == 403)
        }
    }

    @Test func `bounds a form's bytes, said beforehand or not`() async throws {
        try await ServedExplorer.with { explorer in
            let fields = [
                "Cookie: \(try await explorer.cookie())", "Origin: http://127.0.0.1:\(explorer.port)", Self.type,
            ]
            let long = "who=" + String(repeating: "x", count: 70_000)
            #expect(try await explorer.post("/reply/x/overrule", long, fields: fields).status == 413)
            let chunked = (fields + ["Transfer-Encoding: chunked", "Host: 127.0.0.1", "Connection: close"])
                .joined(separator: "\r\n")
            let chunk = "11170\r\n" + String(repeating: "x", count: 70_000) + "\r\n0\r\n\r\n"
            let answer = try await explorer.exchange("POST /reply/x/overrule HTTP/1.1\r\n\(chunked)\r\n\r\n\(chunk)")
            #expect(!answer.hasPrefix("HTTP/1.1 2") && !answer.hasPrefix("HTTP/1.1 3"), "\(answer.prefix(60))")
        }
    }
}

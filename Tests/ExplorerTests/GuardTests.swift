import Explorer
import Foundation
import TestSupport
import Testing

/// Who may look at the explorer, and who may write.
@Suite("The explorer's guards")
struct GuardTests {
    @Test func `answer to this machine's own names alone, whatever the port`() async throws {
        try await ServedExplorer.with { explorer in
            for host in ["127.0.0.1:\(explorer.port)", "localhost", "LOCALHOST:1", "[::1]:8080", "[::1]"] {
                #expect(try await explorer.get("/", host: host).status == 200, "\(host)")
            }
            for host in [
                "evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8080", "[::1", "0.0.0.0:8080",
                "127.0.0.1@evil.example", "evil.example:\(explorer.port)",
            ] {
                let answer = try await explorer.get("/", host: host)
                #expect(answer.status == 421, "\(host)")
                #expect(answer.body.contains("vlens serve --host "), "\(host)")
            }
        }
    }

    @Test func `refuse a request without a host, and a target that is no path`() async throws {
        try await ServedExplorer.with { explorer in
            let without = try await explorer.exchange("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")
            #expect(try Answer(without).status >= 400)
            // Which site a whole address names plays no part: it is never fetched, and Host decides.
            let whole = "http://127.0.0.1:\(explorer.port)/words"
            #expect(try await explorer.get(whole, host: "evil.example").status == 421)
            #expect(try await explorer.get("http://evil.example/words").body.contains("<title>Words</title>"))
            #expect(try await explorer.get("words").status >= 400)
            #expect(try await explorer.get("*").status >= 400)
            let garbage = try await explorer.exchange("\u{16}\u{3}\u{1} not HTTP\r\n\r\n")
            #expect(garbage.hasPrefix("HTTP/1.1 400") || garbage.isEmpty)
        }
    }

    @Test func `change the token for a cookie that no script reads, and take it out of the address`() async throws {
        try await ServedExplorer.with { explorer in
            let answer = try await explorer.get("/words?format=json&token=\(explorer.token)")
            #expect(answer.status == 303)
            #expect(answer.fields["location"] == "/words?format=json")
            let cookie = try #require(answer.fields["set-cookie"])
            for part in ["HttpOnly", "SameSite=Strict", "Path=/"] { #expect(cookie.contains(part), "\(part)") }
            #expect(try await explorer.get("/?token=\(explorer.token)0").status == 403)
            #expect(try await explorer.get("/?token=x").body.contains("another start"))
        }
    }

    @Test func `show nothing to strangers where it is reached under other names`() async throws {
        try await ServedExplorer.with(changing: { $0.hosts = ["lens.example.org"] }) { explorer in
            let stranger = try await explorer.get("/", host: "lens.example.org")
            #expect(stranger.status == 401 && stranger.body.contains("vlens serve printed"))
            let cookie = try await explorer.cookie()
            let known = try await explorer.get("/", host: "lens.example.org", fields: ["Cookie: \(cookie)"])
            #expect(known.status == 200)
            #expect(try await explorer.get("/", host: "other.example.org", fields: ["Cookie: \(cookie)"]).status == 421)
            #expect(try await explorer.get("/assets/style.css", host: "lens.example.org").status == 200)
        }
    }

    @Test func `offer no other methods, and say so`() async throws {
        try await ServedExplorer.with { explorer in
            for method in ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"] {
                let answer = try await explorer.get("/", method: method)
                #expect(answer.status >= 400, "\(method)")
            }
            #expect(try await explorer.get("/", method: "DELETE").fields["allow"] == "GET, HEAD, POST")
            let head = try await explorer.get("/", method: "HEAD")
            #expect(head.status == 200 && head.body.isEmpty)
        }
    }

    @Test func `bound the head of a request and the form in its body`() async throws {
        try await ServedExplorer.with { explorer in
            let long = String(repeating: "x", count: 40_000)
            let header = try await explorer.exchange("GET / HTTP/1.1\r\nHost: localhost\r\nX: \(long)\r\n\r\n")
            #expect(!header.hasPrefix("HTTP/1.1 200"))
            let many = (0..<300).map { "X\($0): y" }.joined(separator: "\r\n")
            let fields = try await explorer.exchange("GET / HTTP/1.1\r\nHost: localhost\r\n\(many)\r\n\r\n")
            #expect(!fields.hasPrefix("HTTP/1.1 200"))
        }
    }

    @Test func `say on every page what a browser must refuse`() async throws {
        try await ServedExplorer.with { explorer in
            for target in ["/", "/words", "/nothing", "/assets/style.css", "/?format=x", "/live/x"] {
                let fields = try await explorer.get(target).fields
                let policy = try #require(fields["content-security-policy"])
                #expect(policy.hasPrefix("default-src 'none'") && !policy.contains("unsafe"))
                #expect(fields["x-content-type-options"] == "nosniff")
                #expect(fields["referrer-policy"] == "no-referrer")
                #expect(fields["x-frame-options"] == "DENY")
            }
        }
    }
}

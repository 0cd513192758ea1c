import Explorer
import Foundation
import TestSupport
import Testing

/// Clients that hold connections and do nothing with them.
@Suite("A slow client")
struct SlowClientTests {
    @Test func `is closed where the head of its request does not come to an end`() async throws {
        try await ServedExplorer.with(changing: { $0.patience = 1 }) { explorer in
            let head = ["GET / HTTP/1.1\r\nHost: localhost\r\n"] + (0..<100).map { "X-\($0): y\r\n" }
            let closed = try await RawConnection.dribble(head, pause: 0.2, port: explorer.port, seconds: 15)
            #expect(closed != nil)
        }
    }

    @Test func `is closed where it sends nothing at all`() async throws {
        try await ServedExplorer.with(changing: { $0.patience = 1 }) { explorer in
            let closed = try await RawConnection.dribble([], pause: 0, port: explorer.port, seconds: 15)
            #expect(closed != nil)
        }
    }

    @Test func `is kept while it listens for changes`() async throws {
        try await ServedExplorer.with(changing: { $0.patience = 1 }) { explorer in
            let heard = try await explorer.exchange("GET /live HTTP/1.1\r\nHost: localhost\r\n\r\n", seconds: 4)
            #expect(heard.contains("text/event-stream"))
            #expect(heard.split(separator: "data: 0").count > 2)
        }
    }
}

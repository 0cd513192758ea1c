import Foundation
import Synchronization
import TestServers
import TestSupport

/// The server of the fault suite: of 1,000 requests it spoils about 130, drawn by the number of the request, and it
/// writes down which questions it gave a good answer.
final class FaultServer: Sendable {
    private struct State {
        var requests = 0
        var answered: [String: Int] = [:]
        var answers = 0
        var answersByKey: [String: Int] = [:]
    }

    private let state = Mutex(State())

    /// How many requests came.
    var requests: Int { state.withLock { $0.requests } }
    /// How many of them got a good answer.
    var answers: Int { state.withLock { $0.answers } }
    /// How often each question, known by its request, got a good answer.
    var answered: [String: Int] { state.withLock { $0.answered } }

    /// How many requests with this key got a good answer.
    func answers(to key: String) -> Int { state.withLock { $0.answersByKey["Bearer " + key, default: 0] } }

    /// Every error shows the key that came, as bad gateways do.
    func respond(_ request: LoopbackServer.Request) -> LoopbackServer.Response {
        let number = state.withLock { state in
            state.requests += 1
            return state.requests
        }
        var chance = SeededRandom(seed: UInt64(number))
        let key = request.header("authorization") ?? "no key"
        switch chance.next() % 1000 {
        case 0..<50:
            return .raw(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 400\r\n\r\n{\"choices\": [")
        case 50..<70: return good(request, delay: .seconds(30))
        case 70..<80: return .answer(429, Self.error("slow down, \(key)"))
        case 80..<82: return .answer(429, Self.error("slow down, \(key)"), headers: [("retry-after", "1")])
        case 82..<97: return .answer(500, Self.error("trouble with \(key)"))
        case 97..<102: return .answer(503, Self.error("busy, \(key)"))
        case 102..<112: return page(502, key)
        case 112..<120: return page(200, key)
        case 120..<126: return .answer(200, "{\"choices\": [{\"message\": {\"content\": \"\(key)")
        case 126..<129: return .answer(200, "all is well, \(key)", headers: [("content-type", "image/png")])
        case 129..<132: return good(request, delay: .zero, contentType: "text/html")
        case 132..<134: return .endless(bytes: 40 << 20)
        default: return good(request, delay: .milliseconds(5))
        }
    }

    private func good(
        _ request: LoopbackServer.Request, delay: Duration, contentType: String? = nil
    ) -> LoopbackServer.Response {
        state.withLock { state in
            state.answers += 1
            state.answersByKey[request.header("authorization") ?? "", default: 0] += 1
            state.answered[String(decoding: request.body, as: UTF8.self), default: 0] += 1
        }
        let text = PilotAnswers.answer(to: request.body)
        guard let contentType else { return .chat(text, delay: delay) }
        return .answer(
            200, "{\"choices\": [{\"message\": {\"content\": \(LoopbackServer.Response.quoted(text))}}]}",
            headers: [("content-type", contentType)], delay: delay)
    }

    private func page(_ status: Int, _ key: String) -> LoopbackServer.Response {
        .answer(status, "<html><body>Bad gateway: \(key)</body></html>", headers: [("content-type", "text/html")])
    }

    private static func error(_ message: String) -> String {
        "{\"error\": {\"message\": \(LoopbackServer.Response.quoted(message))}}"
    }
}

/// A loopback server that is stopped and comes back on its port.
final class RestartingServer: Sendable {
    let port: Int
    private let handler: LoopbackServer.Handler
    private let running: Mutex<LoopbackServer?>

    var baseURL: String { "http://127.0.0.1:\(port)/v1" }

    init(_ handler: @escaping LoopbackServer.Handler) async throws {
        let port = try await FreePort.draw()
        let server = try await LoopbackServer.start(port: port, handler: handler)
        self.port = port
        self.handler = handler
        running = Mutex(server)
    }

    func stop() async {
        let server = running.withLock { running in
            defer { running = nil }
            return running
        }
        await server?.stop()
    }

    func start() async throws {
        let server = try await LoopbackServer.start(port: port, handler: handler)
        running.withLock { $0 = server }
    }
}

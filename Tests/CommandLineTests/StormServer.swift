import Foundation
import Synchronization
import TestServers
import TestSupport

/// The 25 kinds of answer of a storm: nineteen faults, and six good answers in odd dress. All other answers are plain.
enum StormKind: UInt64, CaseIterable {
    // No answer, or half of one.
    case dropBefore, dropAfterHeaders, dropMidway, truncated, trickle
    // Slow down, with the time to wait in every form.
    case retryAfterSeconds, retryAfterDate, retryAfterNegative, retryAfterNonsense
    // Trouble, with and without a status that says so.
    case status500, page502, errorUnder200
    // Damage on the way.
    case gzipGarbage, brokenChunk, chunkTooLong, unequalLengths, endless, rawNUL, deepNesting
    // Whole answers that look odd.
    case gzip, twoContentTypes, equalLengths, escapedNUL, noUTF8, impossibleNumber

    /// Whether the answer is whole, so that the question is paid for.
    var isGood: Bool { rawValue >= Self.gzip.rawValue }
}

/// A server that spoils three requests in ten, drawn by the number of the request, and counts how often it gave each
/// question, known by its request, a whole answer.
final class StormServer: Sendable {
    private struct State {
        var requests = 0
        var answered: [String: Int] = [:]
        var kinds: Set<StormKind> = []
        var keys: Set<String> = []
    }

    private let state = Mutex(State())
    private let answer: @Sendable ([UInt8]) -> String

    /// - Parameter answer: what the model says to a request's body.
    init(answer: @escaping @Sendable ([UInt8]) -> String) {
        self.answer = answer
    }

    /// How many requests came.
    var requests: Int { state.withLock { $0.requests } }
    /// How many whole answers it gave.
    var answers: Int { state.withLock { $0.answered.values.reduce(0, +) } }
    /// How often each question got a whole answer.
    var answered: [String: Int] { state.withLock { $0.answered } }
    /// The kinds that came up.
    var kinds: Set<StormKind> { state.withLock { $0.kinds } }
    /// The values of the authorization header that came.
    var keys: Set<String> { state.withLock { $0.keys } }

    func respond(_ request: LoopbackServer.Request) -> LoopbackServer.Response {
        let number = state.withLock { state in
            state.requests += 1
            state.keys.insert(request.header("authorization") ?? "")
            return state.requests
        }
        var chance = SeededRandom(seed: UInt64(number))
        // 12 in 1,000 for each of the 25 kinds.
        let kind = StormKind(rawValue: chance.next() % 1000 / 12)
        state.withLock { state in
            if let kind { state.kinds.insert(kind) }
            guard kind?.isGood ?? true else { return }
            state.answered[String(decoding: request.body, as: UTF8.self), default: 0] += 1
        }
        let delay = Duration.milliseconds(Int(chance.next() % 60))
        let key = request.header("authorization") ?? "no key"
        let storm = StormAnswer(text: answer(request.body), key: key, delay: delay, chance: chance.next())
        return kind.map(storm.response) ?? .chat(storm.text, delay: delay)
    }
}

/// One answer of the storm. Every error shows the key that came, as bad gateways do.
private struct StormAnswer {
    let text: String
    let key: String
    let delay: Duration
    let chance: UInt64

    private var body: [UInt8] { completion(LoopbackServer.Response.quoted(text)) }

    private func completion(_ content: String, model: String = "\"m\"", tokens: String = "100") -> [UInt8] {
        Array(
            """
            {"id":"x","model":\(model),"choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant",\
            "content":\(content)}}],"usage":{"prompt_tokens":\(tokens),"completion_tokens":20}}
            """.utf8)
    }

    func response(_ kind: StormKind) -> LoopbackServer.Response {
        switch kind {
        case .dropBefore: .close
        case .dropAfterHeaders: .raw(head("Content-Length: 300"), delay: delay)
        case .dropMidway: .raw(head("Content-Length: \(body.count)") + body.dropLast(20), delay: delay)
        case .truncated: json(Array(body.dropLast(15)))
        case .trickle: .trickle(String(decoding: body, as: UTF8.self), every: .seconds(1))
        case .retryAfterSeconds: slowDown("1")
        case .retryAfterDate: slowDown(Self.date(in: 2))
        case .retryAfterNegative: slowDown("-7")
        case .retryAfterNonsense: slowDown(Self.nonsense[Int(chance % UInt64(Self.nonsense.count))])
        case .status500: .answer(500, error("boom"), headers: [("x-echo", key)], delay: delay)
        case .page502: page(502)
        case .errorUnder200: json(Array(error("internal").utf8))
        case .gzipGarbage: json((0..<200).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }, encoding: "gzip")
        case .brokenChunk: chunk(of: body.count - 7)
        case .chunkTooLong: chunk(of: body.count + 700)
        case .unequalLengths: twoLengths(body.count - 5)
        case .endless: .endless(bytes: 40 << 20)
        case .rawNUL: json(Array("{\"note\":\"\u{0}\",".utf8) + body.dropFirst())
        case .deepNesting: json(Array(repeating: UInt8(ascii: "["), count: 100_000))
        case .impossibleNumber: json(completion(quoted(text), tokens: Self.numbers[Int(chance % 8)]))
        case .gzip: json(StoredGzip.member(of: body), encoding: "gzip")
        case .twoContentTypes: .answer(200, body, headers: [("content-type", "text/html"), ("content-type", "x/y")])
        case .equalLengths: twoLengths(body.count)
        case .escapedNUL: json(completion(quoted("\u{0}" + text + "\u{0}")))
        case .noUTF8: json(Array(#"{"note":""#.utf8) + [0xFF, 0xFE, 0xC0] + Array(#"","#.utf8) + body.dropFirst())
        }
    }

    private func quoted(_ text: String) -> String { LoopbackServer.Response.quoted(text) }

    private func json(_ bytes: [UInt8], encoding: String? = nil) -> LoopbackServer.Response {
        let fields = [("content-type", "application/json")] + (encoding.map { [("content-encoding", $0)] } ?? [])
        return .answer(200, bytes, headers: fields, delay: delay)
    }

    private func head(_ field: String) -> [UInt8] {
        Array("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\(field)\r\n\r\n".utf8)
    }

    private func chunk(of size: Int) -> LoopbackServer.Response {
        let frame = Array("\(String(size, radix: 16))\r\n".utf8)
        return .raw(head("Transfer-Encoding: chunked") + frame + body + Array("\r\n0\r\n\r\n".utf8), delay: delay)
    }

    private func twoLengths(_ second: Int) -> LoopbackServer.Response {
        .raw(head("Content-Length: \(body.count)\r\nContent-Length: \(second)") + body, delay: delay)
    }

    private func slowDown(_ wait: String) -> LoopbackServer.Response {
        .answer(429, error("slow down"), headers: [("retry-after", wait)], delay: delay)
    }

    private func page(_ status: Int) -> LoopbackServer.Response {
        .answer(status, "<html><h1>\(key)</h1></html>", headers: [("content-type", "text/html")], delay: delay)
    }

    private func error(_ message: String) -> String {
        "{\"error\": {\"message\": \(quoted("\(message), key \(key)")), \"type\": \(quoted(key))}}"
    }

    private static func date(in seconds: Double) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        return formatter.string(from: Date(timeIntervalSinceNow: seconds))
    }

    private static let nonsense = ["abc", "", "NaN", "1e2x", "0x10", "inf", "Wed, 99 Foo 2026 25:61:61 GMT", "1,2"]
    private static let numbers = ["1e400", "1e30", "-5", "99999999999999999999999", "-1e400", "1.5", "0.1", "0"]
}

import Foundation
import Respondents
import Synchronization

/// The first of the requests, over and over, by the HTTP client that `vlens` uses, without plan, reading and store. It
/// shows what those take, and how fast the server can be asked at all on this machine.
struct BareWork {
    private let options: Options

    init(_ options: Options) {
        self.options = options
    }

    private struct Body: Decodable {
        struct Message: Decodable {
            let content: String
        }
        let messages: [Message]
    }

    /// - Throws: what reading the requests and asking throw.
    func run() async throws -> Clients.Told {
        let lines = try Data(contentsOf: URL(filePath: options.requests)).split(separator: UInt8(ascii: "\n"))
        let prompt = try lines.first.flatMap { try JSONDecoder().decode(Body.self, from: $0).messages.last?.content }
        let request = RespondentRequest(questionID: "bare", prompt: prompt ?? "")
        let respondent = OpenAICompatible(
            try OpenAICompatible.Settings(baseURL: BaseURL("http://127.0.0.1:\(options.port)/v1"), model: "loopback"))
        let left = Countdown(options.count)
        let start = ContinuousClock.now
        let replies = try await withTaskExecutorPreference(respondent.executor) {
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<(options.concurrency ?? 64) {
                    group.addTask {
                        var replies = 0
                        while left.take() {
                            if try await !respondent.reply(to: request).text.isEmpty { replies += 1 }
                        }
                        return replies
                    }
                }
                return try await group.reduce(0, +)
            }
        }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        await respondent.shutdown()
        return Clients.Told(replies: replies, seconds: seconds, name: "our own client")
    }
}

/// How many questions are left, for many tasks.
private final class Countdown: Sendable {
    private let left: Mutex<Int>

    init(_ count: Int) {
        left = Mutex(count)
    }

    /// Whether there was one left; if so, it is the caller's.
    func take() -> Bool {
        left.withLock { left in
            left -= 1
            return left >= 0
        }
    }
}

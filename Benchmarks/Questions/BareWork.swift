import Foundation
import Respondents
import Study
import Synchronization

/// The same requests without plan, store and reading: the anchor where aiohttp is not installed.
struct BareWork {
    private let options: Options

    init(_ options: Options) {
        self.options = options
    }

    /// - Throws: what asking throws.
    func run() async throws -> AskingFigures {
        let questions = try SyntheticQuestions(count: 1)
        let prompt = questions.plan[0].prompt
        let respondent = OpenAICompatible(try AskWork.settings(port: options.port))
        let left = Countdown(options.count)
        let start = ContinuousClock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<options.concurrency {
                group.addTask {
                    while left.take() {
                        _ = try await respondent.reply(
                            to: RespondentRequest(questionID: "bare", prompt: prompt, asked: .other))
                    }
                }
            }
            try await group.waitForAll()
        }
        let figures = AskingFigures(
            replies: options.count, wall: ContinuousClock.now - start, name: "our own client, storing nothing")
        await respondent.shutdown()
        return figures
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

import Foundation
import Respondents
import Study
import Synchronization

/// The tasks of one run: one that asks the first question alone, then as many as may ask at once, one that shows the
/// store that this process lives, one that ends the grace time.
struct Crew: Sendable {
    let asker: QuestionAsker
    let feed: QuestionFeed
    let options: Elicitation.Options
    let stop: StopSwitch
    /// Sends the store a sign of life.
    let beat: @Sendable () async -> Void

    private enum Role { case asked, watched, graceEnded }

    func work() async throws(ElicitationError) {
        guard try await probe() else { return }
        do {
            try await withThrowingTaskGroup(of: Role.self) { group in
                let failures = FailureCount(limit: max(options.concurrency, 16))
                for _ in 0..<options.concurrency { group.addTask { try await askAll(failures) } }
                group.addTask { await keepBeating() }
                group.addTask { await waitForGrace() }
                var asking = options.concurrency
                while asking > 0, let role = try await group.next() {
                    if role == .asked { asking -= 1 }
                    if role == .graceEnded { group.cancelAll() }
                }
                group.cancelAll()
            }
        } catch let error as ElicitationError {
            throw error
        } catch {
            // Only cancellation is left: the run was stopped.
        }
    }

    /// Asks one question alone before all start, with few attempts: a wrong address or key shows after one request,
    /// not after hundreds.
    ///
    /// - Returns: whether there is more to ask.
    private func probe() async throws(ElicitationError) -> Bool {
        var policy = options.retry
        policy.transientAttempts = min(3, policy.transientAttempts)
        policy.rateLimitAttempts = options.retry.rateLimitAttempts
        while let question = try await feed.next() {
            switch try await asker.ask(question, policy: policy) {
            case .replied: return true
            case .left: return false
            case .failed(let error) where error.classification == .permanentForQuestion: continue
            case .failed(let error): throw .respondent(error)
            }
        }
        return false
    }

    private func askAll(_ failures: FailureCount) async throws(ElicitationError) -> Role {
        while let question = try await feed.next() {
            switch try await asker.ask(question) {
            case .left: return .asked
            case .replied: failures.reset()
            case .failed(let error):
                guard error.classification != .permanentForQuestion else { continue }
                if let count = failures.add() { throw .failuresInARow(count: count, last: error) }
            }
        }
        return .asked
    }

    private func keepBeating() async -> Role {
        while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(10))
            await beat()
        }
        return .watched
    }

    private func waitForGrace() async -> Role {
        await stop.wait()
        try? await Task.sleep(for: options.grace)
        return .graceEnded
    }
}

/// Counts questions given up in a row, over all tasks.
private final class FailureCount: Sendable {
    private let limit: Int
    private let count = Mutex(0)

    init(limit: Int) {
        self.limit = limit
    }

    func reset() {
        count.withLock { $0 = 0 }
    }

    /// - Returns: how many failed in a row, once that is too many.
    func add() -> Int? {
        count.withLock { count in
            count += 1
            return count >= limit ? count : nil
        }
    }
}

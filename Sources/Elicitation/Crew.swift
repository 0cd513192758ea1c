import Foundation
import Respondents
import Study

/// The tasks of one run: one that asks the first question alone, then as many as may ask at once and some in reserve,
/// one that shows the store that this process lives, one that ends the grace time.
struct Crew: Sendable {
    let asker: QuestionAsker
    let feed: QuestionFeed
    let pacer: Pacer
    let options: Elicitation.Options
    let stop: StopSwitch
    /// Sends the store a sign of life.
    let beat: @Sendable () async -> Void

    private enum Role {
        /// The first question is answered; there may be more to ask.
        case probed
        case asked, watched, graceEnded
    }

    /// Tasks beyond those that may ask at once: they take the place of tasks whose question waits for another attempt.
    private var reserve: Int { min(options.concurrency, 64) }

    func work() async throws(ElicitationError) {
        do {
            try await withThrowingTaskGroup(of: Role.self) { group in
                group.addTask { await keepBeating() }
                group.addTask { await waitForStop() }
                group.addTask { try await probe() ? .probed : .asked }
                var asking = 1
                while asking > 0, let role = try await group.next() {
                    switch role {
                    case .probed:
                        asking = options.concurrency + reserve
                        for _ in 0..<asking { group.addTask { try await askAll() } }
                    case .asked: asking -= 1
                    case .watched: break
                    case .graceEnded: group.cancelAll()
                    }
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
        while let item = try await feed.next() {
            switch try await asker.ask(item.question, policy: policy) {
            case .replied: return true
            case .left: return false
            case .failed(let error) where error.classification == .permanentForQuestion: continue
            case .failed(let error): throw .respondent(error)
            }
        }
        return false
    }

    private func askAll() async throws(ElicitationError) -> Role {
        while let item = try await feed.next() {
            switch try await asker.ask(item.question) {
            case .left: return .asked
            case .replied: break
            case .failed(let error):
                if error.classification != .permanentForQuestion { await feed.postpone(item) }
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

    /// Also ends the waits for permits when the group is cancelled, since `wait` returns then.
    private func waitForStop() async -> Role {
        await stop.wait()
        await pacer.close()
        try? await Task.sleep(for: options.grace)
        return .graceEnded
    }
}

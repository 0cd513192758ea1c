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
    let monitor: RunMonitor
    private let rejections = Rejections()
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

    /// Asks one question alone before all start: a wrong address or key shows after one request, not after hundreds.
    ///
    /// Where no such server is reached, a first start gives up soon, for its user is still there. One that goes on with a
    /// run has a server that is known to answer: it waits for it as any other question does.
    ///
    /// - Returns: whether there is more to ask.
    private func probe() async throws(ElicitationError) -> Bool {
        while let item = try await feed.next() {
            let isFirstStart = monitor.snapshot.repliedBefore == 0
            var policy = options.retry
            if isFirstStart { policy.misdirectedAttempts = min(3, policy.transientAttempts) }
            let ending = try await asker.ask(item.question, policy: policy)
            try rejections.note(ending)
            switch ending {
            case .replied: return true
            case .left: return false
            case .failed(let error) where error.classification == .permanentForQuestion: continue
            case .failed(let error):
                if isFirstStart { throw .respondent(error) }
                await feed.postpone(item)
                return true
            }
        }
        return false
    }

    private func askAll() async throws(ElicitationError) -> Role {
        while let item = try await feed.next() {
            let ending = try await asker.ask(item.question)
            try rejections.note(ending)
            switch ending {
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

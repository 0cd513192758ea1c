import AnswerStore
import Foundation
import Respondents

/// The tasks of one run: one that asks the first question alone, then as many as may ask at once and some in reserve,
/// one that shows the store that this process lives, one that ends the grace time.
struct Crew: Sendable {
    let asker: QuestionAsker
    let feed: QuestionFeed
    let pacer: Pacer
    let options: Elicitation.Options
    /// The user's wish to stop.
    let stop: StopSwitch
    /// Ends the sending of questions; feed and asker look at it. What is in flight is waited for.
    let halt: StopSwitch
    let monitor: RunMonitor
    let membership: Membership
    private let rejections = Rejections()

    private enum Role {
        /// The first question is answered; there may be more to ask.
        case probed
        case asked, watched, graceEnded
        /// One that asked can't go on, nor can any other.
        case failed(ElicitationError)
        /// The store is not what it was.
        case pulledAway(StoreError)
    }

    /// Tasks beyond those that may ask at once: they take the place of tasks whose question waits for another attempt.
    private var reserve: Int { min(options.concurrency, 64) }

    /// - Throws: ``ElicitationError``, the first. Answers that were out by then may be paid for: they are waited for, as
    ///   long as a request may take, or a grace time where the store fails or the user has enough.
    func work() async throws(ElicitationError) {
        var first: ElicitationError?
        await withTaskGroup(of: Role.self) { group in
            // It waits for the store, and must not hold up the thread of the respondent.
            group.addTask(executorPreference: globalConcurrentExecutor) { await keepBeating() }
            group.addTask { await waitForStop() }
            group.addTask { await result { () async throws(ElicitationError) in try await probe() ? .probed : .asked } }
            var asking = 1
            while asking > 0, let role = await group.next() {
                switch role {
                case .probed where options.onlyFirst: asking = 0
                case .probed:
                    asking = options.concurrency + reserve
                    for _ in 0..<asking {
                        group.addTask { await result { () async throws(ElicitationError) in try await askAll() } }
                    }
                case .asked: asking -= 1
                case .watched: break
                case .graceEnded: group.cancelAll()
                case .failed(let error):
                    asking -= 1
                    if first == nil { await end(because: error) }
                    if first == nil, case .store = error { group.addTask { await waitForGrace() } }
                    first = first ?? error
                case .pulledAway(let error):
                    await end(because: .store(error))
                    first = first ?? .store(error)
                    group.addTask { await waitForGrace() }
                }
            }
            group.cancelAll()
        }
        if let first { throw first }
    }

    private func result(_ body: () async throws(ElicitationError) -> Role) async -> Role {
        do throws(ElicitationError) {
            return try await body()
        } catch {
            return .failed(error)
        }
    }

    /// Nothing more is sent; what is in flight comes back.
    private func end(because error: ElicitationError) async {
        monitor.update { $0.ending = error.description }
        halt.stop()
        pacer.close()
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
            let ending = try await asker.ask(item, policy: policy)
            try rejections.note(ending)
            switch ending {
            case .replied: return true
            case .left: return false
            case .yielded: continue
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
            let ending = try await asker.ask(item)
            try rejections.note(ending)
            switch ending {
            case .left: return .asked
            case .replied, .yielded: break
            case .failed(let error):
                if error.mayPass { await feed.postpone(item) }
            }
        }
        return .asked
    }

    /// Looks every two seconds whether the store is still there, and every ten shows it that this process lives.
    private func keepBeating() async -> Role {
        var looks = 0
        while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(2))
            guard !Task.isCancelled else { break }
            looks += 1
            do throws(StoreError) {
                try await membership.checkFiles()
                if looks.isMultiple(of: 5) { try await membership.beat() }
            } catch .pulledAway(let path, let what, let rescued) {
                return .pulledAway(.pulledAway(path: path, what: what, rescued: rescued))
            } catch .emptied(let path) {
                return .pulledAway(.emptied(path: path))
            } catch {
                // A store that is held by another program, or full, shows where a reply is to be saved.
            }
        }
        return .watched
    }

    /// Also ends the waits for permits when the group is cancelled, since `wait` returns then.
    private func waitForStop() async -> Role {
        await stop.wait()
        halt.stop()
        pacer.close()
        return await waitForGrace()
    }

    private func waitForGrace() async -> Role {
        try? await Task.sleep(for: options.grace)
        return .graceEnded
    }
}

extension RespondentError {
    /// Whether the same question may fare better later.
    fileprivate var mayPass: Bool {
        switch classification {
        case .transient, .rateLimit: true
        case .permanentForQuestion, .permanentForRun: false
        }
    }
}

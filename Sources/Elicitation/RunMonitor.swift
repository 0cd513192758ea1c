import Synchronization

/// How far a run is, at one moment.
package struct RunSnapshot: Sendable, Hashable {
    /// Questions of the plan.
    package var planned = 0
    /// Questions that had their reply when this start began, or got it from another process.
    package var repliedBefore = 0
    /// Replies of this start that were read as answers.
    package var answered = 0
    /// Replies of this start that were read as refusals.
    package var refused = 0
    /// Replies of this start that could not be read.
    package var unreadable = 0
    /// Replies of this start by the questions' kind; kinds differ in what they take.
    package var repliedByKind: [String: Int] = [:]
    /// Tokens of this start's prompts and answers, as far as the server reported them.
    package var promptTokens = 0, completionTokens = 0
    /// Questions of this start that were given up.
    package var failed = 0
    /// Attempts of this start that failed and were, or will be, repeated.
    package var retries = 0
    /// Requests in flight right now.
    package var inFlight = 0
    /// Questions that wait for another attempt right now.
    package var waiting = 0
    /// Why they wait: the last error's identity, such as "rateLimited".
    package var waitingFor: String?
    /// When the first of them is sent again, as it stands now, and when the last.
    package var waitingFrom: ContinuousClock.Instant?, waitingUntil: ContinuousClock.Instant?
    /// When the last reply came, or the run began: how long nothing has been heard.
    package var quietSince: ContinuousClock.Instant?
    /// Attempts that failed since then, and the last one's error.
    package var failedSince = 0, lastFailure: String?
    /// How many requests may be in flight now; 0 before the first.
    package var limit = 0
    /// What holds up all questions that are not out; `nil` where nothing does.
    package var pause: Pause?
    /// Questions that another process asks right now.
    package var askedByOthers = 0
    /// Questions that are in batches which nobody waits for here: a start with batches reads what they came to.
    package var inBatches = 0
    /// Questions that nobody asks any more in this start, and that have no reply: their batches were cancelled, or are gone.
    package var unasked = 0
    /// Tokens of this start that batches save; see `Spending`.
    package var savedPromptTokens = 0.0, savedCompletionTokens = 0.0
    /// How the batches of this start stand; `nil` where it has none.
    package var batches: BatchSnapshot?

    /// Questions of this start that had a reply, were asked again, and have a new one.
    package var askedAgain = 0
    /// Why no more questions are sent, while requests in flight are waited for; `nil` in an undisturbed run.
    package var ending: String?

    /// The bound that ended this start before the last question.
    package var bound: Bounds.Reached?

    /// Replies of this start.
    package var replied: Int { answered + refused + unreadable }
    /// Questions that need no more work.
    package var done: Int { repliedBefore + replied }
    /// Questions still to be asked.
    package var left: Int { max(0, planned - done - failed) }

    /// Nothing asked yet.
    package init() {}

    /// A time in which no question is sent.
    package struct Pause: Sendable, Hashable {
        /// Why, in words: "the server asks for a pause".
        package var reason: String
        /// How many questions stand ready.
        package var questions: Int
        /// Until when, as it stands now.
        package var until: ContinuousClock.Instant

        /// A pause.
        package init(reason: String, questions: Int, until: ContinuousClock.Instant) {
            self.reason = reason
            self.questions = questions
            self.until = until
        }
    }
}

/// Counts what happens in a run, for whoever shows it.
package final class RunMonitor: Sendable {
    private struct State {
        var snapshot = RunSnapshot()
        var waits: [Int: ContinuousClock.Instant] = [:]
        var lastWait = 0
    }

    private let state = Mutex(State())

    /// A monitor of a run that has not begun.
    package init() {}

    /// The counts of this moment.
    package var snapshot: RunSnapshot {
        state.withLock { state in
            var snapshot = state.snapshot
            snapshot.waiting = state.waits.count
            snapshot.waitingFrom = state.waits.values.min()
            snapshot.waitingUntil = state.waits.values.max()
            if state.waits.isEmpty { snapshot.waitingFor = nil }
            return snapshot
        }
    }

    func update(_ change: (inout RunSnapshot) -> Void) {
        state.withLock { change(&$0.snapshot) }
    }

    /// A question waits for another attempt.
    ///
    /// - Returns: the wait, to be ended by ``endWait(_:)``.
    func beginWait(until end: ContinuousClock.Instant, because reason: String) -> Int {
        state.withLock { state in
            state.lastWait += 1
            state.waits[state.lastWait] = end
            state.snapshot.waitingFor = reason
            return state.lastWait
        }
    }

    func endWait(_ wait: Int) {
        state.withLock { _ = $0.waits.removeValue(forKey: wait) }
    }

    /// An attempt ended.
    func heard(_ failure: String?, at now: ContinuousClock.Instant) {
        state.withLock { state in
            guard let failure else {
                state.snapshot.quietSince = now
                state.snapshot.failedSince = 0
                state.snapshot.lastFailure = nil
                return
            }
            state.snapshot.failedSince += 1
            state.snapshot.lastFailure = failure
        }
    }
}

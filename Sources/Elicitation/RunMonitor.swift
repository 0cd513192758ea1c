import Synchronization

/// How far a run is, at one moment.
public struct RunSnapshot: Sendable, Hashable {
    /// Questions of the plan.
    public var planned = 0
    /// Questions that had their reply when this start began, or got it from another process.
    public var repliedBefore = 0
    /// Replies of this start that were read as answers.
    public var answered = 0
    /// Replies of this start that were read as refusals.
    public var refused = 0
    /// Replies of this start that could not be read.
    public var unreadable = 0
    /// Replies of this start to questions of Task 1, which take more tokens than others.
    public var repliedStated = 0
    /// Tokens of this start's prompts and answers, as far as the server reported them.
    public var promptTokens = 0, completionTokens = 0
    /// Questions of this start that were given up.
    public var failed = 0
    /// Attempts of this start that failed and were, or will be, repeated.
    public var retries = 0
    /// Questions that are out right now.
    public var inFlight = 0
    /// Questions that wait for another attempt right now.
    public var waiting = 0
    /// Why they wait: the last error's identity, such as "rateLimited".
    public var waitingFor: String?
    /// When the first of them is sent again, as it stands now, and when the last.
    public var waitingFrom: ContinuousClock.Instant?, waitingUntil: ContinuousClock.Instant?
    /// When the last reply came, or the run began: how long nothing has been heard.
    public var quietSince: ContinuousClock.Instant?
    /// Attempts that failed since then, and the last one's error.
    public var failedSince = 0, lastFailure: String?
    /// How many questions may be out at once now; 0 before the first.
    public var limit = 0
    /// What holds up all questions that are not out; `nil` where nothing does.
    public var pause: Pause?
    /// Questions that another process asks right now.
    public var askedByOthers = 0

    /// Questions of this start that had a reply, were asked again, and have a new one.
    public var askedAgain = 0
    /// Why no more questions are sent, while replies that are out are waited for; `nil` in an undisturbed run.
    public var ending: String?

    /// The bound that ended this start before the last question.
    public var bound: Bounds.Reached?

    /// Replies of this start.
    public var replied: Int { answered + refused + unreadable }
    /// Questions that need no more work.
    public var done: Int { repliedBefore + replied }
    /// Questions still to be asked.
    public var left: Int { max(0, planned - done - failed) }

    /// Nothing asked yet.
    public init() {}

    /// A time in which no question is sent.
    public struct Pause: Sendable, Hashable {
        /// Why, in words: "the server asks for a pause".
        public var reason: String
        /// How many questions stand ready.
        public var questions: Int
        /// Until when, as it stands now.
        public var until: ContinuousClock.Instant

        /// A pause.
        public init(reason: String, questions: Int, until: ContinuousClock.Instant) {
            self.reason = reason
            self.questions = questions
            self.until = until
        }
    }
}

/// Counts what happens in a run, for whoever shows it.
public final class RunMonitor: Sendable {
    private struct State {
        var snapshot = RunSnapshot()
        var waits: [Int: ContinuousClock.Instant] = [:]
        var lastWait = 0
    }

    private let state = Mutex(State())

    /// A monitor of a run that has not begun.
    public init() {}

    /// The counts of this moment.
    public var snapshot: RunSnapshot {
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

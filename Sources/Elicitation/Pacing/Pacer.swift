import Respondents

/// Hands out permits to send, in the order in which they were asked for, as ``Pace`` allows.
actor Pacer {
    /// What came of asking for a permit.
    enum Entry: Sendable {
        case granted(Pace.Permit)
        /// The run stops: nothing more is sent.
        case closed
        /// The server did not come back within the time it was given.
        case hopeless(failures: Int, last: RespondentError)
        /// The server refuses every question.
        case refused(RespondentError)
    }

    private struct Waiter {
        let tokens: Int
        let continuation: CheckedContinuation<Entry, Never>
    }

    private var pace: Pace
    private var estimate = LearnedTokens()
    private let time: Timekeeper
    private let monitor: RunMonitor
    private var waiters: [Waiter] = []
    private var ending: Entry?
    /// The questions that were refused since the last answer.
    private var refused: Set<String> = []
    private var alarm: (at: ContinuousClock.Instant, task: Task<Void, Never>)?
    private var shown: (limit: Int, pause: RunSnapshot.Pause?)

    init(_ pace: Pace, time: Timekeeper, monitor: RunMonitor) {
        self.pace = pace
        self.time = time
        self.monitor = monitor
        let limit = pace.limit.current
        shown = (limit, nil)
        monitor.update { $0.limit = limit }
    }

    /// Returns when the attempt may be sent, or shall not be sent any more.
    func enter(promptBytes: Int) async -> Entry {
        if let ending { return ending }
        let tokens = pace.countsTokens ? estimate.tokens(promptBytes: promptBytes) : 0
        if waiters.isEmpty, case .granted(let permit) = pace.admit(tokens: tokens, now: time.now()) {
            return .granted(permit)
        }
        return await withCheckedContinuation { continuation in
            waiters.append(Waiter(tokens: tokens, continuation: continuation))
            serve()
        }
    }

    /// Hands a permit back.
    ///
    /// - Parameter question: the question's id.
    func leave(
        _ permit: Pace.Permit, promptBytes: Int, _ result: Result<RespondentReply, RespondentError>,
        question: String = ""
    ) {
        let now = time.now()
        if pace.countsTokens, case .success(let reply) = result {
            estimate.learn(
                promptBytes: promptBytes, promptTokens: reply.usage.promptTokens,
                answerTokens: reply.usage.completionTokens)
        }
        pace.leave(permit, Pace.Outcome(result), now: now)
        note(result, of: question)
        if case .failure(let error) = result, error.code != .cancelled, pace.breaker.isHopeless(now: now) {
            end(.hopeless(failures: pace.breaker.failures, last: error))
        }
        serve()
    }

    /// One question that is refused again and again may be the only one; two are all of them.
    private func note(_ result: Result<RespondentReply, RespondentError>, of question: String) {
        switch result {
        case .failure(let error) where error.code == .cancelled: return
        case .failure(let error) where error.classification == .permanentForRun:
            refused.insert(question)
            guard pace.breaker.isRefused else { return }
            if refused.count > 1 { end(.refused(error)) } else { pace.forgive() }
        case .failure(let error) where error.classification == .permanentForQuestion: refused = []
        case .failure: return
        case .success: refused = []
        }
    }

    /// Grants nothing more; whoever waits goes away empty-handed.
    func close() {
        end(.closed)
    }

    private func end(_ entry: Entry) {
        if ending == nil { ending = entry }
        for waiter in waiters { waiter.continuation.resume(returning: entry) }
        waiters = []
        alarm?.task.cancel()
        alarm = nil
    }

    private func serve() {
        var pause: (until: ContinuousClock.Instant, reason: String)?
        serving: while let first = waiters.first {
            switch pace.admit(tokens: first.tokens, now: time.now()) {
            case .granted(let permit):
                waiters.removeFirst()
                first.continuation.resume(returning: .granted(permit))
            case .full: break serving
            case .wait(let until, let reason):
                pause = (until, reason)
                break serving
            }
        }
        if let pause { wake(at: pause.until) }
        show(pause)
    }

    private func wake(at until: ContinuousClock.Instant) {
        if let alarm {
            if alarm.at <= until { return }
            alarm.task.cancel()
        }
        let task = Task { [time] in
            await time.sleep(until)
            if !Task.isCancelled { self.ring() }
        }
        alarm = (until, task)
    }

    private func ring() {
        alarm = nil
        serve()
    }

    private func show(_ pause: (until: ContinuousClock.Instant, reason: String)?) {
        let limit = pace.limit.current
        let now = pause.map { RunSnapshot.Pause(reason: $0.reason, questions: waiters.count, until: $0.until) }
        guard limit != shown.limit || now != shown.pause else { return }
        shown = (limit, now)
        monitor.update {
            $0.limit = limit
            $0.pause = now
        }
    }
}

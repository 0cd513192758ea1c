import Respondents

extension Pacer {
    /// Who waits for a permit, and what was heard of the server; used under the pacer's lock.
    struct State: Sendable {
        struct Waiter: Sendable {
            let tokens: Int
            let continuation: CheckedContinuation<Entry, Never>
        }

        var pace: Pace
        var waiters: [Waiter] = []
        var ending: Entry?
        var alarm: (at: ContinuousClock.Instant, task: Task<Void, Never>)?
        var shown: (limit: Int, pause: RunSnapshot.Pause?)
        private var estimate = LearnedTokens()
        /// The questions that were refused since the last answer.
        private var refused: Set<String> = []

        init(_ pace: Pace, limit: Int) {
            self.pace = pace
            shown = (limit, nil)
        }

        /// What comes of asking where nobody has to wait; `nil` where somebody has to.
        mutating func enterAtOnce(promptBytes: Int, now: ContinuousClock.Instant) -> Entry? {
            if let ending { return ending }
            guard waiters.isEmpty, case .granted(let permit) = pace.admit(tokens: tokens(promptBytes), now: now) else {
                return nil
            }
            return .granted(permit)
        }

        mutating func wait(promptBytes: Int, _ continuation: CheckedContinuation<Entry, Never>) {
            waiters.append(Waiter(tokens: tokens(promptBytes), continuation: continuation))
        }

        private func tokens(_ promptBytes: Int) -> Int {
            pace.countsTokens ? estimate.tokens(promptBytes: promptBytes) : 0
        }

        mutating func leave(
            _ permit: Pace.Permit, promptBytes: Int, _ result: Result<RespondentReply, RespondentError>,
            question: String, now: ContinuousClock.Instant
        ) {
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
        }

        /// One question that is refused again and again may be the only one; two are all of them.
        private mutating func note(_ result: Result<RespondentReply, RespondentError>, of question: String) {
            switch result {
            case .failure(let error) where error.code == .cancelled: return
            case .failure(let error) where error.classification == .permanentForRun:
                refused.insert(question)
                guard pace.breaker.isRefused else { return }
                if refused.count > 1 { end(.refused(error)) } else { pace.forgive() }
            case .failure(let error) where error.classification == .permanentForQuestion: refused = []
            case .failure: return
            case .success: if !refused.isEmpty { refused = [] }
            }
        }

        mutating func end(_ entry: Entry) {
            if ending == nil { ending = entry }
            for waiter in waiters { waiter.continuation.resume(returning: entry) }
            waiters = []
            alarm?.task.cancel()
            alarm = nil
        }

        /// Lets those go on that may.
        ///
        /// - Returns: until when the first that may not go on has to wait, where time decides that.
        mutating func serve(
            now: () -> ContinuousClock.Instant
        ) -> (until: ContinuousClock.Instant, reason: String)? {
            while let first = waiters.first {
                switch pace.admit(tokens: first.tokens, now: now()) {
                case .granted(let permit):
                    waiters.removeFirst()
                    first.continuation.resume(returning: .granted(permit))
                case .full: return nil
                case .wait(let until, let reason): return (until, reason)
                }
            }
            return nil
        }
    }
}

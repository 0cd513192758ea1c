package import Respondents

/// When a failed attempt is worth another, and how long to wait before it.
///
/// The wait before attempt n + 1 is drawn evenly from the upper half of min(cap, base × 2ⁿ⁻¹): with the defaults
/// 0.25–0.5 s, 0.5–1 s, 1–2 s, 2–4 s, 4–8 s, … at most 30 s. A server's own `Retry-After` is obeyed where it is longer,
/// up to `longestWait`.
package struct RetryPolicy: Sendable, Hashable {
    /// How often a question is sent at most where the fault passes (timeouts, lost connections, 5xx).
    package var transientAttempts: Int
    /// How often a question is sent at most where the address is likely to be wrong, because nobody listens there or what
    /// answers is no such server; `nil` counts as ``transientAttempts``.
    package var misdirectedAttempts: Int?
    /// How often a question is sent at most where the server asks to slow down (429).
    package var rateLimitAttempts: Int
    /// No attempt begins later than this after the first, where the fault passes.
    package var transientTime: Duration
    /// No attempt begins later than this after the first, where the server asks to slow down.
    package var rateLimitTime: Duration
    /// Ceiling of the first wait.
    package var base: Duration
    /// Ceiling of every wait that the server did not ask for.
    package var cap: Duration
    /// A server that asks for a longer wait than this ends the question.
    package var longestWait: Duration

    /// A policy; each question is sent 6 times in a quarter of an hour at most, 10 times in an hour where the server
    /// asks to slow down.
    package init(
        transientAttempts: Int = 6, rateLimitAttempts: Int = 10, transientTime: Duration = .seconds(900),
        rateLimitTime: Duration = .seconds(3600), base: Duration = .milliseconds(500), cap: Duration = .seconds(30),
        longestWait: Duration = .seconds(300)
    ) {
        self.transientAttempts = transientAttempts
        self.rateLimitAttempts = rateLimitAttempts
        self.transientTime = transientTime
        self.rateLimitTime = rateLimitTime
        self.base = base
        self.cap = cap
        self.longestWait = longestWait
    }

    /// What to do after an attempt failed.
    package enum Decision: Sendable, Hashable {
        /// Send it again after a wait.
        case retry(after: Duration)
        /// Keep the failure and go on with other questions.
        case giveUp
        /// No other question would fare better: stop the run.
        case stopRun
    }

    /// - Parameters:
    ///   - attempt: how often the question was sent so far, from 1.
    ///   - elapsed: how long ago it was sent first.
    ///   - chance: a number from 0 up to, not including, 1.
    package func decision(
        after error: RespondentError, attempt: Int, elapsed: Duration = .zero, chance: Double
    ) -> Decision {
        switch error.classification {
        case .permanentForRun: return .stopRun
        case .permanentForQuestion: return .giveUp
        case .transient:
            let wait = wait(attempt: attempt, chance: chance)
            let isMisdirected = Self.misdirected.contains(error.code)
            let most = isMisdirected ? misdirectedAttempts ?? transientAttempts : transientAttempts
            return attempt < most && elapsed + wait <= transientTime ? .retry(after: wait) : .giveUp
        case .rateLimit(let asked):
            let wait = rateLimit(asked ?? .zero, attempt: attempt, chance: chance)
            let isBearable = (asked ?? .zero) <= longestWait && elapsed + wait <= rateLimitTime
            return attempt < rateLimitAttempts && isBearable ? .retry(after: wait) : .giveUp
        }
    }

    private static let misdirected: Set<RespondentError.Code> = [
        .connectionRefused, .hostUnreachable, .notJSON, .malformed, .tooLarge, .badEncoding,
    ]

    private func rateLimit(_ asked: Duration, attempt: Int, chance: Double) -> Duration {
        let own = wait(attempt: attempt, chance: chance)
        // A little jitter on top of what the server asked for, so that those who waited do not all come at once.
        return own > asked ? own : asked + base * chance
    }

    private func wait(attempt: Int, chance: Double) -> Duration {
        // 2^20 base waits are far above any cap; the shift must not overflow.
        let doubled = base * (1 << min(attempt - 1, 20))
        let ceiling = doubled < cap ? doubled : cap
        return ceiling * (0.5 + chance / 2)
    }
}

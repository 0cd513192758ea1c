/// Decides when a question may be sent: the rules of pacing without clock or tasks.
package struct Pace: Sendable {
    /// The leave to send one attempt; handed back with its ``Outcome``.
    package struct Permit: Sendable, Hashable {
        /// Setbacks of the limit when it was granted.
        package let setbacks: Int
        /// Whether it is the one question that tries whether the server is back.
        package let isTrial: Bool
        /// Tokens that were taken from the allowance for it.
        package let tokens: Int
    }

    /// What one attempt told about the server.
    package enum Outcome: Sendable, Hashable {
        /// It answered, even if it declined this question, and used so many tokens where it says so.
        case answered(tokens: Int?, pause: Duration?)
        /// It failed in a way that may pass; `overloaded` where fewer questions at once would help.
        case failed(overloaded: Bool, pause: Duration?)
        /// It refused this question as it would any other.
        case refused
        /// The attempt was broken off on this side.
        case left
    }

    package enum Admission: Hashable {
        case granted(Permit)
        /// As many are in flight as may be: one has to come back first.
        case full
        case wait(until: ContinuousClock.Instant, reason: String)
    }

    package private(set) var limit: AdaptiveLimit
    package private(set) var breaker: CircuitBreaker
    package private(set) var out = 0
    private var isRefusing = false
    private var requests: Allowance?
    private var tokens: Allowance?
    /// Until when the server wants no question.
    private var heldUntil: ContinuousClock.Instant?
    private let longestPause: Duration

    /// - Parameters:
    ///   - failures: so many failed attempts in a row hold all questions back.
    ///   - longestPause: a server that asks for more than this is not obeyed here; its question ends instead.
    package init(
        _ pacing: Pacing, concurrency: Int, failures: Int, longestPause: Duration, now: ContinuousClock.Instant
    ) {
        limit = AdaptiveLimit(floor: min(pacing.minimumConcurrency, concurrency), ceiling: concurrency)
        breaker = CircuitBreaker(
            threshold: failures, patience: pacing.patience, refusalWait: pacing.refusalWait)
        requests = pacing.requestsPerMinute.map { Allowance(perMinute: $0, saved: .seconds(1), now: now) }
        tokens = pacing.tokensPerMinute.map { Allowance(perMinute: $0, saved: .seconds(5), now: now) }
        self.longestPause = longestPause
    }

    /// Whether tokens have to be estimated at all.
    package var countsTokens: Bool { tokens != nil }

    /// - Parameter tokens: what the question will cost, as estimated.
    package mutating func admit(tokens cost: Int, now: ContinuousClock.Instant) -> Admission {
        if let heldUntil {
            if now < heldUntil { return .wait(until: heldUntil, reason: "the server asks for a pause") }
            self.heldUntil = nil
        }
        guard out < limit.current else { return .full }
        let passage = breaker.passage(now: now)
        switch passage {
        case .closed(let until):
            return .wait(until: until, reason: isRefusing ? "the server refuses" : "the server does not answer")
        case .undecided: return .full
        case .open, .trial: break
        }
        if let until = requests?.ready(for: 1, now: now), until > now { return .wait(until: until, reason: "--rpm") }
        if let until = tokens?.ready(for: Double(cost), now: now), until > now {
            return .wait(until: until, reason: "--tpm")
        }
        requests?.take(1, now: now)
        tokens?.take(Double(cost), now: now)
        if passage == .trial { breaker.tried() }
        out += 1
        return .granted(Permit(setbacks: limit.setbacks, isTrial: passage == .trial, tokens: cost))
    }

    package mutating func leave(_ permit: Permit, _ outcome: Outcome, now: ContinuousClock.Instant) {
        out -= 1
        isRefusing = outcome == .refused || (isRefusing && outcome == .left)
        switch outcome {
        case .answered(let used, let pause):
            limit.succeeded()
            breaker.answered()
            if let used { tokens?.take(Double(used - permit.tokens), now: now) }
            hold(pause, now: now)
        case .failed(let overloaded, let pause):
            if overloaded { limit.setBack(sentAfter: permit.setbacks) }
            breaker.failed(trial: permit.isTrial, now: now)
            hold(pause, now: now)
        case .refused:
            breaker.refused(trial: permit.isTrial, now: now)
        case .left:
            breaker.leftUndecided(trial: permit.isTrial)
        }
    }

    /// The refusals concern one question alone: others may be sent.
    package mutating func forgive() {
        breaker.answered()
        isRefusing = false
    }

    private mutating func hold(_ pause: Duration?, now: ContinuousClock.Instant) {
        guard let pause, pause > .zero, pause <= longestPause else { return }
        heldUntil = max(heldUntil ?? now, now + pause)
    }
}

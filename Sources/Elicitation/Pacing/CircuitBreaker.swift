/// Stops asking after a row of failed attempts, then tries with one question at a time until the server answers or
/// patience ends.
///
/// The tries come 0.5 s after the row and then after waits that double up to 15 s: at 0.5, 1.5, 3.5, 7.5, 15.5, 30.5 …
package struct CircuitBreaker: Sendable, Hashable {
    /// So many failures in a row open it.
    package let threshold: Int
    /// How long a server that does not answer is waited for.
    package let patience: Duration
    /// How long a server that refuses is left alone before the first try.
    package let refusalWait: Duration
    /// Failures since the last answer.
    package private(set) var failures = 0
    package private(set) var opened: ContinuousClock.Instant?
    /// When the next question may try.
    package private(set) var nextTry: ContinuousClock.Instant?
    private var wait = CircuitBreaker.firstWait
    private var isTrying = false
    /// Trials in a row that the server refused, as it would every question: a wrong key, no such model.
    package private(set) var refusals = 0

    private static let mostRefusals = 3
    private static let firstWait: Duration = .milliseconds(500)
    private static let longestWait: Duration = .seconds(15)

    package init(threshold: Int, patience: Duration, refusalWait: Duration = .seconds(1)) {
        self.threshold = max(1, threshold)
        self.patience = patience
        self.refusalWait = refusalWait
    }

    /// Whether a question may be sent.
    package enum Passage: Hashable {
        case open
        /// This question alone may be sent, and decides.
        case trial
        /// None until then.
        case closed(until: ContinuousClock.Instant)
        /// Another question is in flight to decide.
        case undecided
    }

    package func passage(now: ContinuousClock.Instant) -> Passage {
        guard opened != nil, let nextTry else { return .open }
        if isTrying { return .undecided }
        return now < nextTry ? .closed(until: nextTry) : .trial
    }

    /// The question that decides is in flight.
    package mutating func tried() {
        isTrying = true
    }

    /// The server answered, whatever it was.
    package mutating func answered() {
        self = CircuitBreaker(threshold: threshold, patience: patience, refusalWait: refusalWait)
    }

    /// An attempt failed in a way that may pass. While questions are held back, only the one that tries counts.
    package mutating func failed(trial: Bool, now: ContinuousClock.Instant) {
        failures += 1
        if opened == nil {
            guard failures >= threshold else { return }
            opened = now
        } else {
            guard trial else { return }
            isTrying = false
            wait = min(wait * 2, Self.longestWait)
        }
        nextTry = now + wait
    }

    /// The server refused a question as it would any other, in a run that it had answered before. One question after
    /// another tries, after 1, 3 and 9 seconds, whether it means it.
    package mutating func refused(trial: Bool, now: ContinuousClock.Instant) {
        if opened == nil {
            opened = now
            wait = refusalWait
        } else {
            guard trial else { return }
            isTrying = false
            refusals += 1
            wait = min(wait * 3, Self.longestWait)
        }
        nextTry = now + wait
    }

    /// Whether the server refused every trial.
    package var isRefused: Bool { refusals >= Self.mostRefusals }

    /// A question came back without telling anything about the server.
    package mutating func leftUndecided(trial: Bool) {
        if trial { isTrying = false }
    }

    /// Whether the server was waited for as long as patience allows.
    package func isHopeless(now: ContinuousClock.Instant) -> Bool {
        guard let opened else { return false }
        return now - opened >= patience
    }
}

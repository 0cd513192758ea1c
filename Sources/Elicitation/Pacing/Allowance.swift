/// An allowance of so many units a minute, saved up for a moment at most: a token bucket.
///
/// A purchase is allowed when the balance covers it, or is as high as it can be, and may leave a debt: so a question
/// larger than the bucket passes too, and is paid off before the next.
package struct Allowance: Sendable, Hashable {
    /// Units a second.
    private let rate: Double
    /// The most that is saved up.
    private let capacity: Double
    private var balance: Double
    private var settled: ContinuousClock.Instant

    /// A full bucket.
    ///
    /// - Parameter saved: how long it saves up; one unit is always saved.
    package init(perMinute: Int, saved: Duration, now: ContinuousClock.Instant) {
        rate = Double(max(1, perMinute)) / 60
        capacity = max(1, rate * (saved / .seconds(1)))
        balance = capacity
        settled = now
    }

    /// When so much can be bought; `now` or earlier where it can already.
    package mutating func ready(for amount: Double, now: ContinuousClock.Instant) -> ContinuousClock.Instant {
        settle(now)
        let short = min(amount, capacity) - balance
        return short <= 0 ? now : now + .seconds(short / rate)
    }

    /// Takes it from the balance; a negative amount gives back what was estimated too high.
    package mutating func take(_ amount: Double, now: ContinuousClock.Instant) {
        settle(now)
        balance = min(capacity, balance - amount)
    }

    private mutating func settle(_ now: ContinuousClock.Instant) {
        guard now > settled else { return }
        balance = min(capacity, balance + rate * ((now - settled) / .seconds(1)))
        settled = now
    }
}

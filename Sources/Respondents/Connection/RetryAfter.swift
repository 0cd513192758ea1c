import NIOHTTP1

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// How long a server asks to be left alone.
struct RetryAfter {
    /// Never negative, at most a day; nil where the server does not say, or says it unreadably.
    let wait: Duration?

    /// What is longer is a broken clock.
    private static let longest = 86_400.0

    /// Reads `retry-after-ms`, else `Retry-After`: seconds, with a fraction or a unit where it has one (`1.5`, `20s`,
    /// `1m30s`, `2 seconds`), or a moment in any of the three forms of HTTP, as RFC 3339 has it, or in seconds since 1970.
    ///
    /// A moment is measured against the answer's own `Date`, so that a wrong clock on this side does no harm; only an
    /// answer without one is measured against this machine's clock. A moment in the past is no wait.
    init(_ headers: HTTPHeaders) {
        if let text = headers.first(name: "retry-after-ms"), let milliseconds = Self.number(text) {
            wait = Self.bounded(milliseconds / 1_000)
        } else if let text = headers.first(name: "retry-after") {
            let date = headers.first(name: "date").flatMap { HTTPDate($0)?.seconds }
            wait = Self.wait(text, from: date.map(Double.init) ?? Date().timeIntervalSince1970)
        } else {
            wait = nil
        }
    }

    private static func wait(_ text: String, from now: Double) -> Duration? {
        if let seconds = number(text) {
            // Nobody means to be left alone for fifty years: that is a moment.
            return bounded(seconds > 1e9 && abs(seconds - now) <= 2 * longest ? seconds - now : seconds)
        }
        if let spelled = SpelledDuration(text)?.duration { return bounded(spelled / .seconds(1)) }
        return (HTTPDate(text).map { Double($0.seconds) } ?? Timestamp(text)?.seconds).map { bounded($0 - now) }
    }

    private static func bounded(_ seconds: Double) -> Duration {
        .seconds(min(max(0, seconds), longest))
    }

    /// A number as people write it; not what a programming language would take for one, such as `0x10` or `nan`.
    private static func number(_ text: String) -> Double? {
        let trimmed = text.trimmingSpace()
        guard trimmed.utf8.allSatisfy({ "0123456789.eE+".utf8.contains($0) }), let number = Double(trimmed),
            number.isFinite, number >= 0
        else { return nil }
        return number
    }
}

import FoundationEssentials
import NIOHTTP1

/// How long a server asks to be left alone.
struct RetryAfter {
    /// Never negative; nil where the server does not say, or says it unreadably.
    let wait: Duration?

    /// Reads `retry-after-ms`, else `Retry-After` as seconds or as a date.
    ///
    /// A date is measured against the answer's own `Date`, so that a wrong clock on this side does no harm; only an
    /// answer without one is measured against this machine's clock. At most a day: what is longer is a broken clock.
    init(_ headers: HTTPHeaders) {
        if let text = headers.first(name: "retry-after-ms"), let milliseconds = Self.number(text) {
            wait = .milliseconds(min(milliseconds, 86_400_000))
        } else if let text = headers.first(name: "retry-after") {
            wait =
                Self.number(text).map { .seconds(min($0, 86_400)) }
                ?? Self.until(text, from: headers.first(name: "date"))
        } else {
            wait = nil
        }
    }

    private static func number(_ text: String) -> Double? {
        guard let number = Double(String(text.trimmingSpace())), number.isFinite, number >= 0 else { return nil }
        return number
    }

    private static func until(_ date: String, from now: String?) -> Duration? {
        guard let end = HTTPDate(date)?.seconds else { return nil }
        let start = now.flatMap { HTTPDate($0)?.seconds } ?? Int(Date().timeIntervalSince1970)
        return .seconds(min(max(0, end - start), 86_400))
    }
}

/// A date as HTTP writes it today: `Sun, 06 Nov 1994 08:49:37 GMT`.
struct HTTPDate {
    /// Seconds since 1970 began.
    let seconds: Int

    init?(_ text: String) {
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[5] == "GMT", let day = Int(parts[1]), (1...31).contains(day),
            let month = Self.months.firstIndex(of: parts[2].lowercased()), let year = Int(parts[3]),
            (1970...9999).contains(year)
        else { return nil }
        let clock = parts[4].split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]), (0...60).contains(clock[2])
        else { return nil }
        let days = Self.days(year: year, month: month + 1, day: day)
        seconds = ((days * 24 + clock[0]) * 60 + clock[1]) * 60 + clock[2]
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// Days since 1970 began; years are counted from March, so that the leap day is a year's last.
    static func days(year: Int, month: Int, day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
    }
}

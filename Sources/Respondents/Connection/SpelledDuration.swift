/// A duration as servers spell it: `6m0s`, `7.66s`, `20ms`, `1h2m`, `2 seconds`, `PT30S`, or bare seconds.
struct SpelledDuration {
    let duration: Duration

    init?(_ text: String) {
        let trimmed = text.trimmingSpace().lowercased()
        var rest = Substring(trimmed)
        if rest.hasPrefix("pt") { rest = rest.dropFirst(2) }
        guard !rest.isEmpty else { return nil }
        var seconds = 0.0
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            rest = rest.dropFirst(digits.count).drop { $0 == " " }
            let unit = rest.prefix { $0.isLetter }
            rest = rest.dropFirst(unit.count).drop { $0 == " " || $0 == "," || $0 == "." }
            // Only a number that stands alone may be without a unit.
            let isBare = unit.isEmpty && rest.isEmpty && digits.count == trimmed.count
            guard let number = Double(digits), let factor = isBare ? 1 : Self.factor(of: unit) else { return nil }
            seconds += number * factor
        }
        guard seconds <= 1e9 else { return nil }
        duration = .seconds(seconds)
    }

    private static func factor(of unit: Substring) -> Double? {
        units[String(unit)] ?? units[String(unit.hasSuffix("s") ? unit.dropLast() : unit)]
    }

    private static let units = [
        "d": 86_400, "day": 86_400, "h": 3_600, "hr": 3_600, "hour": 3_600, "m": 60, "min": 60, "minute": 60, "s": 1,
        "sec": 1, "second": 1, "ms": 1e-3, "msec": 1e-3, "millisecond": 1e-3, "us": 1e-6, "µs": 1e-6, "ns": 1e-9,
    ]
}

/// A moment as RFC 3339 writes it: `2026-01-27T12:00:30Z`, with a fraction and an offset where they are wanted.
struct Timestamp {
    /// Seconds since 1970 began.
    let seconds: Double

    init?(_ text: String) {
        let parts = text.trimmingSpace().split(maxSplits: 1) { $0 == "T" || $0 == "t" || $0 == " " }
        guard parts.count == 2 else { return nil }
        let date = parts[0].split(separator: "-").compactMap { Int($0) }
        let clock = parts[1].prefix { $0.isNumber || $0 == ":" || $0 == "." }.split(separator: ":")
            .compactMap { Double($0) }
        guard date.count == 3, (1970...9999).contains(date[0]), (1...12).contains(date[1]), (1...31).contains(date[2]),
            clock.count == 3, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]), (0..<61).contains(clock[2]),
            let offset = Self.offset(parts[1].drop { $0.isNumber || $0 == ":" || $0 == "." })
        else { return nil }
        let days = HTTPDate.days(year: date[0], month: date[1], day: date[2])
        seconds = Double(days) * 86_400 + clock[0] * 3_600 + clock[1] * 60 + clock[2] - offset
    }

    /// Seconds east of Greenwich.
    private static func offset(_ text: Substring) -> Double? {
        if text == "Z" || text == "z" { return 0 }
        guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
        let parts = text.dropFirst().split(separator: ":").compactMap { Double($0) }
        guard parts.count == 2 else { return nil }
        return (sign == "-" ? -1 : 1) * (parts[0] * 3_600 + parts[1] * 60)
    }
}

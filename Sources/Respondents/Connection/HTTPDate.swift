/// A date in any of the three forms that HTTP knows: `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT`
/// and `Sun Nov  6 08:49:37 1994`.
struct HTTPDate {
    /// Seconds since 1970 began.
    let seconds: Int

    init?(_ text: String) {
        let words = text.split { $0 == " " || $0 == "\t" || $0 == "," }
        let parts = words.flatMap { $0.contains(":") ? [$0] : $0.split(separator: "-") }
        let fields: (day: Substring, month: Substring, year: Substring, clock: Substring)
        switch parts.count {
        case 5: fields = (parts[2], parts[1], parts[4], parts[3])
        case 6:
            guard ["GMT", "UTC", "Z"].contains(parts[5].uppercased()) else { return nil }
            fields = (parts[1], parts[2], parts[3], parts[4])
        default: return nil
        }
        guard let day = Int(fields.day), let month = Self.months.firstIndex(of: fields.month.lowercased()),
            let year = Self.year(fields.year), (1...Self.length(ofMonth: month + 1, year: year)).contains(day),
            let clock = Self.clock(fields.clock)
        else { return nil }
        seconds = Self.days(year: year, month: month + 1, day: day) * 86_400 + clock
    }

    /// A year of two digits is the nearest one: 70…99 are of the last century.
    private static func year(_ text: Substring) -> Int? {
        guard let year = Int(text), text.count == 2 || text.count == 4 else { return nil }
        if text.count == 4 { return (1970...9999).contains(year) ? year : nil }
        return year < 70 ? 2000 + year : 1900 + year
    }

    private static func clock(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
        guard parts.count == 3, (0..<24).contains(parts[0]), (0..<60).contains(parts[1]), (0...60).contains(parts[2])
        else { return nil }
        return (parts[0] * 60 + parts[1]) * 60 + parts[2]
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    private static func length(ofMonth month: Int, year: Int) -> Int {
        let next = month == 12 ? (year: year + 1, month: 1) : (year: year, month: month + 1)
        return days(year: next.year, month: next.month, day: 1) - days(year: year, month: month, day: 1)
    }

    /// Days since 1970 began; years are counted from March, so that the leap day is a year's last.
    static func days(year: Int, month: Int, day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
    }
}

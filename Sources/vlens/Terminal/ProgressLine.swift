package import Elicitation
import Text

/// One line on how far a run is, cut to a width.
package struct ProgressLine {
    let snapshot: RunSnapshot
    /// Replies a second, over the last seconds; `nil` before there is one.
    let rate: Double?
    /// What was spent, and is likely to be in all.
    var cost: String?
    /// The moment that waits are counted from.
    var now = ContinuousClock.now

    package init(
        snapshot: RunSnapshot, rate: Double?, cost: String? = nil, now: ContinuousClock.Instant = ContinuousClock.now
    ) {
        self.snapshot = snapshot
        self.rate = rate
        self.cost = cost
        self.now = now
    }

    /// The line for a terminal, at most `width` columns; what matters most comes first.
    func text(width: Int, unicode: Bool) -> String {
        let bar = unicode ? ("━", "─") : ("=", "-")
        let share = snapshot.planned == 0 ? 1 : Double(snapshot.done) / Double(snapshot.planned)
        var line = "\(snapshot.done)/\(snapshot.planned) \(Int(share * 100))%"
        if width >= 64 {
            let length = min(24, width - 56)
            let full = Int(share * Double(length))
            line =
                String(repeating: bar.0, count: full) + String(repeating: bar.1, count: length - full) + " " + line
        }
        for part in parts where line.count + part.count + 2 <= width { line += "  " + part }
        return String(line.prefix(width))
    }

    /// The line for a log.
    package var plain: String {
        (["asked \(snapshot.done) of \(snapshot.planned)"] + parts).joined(separator: ", ")
    }

    private var parts: [String] {
        var parts: [String] = []
        if let eta, snapshot.batches == nil { parts.append("ETA \(eta)") }
        if let batches { parts.append(batches) }
        if snapshot.failed > 0 { parts.append("\(snapshot.failed) failed") }
        if snapshot.ending != nil { parts.append("ending, waiting for \(snapshot.inFlight) in flight") }
        if let pause = snapshot.pause {
            parts.append("\(pause.questions) held back \(left(pause.until)): \(pause.reason)")
        }
        if let waits { parts.append(waits) }
        if let silence { parts.append(silence) }
        if snapshot.askedByOthers > 0, snapshot.inFlight == 0 {
            parts.append("waiting for \(snapshot.askedByOthers) asked by another process")
        }
        if let cost { parts.append(cost) }
        if let rate { parts.append(rate >= 10 ? "\(Int(rate))/s" : "\(Double(Int(rate * 10)) / 10)/s") }
        if snapshot.refused > 0 { parts.append("\(snapshot.refused) refused") }
        if snapshot.unreadable > 0 { parts.append("\(snapshot.unreadable) unreadable") }
        return parts
    }

    /// "2 batches out, 340 of 1408 answered there, in_progress, next look in 0:30, no ETA: within a day".
    private var batches: String? {
        guard let batches = snapshot.batches else { return nil }
        guard batches.out > 0 else { return batches.word.isEmpty ? nil : batches.word }
        var words = "\(batches.out) \(batches.out == 1 ? "batch" : "batches") out"
        words += ", \(batches.answered) of \(batches.questions) answered there"
        if batches.failed > 0 { words += ", \(batches.failed) failed there" }
        if !batches.word.isEmpty { words += ", \(Plain.line(batches.word))" }
        if let next = batches.nextLook { words += ", next look in \(left(next))" }
        return words + ", no ETA: within a day"
    }

    /// "12 waiting, timeout, next attempt in 0:07", where questions wait for another attempt.
    private var waits: String? {
        guard snapshot.waiting > 0, let reason = snapshot.waitingFor.map(PlainNames.words) else { return nil }
        guard let first = snapshot.waitingFrom ?? snapshot.waitingUntil else {
            return "\(snapshot.waiting) waiting: \(reason)"
        }
        return "\(snapshot.waiting) waiting, next attempt in \(left(first)): \(reason)"
    }

    /// "no answer for 1:30 to 16 requests in flight, 12 attempts failed: timeout", where a server is silent for long.
    private var silence: String? {
        let isOut = snapshot.batches != nil && snapshot.lastFailure != nil
        guard snapshot.inFlight > 0 || snapshot.waiting > 0 || isOut, let since = snapshot.quietSince else {
            return nil
        }
        let seconds = Int((now - since) / .seconds(1))
        guard seconds >= 10 else { return nil }
        let out =
            snapshot.inFlight > 0
            ? " to \(snapshot.inFlight) \(snapshot.inFlight == 1 ? "request" : "requests") in flight" : ""
        let failed = snapshot.lastFailure.map {
            ", \(snapshot.failedSince) \(snapshot.failedSince == 1 ? "attempt" : "attempts") failed: \(PlainNames.words($0))"
        }
        return "no answer for \(Self.clock(seconds: seconds))\(out)\(failed ?? "")"
    }

    /// The time until a moment, in whole seconds, rounded up.
    private func left(_ until: ContinuousClock.Instant) -> String {
        Self.clock(seconds: max(0, Int(((until - now) / .seconds(1)).rounded(.up))))
    }

    private var eta: String? {
        guard let rate, rate > 0, snapshot.left > 0 else { return nil }
        return Self.clock(seconds: Int((Double(snapshot.left) / rate).rounded(.up)))
    }

    /// "0:07", "12:30", "3:05:00".
    static func clock(seconds: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
        return hours > 0 ? "\(hours):\(two(minutes)):\(two(seconds % 60))" : "\(minutes):\(two(seconds % 60))"
    }
}

/// Says on standard error what is being done, once the work has taken more than a second: one line that is redrawn on a
/// terminal, and nothing elsewhere, where the work is too short for a log.
struct SlowNotice {
    private let clock = ContinuousClock()
    private let start = ContinuousClock.now
    private let terminal: Terminal

    private init(terminal: Terminal) { self.terminal = terminal }

    /// Does some work that says what it reads, and clears the line behind it, also where the work fails.
    static func during<Result>(
        terminal: Terminal = .error, _ work: (SlowNotice) throws -> Result
    ) rethrows -> Result {
        let notice = SlowNotice(terminal: terminal)
        defer { if terminal.isInteractive { terminal.write("\r\u{1B}[K") } }
        return try work(notice)
    }

    /// The same for work that waits.
    static func during<Result>(
        terminal: Terminal = .error, _ work: (SlowNotice) async throws -> Result
    ) async rethrows -> Result {
        let notice = SlowNotice(terminal: terminal)
        defer { if terminal.isInteractive { terminal.write("\r\u{1B}[K") } }
        return try await work(notice)
    }

    /// What is read next.
    func reading(_ name: String) {
        say("reading \(name)")
    }

    /// How many of some equal pieces of work are done, and when all will be.
    func done(_ count: Int, of all: Int, _ what: String) {
        guard count > 0, count < all else { return }
        let left = (clock.now - start) / count * (all - count)
        let seconds = max(1, left.components.seconds + (left.components.attoseconds > 0 ? 1 : 0))
        say("\(what) \(count) of \(all), ETA \(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)")
    }

    private func say(_ text: String) {
        guard terminal.isInteractive, clock.now - start >= .seconds(1) else { return }
        terminal.write("\r\u{1B}[K" + String(text.prefix(terminal.width - 1)))
    }
}

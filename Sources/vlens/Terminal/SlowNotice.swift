/// Says on standard error which file is read, once the work has taken more than a second: one line that is redrawn on a
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

    /// What is read next.
    func reading(_ name: String) {
        guard terminal.isInteractive, clock.now - start >= .seconds(1) else { return }
        terminal.write("\r\u{1B}[K" + String("reading \(name)".prefix(terminal.width - 1)))
    }
}

/// Says on standard error which file is read, once the work has taken more than a second: one line that is redrawn on a
/// terminal, and nothing elsewhere, where the work is too short for a log.
struct SlowNotice {
    private let clock = ContinuousClock()
    private let start = ContinuousClock.now
    private let terminal: Terminal

    init(terminal: Terminal = .error) { self.terminal = terminal }

    /// What is read next.
    func reading(_ name: String) {
        guard terminal.isInteractive, clock.now - start >= .seconds(1) else { return }
        terminal.write("\r\u{1B}[K" + String("reading \(name)".prefix(terminal.width - 1)))
    }

    /// Clears the line.
    func end() {
        if terminal.isInteractive { terminal.write("\r\u{1B}[K") }
    }
}

/// Writes progress where somebody looks: one line that is redrawn on a terminal, a plain line now and then elsewhere.
/// Nothing in the first second.
struct ProgressOutput {
    /// How long to wait before the next look.
    let pause: Duration
    private let terminal: Terminal
    private let start: ContinuousClock.Instant
    private var lastPlain: ContinuousClock.Instant
    private var plainPause: Duration = .seconds(2)

    init(_ terminal: Terminal, start: ContinuousClock.Instant) {
        self.terminal = terminal
        self.start = start
        lastPlain = start
        pause = terminal.isInteractive ? .milliseconds(200) : .seconds(1)
    }

    /// Shows a line, if it is time for one.
    mutating func show(_ line: @autoclosure () -> ProgressLine, now: ContinuousClock.Instant) {
        guard now - start >= .seconds(1) else { return }
        if terminal.isInteractive {
            terminal.write("\r\u{1B}[K" + line().text(width: terminal.width - 1, unicode: terminal.hasUnicode))
        } else if now - lastPlain >= plainPause {
            terminal.write(line().plain + "\n")
            lastPlain = now
            // A log of an hour has some seventy lines, not three thousand.
            plainPause = min(plainPause * 1.5, .seconds(60))
        }
    }

    /// Clears the line.
    func end() {
        if terminal.isInteractive { terminal.write("\r\u{1B}[K") }
    }
}

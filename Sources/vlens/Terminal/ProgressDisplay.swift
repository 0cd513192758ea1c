import Elicitation
import Workbench

/// Shows how far a run is, on standard error: one line that is redrawn on a terminal, a plain line now and then
/// elsewhere. Nothing for a run of less than a second.
struct ProgressDisplay: Sendable {
    let monitor: RunMonitor
    let cost: RunningCost
    var terminal = Terminal.error

    /// Shows progress until the surrounding task is cancelled, and clears the line then.
    func show() async {
        let clock = ContinuousClock()
        let start = clock.now
        let isInteractive = terminal.isInteractive
        let pause: Duration = isInteractive ? .milliseconds(200) : .seconds(1)
        var history: [(at: ContinuousClock.Instant, done: Int)] = []
        var lastPlain = start
        var plainPause: Duration = .seconds(2)
        while (try? await clock.sleep(for: pause)) != nil {
            let now = clock.now
            let snapshot = monitor.snapshot
            history.append((now, snapshot.replied + snapshot.failed))
            history.removeAll { now - $0.at > .seconds(15) }
            guard now - start >= .seconds(1) else { continue }
            let line = ProgressLine(snapshot: snapshot, rate: rate(history), cost: cost.text(snapshot), now: now)
            if isInteractive {
                terminal.write("\r\u{1B}[K" + line.text(width: terminal.width - 1, unicode: terminal.hasUnicode))
            } else if now - lastPlain >= plainPause {
                terminal.write(line.plain + "\n")
                lastPlain = now
                // A log of an hour has some seventy lines, not three thousand.
                plainPause = min(plainPause * 1.5, .seconds(60))
            }
        }
        if isInteractive { terminal.write("\r\u{1B}[K") }
    }

    private func rate(_ history: [(at: ContinuousClock.Instant, done: Int)]) -> Double? {
        guard let first = history.first, let last = history.last, last.at > first.at, last.done > first.done else {
            return nil
        }
        return Double(last.done - first.done) / ((last.at - first.at) / .seconds(1))
    }
}

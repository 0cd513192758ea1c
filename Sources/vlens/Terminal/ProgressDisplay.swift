import Elicitation
import Workbench

/// Shows how far a run is, on standard error: one line that is redrawn on a terminal, a plain line now and then
/// elsewhere. Nothing for a run of less than a second.
struct ProgressDisplay: Sendable {
    let monitor: RunMonitor
    /// What it costs; `nil` where that is not told.
    let cost: RunningCost?
    var terminal = Terminal.error

    /// Shows progress until the surrounding task is cancelled, and clears the line then.
    func show() async {
        let clock = ContinuousClock()
        var output = ProgressOutput(terminal, start: clock.now)
        var history: [(at: ContinuousClock.Instant, done: Int)] = []
        while (try? await clock.sleep(for: output.pause)) != nil {
            let now = clock.now
            let snapshot = monitor.snapshot
            history.append((now, snapshot.replied + snapshot.failed))
            history.removeAll { now - $0.at > .seconds(15) }
            output.show(
                ProgressLine(snapshot: snapshot, rate: rate(history), cost: cost?.text(snapshot), now: now), now: now)
        }
        output.end()
    }

    private func rate(_ history: [(at: ContinuousClock.Instant, done: Int)]) -> Double? {
        guard let first = history.first, let last = history.last, last.at > first.at, last.done > first.done else {
            return nil
        }
        return Double(last.done - first.done) / ((last.at - first.at) / .seconds(1))
    }
}

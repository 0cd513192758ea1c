import Elicitation
import Synchronization

/// How far a calibration is, and the line that says so.
final class CalibrationProgress: Sendable {
    private let state = Mutex((done: 0, expected: 0))

    /// How many units of work are to come: a subject is one, a respondent of the power table as many as it is asked
    /// everything, a simulation one.
    func expect(_ units: Int) { state.withLock { $0.expected = units } }

    func advance(by units: Int) { state.withLock { $0.done += units } }

    var done: Int { state.withLock { $0.done } }
    var expected: Int { state.withLock { $0.expected } }

    /// Shows progress on standard error until the surrounding task is cancelled: one line that is redrawn on a terminal,
    /// a plain one now and then elsewhere.
    func show(on terminal: Terminal = .error) async {
        let clock = ContinuousClock()
        let start = clock.now
        let isInteractive = terminal.isInteractive
        var lastPlain = start
        var plainPause: Duration = .seconds(2)
        while (try? await clock.sleep(for: isInteractive ? .milliseconds(200) : .seconds(1))) != nil {
            let now = clock.now
            guard now - start >= .seconds(1) else { continue }
            var snapshot = RunSnapshot()
            (snapshot.answered, snapshot.planned) = (done, expected)
            // Since the start: pieces are alike, and a mean over all of them is the steadier guess.
            let rate = Double(snapshot.answered) / ((now - start) / .seconds(1))
            let line = ProgressLine(snapshot: snapshot, rate: rate > 0 ? rate : nil, now: now)
            if isInteractive {
                terminal.write("\r\u{1B}[K" + line.text(width: terminal.width - 1, unicode: terminal.hasUnicode))
            } else if now - lastPlain >= plainPause {
                terminal.write(line.plain + "\n")
                lastPlain = now
                plainPause = min(plainPause * 1.5, .seconds(60))
            }
        }
        if isInteractive { terminal.write("\r\u{1B}[K") }
    }
}

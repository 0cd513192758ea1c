import Elicitation
import Workbench

extension CalibrationProgress {
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

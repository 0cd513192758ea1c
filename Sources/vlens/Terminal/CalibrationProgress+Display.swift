import Elicitation
import Workbench

extension CalibrationProgress {
    /// Shows progress on standard error until the surrounding task is cancelled: one line that is redrawn on a terminal,
    /// a plain one now and then elsewhere.
    func show(on terminal: Terminal = .error) async {
        let clock = ContinuousClock()
        let start = clock.now
        var output = ProgressOutput(terminal, start: start)
        while (try? await clock.sleep(for: output.pause)) != nil {
            let now = clock.now
            var snapshot = RunSnapshot()
            (snapshot.answered, snapshot.planned) = (done, expected)
            // Since the start: pieces are alike, and a mean over all of them is the steadier guess.
            let rate = Double(snapshot.answered) / ((now - start) / .seconds(1))
            output.show(ProgressLine(snapshot: snapshot, rate: rate > 0 ? rate : nil, now: now), now: now)
        }
        output.end()
    }
}

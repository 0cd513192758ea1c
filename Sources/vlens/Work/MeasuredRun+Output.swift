import Measures
import Reports

extension MeasuredRun {
    /// Everything as JSON, with at least the keys that the measures have.
    func json(intervals: MeasureIntervals? = nil, instrument: InstrumentReport? = nil) -> String {
        ReportJSON.document(reportInput(instrument: instrument), intervals: intervals).text()
    }

    /// The instrument's own errors, without intervals where there is no plan; `nil` where a task has no reply at all.
    func instrument(_ plan: ResamplingPlan? = ResamplingPlan()) async throws -> InstrumentReport? {
        try await readings?.report(of: measures, plan: plan)
    }

    /// The summary for a terminal, or for a pipe.
    func summary(for terminal: Terminal) -> String {
        TerminalSummary(reportInput(), style: terminal.style).text
    }
}

extension Terminal {
    /// What the reports' library may use on it. A pipe gets what a file should hold: UTF-8, no colour.
    var style: TerminalStyle {
        TerminalStyle(width: width, hasColour: hasColour, hasUnicode: !isInteractive || hasUnicode)
    }
}

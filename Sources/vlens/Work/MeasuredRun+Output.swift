import Measures
import Reports

extension MeasuredRun {
    /// Everything as JSON, with at least the keys that the measures have.
    func json() -> String {
        ReportJSON.document(reportInput()).text()
    }

    /// Computes the intervals of all figures, and the instrument's own errors: those without intervals where there is
    /// no plan.
    mutating func addUncertainty(_ plan: ResamplingPlan?) async throws {
        intervals = try await MeasureIntervals.made(of: measures, plan: plan)
        instrument = try await readings?.report(of: measures, plan: plan)
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

import AnswerStore
import Reports
import Study
import Workbench

/// What is told on standard error beside the outcome.
enum Notes {
    /// Tells that replies were read by an older reader than this program's; nothing for `nil`.
    static func tell(_ older: OlderReadings?) {
        guard let older else { return }
        let names = older.runs.map { "\($0)" }.joined(separator: ", ")
        Terminal.error.write(
            "note: replies of \(older.runs.count == 1 ? "run" : "runs") \(names) were read by reader version "
                + "\(older.version), and this is version \(older.current): 'vlens read --again' reads them anew and says "
                + "what changes\n")
    }

    /// Tells what must be known of what was sent, and of who served the run, before its figures are read.
    static func tellServing(_ counts: StoredCounts) {
        let serving = ServingSummary(counts)
        for line in serving.notes.map({ "note: \($0)" }) + serving.warnings.map({ "warning: \($0)" }) {
            Terminal.error.write(Terminal.error.wrapped(line) + "\n")
        }
    }

    /// Tells what was noticed on loading a study: a few of it, for a released dataset has hundreds of odd attributions.
    static func tellWarnings(of study: StudyDefinition, most: Int = 5) {
        let warnings = study.warnings
        for warning in warnings.prefix(most) { Terminal.error.write("warning: \(warning)\n") }
        if warnings.count > most { Terminal.error.write("warning: and \(warnings.count - most) more like these\n") }
    }
}

import Reading
import AnswerStore
import Elicitation
import Reports
import Study
import Workbench

/// What is told on standard error beside the outcome.
enum Notes {
    /// Tells that replies were read by an older reader than this program's; nothing for `nil`.
    static func tell(_ older: OlderReadings?) {
        guard let older else { return }
        let names = older.runs.map { "\($0)" }.joined(separator: ", ")
        Terminal.error.message(
            "note: replies of \(older.runs.count == 1 ? "run" : "runs") \(names) were read by reader version "
                + "\(older.version), and this is version \(older.current): 'vlens reread' reads them anew and says "
                + "what changes")
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
        for warning in warnings.prefix(most) { Terminal.error.message("warning: \(warning)") }
        if warnings.count > most { Terminal.error.line("warning: and \(warnings.count - most) more like these") }
    }

    /// Tells what may be had by asking again, or in another way.
    ///
    /// - Parameters:
    ///   - cutOff: how many replies reached the limit of tokens; 0 tells nothing of them.
    ///   - limit: that limit, as it was typed.
    static func tellUnread(
        _ snapshot: RunSnapshot, _ counts: StoredCounts, respondent: String, cutOff: Int, limit: String
    ) {
        func note(_ sentence: String) { Terminal.error.line(Terminal.error.wrapped("note: \(sentence)")) }
        if snapshot.askedAgain > 0 {
            note(
                "\(snapshot.askedAgain) asked again; \(snapshot.askedAgain) earlier "
                    + "\(snapshot.askedAgain == 1 ? "reply" : "replies") kept beside the new")
        }
        guard counts.unreadable > 0 else { return }
        if cutOff > 0 {
            note(
                "\(cutOff) of \(counts.replied) replies reached the limit of tokens (--max-tokens \(limit)); with "
                    + "another limit it is another run")
        }
        let empty = counts.unreadableReasons[UnreadableReason.empty.rawValue] ?? 0
        // A simulated respondent says the same again.
        if empty > 0, !respondent.hasPrefix("simulated/") {
            note(
                "\(empty) of \(counts.replied) replies \(empty == 1 ? "is" : "are") empty, which often passes: ask again with "
                    + "--retry-unreadable empty")
        }
    }
}

extension Notes {
    /// A run that was begun by an earlier version of a study that ships is another one, and goes on by its version's name.
    static func tellEarlier(_ name: String?, of study: StudyDefinition) {
        guard let name else { return }
        Terminal.error.line(
            Terminal.error.wrapped(
                "note: this begins a run of \(study.label); the stored one of \(name) goes on with --study \(name)"))
    }
}

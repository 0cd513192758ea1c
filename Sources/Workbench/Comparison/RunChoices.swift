package import AnswerStore
import Foundation
package import Reports

extension AnswerStore {
    /// All runs, as a form offers them.
    package func runChoices() throws -> [RunChoice] {
        return try runs().map { run in
            let study = try studyName(ofRun: run.id)
            let summary = RespondentSummary(
                name: run.respondent, isSimulated: run.respondent.hasPrefix("simulated/"),
                isImported: run.origin == .imported)
            return RunChoice(
                run: Int(run.id), label: summary.label, study: study,
                begun: run.started.formatted(.iso8601.year().month().day()))
        }
    }
}

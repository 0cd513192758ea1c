import AnswerStore
import Pages
import Reports
import Text
import Workbench

extension RunOverview {
    /// The line of `vlens runs`, with a line for each reason why questions failed.
    var text: String {
        let state =
            switch run.origin {
            case .asked: run.status.rawValue
            case .imported: "imported"
            case .generated: "actions written, \(run.status.rawValue)"
            case .judged: "actions judged, \(run.status.rawValue)"
            case .predicted: "stated sides predicted, \(run.status.rawValue)"
            }
        let apart = distinction.map { " (\(Plain.line($0.withoutNumber)))" } ?? ""
        let parts = [
            "\(run.id)  \(Plain.line(run.respondent))\(apart)  \(study)  \(state): \(counts.replied) replies"
                + " (\(counts.refused) refused, \(counts.unreadable) unreadable)",
            counts.askedAgain > 0
                ? "\(counts.askedAgain) asked again with the earlier "
                    + "\(counts.askedAgain == 1 ? "reply" : "replies") kept" : "",
            batches.open > 0
                ? "\(batches.open) \(batches.open == 1 ? "batch" : "batches") out with \(batches.questions) questions"
                : "",
            counts.failed > 0 ? "\(counts.failed) failed" : "", Money.tokens(counts.spending),
            cost.map(Numerals.dollars) ?? "", serving.short.joined(separator: ", "),
            counts.spending.lost > 0
                ? "\(counts.spending.lost) \(counts.spending.lost == 1 ? "attempt" : "attempts") without a reply that "
                    + "may have been charged" : "",
        ]
        let line = parts.filter { !$0.isEmpty }.joined(separator: ", ")
        guard !counts.failures.isEmpty else { return line }
        return line + "\n" + FailureLines.text(counts.failures, indent: "     ")
    }
}

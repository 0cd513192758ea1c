import AnswerStore
import Text

/// Why questions were asked in vain, a line for each reason.
enum FailureLines {
    /// "  5 × context too long, the last: …"
    static func text(_ failures: [StoredCounts.FailureReason], indent: String = "  ") -> String {
        failures.map { "\(indent)\($0.questions) × \(PlainNames.words($0.code)), the last: \($0.lastMessage)" }
            .joined(separator: "\n")
    }
}

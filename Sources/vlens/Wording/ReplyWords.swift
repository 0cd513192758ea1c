import AnswerStore
import Elicitation
import Foundation
import Text
import Workbench

/// A stored reply in words for a terminal.
enum ReplyWords {
    /// "unreadable: no answer", "answered 1".
    static func reading(_ reading: ReadingRecord) -> String {
        let reason = reading.reason.map { ": \(PlainNames.words($0))" } ?? ""
        return reading.state + reason + (reading.content.map { " \($0)" } ?? "")
    }

    /// "overruled by Ana, 2026-11-26 19:33:19Z, as refused: it says both"; what a person typed steers no terminal.
    static func overrule(_ overrule: Overrule, replied: Date) -> String {
        let when = overrule.at.formatted(Date.ISO8601FormatStyle(dateTimeSeparator: .space))
        let stale = replied > overrule.at ? " (of an earlier reply, set aside since)" : ""
        guard let reading = overrule.reading else {
            return "taken back by \(Plain.line(overrule.by)), \(when)\(stale)"
        }
        return "overruled by \(Plain.line(overrule.by)), \(when), as \(Plain.line(self.reading(reading)))\(stale): "
            + Plain.line(overrule.why)
    }

    /// "p(1) ≥ 0.812, p(2) ≥ 0.188": at least, because servers leave improbable tokens out.
    static func probabilities(_ probabilities: OptionProbabilities, labels: [String]) -> String {
        let options = (1...max(9, labels.count)).map {
            (number: $0, probability: probabilities.probability(ofOption: $0, among: labels))
        }
        return options.filter { $0.probability > 0 }
            .map { "p(\($0.number)) ≥ " + String(format: "%.3f", $0.probability) }.joined(separator: ", ")
    }

    /// A reply may hold escape codes; a terminal must not obey them.
    static func inert(_ text: String) -> String {
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isControl = scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
            shown.append(isControl ? "\u{FFFD}" : scalar)
        }
        return String(shown)
    }
}

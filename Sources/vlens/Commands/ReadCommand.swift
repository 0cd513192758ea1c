import AnswerStore
import ArgumentParser
import Elicitation
import Foundation
import Study

/// Stored replies: reading them again, looking at them.
struct ReadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Read stored replies again with the current reader, or show them; asks nobody.",
        discussion: """
            Examples:
              vlens read --again
              vlens read --show --state unreadable --limit 5
            """)

    @OptionGroup var run_: RunOption
    @OptionGroup var store: StoreOption

    @Flag(help: "Read every reply again and keep the new readings beside the old.")
    var again = false

    @Flag(help: "Show replies as they came.")
    var show = false

    @Option(help: ArgumentHelp("Only replies in this state: answered, refused, unreadable.", valueName: "state"))
    var state: String?

    @Option(help: "How many replies to show.")
    var limit = 10

    func validate() throws {
        if again == show { throw ValidationError("give --again or --show") }
        if let state, !["answered", "refused", "unreadable"].contains(state) {
            throw ValidationError("--state '\(state)' is none of answered, refused, unreadable")
        }
    }

    func run() async throws {
        try await reporting {
            let store = try self.store.open(again ? .readWrite : .readOnly)
            let run = try run_.find(in: store)
            if again { try readAgain(run, store) } else { try showReplies(run, store) }
        }
    }

    private func readAgain(_ run: RunRecord, _ store: AnswerStore) throws {
        let readings = try Rereading(study: StudyDefinition(try store.study(ofRun: run.id))).readings(of: run, store)
        try store.add(readings: readings.changed)
        Terminal.output.line(
            "read \(readings.count) replies of run \(run.id) again: \(readings.changed.count) readings changed")
    }

    private func showReplies(_ run: RunRecord, _ store: AnswerStore) throws {
        var left = limit
        try store.forEachReply(run: run.id, raw: true) { reply in
            guard left > 0, state == nil || reply.reading.state == state else { return }
            left -= 1
            let asked = reply.asked
            let place = [asked.task, asked.country, asked.topic, asked.value].compactMap(\.self)
            let reading = [reply.reading.state, reply.reading.reason, reply.reading.content].compactMap(\.self)
            Terminal.output.line(
                "── \(place.joined(separator: " · ")) · variant \(asked.variant): \(reading.joined(separator: " "))")
            if let text = reply.optionLogProbabilities, let found = OptionProbabilities(json: text) {
                Terminal.output.line(Self.words(found))
            }
            Terminal.output.line(Self.inert(reply.text))
        }
    }

    /// "p(1) ≥ 0.812, p(2) ≥ 0.188": at least, because servers leave improbable tokens out.
    private static func words(_ probabilities: OptionProbabilities) -> String {
        let options = (1...9).map { (number: $0, probability: probabilities.probability(ofOption: $0)) }
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

import AnswerStore
import ArgumentParser
import Elicitation
import Foundation
import Study
import Workbench

/// Stored replies: reading them again, looking at them.
struct ReadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Read stored replies again with the current reader, or show them; asks nobody.",
        discussion: """
            A later version of this program may read a reply otherwise. --again moves stored runs to its reader, and says \
            how many replies went from which reading to which, with an example of each; the earlier readings stay in the \
            store.

            Examples:
              vlens read --again
              vlens read --show --state unreadable --limit 5
            """)

    @Option(
        name: .customLong("run"),
        help: ArgumentHelp(
            "The run: its number, or its respondent's name. By default all with --again, the last one with --show.",
            valueName: "run"))
    var run_: String?

    @OptionGroup var store: StoreOption

    @Flag(help: "Read again what an older version read, and keep the new readings beside the old.")
    var again = false

    @Flag(help: "Show replies as they came.")
    var show = false

    @Option(help: ArgumentHelp("Only replies in this state: answered, refused, unreadable.", valueName: "state"))
    var state: String?

    @Option(help: "How many replies to show.")
    var limit = 10

    @Option(help: ArgumentHelp("Only the reply to this question, with all its readings.", valueName: "id"))
    var question: String?

    func validate() throws {
        if again == show { throw ValidationError("give --again or --show") }
        if let state, !["answered", "refused", "unreadable"].contains(state) {
            throw ValidationError("--state '\(state)' is none of answered, refused, unreadable")
        }
    }

    func run() async throws {
        try await reporting {
            let store = try self.store.open(again ? .readWrite : .readOnly)
            if again {
                let runs = try run_ == nil ? store.runs() : [RunOption.find(run_, in: store)]
                if runs.isEmpty { Terminal.output.line("no runs yet: start one with 'vlens run'") }
                for run in runs { try readAgain(run, store) }
            } else {
                let run = try RunOption.find(run_, in: store)
                Notes.tell(try OlderReadings([run], in: store))
                try showReplies(run, store)
            }
        }
    }

    private func readAgain(_ run: RunRecord, _ store: AnswerStore) throws {
        let changes = try Rereading(study: StudyDefinition(try store.study(ofRun: run.id))).readAgain(run, store)
        guard changes.count > 0 else {
            return Terminal.output.line(
                "run \(run.id) (\(run.respondent)): no reply was read by an older reader than this, version "
                    + "\(ReplyReader.version); nothing changed")
        }
        Terminal.output.line(
            "read \(changes.count) \(changes.count == 1 ? "reply" : "replies") of run \(run.id) again, with reader version "
                + "\(ReplyReader.version): \(changes.changed) \(changes.changed == 1 ? "reading" : "readings") changed")
        for line in changes.lines(run: run.id) { Terminal.output.line(line) }
    }

    private func showReplies(_ run: RunRecord, _ store: AnswerStore) throws {
        let study = try StudyDefinition(try store.study(ofRun: run.id))
        if let question {
            guard let reply = try store.reply(run: run.id, question: question) else {
                throw CommandFailure("run \(run.id) has no reply to a question '\(question)'")
            }
            show(reply, of: study)
            for reading in try store.readings(ofReply: reply.id) {
                Terminal.output.line("read by version \(reading.readerVersion): \(Self.words(reading))")
            }
            return
        }
        try store.forEachReply(run: run.id, raw: true, state: state, limit: max(0, limit)) { show($0, of: study) }
    }

    private func show(_ reply: ReplyRecord, of study: StudyDefinition) {
        let asked = reply.question
        let place = [asked.kind] + asked.item.dimensions.map(\.value)
        Terminal.output.line(
            "── \(place.joined(separator: " · ")) · variant \(asked.variant): \(Self.words(reply.reading))")
        if let text = reply.optionLogProbabilities, let found = OptionProbabilities(json: text) {
            Terminal.output.line(Self.words(found, labels: study.labels(of: asked)))
        }
        Terminal.output.line(Self.inert(reply.text))
    }

    private static func words(_ reading: ReadingRecord) -> String {
        [reading.state, reading.reason, reading.content].compactMap(\.self).joined(separator: " ")
    }

    /// "p(1) ≥ 0.812, p(2) ≥ 0.188": at least, because servers leave improbable tokens out.
    private static func words(_ probabilities: OptionProbabilities, labels: [String]) -> String {
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

extension StudyDefinition {
    /// What the options of a question are called.
    fileprivate func labels(of asked: QuestionRecord) -> [String] {
        guard asked.kind == StudyTask.stated.rawValue else { return acted.options }
        let framing = asked.variant / max(1, stated.orders.count * stated.requirements.count)
        return stated.framings.indices.contains(framing) ? stated.framings[framing].options : []
    }
}

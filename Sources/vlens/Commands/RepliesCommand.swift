import AnswerStore
import ArgumentParser
import Elicitation
import Foundation
import Study
import Workbench

/// Stored replies are shown.
struct RepliesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replies",
        abstract: "Show stored replies as they came, with what was read in them.",
        discussion: """
            Examples:
              vlens replies --limit 3
              vlens replies --state unreadable --limit 5
            """)

    @OptionGroup var run_: RunOption
    @OptionGroup var store: StoreOption

    @Option(help: ArgumentHelp("Only replies in this state: answered, refused, unreadable.", valueName: "state"))
    var state: String?

    @Option(help: "How many replies to show.")
    var limit = 10

    @Option(help: ArgumentHelp("Only the reply to this question, with all its readings.", valueName: "id"))
    var question: String?

    func validate() throws {
        let known = ["answered", "refused", "unreadable"]
        if let state, !known.contains(state) {
            let meant = Suggestion.words(for: state, among: known)
            throw ValidationError(
                "--state '\(state)' is none of \(known.joined(separator: ", "))"
                    + (meant.isEmpty ? "" : "; " + meant.dropLast()))
        }
    }

    func run() async throws {
        try await reporting {
            let store = try self.store.open(.readOnly)
            let run = try run_.find(in: store)
            Notes.tell(try OlderReadings([run], in: store))
            let study = try LoadedStudy(ofRun: run.id, in: store).definition
            guard let question else {
                return try store.forEachReply(run: run.id, raw: true, state: state, limit: max(0, limit)) {
                    show($0, of: study)
                }
            }
            guard let reply = try store.reply(run: run.id, question: question) else {
                throw WorkbenchError(.noReply(run: run.id, question: question))
            }
            show(reply, of: study)
            for reading in try store.readings(ofReply: reply.id) {
                Terminal.output.line("read by version \(reading.readerVersion): \(ReplyWords.reading(reading))")
            }
            for overrule in try store.overrules(runKey: run.key, question: question) {
                Terminal.output.line(ReplyWords.overrule(overrule, replied: reply.replied))
            }
        }
    }

    private func show(_ reply: ReplyRecord, of study: StudyDefinition) {
        let asked = reply.question
        let place = [asked.kind] + asked.item.dimensions.map(\.value)
        Terminal.output.line(
            "── \(place.joined(separator: " · ")) · variant \(asked.variant): \(ReplyWords.reading(reply.reading))")
        if let text = reply.optionLogProbabilities, let found = OptionProbabilities(json: text) {
            Terminal.output.line(ReplyWords.probabilities(found, labels: study.labels(of: asked)))
        }
        Terminal.output.line(ReplyWords.inert(reply.text))
    }
}

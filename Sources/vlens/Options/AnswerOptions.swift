import ArgumentParser
import Foundation
public import Study
public import Workbench

/// How files of answers to questions of ours are taken.
struct AnswerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The action pairs that were asked about, as they were given to 'vlens questions'.", valueName: "file"))
    var actions: [String] = []

    @OptionGroup var part: SelectionOptions

    @Option(
        help: ArgumentHelp(
            "Of an Inspect log without ids of ours: a name of ours and one of the samples' metadata, such as country=nation. "
                + "For country, topic, value, task, variant; may be repeated.", valueName: "ours=theirs"))
    var map: [String] = []

    @Option(
        help: ArgumentHelp(
            "What several people's answers become: together (one run, each person a repetition) or apart (a run for each).",
            valueName: "how"))
    var people = ExchangeSettings.People.together

    func validate() throws { _ = try names() }

    /// How they are taken; a selection only where some of its options were given.
    func settings(of study: StudyDefinition, model: String?) throws -> ExchangeSettings {
        let selection = try part.selection(of: study)
        return ExchangeSettings(
            model: model, selection: selection == Selection() ? nil : selection, map: try names(), people: people,
            now: Date())
    }

    private static let known = ["country", "topic", "value", "task", "variant"]

    private func names() throws -> [String: String] {
        var names: [String: String] = [:]
        for pair in map {
            let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, Self.known.contains(parts[0]) else {
                throw ValidationError(
                    "--map '\(pair)': write ours=theirs, with ours one of \(Self.known.joined(separator: ", "))")
            }
            names[parts[0]] = parts[1]
        }
        return names
    }
}

extension ExchangeSettings.People: ExpressibleByArgument {}

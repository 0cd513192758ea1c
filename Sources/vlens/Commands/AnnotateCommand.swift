import AnswerStore
import ArgumentParser
import Explorer
import Foundation
import Study
import Text
import Workbench

/// People judge a dataset's actions in their browsers.
struct AnnotateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start",
        abstract: "Let people judge the actions of a dataset in their browsers, each by a link of their own.",
        discussion: """
            Makes a project of the items, or goes on with the one of that name, prints a link for each person and one for you, \
            and serves until Ctrl-C. A link is all that a person needs, and all that anybody else would need: send it to them \
            alone. What they save is on the disk when their page says so. While people judge, your own link is needed to see \
            anything else of the store.

            Without --items it goes on with the project as it is: new links where --people names somebody, and nothing else \
            changes. A project of gaps, which 'vlens risks start' makes, is served so.

            How many judge each item, what they agree to and by which codebook they judge stands in the study file under \
            'annotation'; see 'vlens study new'.

            Examples:
              vlens annotate --project first --items dataset.jsonl --people anna,ben
              vlens annotate --project first --items dataset.jsonl --people anna,ben,chloe --gold known.jsonl --overlap 2
              vlens annotate --project first
            """)

    @OptionGroup var store: StoreOption
    @OptionGroup var prices: PriceOption
    @OptionGroup var study: StudyOptions

    @Option(help: ArgumentHelp("The project's name in the store.", valueName: "name"))
    var project: String

    @Option(help: ArgumentHelp("What is judged: a dataset (.jsonl) or a released VIA file (.csv).", valueName: "file"))
    var items: String?

    @Option(help: ArgumentHelp("Who judges: names, separated by commas.", valueName: "names"))
    var people: [String] = []

    @Option(
        help: ArgumentHelp(
            "Items whose right answers are known: JSON lines, each with a key 'gold'.", valueName: "file"))
    var gold: String?

    @Option(help: "How many people judge each item, in place of what the study says.")
    var overlap: Int?

    @OptionGroup var place: ServingOptions

    @Flag(name: .customLong("no-serve"), help: "Make the project, print the links, and end: 'vlens serve' serves them.")
    var isOnlyPrepared = false

    @Flag(help: "Print the links as JSON.")
    var json = false

    func validate() throws {
        guard (1...64).contains(project.count), !project.unicodeScalars.contains(where: Plain.isSteering) else {
            throw ValidationError("--project '\(project)' is no name: give one of 1 to 64 characters on one line")
        }
        if let overlap, !(1...100).contains(overlap) {
            throw ValidationError("--overlap \(overlap) is none: give a number from 1 to 100")
        }
        let names = try names
        guard items == nil || !names.isEmpty else {
            throw ValidationError("--people names nobody: give names, such as anna,ben")
        }
        for (option, isGiven) in [("--gold", gold != nil), ("--overlap", overlap != nil)] where items == nil && isGiven
        {
            throw ValidationError("\(option) belongs to --items: without it the project is gone on with as it is")
        }
        if let name = names.first(where: {
            !(1...60).contains($0.count) || $0.unicodeScalars.contains(where: Plain.isSteering)
        }) {
            throw ValidationError("--people: '\(name)' is no name: give one of 1 to 60 characters on one line")
        }
    }

    private var names: [String] {
        get throws { try NameList(option: "--people", texts: people).names(among: []) }
    }

    func run() async throws {
        try await reporting {
            let (start, store) = try begun()
            let words: @Sendable (any Error) -> String = { CommandFailure($0).message }
            let library = RunLibrary(store, prices: try prices.table(), plan: nil, words: words)
            var explorer = place.settings(words: words)
            explorer.isBlind = true
            let (settled, isJSON) = (explorer, json)
            if isOnlyPrepared {
                // No port is taken yet, so that the usual one stands for "any".
                let port = place.port == 0 ? 8080 : place.port
                let serving = self.store.exploring + (port == 8080 ? "" : " --port \(port)")
                let lines = AnnotationLines(start, settled, port: port, serving: serving)
                return Terminal.output.write(isJSON ? lines.json : lines.text)
            }
            try await ExplorerServer(library, settings: settled).run { port in
                let lines = AnnotationLines(start, settled, port: port)
                Terminal.output.write(isJSON ? lines.json : lines.text)
            }
        }
    }

    private func begun() throws -> (AnnotationStart, AnswerStore) {
        guard let items else {
            let store = try self.store.openExisting()
            guard let known = try AnnotationProject(named: project, in: store) else {
                throw JudgeWords.noProject(project, known: try store.projects().map(\.name))
            }
            let start = try AnnotationStart(goingOnWith: known, people: try names, at: Date())
            guard !start.people.isEmpty else {
                throw CommandFailure(
                    "nobody judges '\(Plain.line(project))' yet: name people with --people anna,ben",
                    exitCode: CommandFailure.misuse)
            }
            return (start, store)
        }
        let loaded = try study.load()
        var settings = loaded.definition.annotation ?? AnnotationSettings()
        settings.overlap = overlap ?? settings.overlap
        let records = try AnnotatedItems(path: items, gold: gold, of: loaded, settings: settings)
        let store = try self.store.open()
        let start = try AnnotationStart(
            named: project, of: loaded, settings: settings, items: records, people: try names, in: store, at: Date())
        return (start, store)
    }
}

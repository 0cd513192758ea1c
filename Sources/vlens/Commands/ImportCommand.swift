import AnswerStore
import ArgumentParser
import Foundation
import Measures
import Text
import Reports
import Study
import Workbench

/// Files that others recorded.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import released files: a VIA dataset, Task 1 replies, Task 2 choices or samples.",
        discussion: """
            The files are told apart by their columns. Replies become a run that every other command treats like one of \
            its own, marked as imported; a VIA dataset becomes the action pairs of 'schwartz-132'.

            Example: vlens import gemma-2-9b-it_t1.csv gemma-2-9b-it_t2.csv --model google/gemma-2-9b-it
            """)

    @Argument(help: "CSV files, and datasets of one JSON object a line (.jsonl).")
    var files: [String]

    @Option(help: ArgumentHelp("The name of the run; by default that of the file without _t1, _t2.", valueName: "name"))
    var model: String?

    @Option(help: ArgumentHelp("The study that the files belong to.", valueName: "study"))
    var study = "schwartz-132"

    @OptionGroup var store: StoreOption

    @Flag(help: "Print what was found as JSON.")
    var json = false

    func run() async throws {
        try await reporting {
            let study = try LoadedStudy(named: study)
            // Every file is looked at before the store is made: a wrong path leaves nothing behind.
            for file in files { try ReleasedImport.look(at: file) }
            let store = try self.store.open()
            let importer = ReleasedImport(
                study: try study.joined(with: store), store: store, model: model, now: Date())
            var found: [JSONValue] = []
            for file in files {
                let outcome = try await importer.take(file)
                found.append(document(file, outcome))
                guard !json else { continue }
                for line in outcome.lines { Terminal.output.line(line) }
                if let run = outcome.run {
                    Terminal.output.line("Run \(run.id): \(Plain.line(run.respondent)) (imported).")
                }
            }
            if json { Terminal.output.write(JSONValue.array(found).text()) }
        }
    }

    private func document(_ file: String, _ outcome: ReleasedImport.Outcome) -> JSONValue {
        [
            "file": .string(file), "findings": .array(outcome.lines.map(JSONValue.string)),
            "run": outcome.run.map { .integer(Int($0.id)) } ?? .null,
            "respondent": JSONValue(outcome.run?.respondent),
        ]
    }
}

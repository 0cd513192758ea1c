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
        abstract: "Import answers to questions of ours, and released files.",
        discussion: """
            The files are told apart by what they hold. Answers to questions that 'vlens questions' wrote are matched by \
            the questions' ids: output and error files of batches, Inspect logs as JSON, samples of lm-evaluation-harness, \
            answered lines, tables of people's answers. All of them are checked before anything is stored, and a file \
            that is imported twice changes nothing. Released files (a VIA dataset, Task 1 replies, Task 2 choices or \
            samples) are told by their columns; a VIA dataset becomes the action pairs of 'schwartz-132'.

            Replies become a run that every other command treats like one of its own, marked as imported.

            Examples:
              vlens import output.jsonl errors.jsonl --study pilot --model openai/gpt-4o-mini
              vlens import survey.csv --study pilot
              vlens import gemma-2-9b-it_t1.csv gemma-2-9b-it_t2.csv --model google/gemma-2-9b-it
            """)

    @Argument(
        help: "Files of answers (.jsonl, .json, .csv), CSV files, and datasets of one JSON object a line (.jsonl).")
    var files: [String]

    @Option(
        help: ArgumentHelp(
            "The name of the run: who answered. By default that of an Inspect log's model, people/FILE, or a released file's name "
                + "without _t1, _t2.", valueName: "name"))
    var model: String?

    @Option(help: ArgumentHelp("The study that the files belong to.", valueName: "study"))
    var study = "schwartz-132"

    @OptionGroup(title: "Answers to questions of ours") var answers: AnswerOptions
    @OptionGroup var store: StoreOption

    @Flag(help: "Print what was found as JSON.")
    var json = false

    func run() async throws {
        try await reporting {
            let study = try LoadedStudy(named: study, actions: answers.actions)
            let returned = try files.filter(ExchangeImport.isOne)
            let released = files.filter { !returned.contains($0) }
            // Every file is looked at before the store is made: a wrong path leaves nothing behind.
            for file in released { try ReleasedImport.look(at: file) }
            let checked = returned.isEmpty ? nil : try await check(returned, study)
            let store = try self.store.open()
            var found = try await take(released, study, store)
            if let checked { found += try await keep(checked, store) }
            if json { Terminal.output.write(JSONValue.array(found).text()) }
        }
    }

    private func check(_ paths: [String], _ study: LoadedStudy) async throws -> ExchangeImport {
        let existing = try store.existing()
        let joined = try study.joined(with: existing)
        let settings = try answers.settings(of: joined.definition, model: model)
        return try await SlowNotice.during { notice in
            try await ExchangeImport(paths, study: joined, store: existing, settings) { notice.done($1, of: $2, $0) }
        }
    }

    private func keep(_ checked: ExchangeImport, _ store: AnswerStore) async throws -> [JSONValue] {
        let outcomes = try await SlowNotice.during { notice in
            try await checked.store(in: store) { notice.done($1, of: $2, $0) }
        }
        for outcome in outcomes where !json { tell(outcome.lines, outcome.run) }
        return outcomes.map { document($0.files.joined(separator: ", "), $0.lines, $0.run) }
    }

    private func take(_ paths: [String], _ study: LoadedStudy, _ store: AnswerStore) async throws -> [JSONValue] {
        guard !paths.isEmpty else { return [] }
        let importer = ReleasedImport(study: try study.joined(with: store), store: store, model: model, now: Date())
        var found: [JSONValue] = []
        for path in paths {
            let outcome = try await importer.take(path)
            found.append(document(path, outcome.lines, outcome.run))
            if !json { tell(outcome.lines, outcome.run) }
        }
        return found
    }

    private func tell(_ lines: [String], _ run: RunRecord?) {
        for line in lines { Terminal.output.line(line) }
        guard let run else { return }
        Terminal.output.line("Run \(run.id): \(Plain.line(run.respondent)) (imported).")
    }

    private func document(_ file: String, _ lines: [String], _ run: RunRecord?) -> JSONValue {
        [
            "file": .string(file), "findings": .array(lines.map(JSONValue.string)),
            "run": run.map { .integer(Int($0.id)) } ?? .null,
            "respondent": JSONValue(run?.respondent),
        ]
    }
}

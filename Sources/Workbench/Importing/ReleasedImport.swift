package import AnswerStore
import Elicitation
package import Foundation
import Reading
package import Study

/// Imports released files into the store: datasets as datasets, replies as runs marked as imported.
package struct ReleasedImport {
    let loaded: LoadedStudy
    let store: AnswerStore
    /// The name of the runs; `nil` names each run after its file.
    let model: String?
    let now: Date

    var study: StudyDefinition { loaded.definition }

    package init(study: LoadedStudy, store: AnswerStore, model: String?, now: Date) {
        loaded = study
        self.store = store
        self.model = model
        self.now = now
    }

    /// What became of one file.
    package struct Outcome {
        /// Sentences for its user.
        package var lines: [String]
        /// The run that has its replies now; `nil` for a dataset.
        package var run: RunRecord?
    }

    static func names(of study: StudyDefinition) -> ReleasedNames {
        ReleasedNames(theory: study.theory, countries: study.countries, topics: study.topics)
    }

    /// Reads one file and stores what it holds.
    package func take(_ path: String) async throws -> Outcome {
        // Before it is read: a pipe is read once.
        let source = try ImportedFile(path: path, at: now)
        if Self.isLines(path) { return Outcome(lines: try takeLines(path, source), run: nil) }
        let file = try ReleasedFile(path: path, names: Self.names(of: study))
        let lines = file.summary.lines
        switch file {
        case .dataset(let dataset):
            try save(dataset, source)
            return Outcome(lines: lines + Self.lines(dataset), run: nil)
        case .ratings(let ratings):
            let planned = study.countries.count * study.topics.count * ratings.prompts.count
            let selection = RunSelection(stated: planned, acted: 0, ratingsPerReply: study.theory.values.count)
            return try await save(
                replies(ratings), path, source, lines: lines, selection: selection, served: ratings.model)
        case .choices(let choices):
            let selection = RunSelection(
                stated: 0, acted: study.cellCount * choices.prompts.count,
                ratingsPerReply: study.theory.values.count)
            return try await save(replies(choices), path, source, lines: lines, selection: selection)
        case .samples(let samples):
            let selection = RunSelection(
                stated: 0, acted: Set(samples.rows.map(\.cell)).count * 8, ratingsPerReply: study.theory.values.count)
            return try await save(replies(samples), path, source, lines: lines, selection: selection)
        }
    }

    // MARK: - Datasets

    private func save(_ dataset: ReleasedDataset, _ source: ImportedFile) throws {
        let notations = Dictionary(uniqueKeysWithValues: dataset.notations.map { ($0.rawValue, $1) })
        try save(dataset.pairs, source, notations: notations)
    }

    func save(_ pairs: [Cell: ActionPair], _ source: ImportedFile, notations: [String: Int]) throws {
        let found = DatasetSummary(notations: notations, file: source)
        let summary = String(decoding: try JSONEncoder().encode(found), as: UTF8.self)
        let record = DatasetRecord(
            name: Dataset.via, origin: source.name, actions: study.withActions(pairs).actionsText(), summary: summary)
        try store.save(record, at: now)
    }

    private static func lines(_ dataset: ReleasedDataset) -> [String] {
        let notations = Notation.allCases.map { "\(dataset.notations[$0] ?? 0) \($0.rawValue)" }
        let reasons = dataset.unreadable.sorted { $0.key.rawValue < $1.key.rawValue }
            .map { "\($0.value) \($0.key.rawValue)" }
        let unreadable = dataset.unreadable.values.reduce(0, +)
        return [
            "Read whole: \(dataset.answered) replies (\(notations.joined(separator: ", "))).",
            "Refused: \(dataset.refused). Unreadable: \(unreadable)"
                + (reasons.isEmpty ? "." : " (\(reasons.joined(separator: ", ")))."),
            "Action pairs: \(dataset.pairs.count) of \(dataset.planned) are complete; "
                + "the other \(dataset.incomplete.count) are never asked.",
        ]
    }

    /// The complete pairs of a VIA file, for a run that names the file itself.
    static func viaPairs(path: String, study: StudyDefinition) throws -> [Cell: ActionPair] {
        guard case .dataset(let dataset) = try ReleasedFile(path: path, names: names(of: study), wanted: .dataset)
        else {
            throw WorkbenchError(.holdsNo(.actions, path: path), .giveFile(.actions))
        }
        return dataset.pairs
    }

    // MARK: - Runs

    /// So many replies are in memory, and in one transaction, at a time.
    private static let batch = 500

    private func save(
        _ replies: [AnySequence<ReplyRecord>], _ path: String, _ source: ImportedFile, lines: [String],
        selection: RunSelection, served: String? = nil
    ) async throws -> Outcome {
        let identity = RunIdentity(importedAs: model ?? Self.modelName(path), study: loaded)
        var selection = selection
        selection.file = try known(source, in: store.run(key: identity.key)) ?? source
        let run = try store.begin(try identity.record(selection, at: now), of: loaded.record)
        let journal = ReplyJournal(store: store, run: run.id)
        var (stored, states) = (0, [String: Int]())
        var batch: [ReplyRecord] = []
        func flush() async throws {
            stored += try store.replied(run: run.id, of: batch.lazy.map(\.question.id))
            try await journal.save(batch)
            batch.removeAll(keepingCapacity: true)
        }
        for var reply in replies.lazy.joined() {
            reply.model = served
            states[reply.reading.state, default: 0] += 1
            batch.append(reply)
            if batch.count == Self.batch { try await flush() }
        }
        try await flush()
        let read = ["answered", "refused", "unreadable"].map { "\(states[$0] ?? 0) \($0)" }.joined(separator: ", ")
        let kept = stored == 0 ? [] : ["Stored already: \(stored) of these replies; the run keeps those that it has."]
        return Outcome(lines: lines + ["Replies: \(read)."] + kept, run: run)
    }

    /// The same bytes under the same name, imported before: the first time stands.
    private func known(_ source: ImportedFile, in run: RunRecord?) throws -> ImportedFile? {
        guard let run, source.sha256 != nil else { return nil }
        return try RunSelection.files(of: run).first { $0.name == source.name && $0.sha256 == source.sha256 }
    }

    /// "gemma-2-9b-it_t1.csv" is of "gemma-2-9b-it", "task2_results_gemma2.csv" of "gemma2".
    static func modelName(_ path: String) -> String {
        var name = URL(filePath: path).deletingPathExtension().lastPathComponent
        for ending in ["_t1", "_t2"] where name.hasSuffix(ending) { name.removeLast(ending.count) }
        if name.hasPrefix("task2_results_") { name.removeFirst("task2_results_".count) }
        return name.isEmpty ? "imported" : name
    }
}

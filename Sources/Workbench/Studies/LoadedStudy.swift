package import AnswerStore
package import Study

/// A study, read once, with the hash that a store knows it by.
///
/// The hash is that of what was asked. A part of the study that is measured keeps it, and so does the study of a stored
/// run to which actions were joined later.
package struct LoadedStudy: Sendable {
    package let definition: StudyDefinition
    /// 64 hex digits, as in the store's table of studies.
    package let protocolHash: String
    private let isStored: Bool

    /// The study of a name or a path, with the actions of a file where one is named.
    ///
    /// - Parameters:
    ///   - name: the name of a study that ships, or the path of a study file.
    ///   - actions: released VIA files or actions files; with none the study has its own. Several files, and generators that a
    ///     file names, are levels of a factor of Task 2.
    /// - Throws: what is wrong with the files.
    package init(named name: String, actions: [String] = []) throws {
        let study = try Self.definition(named: name)
        try self.init(actions.isEmpty ? study : Self.adding(actions, to: study))
    }

    /// A study as it would be stored.
    package init(_ definition: StudyDefinition) {
        self.definition = definition
        protocolHash = definition.protocolHash
        isStored = false
    }

    /// The study of a stored run as it was asked.
    package init(ofRun run: Int64, in store: AnswerStore) throws {
        let record = try store.study(ofRun: run)
        let study = try StudyDefinition.parse(record.source, file: record.name, isStored: true) { _ in
            record.actions ?? ""
        }
        definition =
            try record.actions.map {
                try study.withActions(jsonl: $0, file: record.name, complete: false, isStored: true)
            } ?? study
        protocolHash = record.protocolHash
        isStored = true
    }

    private init(_ definition: StudyDefinition, storedAs hash: String) {
        self.definition = definition
        protocolHash = hash
        isStored = true
    }

    /// The study with the actions of the imported dataset, where it has none of its own and there is such a dataset.
    ///
    /// - Parameter store: looked at only where it is needed.
    package func joined(with store: @autoclosure () throws -> AnswerStore?) throws -> LoadedStudy {
        guard !definition.hasActions, let dataset = try store()?.dataset(named: Dataset.via) else { return self }
        let joined = try definition.withActions(
            jsonl: dataset.actions, file: dataset.origin, complete: false, isStored: isStored)
        return isStored ? LoadedStudy(joined, storedAs: protocolHash) : LoadedStudy(joined)
    }

    /// The study for the store, its actions one a line.
    package var record: StudyRecord {
        StudyRecord(
            name: definition.label, protocolHash: protocolHash, source: definition.source,
            actions: definition.hasActions ? definition.actionsText() : nil, words: definition.words)
    }

    private static func definition(named name: String) throws -> StudyDefinition {
        if StudyDefinition.builtInNames.contains(name) { return try StudyDefinition.builtIn(named: name) }
        let isPath = name.contains("/") || name.contains(".")
        return isPath ? try StudyDefinition.read(path: name) : try StudyDefinition.builtIn(named: name)
    }

    private static func adding(_ paths: [String], to study: StudyDefinition) throws -> StudyDefinition {
        var warnings: [StudyProblem] = []
        let files = try paths.map { path in
            if [".csv", ".tsv", ".tab"].contains(where: path.lowercased().hasSuffix) {
                return (path, [GeneratedActions(pairs: try ReleasedImport.viaPairs(path: path, study: study))])
            }
            let read = try study.withActions(jsonlFile: path, complete: false)
            warnings += read.warnings.dropFirst(study.warnings.count)
            return (path, read.actionSets)
        }
        return try study.withActions(ofFiles: files).noting(warnings)
    }
}

/// Names of imported datasets.
enum Dataset {
    /// The released value-informed actions.
    static let via = "via"
}

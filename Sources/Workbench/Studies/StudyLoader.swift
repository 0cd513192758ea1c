package import AnswerStore
package import Study

/// Finds the study that a command names, with its actions.
package struct StudyLoader {
    /// The name of a study that ships, or the path of a study file.
    var study: String
    /// A VIA file or an actions file; `nil` takes the study's own, or an imported dataset.
    var actions: String?

    package init(study: String, actions: String? = nil) {
        self.study = study
        self.actions = actions
    }

    /// The study, ready to be asked.
    ///
    /// - Throws: what is wrong with its files; or that it has no actions and where to get them.
    package func load(store: AnswerStore?) throws -> StudyDefinition {
        let study = try definition()
        if let actions { return try withActions(of: actions, study) }
        if study.actions.isEmpty, let dataset = try store?.dataset(named: Dataset.via) {
            return try study.withActions(jsonl: dataset.actions, file: dataset.origin, complete: false)
        }
        return study
    }

    /// The study without looking for actions that are not its own.
    package func definition() throws -> StudyDefinition {
        if StudyDefinition.builtInNames.contains(study) { return try StudyDefinition.builtIn(named: study) }
        let isPath = study.contains("/") || study.contains(".")
        return isPath ? try StudyDefinition.read(path: study) : try StudyDefinition.builtIn(named: study)
    }

    private func withActions(of path: String, _ study: StudyDefinition) throws -> StudyDefinition {
        if [".csv", ".tsv", ".tab"].contains(where: path.lowercased().hasSuffix) {
            return study.withActions(try ReleasedImport.viaPairs(path: path, study: study))
        }
        return try study.withActions(jsonlFile: path, complete: false)
    }
}

/// Names of imported datasets.
enum Dataset {
    /// The released value-informed actions.
    static let via = "via"
}

import Text

extension StudyDefinition {
    /// The names of the studies that ship with the package, the default first.
    package static let builtInNames = ["pilot", "schwartz-132"]

    /// A study that ships with the package. `schwartz-132` comes without actions: see ``withActions(_:)``.
    ///
    /// - Parameter name: its name, which means the latest version, or name and version: `pilot@1`.
    /// - Throws: ``StudyFileError`` if no study of that name and version ships.
    package static func builtIn(named name: String) throws(StudyFileError) -> StudyDefinition {
        let parts = name.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let versions = BuiltIn.studies[parts[0]] else {
            let remedy = Spelling.suggestion(for: parts[0], among: builtInNames, plural: "studies that ship")
            throw StudyFileError(problems: [
                StudyProblem(file: name, message: "no study of this name ships with vlens; \(remedy)")
            ])
        }
        guard parts.count == 1 || versions.indices.contains((Int(parts[1]) ?? 0) - 1) else {
            let known = versions.indices.map { "\(parts[0])@\($0 + 1)" }
            throw StudyFileError(problems: [
                StudyProblem(
                    file: name,
                    message: "this study ships in no such version; there are \(known.joined(separator: ", "))")
            ])
        }
        let version = parts.count == 1 ? versions.count : Int(parts[1]) ?? versions.count
        return try parse(versions[version - 1], file: "\(name).yaml")
    }

    /// The study of a YAML file, with the actions of the file it names (relative to its own folder).
    ///
    /// - Throws: ``StudyFileError`` with all problems of both files: what cannot be read, is over
    ///   ``StudyFileLimits``, is not YAML, or breaks a rule of the format.
    package static func read(path: String) throws(StudyFileError) -> StudyDefinition {
        let text = try TextFile.read(path, kind: "study file", limit: StudyFileLimits.studyBytes)
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        return try parse(text, file: path) { name throws(StudyFileError) in
            let actions = name.hasPrefix("/") ? name : folder + name
            return try TextFile.read(actions, kind: "actions file", limit: StudyFileLimits.actionsBytes)
        }
    }

    /// The study of a YAML text.
    ///
    /// - Parameters:
    ///   - file: The name that problems show.
    ///   - isStored: Whether the text comes out of a store, where a run was asked it: what later rules refuse, such as
    ///     two actions that are one text, is let pass.
    ///   - actionsFile: Gives the text of the actions file that the study names; without it, only `built in` and
    ///     `none` are possible.
    /// - Throws: ``StudyFileError`` with all problems.
    package static func parse(
        _ text: String, file: String, isStored: Bool = false,
        actionsFile: ((String) throws(StudyFileError) -> String)? = nil
    ) throws(StudyFileError) -> StudyDefinition {
        var reader = StudyFileReader(file: file, isStored: isStored)
        return try reader.study(text, actionsFile: actionsFile)
    }

    /// The study with the actions of a JSONL text instead of its own; see ``ActionsFile``.
    ///
    /// - Parameters:
    ///   - complete: Whether a cell without a pair is an error, or left to be counted.
    ///   - isStored: Whether the text comes out of a store: two actions that are one text are then let pass, as they
    ///     are, unless this says otherwise, in a text that need not be complete.
    /// - Throws: ``StudyFileError`` with all problems.
    package func withActions(
        jsonl text: String, file: String, complete: Bool = true, isStored: Bool? = nil
    ) throws(StudyFileError) -> StudyDefinition {
        let actions = ActionsFile.read(
            text, file: file, study: self, complete: complete, isStored: isStored ?? !complete)
        let problems = actions.errors + actions.missing.map { StudyProblem(file: file, message: $0) } + actions.twins
        guard problems.isEmpty else { throw StudyFileError(problems: problems) }
        return withActions(actions.sets).noting(actions.warnings)
    }
}

/// How large the files of a study may be; a larger one is refused before it is read.
package enum StudyFileLimits {
    /// A study file: 8 MiB.
    package static let studyBytes = 8 << 20
    /// An actions file: 64 MiB, six times the paper's 14,784 actions with their explanations.
    package static let actionsBytes = 64 << 20
    /// The largest number of values, countries, topics or options in one list.
    package static let listItems = 10_000
    /// The largest number of framings, contexts, orders or requirements of a task.
    package static let levels = 20
    /// The largest number of cells, countries × topics × values.
    package static let cells = 1_000_000
}

import Text
import Yams

extension StudyFileReader {
    /// The whole study file.
    mutating func study(
        _ text: String, actionsFile: ((String) throws(StudyFileError) -> String)?
    ) throws(StudyFileError) -> StudyDefinition {
        let root = try YAMLText.compose(text, file: file)
        let fields = fields(
            root, "the study", required: ["name", "title", "theory", "countries", "topics", "stated", "acted"],
            optional: ["values", "actions", "language", "version", "generation", "annotation"])
        let name = studyName(fields["name"])
        let version = version(fields["version"])
        let title = self.name(fields["title"], "\"title\"")
        let language = language(fields["language"])
        let whole = try theory(fields["theory"])
        let countries = names(fields["countries"], "\"countries\"", item: "country").map(\.name)
        let topics = names(fields["topics"], "\"topics\"", item: "topic").map(\.name)
        let asked = whole.map { chosenValues(fields["values"], of: $0) }
        let cells = [countries.count, topics.count, asked?.values.count ?? 0].reduce(1, *)
        if cells > StudyFileLimits.cells {
            error(root, "countries × topics × values make \(cells) cells; \(StudyFileLimits.cells) at most")
        }
        let stated = stated(fields["stated"], theory: asked)
        let acted = acted(fields["acted"])
        let generation = generation(fields["generation"])
        let annotation = fields["annotation"].map { self.annotation($0) }
        let actionsNode = fields["actions"]
        let actions = actionsNode.flatMap { self.name($0, "\"actions\"") } ?? "none"
        try finish()
        guard let name, let title, let asked, let stated, let acted else {
            // Every `nil` above has noted a problem, or is a missing key, so this line is not reached.
            throw StudyFileError(problems: [StudyProblem(file: file, message: "this study is incomplete")])
        }
        let study = StudyDefinition(
            name: name, version: version, title: title, language: language, theory: asked, countries: countries,
            topics: topics,
            stated: stated, acted: acted, generation: generation, actions: [:], source: text, warnings: warnings,
            annotation: annotation)
        return try self.study(study, with: actions, at: actionsNode?.mark, actionsFile: actionsFile)
    }

    /// The study with its actions read from where its file says.
    private mutating func study(
        _ study: StudyDefinition, with actions: String, at mark: Mark?,
        actionsFile: ((String) throws(StudyFileError) -> String)?
    ) throws(StudyFileError) -> StudyDefinition {
        let result: ActionsFile
        switch actions {
        case "none": return study
        case "built in":
            result = ActionsFile.read(
                BuiltIn.pilotActions, file: "pilot-actions.jsonl", study: study, complete: true, skipsOthers: true,
                isStored: isStored)
        default:
            guard let actionsFile else {
                error(mark, "\"actions\" names the file \"\(actions)\"; only \"built in\" or \"none\" can be had here")
                try finish()
                return study
            }
            let folder = actions.hasPrefix("/") ? "" : file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
            result = ActionsFile.read(
                try actionsFile(actions), file: folder + actions, study: study, complete: true, isStored: isStored)
        }
        // What the actions file lacks is a problem of the study file's line that names it.
        for missing in result.missing { error(mark, missing) }
        let problems = result.errors + result.twins + errors
        guard problems.isEmpty else { throw StudyFileError(problems: problems) }
        return study.withActions(result.sets).noting(result.warnings)
    }

    /// The language of a code; English where the key is left out.
    private mutating func language(_ node: Node?) -> Language {
        guard let node, let code = text(node, "\"language\"") else { return .english }
        if let language = Language(code: code) { return language }
        let known = Language.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
        error(node, "unknown language \"\(code.excerpt)\"; the languages are \(known)")
        return .english
    }

    /// A whole number from 1 on; 1 where there is none.
    private mutating func version(_ node: Node?) -> Int {
        guard let node else { return 1 }
        guard let text = text(node, "\"version\""), let version = Int(text), (1...9999).contains(version) else {
            error(node, "\"version\" must be a whole number from 1 to 9999, not \(kind(node))")
            return 1
        }
        return version
    }

    private mutating func studyName(_ node: Node?) -> String? {
        guard let name = name(node, "\"name\"") else { return nil }
        guard StudyDefinition.isName(name) else {
            error(node, "the name \"\(name.excerpt)\" must be letters a–z, digits, - and _, 64 at most")
            return nil
        }
        return name
    }
}

extension StudyDefinition {
    /// Whether a text can be a study's name: 1 to 64 of a–z, A–Z, 0–9, `-` and `_`, so that it is also a file's name.
    static func isName(_ text: String) -> Bool {
        let allowed = text.utf8.allSatisfy { byte in
            let sign = Character(Unicode.Scalar(byte))
            return sign.isASCII && (sign.isLetter || sign.isNumber || sign == "-" || sign == "_")
        }
        return allowed && (1...64).contains(text.utf8.count)
    }

    /// The study with these warnings besides its own.
    package func noting(_ more: [StudyProblem]) -> StudyDefinition {
        StudyDefinition(
            name: name, version: version, title: title, language: language, theory: theory, countries: countries,
            topics: topics,
            stated: stated,
            acted: acted, generation: generation, actions: actions, generator: generator,
            furtherActions: furtherActions, source: source, warnings: warnings + more, annotation: annotation)
    }
}

import Text

extension Codebook {
    /// The names of the codebooks that ship.
    package static let builtInNames = ["risks", "via"]

    /// One that ships, by its name, or by name and version: "risks@1"; `nil` for any other name.
    ///
    /// - Throws: ``StudyFileError`` only if the package was built with a broken file.
    package static func builtIn(named name: String) throws(StudyFileError) -> Codebook? {
        let risks = try BuiltIn.risks.get()
        return [risks, .via].first { name == $0.name || name == "\($0.name)@\($0.version)" }
    }

    /// A codebook that ships, or that of a file.
    ///
    /// - Parameter nameOrPath: "risks", "via", or where a YAML file lies that holds a codebook and nothing else.
    /// - Throws: ``StudyFileError`` with all problems of the file.
    package static func load(_ nameOrPath: String) throws(StudyFileError) -> Codebook {
        if let known = try builtIn(named: nameOrPath) { return known }
        let names = builtInNames.map { "\"\($0)\"" }.joined(separator: " and ")
        let text = try TextFile.read(
            nameOrPath, kind: "codebook", limit: StudyFileLimits.studyBytes,
            example: "\(names) ship with vlens; `vlens annotate codebook --codebook risks --yaml` prints one to edit")
        return try parse(text, file: nameOrPath)
    }

    /// The codebook of a YAML text.
    ///
    /// - Parameter file: the name that problems show.
    /// - Throws: ``StudyFileError`` with all problems.
    package static func parse(_ text: String, file: String) throws(StudyFileError) -> Codebook {
        var reader = StudyFileReader(file: file)
        let root = try YAMLText.compose(text, file: file)
        let codebook = reader.codebook(root, "the codebook")
        try reader.finish()
        guard let codebook else {
            // Every `nil` above has noted a problem, so this line is not reached.
            throw StudyFileError(problems: [StudyProblem(file: file, message: "this codebook is incomplete")])
        }
        return codebook
    }
}

/// What ships inside the program: embedded in the code, so that the binary can be moved by itself.
enum BuiltIn {
    /// The text of every version of every study, the first version first; the last one is asked where none is named.
    /// An earlier one stays as it was: stored runs are continued by it.
    static let studies: [String: [String]] = [
        "pilot": [text(PackageResources.pilot_1_yaml), text(PackageResources.pilot_yaml)],
        "schwartz-132": [text(PackageResources.schwartz_132_1_yaml), text(PackageResources.schwartz_132_yaml)],
    ]

    static var pilotActions: String { text(PackageResources.pilot_actions_jsonl) }

    /// The 56 Schwartz values; an error only if the package was built with a broken file.
    static let schwartz: Result<Theory, StudyFileError> = {
        do throws(StudyFileError) {
            var reader = StudyFileReader(file: "schwartz.yaml")
            let root = try YAMLText.compose(text(PackageResources.schwartz_yaml), file: "schwartz.yaml")
            let theory = reader.ownTheory(root)
            try reader.finish()
            return theory.map(Result.success) ?? .failure(StudyFileError(problems: []))
        } catch {
            return .failure(error)
        }
    }()

    /// The taxonomy of risks; an error only if the package was built with a broken file.
    static let risks: Result<Codebook, StudyFileError> = {
        do throws(StudyFileError) {
            return .success(try Codebook.parse(text(PackageResources.risks_yaml), file: "risks.yaml"))
        } catch {
            return .failure(error)
        }
    }()

    /// The words by which risks are looked for; an error only if the package was built with a broken file.
    static let riskWords: Result<WordList, StudyFileError> = {
        do throws(StudyFileError) {
            return .success(try WordList.parse(riskWordsText, file: "risk-words.yaml"))
        } catch {
            return .failure(error)
        }
    }()

    static var riskWordsText: String { text(PackageResources.risk_words_yaml) }

    private static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}

extension Theory {
    /// The 56 values of the Schwartz Value Survey in their ten groups, in the order of the published tables.
    ///
    /// - Throws: ``StudyFileError`` only if the package was built with a broken `schwartz.yaml`.
    package static func schwartz() throws(StudyFileError) -> Theory {
        try BuiltIn.schwartz.get()
    }
}

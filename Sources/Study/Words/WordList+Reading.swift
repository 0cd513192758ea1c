import Text
import Yams

extension WordList {
    /// The list that ships, for the codebook of the same program.
    ///
    /// - Throws: ``StudyFileError`` only if the package was built with a broken file.
    package static func risks() throws(StudyFileError) -> WordList { try BuiltIn.riskWords.get() }

    /// The text of the list that ships, to be edited.
    package static var risksText: String { BuiltIn.riskWordsText }

    /// The list of a file.
    ///
    /// - Throws: ``StudyFileError`` with all problems of the file.
    package static func load(_ path: String) throws(StudyFileError) -> WordList {
        try parse(text(ofFile: path), file: path)
    }

    /// The text of a file.
    package static func text(ofFile path: String) throws(StudyFileError) -> String {
        try TextFile.read(
            path, kind: "word list", limit: StudyFileLimits.studyBytes,
            example: "`vlens risks lexicon --print` prints one to edit")
    }

    /// The list of a YAML text.
    ///
    /// - Parameter file: the name that problems show.
    package static func parse(_ text: String, file: String) throws(StudyFileError) -> WordList {
        var reader = WordListReader(file: file)
        let root = try YAMLText.compose(text, file: file)
        let list = reader.list(root)
        try reader.nodes.finish()
        guard let list else {
            throw StudyFileError(problems: [StudyProblem(file: file, message: "this word list is incomplete")])
        }
        return list
    }
}

/// Walks a word list's nodes and collects every problem on the way.
private struct WordListReader {
    var nodes: StudyFileReader
    private var tokenizer = SearchTokenizer()

    init(file: String) { nodes = StudyFileReader(file: file) }

    mutating func list(_ root: Node) -> WordList? {
        let fields = nodes.fields(
            root, "the word list", required: ["name", "codebook", "words"], optional: ["version", "note"])
        let name = nodes.word(fields["name"], "the list's name")
        let codebook = nodes.word(fields["codebook"], "the list's \"codebook\"")
        let version = nodes.whole(fields["version"], "the list's \"version\"", in: 1...9999) ?? 1
        _ = nodes.long(fields["note"], "the list's \"note\"")
        guard let words = fields["words"] else { return nil }
        var parts: [WordList.Part] = []
        for (key, node) in members(words, "\"words\"", "from language to codes") {
            guard let language = Language(code: key.string) else {
                let known = Language.allCases.map(\.rawValue).joined(separator: ", ")
                nodes.error(key.node, "unknown language \"\(key.string.excerpt)\"; known are \(known)")
                continue
            }
            parts.append(WordList.Part(language: language, entries: entries(node, key.string)))
        }
        if parts.isEmpty, case .mapping = words {
            nodes.error(words, "\"words\" has no language; write \"en:\" below it")
        }
        guard let name, let codebook else { return nil }
        return WordList(name: name, version: version, codebook: codebook, parts: parts)
    }

    private mutating func entries(_ node: Node, _ language: String) -> [WordList.Entry] {
        var entries: [WordList.Entry] = []
        for (key, node) in members(node, "the words of \"\(language)\"", "from code to words") {
            guard let code = nodes.word(key.node, "a code") else { continue }
            var patterns: [WordList.Pattern] = []
            for child in nodes.list(node, "the words of \"\(code)\"", most: 1000) {
                guard let text = nodes.name(child, "a word of \"\(code)\"") else { continue }
                guard let pattern = pattern(text, child) else { continue }
                if patterns.contains(pattern) {
                    nodes.error(child, "duplicate word \"\(text.excerpt)\" of \"\(code)\"; keep one")
                } else {
                    patterns.append(pattern)
                }
            }
            entries.append(WordList.Entry(code: code, patterns: patterns))
        }
        return entries
    }

    private mutating func pattern(_ text: String, _ node: Node) -> WordList.Pattern? {
        do throws(WordList.Pattern.Problem) {
            return try WordList.Pattern(text, &tokenizer)
        } catch {
            let what =
                switch error {
                case .noWord: "holds no letter or digit"
                case .tooManyWords: "has more than 8 words; give a shorter phrase"
                case .starInside: "has a * inside a word; it stands for the rest of a word, at its end"
                case .shortBeginning: "would find nearly everything; give 3 letters or more before the *"
                }
            nodes.error(node, "the word \"\(text.excerpt)\" \(what)")
            return nil
        }
    }

    private mutating func members(
        _ node: Node, _ what: String, _ form: String
    ) -> [(key: (string: String, node: Node), value: Node)] {
        guard case .mapping(let mapping) = node else {
            nodes.error(node, "\(what) must be a mapping \(form), not \(nodes.kind(node))")
            return []
        }
        return mapping.compactMap { key, value in key.scalar.map { (($0.string, key), value) } }
    }
}

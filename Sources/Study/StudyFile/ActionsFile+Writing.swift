import Text

extension StudyDefinition {
    /// The action pairs as an actions file that `withActions(jsonl:file:complete:)` reads: one action a line, generator by generator, cell by
    /// cell in the order of the full cross, agree before disagree.
    package func actionsText() -> String {
        let sets = actionSets
        let cells = allCells
        var lines = ActionLines(
            bytes: sets.reduce(0) { bytes, set in
                let names = set.pairs.count * 2 * (set.generator.utf8.count + 16)
                return set.pairs.reduce(bytes + names) { $0 + ActionLines.bytes(of: $1.key, $1.value) }
            })
        for set in sets {
            for cell in cells {
                guard let pair = set.pairs[cell] else { continue }
                for inclination in Inclination.allCases {
                    lines.append(cell, inclination, pair[inclination], by: set.generator)
                }
            }
        }
        return lines.text
    }
}

extension StudyDefinition {
    /// The study with the actions of a JSONL file instead of its own.
    ///
    /// - Throws: ``StudyFileError`` with all problems, an unreadable file among them.
    package func withActions(jsonlFile path: String, complete: Bool = true) throws(StudyFileError) -> StudyDefinition {
        let text = try TextFile.read(path, kind: "actions file", limit: StudyFileLimits.actionsBytes)
        return try withActions(jsonl: text, file: path, complete: complete, isStored: false)
    }

    /// The study with what several files hold together instead of its own actions. Pairs without a generator's name get their file's,
    /// where there are several sets.
    ///
    /// - Throws: ``StudyFileError`` where two files have actions of one generator for one cell.
    package func withActions(ofFiles files: [(path: String, sets: [GeneratedActions])]) throws(StudyFileError)
        -> StudyDefinition
    {
        var (all, origins, problems) = ([GeneratedActions](), [String](), [StudyProblem]())
        let areSeveral = files.count > 1
        for (path, sets) in files {
            for var set in sets {
                if areSeveral, set.generator.isEmpty { set.generator = [GeneratedActions].name(ofFile: path) }
                guard let known = all.firstIndex(where: { $0.generator == set.generator }) else {
                    all.append(set)
                    origins.append(path)
                    continue
                }
                if let both = allCells.first(where: { set.pairs[$0] != nil && all[known].pairs[$0] != nil }) {
                    let message =
                        "generator \"\(set.generator.excerpt)\" has actions for \(both.label) in \(origins[known]), too; "
                        + "give each generator a name of its own, with the key \"generator\" or in the file's name"
                    problems.append(StudyProblem(file: path, message: message))
                }
                all[known].pairs.merge(set.pairs) { first, _ in first }
            }
        }
        guard problems.isEmpty else { throw StudyFileError(problems: problems) }
        return withActions(all)
    }
}

extension [GeneratedActions] {
    /// Gives pairs without a generator's name the name of their file, where there are several sets: each level of a factor has a name.
    mutating func nameAll(after file: String) {
        guard count > 1 else { return }
        for place in indices where self[place].generator.isEmpty {
            var name = Self.name(ofFile: file)
            while contains(where: { $0.generator == name }) { name += "*" }
            self[place].generator = name
        }
    }

    /// What a file is called, without folders and what stands behind the last dot.
    static func name(ofFile path: String) -> String {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file }
        return String(file[..<dot])
    }
}

/// Lines of an actions file, the keys in alphabetical order.
///
/// By hand, into one text of the right size: the paper's actions are ten megabytes, and a text that grows holds them
/// twice or three times.
private struct ActionLines {
    private(set) var text = ""

    init(bytes: Int) {
        text.reserveCapacity(bytes)
    }

    /// About the length of both lines of a cell: a little above it, unless very much has to be escaped.
    static func bytes(of cell: Cell, _ pair: ActionPair) -> Int {
        let names = cell.scenario.country.utf8.count + cell.scenario.topic.utf8.count + cell.value.utf8.count
        return [pair.agree, pair.disagree].reduce(0) { bytes, action in
            let parts = action.attributions.reduce(0) { $0 + $1.utf8.count + 4 }
            return bytes + names + action.text.utf8.count + parts + action.explanation.utf8.count + 128
        }
    }

    mutating func append(_ cell: Cell, _ inclination: Inclination, _ action: Action, by generator: String) {
        text += #"{"action":"#
        append(action.text)
        text += #","attributions":["#
        for (place, attribution) in action.attributions.enumerated() {
            if place > 0 { text += "," }
            append(attribution)
        }
        text += "]"
        let rest: KeyValuePairs = [
            "country": cell.scenario.country, "explanation": action.explanation, "generator": generator,
            "inclination": inclination.rawValue, "topic": cell.scenario.topic, "value": cell.value,
        ]
        for (key, value) in rest where key != "generator" || !value.isEmpty {
            text += ",\"\(key)\":"
            append(value)
        }
        text += "}\n"
    }

    /// A text in quotes, with everything escaped that JSON demands.
    private mutating func append(_ string: String) {
        var string = string
        let isPlain = string.withUTF8 { $0.endOfPlainRun(quote: .doubleQuote, from: 0, to: $0.count) == $0.count }
        text += "\""
        if isPlain {
            text += string
        } else {
            for scalar in string.unicodeScalars { append(scalar) }
        }
        text += "\""
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"", "\\": text += "\\\(scalar)"
        case "\n": text += #"\n"#
        case "\r": text += #"\r"#
        case "\t": text += #"\t"#
        case "\u{0}"..<"\u{20}": text += #"\u00"# + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
        default: text.unicodeScalars.append(scalar)
        }
    }
}

import Text

extension StudyDefinition {
    /// The action pairs as an actions file that `withActions(jsonl:file:complete:)` reads: one action a line, cell by
    /// cell in the order of the full cross, agree before disagree.
    package func actionsText() -> String {
        var lines = ActionLines(bytes: actions.reduce(0) { $0 + ActionLines.bytes(of: $1.key, $1.value) })
        for cell in allCells {
            guard let pair = actions[cell] else { continue }
            for inclination in Inclination.allCases { lines.append(cell, inclination, pair[inclination]) }
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

    mutating func append(_ cell: Cell, _ inclination: Inclination, _ action: Action) {
        text += #"{"action":"#
        append(action.text)
        text += #","attributions":["#
        for (place, attribution) in action.attributions.enumerated() {
            if place > 0 { text += "," }
            append(attribution)
        }
        text += "]"
        let rest: KeyValuePairs = [
            "country": cell.scenario.country, "explanation": action.explanation, "inclination": inclination.rawValue,
            "topic": cell.scenario.topic, "value": cell.value,
        ]
        for (key, value) in rest {
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

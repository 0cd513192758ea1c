import Text

extension Codebook {
    /// As a file to edit: what ``parse(_:file:)`` reads back as this codebook.
    package var yaml: String {
        var lines = ["name: \(YAMLScalar.word(name))", "version: \(version)"]
        if let coding { lines.append("mode: \(coding.mode.rawValue)") }
        if !guideline.isEmpty { lines += YAMLScalar.member("guideline", guideline, indent: 0) }
        if let coding {
            lines.append("levels:")
            for level in coding.levels {
                lines.append("  - id: \(YAMLScalar.word(level.id))")
                lines += YAMLScalar.member("name", level.name, indent: 4)
            }
        }
        lines.append(coding == nil ? "criteria:" : "codes:")
        for criterion in criteria { lines += coding == nil ? criterion.yaml : criterion.codeYAML }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Criterion {
    /// Its lines in a list of criteria.
    fileprivate var yaml: [String] {
        var lines = ["  - id: \(YAMLScalar.word(id))"]
        lines += YAMLScalar.member("name", name, indent: 4)
        lines.append("    about: \(about.rawValue)")
        lines += YAMLScalar.member("question", question, indent: 4)
        if !definition.isEmpty { lines += YAMLScalar.member("definition", definition, indent: 4) }
        if answers != Criterion.yesNoUnsure {
            lines.append("    answers:")
            for answer in answers {
                lines.append("      - id: \(YAMLScalar.word(answer.id))")
                lines += YAMLScalar.member("label", answer.label, indent: 8)
            }
        }
        return lines + former
    }

    /// Its lines in a list of codes.
    fileprivate var codeYAML: [String] {
        var lines = ["  - id: \(YAMLScalar.word(id))"]
        lines += YAMLScalar.member("name", name, indent: 4)
        lines.append("    level: \(YAMLScalar.word(level ?? ""))")
        lines += YAMLScalar.member("definition", definition, indent: 4)
        for (key, texts) in [("examples", examples), ("excludes", excludes)] {
            guard let texts, !texts.isEmpty else { continue }
            lines.append("    \(key):")
            for text in texts { lines += YAMLScalar.item(text, indent: 6) }
        }
        return lines + former
    }

    private var former: [String] {
        guard let formerly, !formerly.isEmpty else { return [] }
        return ["    formerly: [\(formerly.map(YAMLScalar.word).joined(separator: ", "))]"]
    }
}

/// Texts as YAML that people can edit and that means the text and nothing else.
private enum YAMLScalar {
    /// A word of letters a–z, digits and `-`: in quotes where YAML, or its reader, would take it for something else.
    static func word(_ word: String) -> String {
        let isPlain = word.utf8.first.map { (0x61...0x7A).contains($0) } ?? false
        return isPlain && !special.contains(word) ? word : quoted(word)
    }

    static func member(_ key: String, _ text: String, indent: Int) -> [String] {
        lines(String(repeating: " ", count: indent) + "\(key): ", text, indent: indent + 2)
    }

    static func item(_ text: String, indent: Int) -> [String] {
        lines(String(repeating: " ", count: indent) + "- ", text, indent: indent + 2)
    }

    private static let special: Set<String> = ["yes", "no", "true", "false", "null", "on", "off", "y", "n"]

    private static func lines(_ start: String, _ text: String, indent: Int) -> [String] {
        guard text.unicodeScalars.allSatisfy(isOrdinary) else { return [start + quoted(text)] }
        let margin = String(repeating: " ", count: indent)
        if text.contains("\n") {
            let body = text.split(separator: "\n", omittingEmptySubsequences: false)
            return [start + "|-"] + body.map { $0.isEmpty ? "" : margin + $0 }
        }
        if text.count > 100 { return [start + ">-"] + wrapped(text, width: 116 - indent).map { margin + $0 } }
        return [start + (isPlain(text) ? text : quoted(text))]
    }

    /// Broken where one space stands between two words: a reader puts it there again.
    private static func wrapped(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        var line: [Character] = []
        var lastBreak: Int?
        let characters = Array(text)
        for (place, character) in characters.enumerated() {
            if character == " ", place > 0, place + 1 < characters.count, characters[place - 1] != " ",
                characters[place + 1] != " "
            {
                lastBreak = line.count
            }
            line.append(character)
            if line.count > width, let at = lastBreak {
                lines.append(String(line[..<at]))
                line = Array(line[(at + 1)...])
                lastBreak = nil
            }
        }
        return lines + [String(line)]
    }

    /// Whether it may stand as it is in a block: no sign that YAML counts as a line's end, hides or forbids, and none of a reference.
    private static func isOrdinary(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A, 0x20...0x25, 0x27...0x7E, 0xA0...0x2027, 0x202F...0xD7FF, 0xE000...0xFDCF, 0xFE00...0xFEFE,
            0xFF00...0xFFFC, 0x10000...0x10FFFF:
            !scalar.properties.isNoncharacterCodePoint
        default: false
        }
    }

    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first.properties.isAlphabetic else { return false }
        let isQuiet = text.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || scalar == " " || ("0"..."9").contains(scalar)
                || ",.;()-’“”…?!/".unicodeScalars.contains(scalar)
        }
        return isQuiet && !special.contains(text.lowercased())
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case _ where isOrdinary(scalar): result.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                let width = scalar.value > 0xFFFF ? 8 : 4
                result += (width == 8 ? "\\U" : "\\u") + String(repeating: "0", count: width - digits.count) + digits
            }
        }
        return result + "\""
    }
}

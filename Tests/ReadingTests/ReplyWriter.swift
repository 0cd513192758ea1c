import Reading
import TestSupport

/// Writes answers in the messy notations of models, for the property that what can be written can be read.
struct ReplyWriter {
    var random: SeededRandom

    /// The notations, each with what may stand around it.
    enum Style: CaseIterable {
        case json, fenced, python, apostrophes, curly, missingBraces, missingCommas, trailingComma, cutBrace, thinking
    }

    /// An object with these texts in one notation.
    mutating func object(_ fields: [(String, String)], style: Style) -> String {
        switch style {
        case .json: return "{" + joined(fields, quoted: json) + "}"
        case .fenced: return "Sure:\n```json\n{" + joined(fields, quoted: json) + "}\n```\n" + pick(["", "Bye."])
        case .python: return "{" + joined(fields, quoted: python) + "}"
        case .apostrophes: return "{\n" + joined(fields, separator: ",\n") { "'\($0)'" } + "\n}"
        case .curly: return "{" + joined(fields) { "“\($0)”" } + "}"
        case .missingBraces: return joined(fields, separator: ",\n", quoted: json)
        case .missingCommas: return "{" + joined(fields, separator: "\n", quoted: json) + "}"
        case .trailingComma: return "{" + joined(fields, quoted: json) + ",}"
        case .cutBrace: return "Well. {" + joined(fields, quoted: json)
        case .thinking: return "<think>{\"\(fields[0].0)\": \"x\"}</think>\n{" + joined(fields, quoted: json) + "}"
        }
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int(random.next() % UInt64(elements.count))]
    }

    private func joined(
        _ fields: [(String, String)], separator: String = ", ", quoted: (String) -> String
    ) -> String {
        fields.map { quoted($0.0) + ": " + quoted($0.1) }.joined(separator: separator)
    }

    private func json(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
    }

    private func python(_ text: String) -> String {
        "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'").replacing("\n", with: "\\n") + "'"
    }
}

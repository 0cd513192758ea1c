import Study
import Text

/// A codebook of codes, as somebody reads it.
struct RiskCodebookWords {
    let book: Codebook
    let coding: Codebook.Coding

    /// For people.
    var text: String {
        let terminal = Terminal.output
        var lines = ["\(Plain.line(book.name)), version \(book.version), \(coding.mode.rawValue)", ""]
        for paragraph in book.guideline.split(separator: "\n\n") {
            lines += [terminal.wrapped(Plain.line(String(paragraph))), ""]
        }
        for level in coding.levels {
            lines += [Plain.line(level.name).uppercased(), ""]
            for code in book.criteria where code.level == level.id {
                lines.append("\(Plain.line(code.name)) (\(code.id))")
                let former = (code.formerly ?? []).filter { $0 != code.id }
                if !former.isEmpty { lines.append("  formerly: \(former.joined(separator: ", "))") }
                lines.append(indented(code.definition))
                lines += (code.examples ?? []).map { indented("For example: \($0)") }
                lines += (code.excludes ?? []).map { indented("Not: \($0)") }
                lines.append("")
            }
        }
        return lines.joined(separator: "\n")
    }

    private func indented(_ text: String) -> String {
        Terminal.output.wrapped(Plain.line(text)).split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
    }

    /// One document, for programs.
    var json: JSONValue {
        let codes = book.criteria.map { code -> JSONValue in
            [
                "id": .string(code.id), "name": .string(code.name), "level": .string(code.level ?? ""),
                "definition": .string(code.definition),
                "examples": .array((code.examples ?? []).map(JSONValue.string)),
                "excludes": .array((code.excludes ?? []).map(JSONValue.string)),
                "formerly": .array((code.formerly ?? []).map(JSONValue.string)),
            ]
        }
        return [
            "codebook": .string(book.name), "version": .integer(book.version), "mode": .string(coding.mode.rawValue),
            "guideline": .string(book.guideline),
            "levels": .array(coding.levels.map { ["id": .string($0.id), "name": .string($0.name)] }),
            "codes": .array(codes),
        ]
    }
}

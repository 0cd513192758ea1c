import Text

extension AnswerForm {
    /// As a grammar in GBNF, which llama.cpp defined and others read: the object on one line, its members in their order.
    var grammar: String {
        "root ::= \(Self.object(self))\n" + Self.text
    }

    /// Any JSON string.
    private static let text = #"""
        text ::= "\"" char* "\""
        char ::= [^"\\\x7F\x00-\x1F] | "\\" (["\\/bfnrt] | "u" hex hex hex hex)
        hex ::= [0-9a-fA-F]

        """#

    private static func object(_ form: AnswerForm) -> String {
        let members = form.fields.enumerated().map { index, field in
            literal("\(index == 0 ? "{" : ", ")\(quoted(field.name)): ") + " " + rule(of: field.kind)
        }
        return (members.isEmpty ? literal("{") : members.joined(separator: " ")) + " " + literal("}")
    }

    private static func rule(of kind: Kind) -> String {
        switch kind {
        case .oneOf(let words): "(" + words.map { literal(quoted($0)) }.joined(separator: " | ") + ")"
        case .place(let scale):
            scale.words.map { rule(of: .oneOf($0)) }
                ?? "(" + scale.numbers.map { literal("\($0)") }.joined(separator: " | ") + ")"
        case .text: "text"
        case .list(let kind):
            "\(literal("[")) (\(rule(of: kind)) (\(literal(", ")) \(rule(of: kind)))*)? \(literal("]"))"
        case .object(let form): object(form)
        }
    }

    /// The text as a JSON string.
    private static func quoted(_ text: String) -> String {
        String(decoding: JSONText.bytes(of: .string(text)), as: UTF8.self)
    }

    /// The text as the grammar's own literal.
    private static func literal(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

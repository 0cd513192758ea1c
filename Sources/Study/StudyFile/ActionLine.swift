import Text

/// One line of an actions file, taken apart.
struct ActionLine {
    /// What a key can hold.
    enum Field {
        case text(String)
        case texts([String])
        case other

        init(_ value: JSONValue) {
            switch value {
            case .string(let text): self = .text(text.trimmed)
            case .array(let items):
                let texts = items.compactMap { item -> String? in
                    guard case .string(let text) = item else { return nil }
                    return text
                }
                self = texts.count == items.count ? .texts(texts) : .other
            default: self = .other
            }
        }
    }

    private static let required = ["country", "topic", "value", "inclination", "action"]
    private static let known = required + ["attributions", "explanation"] + provenance
    /// What a dataset says beside: where an action comes from. Of these a study takes the generator, which is a factor of Task 2.
    private static let provenance = ["generator", "language", "prompt_variant", "spans"]
    private static let mostOfGenerator = 1000

    /// What is wrong with keys and types.
    private(set) var problems: [String] = []
    private let fields: [(key: String, field: Field)]

    /// Takes a line apart; `nil` where it is not one JSON object. Of a repeated key the first counts.
    init?(_ line: Bytes) {
        guard let fields = Self.fields(of: line) else { return nil }
        self.fields = fields.sorted { $0.key < $1.key }
        for (key, field) in self.fields {
            switch field {
            case _ where !ActionLine.known.contains(key):
                let remedy = Spelling.suggestion(for: key, among: ActionLine.known, plural: "keys")
                problems.append("unknown key \"\(key.excerpt)\"; \(remedy)")
            case .text(let name) where key == "generator":
                if name.utf8.count > Self.mostOfGenerator || name.unicodeScalars.contains(where: \.isLineBreak) {
                    problems.append(
                        "\"generator\" must be one line of \(Self.mostOfGenerator) bytes at most: \"\(name.excerpt)\"")
                }
            case _ where key == "generator": problems.append("\"generator\" must be a text")
            case _ where ActionLine.provenance.contains(key): break
            case .text where key != "attributions", .texts where key == "attributions": break
            default:
                problems.append("\"\(key)\" must be a \(key == "attributions" ? "list of texts" : "text")")
            }
        }
        for key in ActionLine.required where self[key] == nil { problems.append("missing key \"\(key)\"") }
        for key in ActionLine.required where text(key)?.isEmpty == true { problems.append("\"\(key)\" is empty") }
        if let word = text("inclination"), !word.isEmpty, Inclination(rawValue: word) == nil {
            problems.append("\"inclination\" must be agree or disagree, not \"\(word.excerpt)\"")
        }
        if let action = text("action"), action.unicodeScalars.contains(where: \.isLineBreak) {
            problems.append("\"action\" must be one line: \"\(action.excerpt)\"")
        }
    }

    private static func fields(of line: Bytes) -> [(key: String, field: Field)]? {
        let document =
            JSONReader.whole(line, 0..<line.count, manner: .exact)
            // Any white space may stand around it, and a byte-order mark before it.
            ?? JSONReader.read(Array(line.text(0..<line.count).trimmed.utf8), manner: .exact)
        guard case .object(let members)? = document else { return nil }
        var fields: [(key: String, field: Field)] = []
        fields.reserveCapacity(members.count)
        for member in members where !fields.contains(where: { $0.key == member.name }) {
            fields.append((member.name, Field(member.value)))
        }
        return fields
    }

    private subscript(key: String) -> Field? { fields.first { $0.key == key }?.field }

    private func text(_ key: String) -> String? {
        guard case .text(let text)? = self[key] else { return nil }
        return text
    }

    var country: String? { text("country") }
    var topic: String? { text("topic") }
    var value: String? { text("value") }

    /// Who wrote the action; empty where the line does not say.
    var generator: String { text("generator") ?? "" }

    private var attributions: [String] {
        guard case .texts(let texts)? = self["attributions"] else { return [] }
        return texts
    }

    /// The cell, the inclination and the action, if the line has no problem.
    var entry: (cell: Cell, inclination: Inclination, action: Action)? {
        guard problems.isEmpty, let country, let topic, let value, let action = text("action"),
            let inclination = text("inclination").flatMap(Inclination.init(rawValue:))
        else { return nil }
        return (
            Cell(scenario: Scenario(country: country, topic: topic), value: value), inclination,
            Action(text: action, attributions: attributions, explanation: text("explanation") ?? "")
        )
    }
}

extension Unicode.Scalar {
    /// LF, VT, FF, CR, NEL, and the separators of lines and paragraphs.
    fileprivate var isLineBreak: Bool {
        (0x0A...0x0D).contains(value) || value == 0x85 || value == 0x2028 || value == 0x2029
    }
}

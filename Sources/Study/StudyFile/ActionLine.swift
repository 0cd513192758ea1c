/// One line of an actions file, taken apart.
struct ActionLine {
    /// What a key can hold.
    enum Field: Decodable {
        case text(String)
        case texts([String])
        case other

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .text(text.trimmed)
            } else if let texts = try? container.decode([String].self) {
                self = .texts(texts)
            } else {
                self = .other
            }
        }
    }

    private static let required = ["country", "topic", "value", "inclination", "action"]
    private static let known = required + ["attributions", "explanation"]

    /// What is wrong with keys and types.
    private(set) var problems: [String] = []
    private let texts: [String: String]
    private var attributions: [String] = []

    init(_ fields: [String: Field]) {
        var texts: [String: String] = [:]
        for (key, field) in fields.sorted(by: { $0.key < $1.key }) {
            switch field {
            case _ where !ActionLine.known.contains(key):
                let remedy = Spelling.suggestion(for: key, among: ActionLine.known, plural: "keys")
                problems.append("unknown key \"\(key.excerpt)\"; \(remedy)")
            case .text(let text) where key != "attributions": texts[key] = text
            case .texts(let texts) where key == "attributions": attributions = texts
            default:
                problems.append("\"\(key)\" must be a \(key == "attributions" ? "list of texts" : "text")")
            }
        }
        for key in ActionLine.required where fields[key] == nil { problems.append("missing key \"\(key)\"") }
        for key in ActionLine.required where texts[key]?.isEmpty == true { problems.append("\"\(key)\" is empty") }
        if let word = texts["inclination"], !word.isEmpty, Inclination(rawValue: word) == nil {
            problems.append("\"inclination\" must be agree or disagree, not \"\(word.excerpt)\"")
        }
        if let action = texts["action"], action.contains(where: \.isNewline) {
            problems.append("\"action\" must be one line: \"\(action.excerpt)\"")
        }
        self.texts = texts
    }

    var country: String? { texts["country"] }
    var topic: String? { texts["topic"] }
    var value: String? { texts["value"] }

    /// The cell, the inclination and the action, if the line has no problem.
    var entry: (cell: Cell, inclination: Inclination, action: Action)? {
        guard problems.isEmpty, let country, let topic, let value, let text = texts["action"],
            let inclination = texts["inclination"].flatMap(Inclination.init(rawValue:))
        else { return nil }
        return (
            Cell(scenario: Scenario(country: country, topic: topic), value: value), inclination,
            Action(text: text, attributions: attributions, explanation: texts["explanation"] ?? "")
        )
    }
}

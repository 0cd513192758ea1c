import Foundation

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

        init(_ value: LooseValue) {
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
    private static let known = required + ["attributions", "explanation"]

    /// What is wrong with keys and types.
    private(set) var problems: [String] = []
    private let texts: [String: String]
    private var attributions: [String] = []

    /// Takes a line apart; `nil` where it is not one JSON object. Of a repeated key the first counts.
    init?(_ line: String) {
        // Foundation's decoder is slow, but allows more (a byte-order mark) and knows better what is wrong.
        guard let fields = Self.strict(line) ?? Self.loose(line) else { return nil }
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
        if let action = texts["action"], action.unicodeScalars.contains(where: \.isLineBreak) {
            problems.append("\"action\" must be one line: \"\(action.excerpt)\"")
        }
        self.texts = texts
    }

    private static func strict(_ line: String) -> [String: Field]? {
        var line = line
        let value = line.withUTF8 { bytes -> LooseValue? in
            // Half of a surrogate pair is forgiven in a reply, but is an error here: the decoder sees to "\ud…".
            let mayHoldSurrogate = bytes.indices.dropLast(2).contains { at in
                bytes[at] == .backslash && bytes[at + 1] == UInt8(ascii: "u")
                    && bytes[at + 2] | 0x20 == UInt8(ascii: "d")
            }
            return mayHoldSurrogate ? nil : StrictJSON.whole(bytes, 0..<bytes.count)
        }
        return value?.fields.map { fields in
            Dictionary(fields.map { ($0.key, Field($0.value)) }, uniquingKeysWith: { first, _ in first })
        }
    }

    private static func loose(_ line: String) -> [String: Field]? {
        try? JSONDecoder().decode([String: Field].self, from: Data(line.utf8))
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

extension Unicode.Scalar {
    /// LF, VT, FF, CR, NEL, and the separators of lines and paragraphs.
    fileprivate var isLineBreak: Bool {
        (0x0A...0x0D).contains(value) || value == 0x85 || value == 0x2028 || value == 0x2029
    }
}

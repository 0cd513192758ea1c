import Foundation
import Reading
import Text

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
    private let fields: [(key: String, field: Field)]

    /// Takes a line apart; `nil` where it is not one JSON object. Of a repeated key the first counts.
    init?(_ line: Bytes) {
        // Foundation's decoder is slow, but allows more (a byte-order mark) and knows better what is wrong.
        guard let fields = Self.strict(line) ?? Self.loose(line) else { return nil }
        self.fields = fields.sorted { $0.key < $1.key }
        for (key, field) in self.fields {
            switch field {
            case _ where !ActionLine.known.contains(key):
                let remedy = Spelling.suggestion(for: key, among: ActionLine.known, plural: "keys")
                problems.append("unknown key \"\(key.excerpt)\"; \(remedy)")
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

    private static func strict(_ line: Bytes) -> [(key: String, field: Field)]? {
        // Half of a surrogate pair is forgiven in a reply, but is an error here: the decoder sees to "\ud…".
        var at = line.index(of: .backslash, from: 0, to: line.count)
        while at < line.count {
            if line.byte(at + 1) == UInt8(ascii: "u"), line.byte(at + 2) | 0x20 == UInt8(ascii: "d") { return nil }
            at = line.index(of: .backslash, from: at + 1, to: line.count)
        }
        guard let written = StrictJSON.whole(line, 0..<line.count)?.fields else { return nil }
        var fields: [(key: String, field: Field)] = []
        fields.reserveCapacity(written.count)
        for field in written where !fields.contains(where: { $0.key == field.key }) {
            fields.append((field.key, Field(field.value)))
        }
        return fields
    }

    private static func loose(_ line: Bytes) -> [(key: String, field: Field)]? {
        let text = line.text(0..<line.count).trimmed
        let fields = try? JSONDecoder().decode([String: Field].self, from: Data(text.utf8))
        return fields?.map { ($0.key, $0.value) }
    }

    private subscript(key: String) -> Field? { fields.first { $0.key == key }?.field }

    private func text(_ key: String) -> String? {
        guard case .text(let text)? = self[key] else { return nil }
        return text
    }

    var country: String? { text("country") }
    var topic: String? { text("topic") }
    var value: String? { text("value") }

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

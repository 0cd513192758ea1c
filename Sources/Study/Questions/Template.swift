import Text

/// A text with placeholders such as `{country}`: a brace, letters or digits or `_`, a brace. Any other brace is text,
/// so that an example in JSON needs no escaping.
struct Template: Sendable, Hashable {
    enum Part: Sendable, Hashable {
        case text(String)
        case slot(String)
    }

    let parts: [Part]

    init(_ text: String) {
        var parts: [Part] = []
        var rest = text[...]
        var plain = ""
        while let brace = rest.firstIndex(of: "{") {
            plain += rest[..<brace]
            let name = rest[rest.index(after: brace)...].prefix { letter in
                letter.isASCII && (letter.isLetter || letter.isNumber || letter == "_")
            }
            if !name.isEmpty, name.endIndex < rest.endIndex, rest[name.endIndex] == "}" {
                if !plain.isEmpty { parts.append(.text(plain)) }
                plain = ""
                parts.append(.slot(String(name)))
                rest = rest[rest.index(after: name.endIndex)...]
            } else {
                plain.append("{")
                rest = rest[rest.index(after: brace)...]
            }
        }
        plain += rest
        if !plain.isEmpty { parts.append(.text(plain)) }
        self.parts = parts
    }

    /// The placeholders' names in the order of the text, repeated where they are.
    var slots: [String] {
        parts.compactMap { part in
            if case .slot(let name) = part { name } else { nil }
        }
    }

    /// The text with each placeholder replaced; what is put in is not searched for placeholders again.
    ///
    /// The fillings are few, so looking through them is faster than hashing their names.
    func filled(_ fillings: KeyValuePairs<String, String>) -> String {
        var text = ""
        for part in parts {
            switch part {
            case .text(let plain): text += plain
            case .slot(let name): text += value(of: name, in: fillings)
            }
        }
        return text
    }

    private func value(of name: String, in fillings: KeyValuePairs<String, String>) -> String {
        for (key, value) in fillings where key == name { return value }
        return ""
    }
}

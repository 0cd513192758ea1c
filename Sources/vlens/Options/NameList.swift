import ArgumentParser
import Study

/// Names as a list on the command line: separated by commas, or the option given again; a name that holds a comma is
/// found as it stands, in quotes, or with a backslash before the comma.
package struct NameList {
    /// The option, as errors quote it: `--countries`.
    let option: String
    /// Its values as typed.
    let texts: [String]

    package init(option: String, texts: [String]) {
        self.option = option
        self.texts = texts
    }

    /// The names, those that are known as they are known.
    ///
    /// - Throws: `ValidationError` for a quotation mark that nothing closes.
    package func names(among known: [String]) throws -> [String] {
        let index = Dictionary(known.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
        return try texts.flatMap { text -> [String] in
            // A name of the study is that name, whatever it holds.
            if let name = index[text.trimmingSpaces.lowercased()] { return [name] }
            return Self.joined(try parts(of: text), index)
        }
    }

    private struct Part {
        var text = ""
        /// Whether a comma in it is known to belong to it, so that it stands for itself.
        var isQuoted = false
    }

    /// The text cut at its commas, quotation marks and backslashes resolved.
    private func parts(of text: String) throws -> [Part] {
        var parts = [Part()]
        var isOpen = false
        var rest = Substring(text)
        while let character = rest.popFirst() {
            let last = parts.count - 1
            switch character {
            case "\\" where rest.first == "," || rest.first == "\"" || rest.first == "\\":
                parts[last].text.append(rest.removeFirst())
                parts[last].isQuoted = true
            case "\"" where isOpen && rest.first == "\"":
                parts[last].text.append(rest.removeFirst())
            case "\"" where isOpen: isOpen = false
            case "\"" where parts[last].text.trimmingSpaces.isEmpty:
                (parts[last].text, parts[last].isQuoted, isOpen) = ("", true, true)
            case "," where !isOpen: parts.append(Part())
            default: parts[last].text.append(character)
            }
        }
        if isOpen { throw ValidationError("\(option) '\(text)': a quotation mark is never closed") }
        return parts.map { Part(text: $0.text.trimmingSpaces, isQuoted: $0.isQuoted) }
            .filter { !$0.text.isEmpty || $0.isQuoted }
    }

    /// Neighbours that together are a known name are that name: "Korea, Republic of, Uganda" are two.
    private static func joined(_ parts: [Part], _ index: [String: String]) -> [String] {
        var names: [String] = []
        var start = 0
        while start < parts.count {
            let longest = (start + 1..<parts.count).last { end in
                !parts[start...end].contains(where: \.isQuoted)
                    && index[parts[start...end].map(\.text).joined(separator: ", ").lowercased()] != nil
            }
            let end = longest ?? start
            let name = parts[start...end].map(\.text).joined(separator: ", ")
            names.append(index[name.lowercased()] ?? name)
            start = end + 1
        }
        return names
    }
}

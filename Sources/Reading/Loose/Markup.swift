import Text

/// Undoes what a reply written for a browser has in it: character references and tags.
enum Markup {
    /// The text with its character references replaced ("&quot;", "&#34;", "&#x22;"); `nil` where it has none.
    static func decoded(_ text: String) -> String? {
        let decoded = Entities.decoded(text)
        return decoded == text ? nil : decoded
    }

    /// The text without tags: rows and paragraphs become lines, cells are set off by bars.
    static func withoutTags(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
        var plain = ""
        var rest = text[...]
        while let at = rest.firstIndex(of: "<") {
            plain += rest[..<at]
            rest = rest[at...]
            if let (name, length) = tag(rest) {
                if lines.contains(name) { plain += "\n" } else if cells.contains(name) { plain += " | " }
                rest = rest.dropFirst(length)
            } else {
                plain += "<"
                rest = rest.dropFirst()
            }
        }
        return plain + rest
    }

    /// The lower-case name of a tag at the start of the text, and the tag's length.
    private static func tag(_ text: Substring) -> (name: String, length: Int)? {
        var inner = text.dropFirst()
        if inner.first == "/" { inner = inner.dropFirst() }
        let name = inner.prefix(12).prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        guard let first = name.first, first.isLetter, known.contains(name.lowercased()) else { return nil }
        guard let end = text.prefix(200).firstIndex(of: ">") else { return nil }
        return (name.lowercased(), text.distance(from: text.startIndex, to: end) + 1)
    }

    private static let lines: Set<String> = ["br", "p", "div", "li", "tr", "table", "ul", "ol", "h1", "h2", "h3", "h4"]
    private static let cells: Set<String> = ["td", "th"]
    private static let known = lines.union(cells).union([
        "b", "i", "u", "em", "strong", "span", "code", "mark", "tbody", "thead", "font", "sup", "sub", "small", "html",
        "body", "pre",
    ])
}

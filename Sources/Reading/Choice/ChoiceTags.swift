import Text

/// Tags in prose: what stands in `<answer>…</answer>` is an answer's field; tags of HTML's layout are dropped.
struct ChoiceTags {
    /// What stands inside tags that are named like a choice's field.
    private(set) var answers: [String] = []
    /// The text without tags.
    private(set) var text: String

    init(_ text: String, isChoice: (String) -> Bool) {
        guard text.utf8.contains(UInt8(ascii: "<")) else {
            self.text = text
            return
        }
        self.text = ""
        var rest = text[...]
        var open: (name: String, start: String.Index)?
        while let at = rest.firstIndex(of: "<") {
            self.text += rest[..<at]
            guard let tag = Self.tag(rest[at...]) else {
                self.text += "<"
                rest = rest[at...].dropFirst()
                continue
            }
            if let started = open, tag.isClosing, tag.name == started.name {
                answers.append(ChoiceTags(String(text[started.start..<at]), isChoice: { _ in false }).text)
                open = nil
            } else if !tag.isClosing, open == nil, isChoice(tag.name) {
                open = (tag.name, tag.end)
            }
            self.text += Self.replacement(tag.name, isChoice(tag.name)) ?? String(rest[at..<tag.end])
            rest = rest[tag.end...]
        }
        self.text += rest
    }

    /// The tag that begins here: its name in lower case, and where it ends.
    private static func tag(_ text: Substring) -> (name: String, isClosing: Bool, end: String.Index)? {
        guard let next = text.utf8.dropFirst().first, next.isWordByte || next == UInt8(ascii: "/") else { return nil }
        let inner = text.dropFirst().prefix(80)
        guard let close = inner.firstIndex(of: ">") else { return nil }
        let isClosing = inner.first == "/"
        let name = inner[..<close].drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
        guard let first = name.first, first.isLetter else { return nil }
        return (name.lowercased(), isClosing, inner.index(after: close))
    }

    private static func replacement(_ name: String, _ isChoice: Bool) -> String? {
        if isChoice || breaks.contains(name) { return "\n" }
        if cells.contains(name) { return " | " }
        return inline.contains(name) ? "" : nil
    }

    private static let inline: Set<String> = [
        "b", "strong", "i", "em", "u", "span", "code", "mark", "font", "small", "tt", "kbd", "big", "q", "samp",
    ]
    private static let breaks: Set<String> = [
        "p", "br", "div", "li", "ul", "ol", "tr", "table", "tbody", "thead", "html", "body", "h1", "h2", "h3", "h4",
        "h5",
        "h6", "pre", "hr", "section", "blockquote",
    ]
    private static let cells: Set<String> = ["td", "th"]
}

import Pages

/// A text of somebody else's as a block: as it came, its lines kept, each in its own direction of writing.
enum SaidBlock {
    /// - Parameter whole: where the rest of a long text is read.
    static func markup(_ text: ShownText, style: String = "said", whole: Link? = nil) -> Markup {
        guard !text.text.isEmpty else {
            return .element("p", ["class": "unknown"], text: "Nothing: the text is empty.")
        }
        let block = Markup.element("div", ["class": style, "dir": "auto"], text: text.text)
        guard text.isCut else { return block }
        let size = "This is a part of \(Numerals.count(text.bytes)) bytes. "
        let rest = whole.map { Markup.element("a", ["href": $0.href], text: "Read all of it") } ?? .empty
        return block + .element("p", ["class": "cut"], [.text(size), rest])
    }
}

package import Pages

extension Glossary {
    /// A word of a page, with a link to what it means on the explorer's page of words.
    ///
    /// - Parameter text: how the page writes it; by default as the glossary has it.
    package static func link(_ word: GlossaryWord, _ text: String? = nil) -> Markup {
        let written = text ?? parts.lazy.flatMap(\.entries).first { $0.id == word }?.word ?? word.rawValue
        return .element(
            "a", ["class": "word", "href": WordsAddress().link(section: anchor(word)).href], text: written)
    }

    /// Where the page of words has it.
    static func anchor(_ word: GlossaryWord) -> Anchor { Anchor("word", word) }

    /// A meaning with its names set apart.
    static func markup(_ meaning: String) -> Markup {
        var pieces: [Markup] = []
        for (index, piece) in meaning.split(separator: "*", omittingEmptySubsequences: false).enumerated() {
            let parts = piece.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { place, text in
                place % 2 == 1 ? Markup.element("code", [:], text: String(text)) : Markup.text(String(text))
            }
            pieces.append(index % 2 == 1 ? .element("em", [:], parts) : .joined(parts))
        }
        return .joined(pieces)
    }
}

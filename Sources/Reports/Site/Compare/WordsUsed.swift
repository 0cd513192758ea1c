import Pages

extension Glossary {
    /// Links to what the words of a page mean.
    static func used(_ words: [GlossaryWord]) -> Markup {
        .element(
            "p", ["class": "legend"],
            [.text("What the words mean: "), .joined(words.map { link($0) }, separator: .text(", ")), .text(".")])
    }
}

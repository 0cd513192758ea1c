/// All words in the order of reading, in parts under a heading. The page in docs is written from it.
package enum Glossary {
    /// A word, as it is written, and what it means; asterisks set a name apart, back quotes what is typed.
    package struct Entry: Sendable {
        package let id: GlossaryWord
        package let word, meaning: String

        /// The meaning without the marks that set names and what is typed apart.
        package var plainMeaning: String { meaning.filter { $0 != "*" && $0 != "`" } }

        init(_ id: GlossaryWord, _ word: String, _ meaning: String) {
            (self.id, self.word, self.meaning) = (id, word, meaning)
        }
    }

    /// Words that belong together.
    package struct Part: Sendable {
        package let heading: String
        package let entries: [Entry]
    }

    /// All of them.
    package static let parts = [asked, answered, measured, sureness]
}

import Synchronization

/// The texts of the two actions, by which a reply may name its choice.
///
/// Their words are looked for when they are first needed: most replies name their choice by its label.
final class ActionTexts: Sendable {
    private let texts: (first: String, second: String)
    private let lexicon: Lexicon
    private let found = Mutex<(first: [String], second: [String])?>(nil)

    init(first: String, second: String, lexicon: Lexicon) {
        texts = (first, second)
        self.lexicon = lexicon
    }

    private var words: (first: [String], second: [String]) {
        found.withLock { found in
            if let found { return found }
            let words = (
                first: lexicon.words(Words(texts.first, elisions: lexicon.elisions)),
                second: lexicon.words(Words(texts.second, elisions: lexicon.elisions))
            )
            found = words
            return words
        }
    }

    /// The option whose text begins, within the first twelve words, where the other's text is nowhere. Texts of fewer
    /// than three words are too short to be told from other words.
    func outcome(_ text: String) -> ChoiceOutcome {
        let (first, second) = words
        let words = lexicon.words(Words(text, elisions: lexicon.elisions))
        switch (place(of: first, in: words), place(of: second, in: words)) {
        case (let at?, nil) where isPlain(words, at): return .option(1)
        case (nil, let at?) where isPlain(words, at): return .option(2)
        default: return .none
        }
    }

    /// Whether the text of this option stands at `index`, or its beginning where it is long.
    func isText(of option: Int, _ words: [String], at index: Int) -> Bool {
        let wanted = (option == 1 ? self.words.first : self.words.second).prefix(8)
        return wanted.count >= 3 && Self.has(wanted, in: words, at: index)
    }

    private func place(of wanted: [String], in words: [String]) -> Int? {
        guard wanted.count >= 3 else { return nil }
        return words.indices.first { Self.has(wanted[...], in: words, at: $0) }
    }

    private static func has(_ wanted: ArraySlice<String>, in words: [String], at index: Int) -> Bool {
        index + wanted.count <= words.count && words[index..<index + wanted.count].elementsEqual(wanted)
    }

    private func isPlain(_ words: [String], _ at: Int) -> Bool {
        guard at < 12 * lexicon.stretch else { return false }
        return !(0..<at).contains {
            lexicon.denials.has(words, at: $0) || lexicon.comparisons.has(words, at: $0) && words[$0] != "to"
                || lexicon.advice.has(words, at: $0) || lexicon.others.has(words, at: $0)
        }
    }
}

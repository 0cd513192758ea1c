/// The texts of the two actions, by which a reply may name its choice.
struct ActionTexts: Sendable {
    private let first: [String]
    private let second: [String]
    private let lexicon: Lexicon

    init(first: String, second: String, lexicon: Lexicon) {
        self.first = lexicon.words(Words(first, elisions: lexicon.elisions))
        self.second = lexicon.words(Words(second, elisions: lexicon.elisions))
        self.lexicon = lexicon
    }

    /// The option whose text begins, within the first twelve words, where the other's text is nowhere. Texts of fewer
    /// than three words are too short to be told from other words.
    func outcome(_ text: String) -> ChoiceOutcome {
        let words = lexicon.words(Words(text, elisions: lexicon.elisions))
        switch (place(of: first, in: words), place(of: second, in: words)) {
        case (let at?, nil) where isPlain(words, at): return .option(1)
        case (nil, let at?) where isPlain(words, at): return .option(2)
        default: return .none
        }
    }

    /// Whether the text of this option stands at `index`, or its beginning where it is long.
    func isText(of option: Int, _ words: [String], at index: Int) -> Bool {
        let wanted = (option == 1 ? first : second).prefix(8)
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

package import Text

/// Which words are of one family, by their endings alone: "ambitious" and "ambition", "loyal" and "disloyalty".
///
/// Endings are taken off one after another, the longest that fits first, as long as enough of the word is left; two words are of one
/// family where the same is left of both. What is told apart or taken together wrongly: words that change inside ("forgave" is not of
/// "forgive"), words that share a beginning by chance ("universal" and "university"), and everything in the languages that have no endings
/// here (Arabic, Hindi, Urdu, Filipino, Chinese, Japanese), where a word is of its own family alone.
package struct WordFamily: Sendable {
    /// An ending, what stands in its place, and how many letters have to be left before it.
    struct Ending: Sendable {
        let letters: [UInt8]
        let instead: [UInt8]
        let least: Int

        init(_ letters: String, _ instead: String = "", least: Int = 4) {
            (self.letters, self.instead, self.least) = (Array(letters.utf8), Array(instead.utf8), least)
        }
    }

    private let endings: [Ending]
    private let prefixes: [[UInt8]]
    private let irregular: [String: String]
    /// Words that say nothing of their own, and are passed over inside a name: "of", "my".
    private let passedOver: Set<String>

    /// The families of a language.
    package init(_ language: Language) {
        let rules = Self.rules(language)
        // The longest first; of the same length in the order written.
        endings = rules.endings.enumerated()
            .sorted { ($1.element.letters.count, $0.offset) < ($0.element.letters.count, $1.offset) }.map(\.element)
        prefixes = rules.prefixes.map { Array($0.utf8) }
        passedOver = rules.passedOver
        irregular = Dictionary(
            rules.irregular.flatMap { words in words.map { ($0, words[0]) } }, uniquingKeysWith: { first, _ in first })
    }

    /// What stands for a word's family; the word is folded as ``SearchTokenizer`` gives it.
    package func root(of word: String) -> String {
        if let known = irregular[word] { return known }
        var letters = Array(word.utf8)
        for _ in 0..<5 {
            guard let ending = endings.first(where: { $0.fits(letters) }) else { break }
            letters.removeLast(ending.letters.count)
            letters += ending.instead
            if let known = irregular[String(decoding: letters, as: UTF8.self)] { return known }
        }
        return String(decoding: letters, as: UTF8.self)
    }

    /// The word without each prefix that denies it: of "disloyal" "loyal". A short rest is none.
    package func denied(_ word: String) -> [String] {
        let letters = Array(word.utf8)
        return prefixes.filter { letters.count >= $0.count + 4 && letters.starts(with: $0) }
            .map { String(decoding: letters[$0.count...], as: UTF8.self) }
    }

    /// Whether a word says nothing of its own.
    package func isPassedOver(_ word: String) -> Bool { passedOver.contains(word) }
}

extension WordFamily.Ending {
    /// Whether a word ends so, with enough left that has a vowel in it.
    fileprivate func fits(_ word: [UInt8]) -> Bool {
        let left = word.count - letters.count
        guard left >= least, word[left...].elementsEqual(letters) else { return false }
        return word[..<left].contains { $0 >= 0x80 || "aeiouy".utf8.contains($0) }
    }
}

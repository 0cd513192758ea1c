package import Text

/// Takes a value's name and its word family out of a text.
///
/// More is taken out than ``LeakCheck`` calls a leak, since what is left must not tell the value: each telling word of the name and of its
/// other spellings, wherever it stands alone ("power" and "social" for Social Power), every word of their families, denied ones too
/// ("disloyal"), words that begin with the first half of one ("acceptance" of Accepting), longer words that hold a word of the name ("empower"; in German, which joins words, also the word's root), and words that
/// were split by hyphens, spaces or between letters ("broad minded", "l-o-y-a-l"). Of languages without families (``WordFamily``) the name
/// and its spellings alone. Synonyms stay, and so does a word written with another script's letters of the same shape.
package struct ValueMask: Sendable {
    /// What stands in the place of a word. It still says that a word of the family stood there, not whether it was denied.
    package static let mark = "____"

    private let language: Language
    private let family: WordFamily
    private let hasFamilies: Bool
    private var tokenizer = SearchTokenizer()
    private var names: [Value: Name] = [:]

    /// What is looked for of a value.
    private struct Name {
        /// All words of a spelling, as one.
        var joined: Set<String> = []
        /// Of each telling word.
        var roots: Set<String> = []
        /// What makes a longer word one of the name: words or roots of five letters or more.
        var parts: Set<String> = []
        /// How words of the same origin begin: "accep" of Accepting, "devo" of Devout, which other endings than the family's follow.
        var beginnings: Set<String> = []
        /// Bytes of the longest run that can be a word of the family.
        var longest = 0
    }

    /// A mask of texts in a language.
    package init(language: Language) {
        self.language = language
        family = WordFamily(language)
        hasFamilies = !WordFamily.rules(language).endings.isEmpty
    }

    /// The text with ``mark`` in the place of every word of the family; words with blanks or hyphens alone between them are one mark.
    package mutating func masked(_ text: String, value: Value) -> String {
        let (tokens, bytes) = (tokenizer.tokens(of: text), Array(text.utf8))
        let runs = runs(tokens, in: bytes, name(of: value))
        guard runs.contains(where: { $0 != nil }) else { return text }
        var (result, copied, last): ([UInt8], Int, Int?) = ([], 0, nil)
        for (place, token) in tokens.enumerated() {
            guard let run = runs[place] else {
                last = nil
                continue
            }
            let between = bytes[copied..<token.range.lowerBound]
            if last != run, last == nil || !Self.isBlank(between) { result += between + Array(Self.mark.utf8) }
            (copied, last) = (token.range.upperBound, run)
        }
        result += bytes[copied...]
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether a text holds a word of the family.
    package mutating func tells(_ text: String, value: Value) -> Bool {
        runs(tokenizer.tokens(of: text), in: Array(text.utf8), name(of: value)).contains { $0 != nil }
    }

    /// The evidence with all its texts masked.
    package mutating func masked(_ evidence: PredictionEvidence, value: Value) -> PredictionEvidence {
        PredictionEvidence(
            action: masked(evidence.action, value: value),
            attributions: evidence.attributions.map { masked($0, value: value) },
            explanation: masked(evidence.explanation, value: value),
            thoughts: masked(evidence.thoughts, value: value))
    }

    private mutating func name(of value: Value) -> Name {
        if let known = names[value] { return known }
        var made = Name()
        for spelling in [value.name] + value.aliases {
            let words = tokenizer.tokens(of: spelling).map(\.text)
            guard !words.isEmpty else { continue }
            made.joined.insert(words.joined())
            made.longest = max(made.longest, words.joined().utf8.count + 16)
            guard hasFamilies else { continue }
            let telling = words.filter { !family.isPassedOver($0) }
            let roots = (telling.isEmpty ? words : telling).map(family.root) + [family.root(of: words.joined())]
            made.roots.formUnion(roots)
            made.beginnings.formUnion(telling.compactMap(Self.beginning))
            let parts = telling + (language == .german ? roots : [])
            made.parts.formUnion(parts.filter { $0.utf8.count >= 5 })
        }
        names[value] = made
        return made
    }

    /// The first half of a word, four letters at least; `nil` for a word that is no longer than that.
    private static func beginning(of word: String) -> String? {
        let letters = Array(word)
        return letters.count > 4 ? String(letters.prefix(max(4, (letters.count + 1) / 2))) : nil
    }

    /// By word: the number of what it belongs to that is of the family, where it does; parts of one split word have one number.
    private func runs(_ tokens: [SearchToken], in bytes: [UInt8], _ name: Name) -> [Int?] {
        let words = tokens.map(\.text)
        var runs: [Int?] = words.enumerated().map { place, word in
            isOfFamily(word, name) || name.parts.contains { word.contains($0) }
                || name.beginnings.contains { word.hasPrefix($0) } ? place : nil
        }
        // What was split: words none of which is of the family by itself, but all of them as one.
        for start in words.indices where runs[start] == nil {
            var (run, end) = (words[start], start + 1)
            while end < min(start + 24, words.count), runs[end] == nil,
                Self.mayJoin(bytes[tokens[end - 1].range.upperBound..<tokens[end].range.lowerBound])
            {
                run += words[end]
                guard run.utf8.count <= name.longest else { break }
                if isOfFamily(run, name) {
                    for place in start...end { runs[place] = start }
                    break
                }
                end += 1
            }
        }
        return runs
    }

    /// Whether two words with this between them become one mark.
    private static func isBlank(_ between: ArraySlice<UInt8>) -> Bool {
        between.allSatisfy { " \n\t-".utf8.contains($0) }
    }

    /// Whether what stands between two words may be a split inside one: no mark, which stands for a word, and nothing long.
    private static func mayJoin(_ between: ArraySlice<UInt8>) -> Bool {
        between.count <= 16 && between.count { $0 == UInt8(ascii: "_") } < mark.utf8.count
    }

    private func isOfFamily(_ word: String, _ name: Name) -> Bool {
        if name.joined.contains(word) { return true }
        guard hasFamilies else { return false }
        return name.roots.contains(family.root(of: word))
            || family.denied(word).contains { name.roots.contains(family.root(of: $0)) }
    }
}

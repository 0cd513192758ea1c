package import Text

/// Whether an action names the value that it is to show, so that a respondent can choose by the word alone.
///
/// A name's words, or words of their families (``WordFamily``), stand in the action one behind the other; between them may stand words that
/// say nothing of their own ("my", "of"). A value of one word leaks where that word's family stands anywhere, with a prefix that denies it
/// too: "I was disloyal" names Loyal. Whoever says it with other words ("I share my bread" for Helpful) is not found, nor is a name whose
/// words stand in another order, and a word of the family may mean something else ("a free afternoon" for Freedom).
package struct LeakCheck: Sendable {
    /// How an action names its value.
    package enum Leak: String, Sendable, Hashable, CaseIterable {
        /// The name itself, or one of its other spellings, as words of their own.
        case name
        /// Words of the same families.
        case family
    }

    private let family: WordFamily
    private var tokenizer = SearchTokenizer()
    private var roots: [String: [String]] = [:]
    private var names: [Value: [Name]] = [:]

    /// One spelling of a value's name.
    private struct Name {
        let words: [String]
        /// Of the words that say something.
        let roots: [String]
    }

    /// A check of actions in a language. It keeps what it has found of words: one for many actions is quick.
    package init(language: Language) { family = WordFamily(language) }

    /// Whether an action names its value.
    package static func leaks(action: String, value: Value, language: Language) -> Bool {
        var check = LeakCheck(language: language)
        return check.leak(action: action, value: value) != nil
    }

    /// How an action names its value; `nil` where it does not.
    package mutating func leak(action: String, value: Value) -> Leak? {
        leak(words: tokenizer.tokens(of: action).map(\.text), value: value)
    }

    /// How the words of an action, as ``SearchTokenizer`` gives them, name its value.
    package mutating func leak(words: [String], value: Value) -> Leak? {
        let names = names(of: value)
        if names.contains(where: { Self.stands($0.words, in: words) { $0 == $1 } }) { return .name }
        let telling = words.filter { !family.isPassedOver($0) }.map { roots(of: $0) }
        let isNamed = names.contains { name in
            Self.stands(name.roots, in: telling) { root, roots in roots.contains(root) }
        }
        return isNamed ? .family : nil
    }

    private mutating func names(of value: Value) -> [Name] {
        if let known = names[value] { return known }
        let made = ([value.name] + value.aliases).map { name in
            let words = tokenizer.tokens(of: name).map(\.text)
            let telling = words.filter { !family.isPassedOver($0) }
            return Name(words: words, roots: (telling.isEmpty ? words : telling).map(family.root))
        }
        names[value] = made
        return made
    }

    /// What stands for the families of a word: its own, and that of what it denies.
    private mutating func roots(of word: String) -> [String] {
        if let known = roots[word] { return known }
        let made = [family.root(of: word)] + family.denied(word).map(family.root)
        // Bounded: a file may hold a new word in every line.
        if roots.count < 1 << 17 { roots[word] = made }
        return made
    }

    private static func stands<Left, Right>(
        _ name: [Left], in words: [Right], isSame: (Left, Right) -> Bool
    ) -> Bool {
        guard let first = name.first, name.count <= words.count else { return false }
        return (0...words.count - name.count).contains { start in
            isSame(first, words[start]) && zip(name, words[start...]).allSatisfy(isSame)
        }
    }
}

/// Finds a value by any spelling of its name: on folded letters (case, spaces, hyphens, punctuation, diacritics and
/// "&" for "and" do not count), by its aliases, and with its gloss behind it, as prompts list it.
///
/// It also serves for countries and topics. It refuses nothing: an unknown name is `nil`, and of two names that fold
/// to the same letters the first keeps them.
package struct ValueIndex: Sendable {
    /// The names in their order; an index counts into this list.
    package let names: [String]

    private let exact: [String: Int]
    private let folded: [[UInt8]: Int]
    private let longest: Int

    /// Names without aliases, such as countries, in the order given.
    package init(names: [String]) {
        self.init(names: names, aliases: [], listed: [])
    }

    /// Names with other spellings of each, in the order given.
    ///
    /// - Parameter listed: how a prompt may list each: the name with what it means behind it.
    package init(names: [String], aliases: [[String]], listed: [[String]] = []) {
        self.names = names
        var exact: [String: Int] = [:]
        var folded: [[UInt8]: Int] = [:]
        // Every name before any alias: an alias never takes another value's name.
        for (index, name) in names.enumerated() {
            exact[name] = exact[name] ?? index
            let letters = NameFolding.fold(name)
            if !letters.isEmpty { folded[letters] = folded[letters] ?? index }
        }
        let others = Array(aliases.enumerated()) + Array(listed.enumerated())
        for (index, spellings) in others {
            for letters in spellings.map({ NameFolding.fold($0) }) where !letters.isEmpty {
                folded[letters] = folded[letters] ?? index
            }
        }
        self.exact = exact
        self.folded = folded
        longest = folded.keys.reduce(0) { max($0, $1.count) }
    }

    /// How many names there are.
    package var count: Int { names.count }

    /// The index of the value that `name` spells, or `nil`.
    package subscript(name: String) -> Int? {
        exact[name] ?? folded[NameFolding.fold(name)]
    }

    /// The longest name or alias that the text begins with, and how many characters (Unicode scalars) of the text it
    /// covers. A name ends at the end of a word: "Healthy" does not begin "Healthiness". Punctuation before the name
    /// is passed over.
    package func longestMatch(atStartOf text: some StringProtocol) -> (index: Int, length: Int)? {
        var letters: [UInt8] = []
        var best: (index: Int, length: Int)?
        var length = 0
        var isInWord = false
        for scalar in text.unicodeScalars {
            let before = letters.count
            NameFolding.append(scalar, to: &letters)
            let isLetter = letters.count > before && scalar != "&"
            let isWithin = isLetter || (isInWord && scalar.isAttached)
            if isInWord, !isWithin, let index = folded[Array(letters[..<before])] { best = (index, length) }
            isInWord = isWithin
            length += 1
            if letters.count > longest { break }
        }
        if isInWord, letters.count <= longest, let index = folded[letters] { best = (index, length) }
        return best
    }
}

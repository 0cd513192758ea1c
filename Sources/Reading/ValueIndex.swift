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
    /// What `folded` holds, in order, so that a text is followed letter by letter.
    private let spellings: [(letters: [UInt8], index: Int)]

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
        spellings = folded.map { (letters: $0.key, index: $0.value) }
            .sorted { $0.letters.lexicographicallyPrecedes($1.letters) }
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
        // The spellings that begin with the letters so far; the shortest stands first.
        var candidates = spellings[...]
        func whole(_ count: Int) -> Int? { candidates.first.flatMap { $0.letters.count == count ? $0.index : nil } }
        for scalar in text.unicodeScalars {
            let before = letters.count
            NameFolding.append(scalar, to: &letters)
            let isLetter = letters.count > before && scalar != "&"
            let isWithin = isLetter || (isInWord && scalar.isAttached)
            if isInWord, !isWithin, let index = whole(before) { best = (index, length) }
            isInWord = isWithin
            length += 1
            for place in before..<letters.count { Self.narrow(&candidates, to: letters[place], at: place) }
            if candidates.isEmpty { return best }
        }
        if isInWord, let index = whole(letters.count) { best = (index, length) }
        return best
    }

    /// Leaves of spellings that are alike up to a place those with a letter there.
    private static func narrow(
        _ candidates: inout ArraySlice<(letters: [UInt8], index: Int)>, to letter: UInt8, at place: Int
    ) {
        func first(where isBehind: (UInt8?) -> Bool) -> Int {
            var (low, high) = (candidates.startIndex, candidates.endIndex)
            while low < high {
                let middle = (low + high) / 2
                let letters = candidates[middle].letters
                if isBehind(place < letters.count ? letters[place] : nil) { high = middle } else { low = middle + 1 }
            }
            return low
        }
        let start = first { $0.map { $0 >= letter } ?? false }
        let end = first { $0.map { $0 > letter } ?? false }
        candidates = candidates[start..<end]
    }
}

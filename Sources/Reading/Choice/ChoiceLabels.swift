import Text

/// How the two options of a question may be called: by their labels, which count first and exactly, and by numbers,
/// letters and places as far as the labels allow.
///
/// - Labels that are told apart by a number or a letter ("Person A", "选项一", "Option 2") make that number or letter a
///   name, with their own words or any word for "option": of "Option 2", "Option 1" the first shown is number 2.
/// - Where they are numbered 1, 2 or A, B in the order shown, number, letter and place agree, and each will do.
/// - "The first option" is a place. Labels without numbers have places; so have those that count upwards. Of labels that
///   count downwards nobody can tell what is meant by it, and the reading is ambiguous.
/// - Numbers and letters that the labels do not have are options that were not offered.
struct ChoiceLabels: Sendable {
    /// One label.
    struct Label: Sendable {
        let words: [String]
        /// All its letters in a row, so that "Option1" and "option-1" are it too.
        let letters: String
        let option: Int
    }

    /// No option that was offered.
    static let none = 0
    /// More than one option.
    static let several = -1

    let lexicon: Lexicon
    /// The longest first.
    let labels: [Label]
    /// The words that both labels have.
    let sharedWords: Set<String>
    private let numbers: [Int: Int]
    private let letters: [String: Int]
    /// What a place means: the place itself, or nothing certain.
    private let places: [Int]

    init(_ first: String, _ second: String, lexicon: Lexicon) {
        self.lexicon = lexicon
        let words = [first, second].map { lexicon.words(Words($0, elisions: lexicon.elisions)) }
        // Labels that are spelled alike but for what folding takes away can't be told apart.
        let options = words[0] == words[1] ? [Self.several, Self.several] : [1, 2]
        labels = zip(words, options).map { Label(words: $0, letters: $0.joined(), option: $1) }
            .filter { !$0.letters.isEmpty }.sorted { $0.words.count > $1.words.count }
        let tails = Self.difference(words[0], words[1])
        sharedWords = Set(words[0].prefix { words[1].contains($0) }.filter { !$0.allSatisfy(\.isNumber) })
        let names = [Self.name(tails.0, lexicon), Self.name(tails.1, lexicon)]
        switch (names[0], names[1]) {
        case (.number(let one), .number(let two)) where one != two:
            numbers = [one: 1, two: 2]
            let isPlain = (one, two) == (1, 2)
            letters = isPlain ? ["a": 1, "b": 2] : [:]
            places = one < two ? [1, 2] : [Self.several, Self.several]
        case (.letter(let one), .letter(let two)) where one != two:
            letters = [one: 1, two: 2]
            numbers = (one, two) == ("a", "b") ? [1: 1, 2: 2] : [:]
            places = one < two ? [1, 2] : [Self.several, Self.several]
        default:
            (numbers, letters, places) = ([:], [:], [1, 2])
        }
    }

    /// The option that a number names.
    func option(number: Int) -> Int { numbers[number] ?? Self.none }

    /// The option that a letter names; `nil` where the labels have no such letter.
    func option(letter: String) -> Int? { letters[letter] }

    /// The option at a place, 1 or 2.
    func option(place: Int) -> Int { places.indices.contains(place - 1) ? places[place - 1] : Self.none }

    // MARK: - What tells two labels apart

    private enum Name { case number(Int), letter(String), other }

    /// The labels without the words, or the letters before digits, with which both begin, and the words with which both
    /// end.
    private static func difference(_ first: [String], _ second: [String]) -> (String, String) {
        var (first, second) = (first[...], second[...])
        while first.count > 1 || second.count > 1, let one = first.first, one == second.first {
            (first, second) = (first.dropFirst(), second.dropFirst())
        }
        while first.count > 1, second.count > 1, first.last == second.last {
            (first, second) = (first.dropLast(), second.dropLast())
        }
        guard first.count == 1, second.count == 1, let one = first.first, let two = second.first else {
            return ("", "")
        }
        let shared = zip(one, two).prefix { $0 == $1 && !$0.isNumber }.count
        let tails = (String(one.dropFirst(shared)), String(two.dropFirst(shared)))
        let areDigits = !tails.0.isEmpty && !tails.1.isEmpty && (tails.0 + tails.1).allSatisfy(\.isNumber)
        return areDigits ? tails : (one, two)
    }

    private static func name(_ tail: String, _ lexicon: Lexicon) -> Name {
        if let number = Int(tail) { return .number(number) }
        if tail.utf8.count == 1, tail.utf8.allSatisfy(\.isLetter) { return .letter(tail) }
        let word = [tail]
        if lexicon.ones.isWhole(word) || lexicon.firsts.isWhole(word) { return .number(1) }
        if lexicon.twos.isWhole(word) || lexicon.seconds.isWhole(word) { return .number(2) }
        return .other
    }
}

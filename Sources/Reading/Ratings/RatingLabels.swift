import Text

/// The options of a scale as replies may name them: by place, by label, and by the number that a label carries.
struct RatingLabels: Sendable {
    private typealias Token = RatingTokens.Token

    /// The tokens of each label, and of what a label is without its own number; the longest first.
    private let labels: [(tokens: [RatingTokens.Token], options: [UInt8])]
    private let letters: [(letters: [UInt8], number: UInt8)]
    private let places: Set<UInt8>
    private let own: [RatingNumber: [UInt8]]
    private let largest: Int
    private let largestOwn: Int?

    /// Whether a label carries a number of its own.
    let haveNumbers: Bool

    init(_ options: [RatingOption]) {
        var names: [[Token]: [UInt8]] = [:]
        var own: [RatingNumber: [UInt8]] = [:]
        func add<Name>(_ name: Name, _ number: UInt8, to names: inout [Name: [UInt8]]) {
            if names[name]?.contains(number) != true { names[name, default: []].append(number) }
        }
        for option in options {
            let label = RatingLabel(option.label)
            if let number = label.number { add(number, option.number, to: &own) }
            // A label that is a number and no more says no more than the number.
            if label.number == nil || !label.words.isEmpty { add(label.tokens, option.number, to: &names) }
        }
        for option in options {
            let label = RatingLabel(option.label)
            if label.number != nil, !label.words.isEmpty, names[label.words] == nil || label.words != label.tokens {
                add(label.words, option.number, to: &names)
            }
        }
        labels = names.filter { !$0.key.isEmpty }.map { (tokens: $0.key, options: $0.value.sorted()) }
            .sorted { $0.tokens.count > $1.tokens.count }
        letters = options.map { (NameFolding.fold($0.label), $0.number) }.filter { !$0.0.isEmpty }
        places = Set(options.map(\.number))
        self.own = own
        haveNumbers = !own.isEmpty
        largest = Int(places.max() ?? 0)
        largestOwn = own.keys.map(\.thousandths).max().map { $0 / 1000 }
    }

    /// The options that the longest label at `at` names, and the token behind it.
    func label(in tokens: RatingTokens, at: Int) -> (options: [UInt8], next: Int)? {
        for label in labels where tokens.has(label.tokens, at: at) {
            return (label.options, at + label.tokens.count)
        }
        return nil
    }

    /// The options that a number alone may mean: the one at that place, and those whose labels carry it.
    func candidates(_ number: RatingNumber?) -> [UInt8] {
        guard let number else { return [] }
        return Array(Set(placed(number) + owned(number))).sorted()
    }

    /// The options that a number may mean where it is said to be one of so many.
    func candidates(_ number: RatingNumber, of size: Int) -> [UInt8] {
        let found = (size == largest ? placed(number) : []) + (size == largestOwn ? owned(number) : [])
        return Array(Set(found)).sorted()
    }

    /// The option at a place whose label carries another number, both given.
    func option(at place: RatingNumber, labelled number: RatingNumber?) -> UInt8? {
        guard let number, let option = placed(place).first, owned(number).contains(option) else { return nil }
        return option
    }

    /// Whether a scale that goes up to this number can be meant.
    func isSize(_ size: Int) -> Bool { size == largest || size == largestOwn }

    private func placed(_ number: RatingNumber) -> [UInt8] {
        guard !number.isPercent, let whole = number.whole, let place = UInt8(exactly: whole), places.contains(place)
        else { return [] }
        return [place]
    }

    private func owned(_ number: RatingNumber) -> [UInt8] {
        if let options = own[number] { return options }
        if number.isPercent { return [] }
        return own[RatingNumber(thousandths: number.thousandths, isPercent: true)] ?? []
    }

    /// The common forms, "2", "agree" and "2: agree", without cutting the text into tokens; only for labels without
    /// numbers of their own.
    func plain(_ text: String) -> RatingOutcome? {
        guard let first = text.utf8.first, text.utf8.count <= 48 else { return nil }
        if text.utf8.count == 1, first.isDigit {
            return places.contains(first - 48) ? .option(first - 48) : .outOfRange
        }
        let rest = first.isDigit ? text.utf8.dropFirst() : text.utf8[...]
        guard rest.allSatisfy({ $0.isLetter || $0 == .space || $0 == .colon }) else { return nil }
        let wanted = rest.filter(\.isLetter).map(\.lowercased)
        let found = letters.filter { $0.letters == wanted }
        guard let label = found.first, found.allSatisfy({ $0.number == label.number }) else { return nil }
        return first.isDigit && first - 48 != label.number ? nil : .option(label.number)
    }
}

/// A label with the number that it carries: "5 = strongly agree", "-1 opposed", "agree (2)", "10".
package struct RatingLabel {
    /// All of it.
    package let tokens: [RatingTokens.Token]
    /// The number, at its beginning, or set off at its end.
    package let number: RatingNumber?
    /// What is left without the number.
    let words: [RatingTokens.Token]

    package init(_ label: String) {
        let cut = RatingTokens(label)
        tokens = cut.tokens
        if let number = cut.number(0) {
            self.number = number
            words = Array(cut.tokens.dropFirst())
        } else if let last = cut.number(cut.count - 1), cut.mark(cut.count - 1) != nil {
            number = last
            words = Array(cut.tokens.dropLast())
        } else {
            number = nil
            words = cut.tokens
        }
    }
}

/// What a text says about which of two options is chosen.
enum ChoiceOutcome: Sendable, Equatable {
    /// The option as displayed, 1 or 2.
    case option(Int)
    /// Another option, both, or neither.
    case notAnOption
    /// Both options are left standing as the choice.
    case ambiguous
    /// Nothing.
    case none
}

/// A place where a text names one of the two options.
struct ChoiceMention: Sendable, Equatable {
    /// The option named. Anything but 1 and 2 is none that was offered.
    let option: Int
    /// The words that name it.
    let range: Range<Int>

    /// "Option 1", "option one", "Option A", "Option1", "Action 2", "the first option", "second one" at `index`.
    init?(_ words: Words, at index: Int) {
        let word = words.text(index)
        if Self.nouns.contains(word), !words.isSetOff(index + 1) || words.before(index + 1) == UInt8(ascii: "#") {
            guard let option = Self.designator(words, index + 1) else { return nil }
            self.init(option: option, range: index..<index + 2)
        } else if let option = Self.ordinals[word], Self.ordinalNouns.contains(words.text(index + 1)) {
            self.init(option: option, range: index..<index + 2)
        } else if let option = Self.joined[word] {
            self.init(option: option, range: index..<index + 1)
        } else {
            return nil
        }
    }

    private init(option: Int, range: Range<Int>) {
        self.option = option
        self.range = range
    }

    /// "1", "two", "B" at `index`. A lower-case "a" is an article.
    static func designator(_ words: Words, _ index: Int) -> Int? {
        if let number = words.number(index) { return number }
        switch words.text(index) {
        case "one": return 1
        case "two": return 2
        case "a": return words.capitals[index] ? 1 : nil
        case "b": return 2
        default: return nil
        }
    }

    private static let nouns: Set<String> = ["option", "choice", "action", "answer", "statement", "alternative"]
    private static let ordinals = ["first": 1, "1st": 1, "second": 2, "2nd": 2]
    private static let ordinalNouns: Set<String> = ["option", "choice", "action", "one", "alternative", "statement"]
    private static let joined = ["option1": 1, "option2": 2]
}

/// What the text of one rating says.
enum RatingOutcome: Sendable, Equatable {
    /// The option's number.
    case option(UInt8)
    /// Two options that contradict one another.
    case ambiguous
    /// A number that no option has.
    case outOfRange
    /// Text that names no option.
    case none
}

/// Reads the text of a single rating: "2", "2: agree", "Agree", "like me (2)", "Option 2", "2/4".
///
/// - A number, a label, or both; both must mean the same option, else `ambiguous`.
/// - "Option", "rating", "score", "I", "this is" and the like may stand before them.
/// - "of 4", "out of 4" and "/4" may stand behind the number where 4 is the number of options.
/// - An explanation may follow behind punctuation or "because"; another option named in it makes it `ambiguous`.
/// - "2 or 3", "2-3", "2.5" are no option: the first two `ambiguous`, the last out of range.
struct RatingScale: Sendable {
    private let labels: [(words: [[UInt8]], letters: [UInt8], number: UInt8)]
    private let numbers: Set<UInt8>
    private let largest: Int

    init(_ options: [RatingOption]) {
        labels = options.map { (Words($0.label).words, NameFolding.fold($0.label), $0.number) }
            .filter { !$0.0.isEmpty }.sorted { $0.0.count > $1.0.count }
        numbers = Set(options.map(\.number))
        largest = Int(numbers.max() ?? 0)
    }

    func read(_ text: String) -> RatingOutcome {
        if text.utf8.count == 1, let byte = text.utf8.first, byte.isDigit { return option(Int(byte) - 48) }
        if let option = plain(text) { return option }
        let words = Words(text)
        var at = 0
        while at < words.count, Self.fillers.contains(words.text(at)) { at += 1 }
        guard at < words.count else { return .none }
        if let number = words.number(at) { return numbered(number, words, at + 1) }
        guard let (label, next) = label(in: words, at: at) else {
            return words.text(at) == "between" ? .ambiguous : .none
        }
        guard next < words.count else { return .option(label) }
        if let number = words.number(next), words.isSetOff(next) {
            if number == Int(label) { return rest(words, next + 1, label) }
            return option(number) == .outOfRange ? .outOfRange : .ambiguous
        }
        guard words.isSetOff(next) || Self.reasons.contains(words.text(next)) else {
            return Self.joins.contains(words.text(next)) ? .ambiguous : .none
        }
        return rest(words, next, label)
    }

    /// The common forms, "agree" and "2: agree", without cutting the text into words.
    private func plain(_ text: String) -> RatingOutcome? {
        guard let first = text.utf8.first, text.utf8.count <= 48 else { return nil }
        let rest = first.isDigit ? text.utf8.dropFirst() : text.utf8[...]
        guard rest.allSatisfy({ $0.isLetter || $0 == .space || $0 == .colon }) else { return nil }
        let letters = rest.filter(\.isLetter).map(\.lowercased)
        guard let label = labels.first(where: { $0.letters == letters }) else { return nil }
        return first.isDigit && first - 48 != label.number ? nil : .option(label.number)
    }

    private func option(_ number: Int) -> RatingOutcome {
        guard let number = UInt8(exactly: number), numbers.contains(number) else { return .outOfRange }
        return .option(number)
    }

    /// The text begins with a number; `next` is the word behind it.
    private func numbered(_ number: Int, _ words: Words, _ next: Int) -> RatingOutcome {
        if next == 1, words.gap(0).isMinus { return .outOfRange }
        guard case .option(let option) = option(number) else { return .outOfRange }
        guard next < words.count else { return .option(option) }
        var next = next
        switch (words.text(next), words.before(next)) {
        case (_, .some(UInt8(ascii: "."))) where words.touches(next) && words.number(next) != nil:
            guard words.number(next) == 0 else { return .outOfRange }
            next += 1
        case ("out", _) where words.text(next + 1) == "of" && words.number(next + 2) == largest: next += 3
        case ("of", _) where words.number(next + 1) == largest: next += 2
        case (_, .some(UInt8(ascii: "/"))) where words.number(next) == largest: next += 1
        default: break
        }
        guard next < words.count else { return .option(option) }
        return rest(words, next, option)
    }

    /// Whether what follows an option leaves it standing.
    private func rest(_ words: Words, _ start: Int, _ option: UInt8) -> RatingOutcome {
        var at = start
        while at < words.count {
            if let (label, next) = label(in: words, at: at) {
                // Inside an explanation only a label that stands alone counts: "people agree" names no option.
                if label != option, at == start || words.isSetOff(at) || Self.joins.contains(words.text(at - 1)) {
                    return .ambiguous
                }
                at = next
                continue
            }
            if let number = words.number(at), number != Int(option), numbers.contains(UInt8(clamping: number)),
                at == start || Self.joins.contains(words.text(at - 1))
            {
                return .ambiguous
            }
            at += 1
        }
        return .option(option)
    }

    /// The longest label whose words stand at `at`, and the word behind it.
    private func label(in words: Words, at: Int) -> (UInt8, next: Int)? {
        for label in labels where words.has(label.words, at: at) { return (label.number, at + label.words.count) }
        return nil
    }

    private static let fillers: Set<String> = [
        "option", "rating", "rate", "score", "answer", "response", "number", "level", "my", "i", "would", "say", "is",
        "it", "this", "that", "the", "am", "person", "value", "a", "an", "d",
    ]
    private static let joins: Set<String> = ["or", "and", "to", "between", "but", "not"]
    private static let reasons: Set<String> = ["because", "since", "as", "due", "given"]
}

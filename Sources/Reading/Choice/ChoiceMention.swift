import Text

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

    /// What an option number of ``ChoiceLabels`` means.
    init(_ option: Int) {
        switch option {
        case 1, 2: self = .option(option)
        case ChoiceLabels.several: self = .ambiguous
        default: self = .notAnOption
        }
    }
}

/// A place where a text names one of the two options.
struct ChoiceMention: Sendable, Equatable {
    /// The option named: 1 or 2, or one of the others of ``ChoiceLabels``.
    let option: Int
    /// The words that name it.
    let range: Range<Int>
    /// Whether it is a mere number, letter or place ("2", "a", "the first"), which is a name only right behind a label
    /// or a verb of choosing.
    var isBare = false
}

/// Which mention holds each word of a text.
struct MentionPlaces: Sendable {
    private var places: [Int32]

    init(count: Int) { places = Array(repeating: -1, count: count) }

    /// The mention that holds the word; `nil` for none, and beyond the ends.
    subscript(index: Int) -> Int? {
        guard index >= 0, index < places.count, places[index] >= 0 else { return nil }
        return Int(places[index])
    }

    mutating func fill(_ range: Range<Int>, with mention: Int) {
        for index in range where index < places.count { places[index] = Int32(truncatingIfNeeded: mention) }
    }
}

/// Finds mentions.
struct MentionFinder {
    let words: Words
    let texts: [String]
    let labels: ChoiceLabels
    private var lexicon: Lexicon { labels.lexicon }

    /// A label, "Option 1", "option one", "Option A", "Option1", "the first option", "الخيار الأول" at `index`.
    func mention(at index: Int) -> ChoiceMention? {
        if let label = label(at: index) ?? letter(at: index) { return label }
        if let named = named(at: index) { return named }
        if let place = place(at: index) {
            let end = index + place.count
            let noun = max(nounLength(at: end), lexicon.ordinalNouns.length(texts, at: end))
            guard noun > 0, !words.isSetOff(end), !isPerson(index) else { return nil }
            return ChoiceMention(option: labels.option(place: place.place), range: index..<end + noun)
        }
        return joined(at: index)
    }

    /// "1", "two", "B", "the first" at `index`, where nothing goes on behind it. An "a" that goes on is an article, and
    /// "b" gets no better treatment.
    func bare(at index: Int) -> ChoiceMention? {
        if isPartOfNumber(index) { return nil }
        let named = designator(at: index)
        let placed = place(at: index).map { (option: labels.option(place: $0.place), count: $0.count) }
        // "二つ目" begins with a number and is a place.
        guard let found = (placed?.count ?? 0) > (named?.count ?? 0) ? placed : named,
            closes(index + found.count) || isObject(index + found.count)
        else { return nil }
        return ChoiceMention(option: found.option, range: index..<index + found.count, isBare: true)
    }

    /// "-1", or half of "2.5" and "1,5".
    private func isPartOfNumber(_ index: Int) -> Bool {
        guard words.number(index) != nil else { return false }
        func isPoint(before place: Int) -> Bool {
            [UInt8(ascii: "."), .comma].contains(words.before(place)) && words.touches(place)
                && words.number(place) != nil && words.number(place - 1) != nil
        }
        return words.gap(index).isMinus || isPoint(before: index) || isPoint(before: index + 1)
    }

    /// Whether any of the forms begins with this word.
    func mayBegin(_ word: String) -> Bool {
        if word.utf8.contains(where: \.isDigit) || labels.sharedWords.contains(word) { return true }
        if labels.option(letter: word) != nil || labels.labels.contains(where: { $0.letters.hasPrefix(word) }) {
            return true
        }
        return [
            lexicon.nouns, lexicon.ones, lexicon.twos, lexicon.firsts, lexicon.seconds, lexicon.formers,
            lexicon.latters,
        ].contains { $0.begins(with: word) }
    }

    /// "The former", "the latter": of the two options named last before, or of the places where none is named.
    func relative(at index: Int, behind mentions: [ChoiceMention]) -> ChoiceMention? {
        let former = lexicon.formers.length(texts, at: index)
        let latter = lexicon.latters.length(texts, at: index)
        let length = max(former, latter)
        guard length > 0, closes(index + length) || goesOn(index + length) || isObject(index + length) else {
            return nil
        }
        let place = former > 0 ? 1 : 2
        let named = mentions.suffix(2).map(\.option)
        let option: Int
        if named.isEmpty {
            option = labels.option(place: place)
        } else {
            option = named.count == 2 && named[0] != named[1] ? named[place - 1] : ChoiceLabels.several
        }
        return ChoiceMention(option: option, range: index..<index + length)
    }

    /// Whether what a name stands for is complete before `index`: the text, line or clause ends, or a reason follows.
    func closes(_ index: Int) -> Bool {
        index >= words.count || words.isSetOff(index) || words.gap(index).hasNewline
            || lexicon.reasons.has(texts, at: index)
    }

    /// Whether a verb of choosing follows, in languages that put it last: "二つ目を選びます".
    func isObject(_ end: Int) -> Bool {
        lexicon.ownBehind.has(texts, at: end) || lexicon.impliedBehind.has(texts, at: end)
            || lexicon.verbsBehind.has(texts, at: end)
    }

    // MARK: - The forms

    private func label(at index: Int) -> ChoiceMention? {
        for label in labels.labels {
            if label.letters.utf8.count == 1 {
                // "A" as a label is one letter, and "A person" names no option.
                guard texts[index] == label.letters, words.capitals[index] else { continue }
                guard closes(index + 1) || goesOn(index + 1) || lexicon.buts.has(texts, at: index + 1) else {
                    continue
                }
                return ChoiceMention(option: label.option, range: index..<index + 1)
            }
            guard label.letters.hasPrefix(texts[index]) else { continue }
            var (end, letters) = (index, texts[index])
            while letters.utf8.count < label.letters.utf8.count, end + 1 < texts.count, end - index < label.words.count
            {
                end += 1
                letters += texts[end]
            }
            guard letters == label.letters, !splitsNumber(end + 1) else { continue }
            return ChoiceMention(option: label.option, range: index..<end + 1)
        }
        return nil
    }

    /// "A is closer to what I would do".
    private func letter(at index: Int) -> ChoiceMention? {
        guard words.capitals[index], let option = labels.option(letter: texts[index]), goesOn(index + 1),
            !words.isSetOff(index + 1)
        else { return nil }
        return ChoiceMention(option: option, range: index..<index + 1)
    }

    private func named(at index: Int) -> ChoiceMention? {
        let noun = nounLength(at: index)
        guard noun > 0 else { return nil }
        var at = index + noun
        let number = lexicon.numberWords.length(texts, at: at)
        if number > 0, !words.isSetOff(at) { at += number }
        guard at < words.count, isNear(at, afterNumberWord: at > index + noun) else { return nil }
        if let found = designator(at: at), isName(at, found.count) {
            return ChoiceMention(option: found.option, range: index..<at + found.count)
        }
        guard let place = place(at: at) else { return nil }
        return ChoiceMention(option: labels.option(place: place.place), range: index..<at + place.count)
    }

    /// "Option1", where the word is no label.
    private func joined(at index: Int) -> ChoiceMention? {
        let letters = texts[index].prefix { !$0.isNumber }
        guard !letters.isEmpty, letters.count < texts[index].count,
            let number = Int(texts[index].dropFirst(letters.count)),
            lexicon.nouns.isWhole([String(letters)])
        else { return nil }
        return ChoiceMention(option: labels.option(number: number), range: index..<index + 1)
    }

    private func nounLength(at index: Int) -> Int {
        if index < texts.count, labels.sharedWords.contains(texts[index]) {
            return max(1, lexicon.nouns.length(texts, at: index))
        }
        return lexicon.nouns.length(texts, at: index)
    }

    /// Between a noun and its number stands nothing, a "#" or an opening bracket; "No. 2" has its full stop.
    private func isNear(_ index: Int, afterNumberWord: Bool) -> Bool {
        switch words.before(index) {
        case nil, UInt8(ascii: "#"), UInt8(ascii: "("), UInt8(ascii: "["): true
        case UInt8(ascii: "."): afterNumberWord
        case UInt8(ascii: "-"): words.touches(index)
        default: false
        }
    }

    /// Whether a number or letter behind a noun is meant as its name: "option a" and "option b" alike only where
    /// nothing but a verb of what it is goes on.
    private func isName(_ index: Int, _ count: Int) -> Bool {
        let end = index + count
        if splitsNumber(end) { return false }
        if words.number(index) != nil { return true }
        if texts[index].utf8.count == 1, texts[index].utf8.allSatisfy(\.isLetter) {
            return words.capitals[index] || closes(end) || goesOn(end)
        }
        // "选项一" names one; "一个" counts.
        return !lexicon.ordinalNouns.has(texts, at: end) || texts[index].utf8.count < 3 || closes(end)
    }

    private func goesOn(_ index: Int) -> Bool {
        lexicon.copulas.has(texts, at: index) || lexicon.fits.has(texts, at: index)
    }

    /// "1.5": the number goes on behind its point.
    private func splitsNumber(_ index: Int) -> Bool {
        words.number(index) != nil && words.touches(index)
            && [UInt8(ascii: "."), .comma].contains(words.before(index))
    }

    /// "In the first person".
    private func isPerson(_ index: Int) -> Bool {
        texts[index..<min(index + 2, texts.count)].contains("person") && index > 1 && texts[index - 2] == "in"
    }

    private func designator(at index: Int) -> (option: Int, count: Int)? {
        guard index < words.count else { return nil }
        if let number = words.number(index) { return (labels.option(number: number), 1) }
        if let option = labels.option(letter: texts[index]) { return (option, 1) }
        let ones = lexicon.ones.length(texts, at: index)
        if ones > 0 { return (labels.option(number: 1), ones) }
        let twos = lexicon.twos.length(texts, at: index)
        return twos > 0 ? (labels.option(number: 2), twos) : nil
    }

    private func place(at index: Int) -> (place: Int, count: Int)? {
        let firsts = lexicon.firsts.length(texts, at: index)
        if firsts > 0 { return (1, firsts) }
        let seconds = lexicon.seconds.length(texts, at: index)
        return seconds > 0 ? (2, seconds) : nil
    }
}

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
/// - A label that carries a number of its own ("5 = strongly agree") is that option wherever it stands whole, or
///   without its number. A number alone means the option at that place and the option whose label has it; where these
///   are two, it is `ambiguous`. Of two numbers ("3: 5") the first is the place and the second the label, as the prompt
///   lists them.
/// - "Option", "rating", "score", "I", "this is" and the like may stand before them.
/// - "of 4", "out of 4" and "/4" may stand behind the number where 4 is the number of options, or the largest number in
///   their labels; behind any other ("7/10", "75%") the number is that of another scale, and no option.
/// - An explanation may follow behind punctuation or "because"; another option named in it makes it `ambiguous`.
/// - "2 or 3", "2-3", "2.5" are no option: the first two `ambiguous`, the last out of range.
package struct RatingScale: Sendable {
    typealias Token = RatingTokens.Token

    let options: RatingLabels

    /// The options offered, taken apart once for all replies to them.
    package init(_ options: [RatingOption]) {
        self.options = RatingLabels(options)
    }

    /// Of the options that are taken where the question is not known: made once, for a file has thousands of replies.
    package static let either = RatingScale(RatingOption.either)

    func read(_ text: String) -> RatingOutcome {
        if !options.haveNumbers, let outcome = options.plain(text) { return outcome }
        let text = Markup.withoutTags(Markup.decoded(text) ?? text)
        let tokens = RatingTokens(text)
        var at = 0
        while at < tokens.count {
            if let (found, next) = options.label(in: tokens, at: at) { return labelled(found, tokens, next) }
            if let number = number(tokens, at) { return numbered(number, tokens, at + 1) }
            let word = tokens.word(at)
            if RatingWords.between.contains(word) { return .ambiguous }
            guard RatingWords.fillers.contains(word) else { return .none }
            at += 1
        }
        return .none
    }

    /// The number at `at`, in digits, or in letters where nothing follows that it could count.
    private func number(_ tokens: RatingTokens, _ at: Int) -> RatingNumber? {
        if let number = tokens.number(at) { return number }
        guard let whole = RatingWords.numerals[tokens.word(at)], at + 1 == tokens.count || tokens.mark(at + 1) != nil
        else { return nil }
        return RatingNumber(thousandths: whole * 1000, isPercent: false)
    }

    /// The text begins with a label; `next` is the token behind it.
    private func labelled(_ found: [UInt8], _ tokens: RatingTokens, _ next: Int) -> RatingOutcome {
        guard found.count == 1, let option = found.first else { return .ambiguous }
        guard next < tokens.count else { return .option(option) }
        if let number = tokens.number(next), tokens.mark(next) != nil {
            let (candidates, behind) = candidates(number, tokens, next + 1)
            if candidates.contains(option) { return rest(tokens, behind, option) }
            return candidates.isEmpty ? .outOfRange : .ambiguous
        }
        guard tokens.mark(next) != nil || RatingWords.reasons.contains(tokens.word(next)) else {
            return RatingWords.joins.contains(tokens.word(next)) ? .ambiguous : .none
        }
        return rest(tokens, next, option)
    }

    /// The text begins with a number; `next` is the token behind it.
    private func numbered(_ number: RatingNumber, _ tokens: RatingTokens, _ next: Int) -> RatingOutcome {
        var (candidates, behind) = candidates(number, tokens, next)
        while RatingWords.units.contains(tokens.word(behind)) { behind += 1 }
        if RatingWords.percent.contains(tokens.word(behind)) { return .outOfRange }
        if let (found, end) = options.label(in: tokens, at: behind) {
            guard let option = found.first, found.count == 1 else { return .ambiguous }
            if candidates.contains(option) { return rest(tokens, end, option) }
            return candidates.isEmpty ? .outOfRange : .ambiguous
        }
        // "3: 5", as the prompt lists the option at place 3 whose label is "5".
        if tokens.mark(behind) != nil, let option = options.option(at: number, labelled: tokens.number(behind)) {
            return rest(tokens, behind + 1, option)
        }
        guard let option = candidates.first else { return .outOfRange }
        return candidates.count == 1 ? rest(tokens, behind, option) : .ambiguous
    }

    /// The options that a number may mean, in the light of "/4" and the like behind it, and the token behind that.
    private func candidates(
        _ number: RatingNumber, _ tokens: RatingTokens, _ next: Int
    ) -> (options: [UInt8], next: Int) {
        var behind = next
        if ["out", "over"].contains(tokens.word(behind)) { behind += 1 }
        let isOf = RatingWords.of.contains(tokens.word(behind))
        if isOf, let whole = tokens.number(behind + 1)?.whole {
            return (options.candidates(number, of: whole), behind + 2)
        }
        if tokens.mark(next) == UInt8(ascii: "/"), let whole = tokens.number(next)?.whole {
            // "1/2" may as well stand for "1 or 2".
            if !options.isSize(whole), options.candidates(tokens.number(next)).count > 0 {
                return (options.candidates(number), next)
            }
            return (options.candidates(number, of: whole), next + 1)
        }
        // "4 में से 2", "4点中2": the scale stands first.
        for phrase in RatingWords.outOf where tokens.has(phrase, at: next) {
            guard let taken = tokens.number(next + phrase.count), let whole = number.whole else { continue }
            return (options.candidates(taken, of: whole), next + phrase.count + 1)
        }
        return (options.candidates(number), next)
    }

    /// Whether what follows an option leaves it standing.
    private func rest(_ tokens: RatingTokens, _ start: Int, _ option: UInt8) -> RatingOutcome {
        var at = start
        while at < tokens.count {
            let isJoined = RatingWords.joins.contains(tokens.word(at - 1))
            if let (found, next) = options.label(in: tokens, at: at) {
                // Inside an explanation only a label that stands alone counts: "people agree" names no option.
                if !found.contains(option), at == start || tokens.mark(at) != nil || isJoined { return .ambiguous }
                at = next
                continue
            }
            if let number = tokens.number(at), at == start || isJoined {
                let others = options.candidates(number)
                if !others.isEmpty, !others.contains(option) { return .ambiguous }
            }
            at += 1
        }
        return .option(option)
    }
}

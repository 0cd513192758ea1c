import Text

/// Choices made by where the option stands: alone, first, or on a line of its own.
extension ChoiceText {
    /// The whole text is an option and no more: "(1)", "Option 2.", "B", "the first", "I choose b.", "both".
    var bare: ChoiceOutcome? {
        if let whole = lexicon.both.isWhole(texts) ? ChoiceOutcome.notAnOption : nil { return whole }
        var found: ChoiceMention?
        var at = 0
        while at < words.count {
            let mention = holder[at].map { mentions[$0] } ?? finder.bare(at: at)
            if let mention {
                guard found == nil, !isNoise(mention.range) else { return nil }
                found = mention
                at = mention.range.upperBound
                continue
            }
            let filler = lexicon.fillers.length(texts, at: at)
            guard filler > 0, !words.gap(at).isNoise || at == 0, words.before(at) != UInt8(ascii: "?") else {
                return nil
            }
            // "No. 2" numbers; any other "no" denies.
            if isDenial(at), words.before(at + 1) != UInt8(ascii: ".") || words.number(at + 1) == nil { return nil }
            at += filler
        }
        guard let found, words.before(words.count) != UInt8(ascii: "?") else { return nil }
        return ChoiceOutcome(found.option)
    }

    /// Options at the beginning of the text, and lines that hold nothing else.
    var leading: [Sign] {
        if isList { return [] }
        var signs: [Sign] = []
        if let first = firstNamed, isAnswer(first) {
            signs.append(Sign(option: isJoined(first) ? ChoiceLabels.several : first.option, at: 0, isFinal: false))
        }
        let lines = mentions.dropFirst(signs.isEmpty ? 0 : 1).filter { mention in
            let end = mention.range.upperBound
            return !isCrossed(mention) && words.gap(startWithArticle(mention)).hasNewline
                && words.before(end) != UInt8(ascii: "?")
                && (end == words.count || words.gap(end).hasNewline)
        }
        // Both options as headings are a list, and no choice.
        guard Set(lines.map(\.option)).count < 2 else { return signs }
        return signs
            + lines.filter { !isOpposed($0) }.map {
                Sign(option: $0.option, at: $0.range.lowerBound, isFinal: false)
            }
    }

    /// The option with which the text begins.
    private var firstNamed: ChoiceMention? {
        if let mention = mentions.first, startWithArticle(mention) == 0 { return mention }
        guard words.count > 0 else { return nil }
        let start = lexicon.articles.length(texts, at: 0)
        let bare = finder.bare(at: 0) ?? (start > 0 ? finder.bare(at: start) : nil)
        return bare.flatMap { isListNumber($0) ? nil : $0 }
    }

    /// "1. Option 2": the number counts what is listed.
    private func isListNumber(_ bare: ChoiceMention) -> Bool {
        guard let next = mentions.first, words.number(0) != nil else { return false }
        return startWithArticle(next) == bare.range.upperBound && next.option != bare.option
    }

    private func isAnswer(_ mention: ChoiceMention) -> Bool {
        let end = mention.range.upperBound
        guard finder.closes(end), words.before(end) != UInt8(ascii: "?"), !isNoise(mention.range) else { return false }
        if [UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "<")].contains(words.before(end)) { return false }
        if mention.isBare, words.before(end) == UInt8(ascii: "/"), !isJoined(mention) { return false }
        return !isOpposed(mention) && !isConditional(mention.range)
    }

    /// A number or a letter among garbage was not written as an answer.
    private func isNoise(_ range: Range<Int>) -> Bool {
        // "{first}" is a placeholder of the prompt.
        words.before(range.lowerBound) == .openBrace || words.gap(range.lowerBound).isNoise
            || words.gap(range.upperBound).isNoise
    }

    func startWithArticle(_ mention: ChoiceMention) -> Int {
        Self.startWithArticle(mention, words, texts, lexicon)
    }

    static func startWithArticle(
        _ mention: ChoiceMention, _ words: Words, _ texts: [String], _ lexicon: Lexicon
    ) -> Int {
        let start = mention.range.lowerBound
        let article = lexicon.articles.length(texts, endingAt: start)
        return article > 0 && !words.gap(start).endsSentence && !words.isSetOff(start) ? start - article : start
    }

    // MARK: - Speaking against what was named

    /// Whether the text goes on to speak against the option named: "Option 1: too harsh", "Option 1. I can't support it".
    func isOpposed(_ mention: ChoiceMention) -> Bool {
        var start = mention.range.upperBound
        if literal?.isText(of: mention.option, texts, at: start) == true { return false }
        for sentence in 0..<4 where start < words.count {
            let end = sentenceEnd(start)
            if sentence == 0, isJudgement(start, end) { return true }
            if speaksAgainstIt(start, end, isShort: sentence < 2 && end - start <= 4) { return true }
            start = end
        }
        return false
    }

    /// "too harsh", "is wrong", "no": a judgement right behind the option.
    private func isJudgement(_ start: Int, _ end: Int) -> Bool {
        guard words.gap(start).mark != nil || words.gap(start).hasNewline, !words.gap(start).endsSentence else {
            return false
        }
        return isNegative(afterAdverbs(start, end), end, needsPronoun: true)
    }

    /// "No.", "It is wrong.", "That's too much.", "I can't support it."
    private func speaksAgainstIt(_ start: Int, _ end: Int, isShort: Bool) -> Bool {
        if isShort, isNegative(start, end, needsPronoun: true) { return true }
        let pronoun = lexicon.pronouns.length(texts, at: start)
        if pronoun > 0, isNegative(afterAdverbs(start + pronoun, end), end, needsPronoun: false) { return true }
        return lexicon.writers.has(texts, at: start) && isNegative(start, end, needsPronoun: true)
    }

    private func isNegative(_ index: Int, _ end: Int, needsPronoun: Bool) -> Bool {
        let length = lexicon.negatives.length(texts, at: index)
        guard length > 0, index + length <= end, !lexicon.innocents.has(texts, at: index) else { return false }
        // "not Option 2" compares; "I wouldn't hurt anybody" is a reason, "I wouldn't do it" is a refusal of the option.
        let next = index + length + lexicon.articles.length(texts, at: index + length)
        if holder[next] != nil { return false }
        guard needsPronoun, lexicon.writers.has(texts, at: index) else { return true }
        let reach = index + length..<min(end, index + length + 6 * lexicon.stretch)
        return reach.contains { lexicon.pronouns.has(texts, at: $0) && finder.closes($0 + 1) }
    }

    private func afterAdverbs(_ index: Int, _ end: Int) -> Int {
        var at = index
        while at < end, !lexicon.negatives.has(texts, at: at) {
            let length = max(lexicon.copulas.length(texts, at: at), lexicon.adverbs.length(texts, at: at))
            guard length > 0 else { break }
            at += length
        }
        return at
    }

    /// Where the sentence that `index` is in ends.
    func sentenceEnd(_ index: Int) -> Int {
        var at = index + 1
        while at < words.count, !words.gap(at).endsSentence { at += 1 }
        return min(at, words.count)
    }
}

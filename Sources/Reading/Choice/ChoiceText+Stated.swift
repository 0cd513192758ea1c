import Text

/// Choices that a text states in words, rather than by standing alone or first.
extension ChoiceText {
    /// The options behind a label ("Answer: 2"), with a verb of choosing ("I would choose Option 2"), or of which is said
    /// that they are the writer's own ("Option 2 is closer to what I would do").
    var stated: [Sign] {
        let named = mentions.compactMap { sign(of: $0) }
        return named + bares.compactMap { sign(of: $0) }
    }

    private func sign(of mention: ChoiceMention) -> Sign? {
        let start = startWithArticle(mention)
        // "These are the choices:" may stand before a list of both.
        let isListed = isList && words.gap(start).hasNewline
        if !isListed, let isFinal = label(before: start) ?? label(before: mention.range.lowerBound) {
            return isConditional(mention.range) ? nil : standing(mention, isFinal: isFinal)
        }
        return isChosen(mention) ? standing(mention, isFinal: false) : nil
    }

    /// The sign that a mention is, unless it is asked or crossed out.
    private func standing(_ mention: ChoiceMention, isFinal: Bool) -> Sign? {
        guard !isAsked(mention.range.upperBound), !isCrossed(mention) else { return nil }
        let option = isJoined(mention) ? ChoiceLabels.several : mention.option
        return Sign(option: option, at: mention.range.lowerBound, isFinal: isFinal)
    }

    // MARK: - Labels

    /// Whether "answer:", "my choice is" or the like stands right before the word at `index`, and whether it is final.
    private func label(before index: Int) -> Bool? {
        var at = index
        var isLinked = [.colon, UInt8(ascii: "="), UInt8(ascii: "|")].contains(words.before(index))
        if isLinked, words.gap(index).endsSentence, !words.gap(index).hasNewline { return nil }
        if !isLinked {
            while case let length = lexicon.copulas.length(texts, endingAt: at), length > 0 {
                at -= length
                isLinked = true
            }
        }
        let behind = lexicon.ownersBehind.length(texts, endingAt: at)
        if behind > 0, lexicon.labels.length(texts, endingAt: at - behind) > 0 { at -= behind }
        let own = lexicon.ownLabels.length(texts, endingAt: at)
        let length = max(own, lexicon.labels.length(texts, endingAt: at))
        guard length > 0, isLinked || isClosedByCopula(index) else { return nil }
        if !words.gap(index).hasNewline, words.gap(index).endsSentence { return nil }
        return owner(before: at - length, isOwn: own > 0 || behind > 0, behind: at, isColon: at == index)
    }

    /// Whose label stands before `index`: nil where it is nobody's, else whether it is the final one.
    private func owner(before index: Int, isOwn: Bool, behind: Int, isColon: Bool) -> Bool? {
        let finals = lexicon.finals.length(texts, endingAt: index)
        let before = index - finals
        // In some languages "final" follows its noun: "respuesta final:".
        let isFinal = finals > 0
        guard let context = context(before: before, within: 8), !context.isDenied else { return nil }
        if !isColon, context.subject == .others { return nil }
        let isOwned = isOwn || lexicon.owners.length(texts, endingAt: before) > 0
        if isFinal { return true }
        return isOwned || isAtBreak(before) || words.before(before) == UInt8(ascii: "|") ? false : nil
    }

    /// "मेरा उत्तर विकल्प 1 है": the verb that joins the two follows both.
    private func isClosedByCopula(_ index: Int) -> Bool {
        let end = holder[index].map { mentions[$0].range.upperBound } ?? index + 1
        return lexicon.stretch > 1 || !texts[min(end, texts.count - 1)].utf8.allSatisfy { $0 < 0x80 }
            ? lexicon.copulas.has(texts, at: end) : false
    }

    // MARK: - Verbs

    /// Whether the writer is said to choose this option.
    private func isChosen(_ mention: ChoiceMention) -> Bool {
        if let stance = verbBefore(mention) { return stance }
        if mention.isBare { return !isCompared(mention) && verbBehind(mention) ?? false }
        if isNearer(mention) { return true }
        return !isCompared(mention) && (verbBehind(mention) ?? fits(mention) ?? false)
    }

    /// A verb before the option, the nearest one: whether it is meant; `nil` where there is none.
    private func verbBefore(_ mention: ChoiceMention) -> Bool? {
        let end = mention.range.lowerBound
        let starts = [end, startWithArticle(mention)]
        // "lean toward", "vote for": where the verb's own last word stands before the option, it compares nothing.
        let isCompared = self.isCompared(mention)
        var at = end
        while at > 0, end - at < 8 * lexicon.stretch, !words.gap(at).endsSentence, words.before(at) != UInt8(ascii: ";")
        {
            at -= 1
            if holder[at] != nil { return nil }
            // "mas gusto ko": the verb's form may begin a word or two before it.
            let back = (1...2).first { lexicon.ownVerbs.length(texts, at: at - $0) > $0 && at + 1 < end } ?? 0
            if back > 0, words.gap(at).mark == nil { at -= back }
            let own = lexicon.ownVerbs.length(texts, at: at)
            let near = lexicon.nearVerbs.length(texts, at: at)
            let implied = lexicon.impliedVerbs.length(texts, at: at)
            var length = max(own, implied, lexicon.verbs.length(texts, at: at))
            if length == 0, starts.contains(at + near) { length = near }
            guard length > 0, at + length <= end else { continue }
            let isAdjacent = starts.contains(at + length)
            if mention.isBare, !isAdjacent { return nil }
            if isCompared, !isAdjacent { return false }
            return isMeant(at..<at + length, mention, own == length ? .own : implied == length ? .implied : .needed)
        }
        return nil
    }

    /// A verb behind the option, as in German, Hindi, Urdu, Japanese.
    private func verbBehind(_ mention: ChoiceMention) -> Bool? {
        let start = mention.range.upperBound
        for at in start..<min(words.count, start + 8 * lexicon.stretch) {
            if at > start || words.gap(at).mark != nil {
                if words.gap(at).endsSentence || [.comma, UInt8(ascii: ";"), .colon].contains(words.before(at)) {
                    return nil
                }
            }
            if holder[at] != nil || lexicon.contrasts.has(texts, at: at) { return nil }
            let own = lexicon.ownBehind.length(texts, at: at)
            let implied = lexicon.impliedBehind.length(texts, at: at)
            let needed = lexicon.verbsBehind.length(texts, at: at)
            let length = max(own, implied, needed)
            if length == 0 { continue }
            let need: WriterNeed = own == length ? .own : implied == length ? .implied : .stated
            return isMeant(at..<at + length, mention, need)
        }
        return nil
    }

    // MARK: - What is said of the option

    /// "Option 1 is closer to what I would do", "passt besser zu mir": whether it is said and meant.
    private func fits(_ mention: ChoiceMention) -> Bool? {
        var at = mention.range.upperBound
        var steps = 0
        while at < words.count, steps < 8 * lexicon.stretch {
            let mark = words.before(at)
            let isFirst = at == mention.range.upperBound && (mark == .colon || mark == UInt8(ascii: "-"))
            if mark != nil, !isFirst || words.gap(at).endsSentence { return nil }
            let length = lexicon.fits.length(texts, at: at)
            if length > 0 { return isMeantFit(at..<at + length, mention) }
            var skipped = max(lexicon.adverbs.length(texts, at: at), lexicon.copulas.length(texts, at: at))
            if skipped == 0, case let compared = lexicon.comparisons.length(texts, at: at), compared > 0,
                let other = holder[at + compared]
            {
                skipped = mentions[other].range.upperBound - at
            }
            guard skipped > 0 else { return nil }
            (at, steps) = (at + skipped, steps + skipped)
        }
        return nil
    }

    private func isMeantFit(_ phrase: Range<Int>, _ mention: ChoiceMention) -> Bool {
        guard let before = context(before: mention.range.lowerBound, within: 8), !before.isDenied, !before.isHedged,
            before.subject != .others, !isConditional(mention.range.lowerBound..<phrase.upperBound)
        else { return false }
        var writer = lexicon.writers.occurs(texts, in: phrase)
        var at = phrase.upperBound
        let end = min(words.count, at + 40 * lexicon.stretch)
        while at < end, !words.gap(at).endsSentence, ![.comma, UInt8(ascii: ";")].contains(words.before(at)) {
            if lexicon.reasons.has(texts, at: at) || lexicon.contrasts.has(texts, at: at)
                || lexicon.comparisons.has(texts, at: at) && holder[at + 1] != nil || texts[at] == "than"
            {
                break
            }
            if isDenial(at) { return false }
            if lexicon.writers.has(texts, at: at) { writer = true }
            if !writer, lexicon.others.has(texts, at: at), !isRole(at) { return false }
            at += 1
        }
        return true
    }

    /// "What I would do is closer to Option 1".
    private func isNearer(_ mention: ChoiceMention) -> Bool {
        for start in [mention.range.lowerBound, startWithArticle(mention)] {
            let length = lexicon.closers.length(texts, endingAt: start)
            guard length > 0, let context = context(before: start - length, within: 8) else { continue }
            return !context.isDenied && !context.isHedged && context.subject != .others && !isConditional(mention.range)
        }
        return false
    }
}

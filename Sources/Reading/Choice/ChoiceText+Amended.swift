/// Choices that stand against something said before: "Wait, Option 2", "not Option 1 but Option 2".
extension ChoiceText {
    /// Options named right behind words that take something back: "Wait — Option 2", "No, I mean Option 2".
    var amended: [Sign] {
        (mentions + bares).compactMap { mention in
            guard !isCompared(mention), amends(before: mention.range.lowerBound),
                standsAlone(mention)
            else { return nil }
            let isAsked = isAsked(mention.range.upperBound)
            let option = isAsked || isJoined(mention) ? ChoiceLabels.several : mention.option
            return Sign(option: option, at: mention.range.lowerBound, isFinal: false, corrects: true)
        }
    }

    /// Whether what stands before `index` is a run of words that say nothing but that something is corrected, from the
    /// beginning of a clause on.
    private func amends(before index: Int) -> Bool {
        var (at, amends, isAmend) = (index, false, false)
        while at > 0, index - at < 12 * lexicon.stretch {
            if amends, isAtBreak(at) || words.isSetOff(at) { return true }
            if amends, index - at > 8 * lexicon.stretch { return false }
            guard let found = amendment(endingAt: at, beforeAnother: isAmend) else { return false }
            (at, isAmend) = (at - found.length, found.isAmend)
            amends = amends || isAmend
        }
        return amends && at == 0
    }

    /// The words that end before `index`, and whether they correct; `nil` where they say something else.
    private func amendment(endingAt index: Int, beforeAnother: Bool) -> (length: Int, isAmend: Bool)? {
        let amend =
            [lexicon.amends, lexicon.corrections, lexicon.correctionPhrases]
            .map { $0.length(texts, endingAt: index) }.max() ?? 0
        if amend > 0 {
            // "No, Option 2" corrects; "no Option 2" denies.
            let denies = lexicon.denials.length(texts, endingAt: index) == amend
            return !denies || beforeAnother || words.isSetOff(index) ? (amend, true) : nil
        }
        let filler =
            [
                lexicon.articles, lexicon.copulas, lexicon.openings, lexicon.adverbs, lexicon.contrasts, lexicon.owners,
                lexicon.labels, lexicon.writers, lexicon.pronouns,
            ].map { $0.length(texts, endingAt: index) }.max() ?? 0
        return filler > 0 && holder[index - 1] == nil ? (filler, false) : nil
    }

    /// Whether nothing goes on behind the option but the verb that closes it.
    func standsAlone(_ mention: ChoiceMention) -> Bool {
        var end = mention.range.upperBound
        if finder.closes(end) { return words.before(end) != UInt8(ascii: "/") }
        if finder.isObject(end) { return true }
        end += max(lexicon.copulas.length(texts, at: end), lexicon.openings.length(texts, at: end))
        return end > mention.range.upperBound && finder.closes(end)
    }

    // MARK: - One against the other

    /// "Not Option 1 but Option 2", "Option 2 rather than Option 1".
    var contrasted: [Sign] {
        zip(mentions, mentions.dropFirst()).compactMap { first, second in
            guard first.option != second.option else { return nil }
            let between = first.range.upperBound..<second.range.lowerBound
            guard between.count <= 6 * lexicon.stretch, !between.contains(where: { words.gap($0).endsSentence }),
                !words.gap(second.range.lowerBound).endsSentence, !isAsked(second.range.upperBound)
            else { return nil }
            let meant: ChoiceMention
            if holds(lexicon.buts, between), denies(first, between), standsAlone(second) {
                meant = second
            } else if holds(lexicon.insteads, between), isAtStart(first), finder.closes(second.range.upperBound) {
                meant = first
            } else {
                return nil
            }
            guard let context = context(before: startWithArticle(first), within: 8), !context.isHedged,
                context.subject != .others, !isConditional(first.range.lowerBound..<second.range.upperBound)
            else { return nil }
            return Sign(option: meant.option, at: meant.range.lowerBound, isFinal: false)
        }
    }

    /// Whether a phrase fills the range, but for an article.
    private func holds(_ phrases: Phrases, _ range: Range<Int>) -> Bool {
        let length = phrases.length(texts, at: range.lowerBound)
        guard length > 0 else { return false }
        let rest = range.lowerBound + length
        return rest == range.upperBound || rest + lexicon.articles.length(texts, at: rest) == range.upperBound
    }

    /// Whether "not" stands before the first option, or the words behind it deny it.
    private func denies(_ mention: ChoiceMention, _ behind: Range<Int>) -> Bool {
        if behind.contains(where: isDenial) { return true }
        var at = startWithArticle(mention)
        let reach = max(0, at - 8 * lexicon.stretch)
        while at > reach, !words.gap(at).endsSentence {
            at -= 1
            if holder[at] != nil { return false }
            if isDenial(at) { return true }
        }
        return false
    }

    /// Whether the option begins its sentence, but for words that say nothing: "Rather Option 2 than Option 1".
    private func isAtStart(_ mention: ChoiceMention, within reach: Int = 4) -> Bool {
        var at = startWithArticle(mention)
        while at > 0, !words.gap(at).endsSentence, mention.range.lowerBound - at < reach * lexicon.stretch {
            let filler =
                [lexicon.adverbs, lexicon.openings, lexicon.corrections, lexicon.innocents].map {
                    $0.length(texts, endingAt: at)
                }.max() ?? 0
            guard filler > 0 else { return false }
            at -= filler
        }
        return isAtBreak(at)
    }

    // MARK: - The only one named

    /// "Without hesitation: Option 1", "Which one? Option 2, of course": the only option that a text names, in a sentence
    /// of its own or behind a mark, where nothing before it denies, supposes or tells of somebody else.
    var alone: [Sign] {
        let answered = bares.filter { words.before($0.range.upperBound) != UInt8(ascii: "?") }
        guard mentions.count == 1, answered.isEmpty, let mention = mentions.first, !declinesBoth else { return [] }
        let start = startWithArticle(mention)
        let end = mention.range.upperBound
        // Within its own sentence only words that say nothing may stand before it: "Worst choice: Option 1" says something.
        guard isAtStart(mention, within: 12) else { return [] }
        guard start > 0, start <= 12 * lexicon.stretch, words.isSetOff(start) || words.gap(start).endsSentence,
            standsAlone(mention), !isAsked(end), !isCrossed(mention), !isOpposed(mention),
            !isConditional(mention.range), !(0..<start).contains(where: isObjection),
            !(end..<sentenceEnd(max(0, end - 1))).contains(where: isObjection)
        else { return [] }
        return [Sign(option: mention.option, at: mention.range.lowerBound, isFinal: false)]
    }

    private func isObjection(_ index: Int) -> Bool {
        isDenial(index) || lexicon.hedges.has(texts, at: index) || lexicon.advice.has(texts, at: index)
            || lexicon.others.has(texts, at: index) && !isRole(index) || lexicon.conditions.has(texts, at: index)
            || lexicon.examples.has(texts, at: index) || lexicon.falsy.has(texts, at: index)
    }

    /// Whether a sentence behind `index` ends in "I'm not sure", "half the time".
    func isDoubted(_ index: Int) -> Bool {
        (index..<texts.count).contains { at in
            let length = lexicon.doubts.length(texts, at: at)
            return length > 0 && finder.closes(at + length)
        }
    }
}

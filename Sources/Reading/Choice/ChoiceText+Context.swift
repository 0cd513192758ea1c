import Text

/// What stands around a verb or an option: whose it is, and whether it is denied, supposed, asked or compared.
extension ChoiceText {
    /// Whether a verb of choosing must have the writer as its subject in so many words.
    enum WriterNeed {
        /// "choose": said, or the verb begins its sentence ("Choosing Option 1 …").
        case needed
        /// "wählen" behind its object: said.
        case stated
        /// "選びます": unless somebody else is named.
        case implied
        /// "elijo": the form itself says so.
        case own
    }

    enum Subject { case writer, others }

    /// What stands before a word in its sentence.
    struct Context {
        var isDenied = false
        var isHedged = false
        /// The nearest subject.
        var subject: Subject?
    }

    /// What stands before `index`; `nil` where it cannot be said.
    func context(before index: Int, within reach: Int) -> Context? {
        var context = Context()
        var (at, isSameClause) = (index, true)
        let reach = reach * lexicon.stretch
        while at > 0, !words.gap(at).endsSentence, words.before(at) != UInt8(ascii: ";"), index - at < 3 * reach {
            if [.comma, .colon].contains(words.before(at)) { isSameClause = false }
            at -= 1
            if lexicon.contrasts.has(texts, at: at) { isSameClause = false }
            if holder[at] != nil { continue }
            let distance = index - at
            if isSameClause, distance <= reach {
                if distance <= reach - 3, isDenial(at), !isOfAnother(at, before: index) { context.isDenied = true }
                if lexicon.hedges.has(texts, at: at) || lexicon.advice.has(texts, at: at) { context.isHedged = true }
            }
            guard context.subject == nil, distance <= reach + 2 else { continue }
            if lexicon.writers.has(texts, at: at) {
                context.subject = .writer
            } else if lexicon.others.has(texts, at: at), !isRole(at) {
                context.subject = .others
            }
        }
        return context
    }

    /// Whether the verb states what the writer does: not denied, not supposed, not asked, not somebody else's.
    func isMeant(_ verb: Range<Int>, _ mention: ChoiceMention, _ need: WriterNeed) -> Bool {
        let isBefore = verb.lowerBound < mention.range.lowerBound
        let first = isBefore ? verb.lowerBound : mention.range.lowerBound
        let last = isBefore ? mention.range.upperBound : verb.upperBound
        let between = isBefore ? verb.upperBound..<mention.range.lowerBound : mention.range.upperBound..<verb.lowerBound
        if between.contains(where: { isDenial($0) || lexicon.hedges.has(texts, at: $0) && isBefore }) { return false }
        // "Pipiliin ng kapatid ko ang Opsyon 1": in some languages the one who acts follows the verb.
        if isBefore, lexicon.agents.has(texts, at: verb.upperBound), hasAgent(between) { return false }
        // "Ich wähle Möglichkeit 1 nicht."
        if isDenial(last), !words.isSetOff(last), finder.closes(last + 1) { return false }
        // "を選ぶべき", "を選ぶ人が多い": what follows the verb may take it from the writer.
        let behind = verb.upperBound..<min(texts.count, verb.upperBound + 3 * lexicon.stretch)
        if !isBefore, behind.prefix(while: { !words.isSetOff($0) }).contains(where: isNoChoice) { return false }
        guard let context = context(before: first, within: 8), !context.isDenied, !context.isHedged,
            !isConditional(first..<last)
        else { return false }
        switch need {
        case .own: return context.subject != .others || lexicon.writers.has(texts, at: verb.lowerBound)
        case .implied: return context.subject != .others
        case .stated: return context.subject == .writer || between.contains { lexicon.writers.has(texts, at: $0) }
        case .needed:
            // "wähle ich" has its subject in it.
            let isWriters = context.subject != .others && lexicon.writers.occurs(texts, in: verb)
            return isWriters || context.subject == .writer || (context.subject == nil && isAtBreak(first))
        }
    }

    private func hasAgent(_ range: Range<Int>) -> Bool {
        range.contains { lexicon.others.has(texts, at: $0) && !isRole($0) }
    }

    private func isNoChoice(_ index: Int) -> Bool {
        lexicon.advice.has(texts, at: index) || lexicon.hedges.has(texts, at: index)
            || lexicon.others.has(texts, at: index) || isDenial(index)
    }

    /// Whether a word that denies stands at an option that was named before: "instead of Option 1 I choose".
    private func isOfAnother(_ index: Int, before end: Int) -> Bool {
        if index > 0, holder[index - 1] != nil, lexicon.comparisonsBehind.has(texts, at: index) { return true }
        var next =
            index + max(1, lexicon.denials.length(texts, at: index), lexicon.comparisons.length(texts, at: index))
        if holder[next] == nil { next += lexicon.articles.length(texts, at: next) }
        return next < end && holder[next] != nil
    }

    /// A word that denies, and no part of an option's name.
    func isDenial(_ index: Int) -> Bool {
        guard lexicon.denials.has(texts, at: index), holder[index] == nil else { return false }
        return !(max(0, index - 2)...index).contains { start in
            let length = lexicon.innocents.length(texts, at: start)
            return length > 0 && start + length > index
        }
    }

    /// "As a person from there": a role that the writer takes.
    func isRole(_ index: Int) -> Bool {
        if (0...3).contains(where: { lexicon.roles.length(texts, endingAt: index - $0) > 0 }) { return true }
        // "व्यक्ति के रूप में", "人として": in these languages it follows.
        guard let last = texts[index].utf8.last, last >= 0x80 else { return false }
        return (1...3).contains { lexicon.roles.has(texts, at: index + $0) }
    }

    /// Whether the option stands in a comparison.
    func isCompared(_ mention: ChoiceMention) -> Bool {
        let starts = [mention.range.lowerBound, startWithArticle(mention)]
        if starts.contains(where: { lexicon.comparisons.length(texts, endingAt: $0) > 0 && !words.isSetOff($0) }) {
            return true
        }
        return lexicon.comparisonsBehind.has(texts, at: mention.range.upperBound)
            && !words.isSetOff(mention.range.upperBound)
    }

    /// Whether the sentence that goes on at `index` ends in a question mark, at most 60 words later.
    func isAsked(_ index: Int) -> Bool {
        var at = index
        while at < words.count, at - index < 60 * lexicon.stretch, !words.gap(at).endsSentence { at += 1 }
        return words.before(at) == UInt8(ascii: "?")
    }

    /// "Option 1 or Option 2", "1 and 2", "Option 1/Option 2": both are named, and neither is chosen.
    func isJoined(_ mention: ChoiceMention) -> Bool {
        if isJoined(mention.range.upperBound, to: mention.option) { return true }
        let before = (1...4).lazy.compactMap { holder[mention.range.lowerBound - $0] }.first.map { mentions[$0] }
        guard let before, before.option != mention.option else { return false }
        return isJoined(before.range.upperBound, to: before.option)
    }

    private func isJoined(_ end: Int, to option: Int) -> Bool {
        guard end < words.count, !words.gap(end).endsSentence else { return false }
        let joiner = lexicon.joiners.length(texts, at: end)
        let isMarked = [UInt8(ascii: "/"), .comma, UInt8(ascii: "|"), UInt8(ascii: "&")].contains(words.before(end))
        guard joiner > 0 || isMarked else { return false }
        var next = end + joiner
        // The article may belong to the label itself: "the first / the second".
        if next < words.count, holder[next] == nil { next += lexicon.articles.length(texts, at: next) }
        guard next < words.count else { return false }
        let other = holder[next].map { mentions[$0] } ?? finder.bare(at: next)
        guard let other, other.range.lowerBound == next, other.option != option else { return false }
        // "… and Option 2 is cold" begins another statement.
        let behind = other.range.upperBound
        return finder.closes(behind) || !lexicon.copulas.has(texts, at: behind)
    }

    // MARK: - Conditions

    /// Whether what stands in `range` holds only on a condition that is not the question's own: "if I were rich".
    func isConditional(_ range: Range<Int>) -> Bool {
        var start = range.lowerBound
        let reach = 40 * lexicon.stretch
        while start > 0, !words.gap(start).endsSentence, range.lowerBound - start < reach { start -= 1 }
        for at in start..<range.lowerBound where isCondition(at) {
            let clause = at..<clauseEnd(at, range.lowerBound)
            // "If I choose Option 1": the choice itself is the condition.
            let isApart = clause.upperBound < range.lowerBound || words.isSetOff(range.lowerBound)
            if !isApart || texts[at] == "unless" || !lexicon.benign.occurs(texts, in: clause) { return true }
        }
        var at = range.upperBound
        while at < words.count, !words.gap(at).endsSentence, at - range.upperBound < reach {
            if isCondition(at), at + 1 < words.count {
                return !lexicon.benign.occurs(texts, in: at..<clauseEnd(at, min(words.count, at + reach)))
            }
            if lexicon.reasons.has(texts, at: at) || lexicon.contrasts.has(texts, at: at) { return false }
            at += 1
        }
        return false
    }

    /// "If"; but not "sí," of Spanish, which folds to the same letters.
    private func isCondition(_ index: Int) -> Bool {
        let length = lexicon.conditions.length(texts, at: index)
        return length > 0 && !words.isSetOff(index + length) && holder[index] == nil
    }

    private func clauseEnd(_ index: Int, _ limit: Int) -> Int {
        var at = index + 1
        while at < limit, !words.gap(at).endsSentence, ![.comma, .colon, UInt8(ascii: ";")].contains(words.before(at)),
            texts[at] != "then"
        {
            at += 1
        }
        return at
    }
}

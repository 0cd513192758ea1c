/// Choices that a text states in words, rather than by standing alone or first.
extension ChoiceText {
    /// The options behind a label ("Answer: 2") or a verb of choosing ("I would choose Option 2").
    var stated: [Sign] {
        let named = mentions.compactMap { mention -> Sign? in
            let start = mention.range.lowerBound
            if isCompared(start) { return nil }
            if let isFinal = label(before: start) { return Sign(option: mention.option, at: start, isFinal: isFinal) }
            return isChosen(start) ? Sign(option: mention.option, at: start, isFinal: false) : nil
        }
        // "Answer: 2": a bare number counts only behind such a label and with nothing behind it.
        let numbered = words.words.indices.compactMap { index -> Sign? in
            guard let option = ChoiceMention.designator(words, index), let isFinal = label(before: index),
                index + 1 == words.count || words.isSetOff(index + 1) || words.gap(index + 1).hasNewline
                    || Self.reasons.contains(words.text(index + 1))
            else { return nil }
            return Sign(option: option, at: index, isFinal: isFinal)
        }
        return named + numbered
    }

    /// Whether "answer:", "my choice is" or the like stands right before the word at `index`, and whether it is final.
    private func label(before index: Int) -> Bool? {
        var at = words.text(index - 1) == "the" ? index - 2 : index - 1
        let hasColon = words.before(index) == .colon || words.before(index) == UInt8(ascii: "=")
        if ["is", "be"].contains(words.text(at)) || ["would"].contains(words.text(at)) {
            while ["is", "be", "would", "will"].contains(words.text(at)) { at -= 1 }
        } else if !hasColon {
            return nil
        }
        guard Self.labels.contains(words.text(at)) else { return nil }
        let owner = words.text(at - 1)
        if ["final", "last"].contains(owner) { return true }
        let isOwned = ["my", "the", "selected", "chosen", "preferred", "correct", "best", "our"].contains(owner)
        return isOwned || isAtBreak(at) ? false : nil
    }

    /// Whether the option at `index` stands in a comparison.
    private func isCompared(_ index: Int) -> Bool {
        let at = words.text(index - 1) == "the" ? index - 2 : index - 1
        switch words.text(at) {
        case "than", "unlike", "over", "against", "not", "versus", "vs", "to", "whereas", "while", "reject": return true
        case "of": return ["instead", "place", "ahead"].contains(words.text(at - 1))
        default: return false
        }
    }

    /// Whether a verb of choosing with the writer as its subject stands shortly before `index`, in its sentence.
    private func isChosen(_ index: Int) -> Bool {
        var at = index
        while at > 0, index - at < 7, !words.gap(at).endsSentence, words.before(at) != UInt8(ascii: ";") {
            at -= 1
            if at + 2 <= index, mentionStarts.contains(at) { return false }
            if Self.verbs.contains(words.text(at)) || isVerbWithPreposition(at) { return isMeant(at, before: index) }
        }
        return false
    }

    private func isVerbWithPreposition(_ at: Int) -> Bool {
        switch words.text(at) {
        case "go", "going": words.text(at + 1) == "with" || words.text(at + 1) == "for"
        case "opt", "opting", "vote", "voting": words.text(at + 1) == "for"
        case "lean", "leaning": words.text(at + 1) == "toward" || words.text(at + 1) == "towards"
        case "decide", "decided", "settle", "settled": words.text(at + 1) == "on"
        default: false
        }
    }

    /// Whether the verb at `verb` states what the writer does: not denied, not supposed, not somebody else's.
    private func isMeant(_ verb: Int, before index: Int) -> Bool {
        if isAsked(index) { return false }
        for between in verb + 1..<max(verb + 1, index) where Self.denials.contains(words.text(between)) { return false }
        var at = verb
        var isMine = isAtBreak(verb)
        var isSameClause = true
        while at > 0, !words.gap(at).endsSentence, verb - at < 24 {
            isSameClause = isSameClause && words.before(at) != .comma
            at -= 1
            let word = words.text(at)
            if verb - at <= 5, Self.denials.contains(word) { return false }
            if isSameClause, Self.suppositions.contains(word), verb - at <= 8 { return false }
            if verb - at <= 6, Self.writers.contains(word) { isMine = true }
        }
        return isMine
    }

    /// Whether the sentence that goes on at `index` ends in a question mark, at most 60 words later.
    private func isAsked(_ index: Int) -> Bool {
        var at = index + 1
        while at < words.count, at - index < 60, !words.gap(at).endsSentence { at += 1 }
        return words.before(at) == UInt8(ascii: "?")
    }

    private static let labels: Set<String> = [
        "answer", "choice", "decision", "selection", "action", "response", "option", "preference", "pick",
    ]
    private static let verbs: Set<String> = [
        "choose", "chose", "choosing", "select", "selecting", "selected", "pick", "picking", "picked", "prefer",
    ]
    private static let writers: Set<String> = ["i", "id", "ill", "im", "ive", "we", "my", "me"]
    private static let denials: Set<String> = [
        "not", "never", "wouldnt", "dont", "cannot", "cant", "wont", "neither", "nor", "didnt", "couldnt", "avoid",
        "hesitate", "refuse", "both", "between",
    ]
    private static let suppositions: Set<String> = [
        "if", "could", "might", "may", "were", "when", "whether", "initially", "someone", "others", "people", "they",
        "unless",
    ]
}

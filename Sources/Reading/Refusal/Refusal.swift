import Text

/// Tells a refusal from other text. Asked only where a reply holds no answer.
///
/// A text refuses where, in its first 2,000 characters, in English or the study's language,
/// 1. it says no more than that ("I would rather not.", "No comment."); or
/// 2. it begins with an apology or "unfortunately", and the writer's inability or unwillingness follows; or
/// 3. it says that it comes from an AI or a language model, and denies something; or
/// 4. the writer's inability stands in one sentence with a word for answering ("I can't choose"); or
/// 5. it holds what only refusals hold ("I have no personal preferences", "I must decline").
///
/// "I can't support it", said of the one option that a text names, speaks against that option and refuses nothing.
struct Refusal {
    private let words: Words
    private let texts: [String]
    private let lexicon: Lexicon
    private var patterns: RefusalWords { lexicon.refusal }

    init(_ text: some StringProtocol, _ lexicon: Lexicon) {
        let words = Words(text.prefix(2000), elisions: lexicon.elisions)
        self.init(words, lexicon.words(words), lexicon)
    }

    private init(_ words: Words, _ texts: [String], _ lexicon: Lexicon) {
        (self.words, self.texts, self.lexicon) = (words, texts, lexicon)
    }

    static func isRefusal(_ text: some StringProtocol, _ lexicon: Lexicon) -> Bool {
        Refusal(text, lexicon).isRefusal(of: nil)
    }

    static func isRefusal(_ bytes: Bytes, _ ranges: [Range<Int>], _ lexicon: Lexicon) -> Bool {
        isRefusal(ranges.map { bytes.text($0) }.joined(separator: "\n"), lexicon)
    }

    /// Whether a text about options refuses to choose.
    static func isRefusal(_ text: String, naming choice: ChoiceText) -> Bool {
        Refusal(text, choice.lexicon).isRefusal(of: choice.namesOne ? choice : nil)
    }

    /// Whether a text refuses that could as well tell what somebody does.
    static func declines(_ text: String, _ lexicon: Lexicon) -> Bool {
        let refusal = Refusal(text, lexicon)
        guard !refusal.texts.isEmpty else { return false }
        if refusal.patterns.whole.isWhole(refusal.texts) { return true }
        let speaksAsModel = refusal.patterns.selves.occurs(refusal.texts, in: refusal.texts.indices)
        if speaksAsModel, refusal.deniesSomething { return true }
        return refusal.patterns.apologies.has(refusal.texts, at: 0) && refusal.isUnable
    }

    private func isRefusal(of choice: ChoiceText?) -> Bool {
        guard !texts.isEmpty else { return false }
        if patterns.whole.isWhole(texts) { return true }
        if patterns.selves.occurs(texts, in: texts.indices), deniesSomething { return true }
        let declines = texts.indices.contains { start in
            guard let end = end(of: patterns.refusals, at: start) else { return false }
            return choice.map { !speaks(of: $0, start, end) } ?? true
        }
        if declines { return true }
        if choice == nil, patterns.apologies.has(texts, at: 0), isUnable { return true }
        return texts.indices.contains { start in
            guard let end = end(of: patterns.inabilities, at: start), isAboutAnswering(start, end) else { return false }
            return choice.map { !speaks(of: $0, start, end) } ?? true
        }
    }

    private var deniesSomething: Bool {
        texts.indices.contains { lexicon.denials.has(texts, at: $0) || end(of: patterns.inabilities, at: $0) != nil }
    }

    private var isUnable: Bool {
        texts.indices.contains { index in
            if end(of: patterns.inabilities, at: index) != nil { return true }
            return texts[index] == "i"
                && (texts.dropFirst(index + 1).first == "dont"
                    || texts.dropFirst(index + 1).prefix(2) == ["do", "not"])
        }
    }

    /// Whether the sentence names the option or points to it: "it", "that".
    private func speaks(of choice: ChoiceText, _ start: Int, _ end: Int) -> Bool {
        let sentence = sentence(around: start, end)
        return sentence.contains { choice.holder[$0] != nil || ($0 >= start && lexicon.pronouns.has(texts, at: $0)) }
    }

    private func isAboutAnswering(_ start: Int, _ end: Int) -> Bool {
        let sentence = sentence(around: start, end)
        let behind = end..<min(sentence.upperBound, end + 7 * lexicon.stretch)
        if behind.contains(where: isAnswering) { return true }
        // "Ich kann keine Wahl treffen", "चुन नहीं सकता", "選べません": within the pattern, or before it.
        if (start..<end).contains(where: isAnswering) { return true }
        return lexicon.putsVerbsLast
            && (max(sentence.lowerBound, start - 12 * lexicon.stretch)..<start).contains(where: isAnswering)
    }

    private func isAnswering(_ index: Int) -> Bool {
        if patterns.answering.has(texts, at: index) { return true }
        return patterns.answeringStems.contains { texts[index].hasPrefix($0) }
    }

    private func sentence(around start: Int, _ end: Int) -> Range<Int> {
        var (first, last) = (start, end)
        while first > 0, !words.gap(first).endsSentence { first -= 1 }
        while last < words.count, !words.gap(last).endsSentence { last += 1 }
        return first..<max(first, last)
    }

    /// The index behind the first pattern that begins at `index`.
    private func end(of patterns: [String: [RefusalWords.Pattern]], at index: Int) -> Int? {
        guard let candidates = patterns[texts[index]] else { return nil }
        return candidates.lazy.compactMap { end(of: $0, at: index) }.first
    }

    private func end(of pattern: RefusalWords.Pattern, at index: Int) -> Int? {
        var at = index
        for (number, part) in pattern.parts.enumerated() {
            var tries = number == 0 ? 1 : 8 * lexicon.stretch
            while !has(part, at: at) {
                tries -= 1
                guard tries > 0, at < texts.count, !words.gap(at).endsSentence || at == index else { return nil }
                at += 1
            }
            guard number == 0 || !words.gap(at).endsSentence else { return nil }
            at += part.count
        }
        return at
    }

    private func has(_ part: [String], at index: Int) -> Bool {
        index + part.count <= texts.count && texts[index] == part.first
            && texts[index..<index + part.count].elementsEqual(part)
    }
}

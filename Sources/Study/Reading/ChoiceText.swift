/// Reads which option a text chooses.
///
/// Signs of a choice, the strongest first; only the strongest kind that occurs counts:
/// 1. **Final**: "final answer: Option 2", "my final choice is 1".
/// 2. **Stated**: "Answer: 2", "my choice is Option 1"; "I would choose Option 2", where the verb is not denied
///    ("wouldn't choose"), not supposed in its own clause ("if I chose", "I could choose"), not asked, and has the
///    writer as its subject; the text begins with the option ("Option 1: …", "2.", "Option 2 because …"), or a line holds nothing else.
///
/// - A number or letter without its noun counts only among usual marks: of "%2&>S" nothing is read.
/// - "unlike Option 1", "rather than Option 1", "over Option 1" compare; they never choose.
/// - A text that lists both options ("Option 1: … Option 2: …") does not choose by beginning with one.
/// - Two different choices are ambiguous, unless "on second thought", "changed my mind", or at the start of a clause
///   "actually", "correction", "wait" or the like stands between them: then the last counts.
/// - "Neither" and "both", without any choice, are no option.
struct ChoiceText {
    let words: Words
    let mentions: [ChoiceMention]
    let mentionStarts: Set<Int>

    init(_ text: some StringProtocol) {
        let words = Words(text)
        self.words = words
        mentions = words.words.indices.compactMap { ChoiceMention(words, at: $0) }
        mentionStarts = Set(mentions.map(\.range.lowerBound))
    }

    /// One sign of a choice.
    struct Sign {
        let option: Int
        let at: Int
        let isFinal: Bool
    }

    /// What the text says. `beginning` says whether an option at its very beginning counts, which it does not in the
    /// text behind an object that has already answered.
    func outcome(beginning: Bool = true) -> ChoiceOutcome {
        if let bare { return bare }
        var signs = stated
        if beginning { signs += leading }
        signs.sort { $0.at < $1.at }
        let finals = signs.filter(\.isFinal)
        return settle(finals.isEmpty ? signs : finals)
    }

    /// What the first line says by itself, where the text begins with an option.
    var leadingOutcome: ChoiceOutcome {
        if let bare { return bare }
        return settle(leading.filter { $0.at == 0 })
    }

    /// Whether the text takes an earlier answer back.
    var corrects: Bool { words.words.indices.contains(where: isCorrection) }

    /// "Actually" and the like where they begin a sentence or a clause, "on second thought", "changed my mind".
    private func isCorrection(_ index: Int) -> Bool {
        switch words.text(index) {
        case "thought", "thoughts": words.text(index - 1) == "second"
        case "mind": words.text(index - 1) == "my"
        case let word: Self.corrections.contains(word) && (isAtBreak(index) || words.isSetOff(index))
        }
    }

    /// Whether it names both or none of the options.
    var declinesBoth: Bool {
        words.words.indices.contains { index in
            let word = words.text(index)
            return word == "neither" || word == "both" || (word == "none" && words.text(index + 1) == "of")
        }
    }

    private func settle(_ signs: [Sign]) -> ChoiceOutcome {
        guard var last = signs.first else { return .none }
        for sign in signs.dropFirst() {
            let isCorrected = (last.at..<sign.at).contains(where: isCorrection)
            guard sign.option == last.option || isCorrected else { return .ambiguous }
            last = sign
        }
        return last.option == 1 || last.option == 2 ? .option(last.option) : .notAnOption
    }

    // MARK: - The signs

    /// The whole text is an option and no more: "(1)", "Option 2.", "B", "the first", "both".
    private var bare: ChoiceOutcome? {
        var start = 0
        while start < words.count - 1, Self.fillers.contains(words.text(start)) { start += 1 }
        guard words.count - start == 1, !isNoise(around: start) else { return nil }
        if let option = ChoiceMention.designator(words, start) ?? Self.alone[words.text(start)] {
            return option == 1 || option == 2 ? .option(option) : .notAnOption
        }
        return ["both", "neither", "none"].contains(words.text(start)) ? .notAnOption : nil
    }

    /// Options at the beginning of the text, and lines that hold nothing else.
    private var leading: [Sign] {
        let listed = mentions.filter { isAtBreak($0.range.lowerBound) && words.before($0.range.upperBound) == .colon }
        guard Set(listed.map(\.option)).count < 2 else { return [] }
        var signs: [Sign] = []
        if let mention = mentions.first, mention.range.lowerBound == (words.text(0) == "the" ? 1 : 0),
            isSetOff(mention.range.upperBound)
        {
            signs.append(Sign(option: mention.option, at: 0, isFinal: false))
        } else if words.count > 1, !isNoise(around: 0), let option = ChoiceMention.designator(words, 0),
            words.isSetOff(1) || words.gap(1).hasNewline
        {
            signs.append(Sign(option: option, at: 0, isFinal: false))
        }
        for mention in mentions.dropFirst(signs.isEmpty ? 0 : 1) {
            let (start, end) = (mention.range.lowerBound, mention.range.upperBound)
            guard words.gap(start).hasNewline, end == words.count || words.gap(end).hasNewline else { continue }
            signs.append(Sign(option: mention.option, at: start, isFinal: false))
        }
        if joinsOther(signs.first) { return [] }
        return signs
    }

    /// A number or a letter among garbage was not written as an answer.
    private func isNoise(around index: Int) -> Bool { words.gap(index).isNoise || words.gap(index + 1).isNoise }

    /// "Option 1 or Option 2", "1 and 2": the beginning names both.
    private func joinsOther(_ sign: Sign?) -> Bool {
        guard let sign, sign.at == 0 else { return false }
        let end = mentions.first { $0.range.lowerBound < 2 }?.range.upperBound ?? 1
        return ["or", "and"].contains(words.text(end))
    }

    private func isSetOff(_ index: Int) -> Bool {
        index == words.count || words.isSetOff(index) || words.gap(index).hasNewline
            || Self.reasons.contains(words.text(index))
    }

    func isAtBreak(_ index: Int) -> Bool { index == 0 || words.gap(index).endsSentence }

    private static let fillers: Set<String> = [
        "option", "choice", "action", "answer", "number", "my", "the", "is", "final", "i", "id", "choose", "select",
        "pick", "would", "statement", "chose",
    ]
    private static let alone = ["first": 1, "second": 2, "option1": 1, "option2": 2, "1st": 1, "2nd": 2]
    static let reasons: Set<String> = ["because", "since", "as"]
    private static let corrections: Set<String> = [
        "actually", "correction", "wait", "reconsidering", "revised", "corrected", "sorry",
    ]
}

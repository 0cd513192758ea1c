/// Reads which option a text chooses.
///
/// Signs of a choice, the strongest first; only the strongest kind that occurs counts:
/// 1. **Final**: "final answer: Option 2", "my final choice is 1".
/// 2. **Stated**: "Answer: 2", "my choice is Option 1"; "I would choose Option 2", where the verb is not denied
///    ("wouldn't choose"), not supposed ("if I chose", "I could choose", "if I were rich"), not asked, and has the writer as
///    its subject; "Option 2 is closer to what I would do"; the text begins with the option ("Option 1: …", "2.", "Option 2
///    because …"), or a line holds nothing else.
///
/// - A number, letter or place without its noun counts only among usual marks and right behind a label or a verb: of
///   "%2&>S" nothing is read.
/// - "unlike Option 1", "rather than Option 1", "over Option 1" compare; they never choose.
/// - What somebody else would choose is no answer, not even "a person from there would choose Option 1": the question
///   asks what the respondent itself does, and a text that speaks of a third person leaves that open. "As a person from
///   there, I would choose Option 1" is one.
/// - A condition that is not the question's own ("if I were rich") leaves the choice open; "if I had to choose" does not.
/// - A text that lists both options ("Option 1: … Option 2: …") does not choose by beginning with one; nor does one that
///   goes on to speak against it ("Option 1: too harsh").
/// - Two different choices are ambiguous, unless "on second thought", "changed my mind", or at the start of a clause
///   "actually", "correction", "wait" or the like stands between them: then the last counts. A choice that is taken back
///   without another is ambiguous too, and so is "Option 1 or Option 2".
/// - "Neither" and "both", without any choice, are no option.
struct ChoiceText {
    let words: Words
    let texts: [String]
    let labels: ChoiceLabels
    let finder: MentionFinder
    let mentions: [ChoiceMention]
    /// The mention that holds each word, by its place in ``mentions``.
    let holder: MentionPlaces
    /// Numbers, letters and places that are names only behind a label or a verb.
    let bares: [ChoiceMention]
    /// Whether it names options more often than any answer does. No choice is read from such a text, and no work done.
    let isCrowded: Bool
    /// Whether lines or sentences begin with both options, set off from what follows: a list of them.
    let isList: Bool
    /// The actions' own texts, which are no comment on the option behind which they stand.
    let literal: ActionTexts?

    var lexicon: Lexicon { labels.lexicon }

    init(_ text: some StringProtocol, labels: ChoiceLabels, literal: ActionTexts? = nil) {
        let words = Words(text, elisions: labels.lexicon.elisions)
        let texts = labels.lexicon.words(words)
        let finder = MentionFinder(words: words, texts: texts, labels: labels)
        var (mentions, bares): ([ChoiceMention], [ChoiceMention]) = ([], [])
        var holder = MentionPlaces(count: words.count)
        var at = 0
        // Most words begin no name, and a long text has few different ones.
        var begins: [String: Bool] = [:]
        while at < words.count, mentions.count + bares.count <= Self.crowd {
            let known = begins[texts[at]]
            let mayBegin = known ?? finder.mayBegin(texts[at])
            if known == nil { begins[texts[at]] = mayBegin }
            guard mayBegin else {
                at += 1
                continue
            }
            if let mention = finder.mention(at: at) ?? finder.relative(at: at, behind: mentions) {
                holder.fill(mention.range, with: mentions.count)
                mentions.append(mention)
                at = mention.range.upperBound
            } else {
                if let bare = finder.bare(at: at) { bares.append(bare) }
                at += 1
            }
        }
        isCrowded = mentions.count + bares.count > Self.crowd
        if isCrowded { (mentions, bares, holder) = ([], [], MentionPlaces(count: words.count)) }
        (self.words, self.texts, self.labels, self.finder, self.literal) = (words, texts, labels, finder, literal)
        (self.mentions, self.holder, self.bares) = (mentions, holder, bares)
        var listed = Set<Int>()
        for mention in mentions where words.isSetOff(mention.range.upperBound) {
            let start = Self.startWithArticle(mention, words, texts, labels.lexicon)
            if start == 0 || words.gap(start).endsSentence { listed.insert(mention.option) }
        }
        var numbered = Set<Int>()
        for bare in bares where words.gap(bare.range.lowerBound).hasNewline { numbered.insert(bare.option) }
        isList = listed.count > 1 || numbered.count > 1
    }

    /// One sign of a choice.
    struct Sign {
        let option: Int
        let at: Int
        let isFinal: Bool
        /// Whether it corrects what stands before it: "Wait, Option 2".
        var corrects = false
    }

    /// More names than this are no answer.
    static let crowd = 1000

    /// What the text says. `beginning` says whether an option at its very beginning counts, which it does not in the
    /// text behind an object that has already answered.
    func outcome(beginning: Bool = true) -> ChoiceOutcome {
        if isCrowded { return .ambiguous }
        if let bare { return bare }
        var signs = stated + contrasted
        if beginning { signs += leading }
        if beginning, signs.isEmpty { signs += alone }
        signs += amended
        // Of two signs at one place the one that corrects comes last.
        signs.sort { ($0.at, $0.corrects ? 1 : 0) < ($1.at, $1.corrects ? 1 : 0) }
        let finals = signs.filter(\.isFinal)
        return settle(finals.isEmpty ? signs : signs.filter { $0.isFinal || $0.corrects })
    }

    /// What the first line says by itself, where the text begins with an option.
    var leadingOutcome: ChoiceOutcome {
        if isCrowded { return .ambiguous }
        if let bare { return bare }
        return amended.isEmpty ? settle(leading.filter { $0.at == 0 }) : .ambiguous
    }

    /// Whether the text takes an earlier answer back.
    var corrects: Bool { words.words.indices.contains(where: isCorrection) }

    /// Whether it names both or none of the options.
    var declinesBoth: Bool { lexicon.both.occurs(texts, in: 0..<texts.count) }

    /// Whether exactly one of the options is named, so that "I can't support it" speaks of that one.
    var namesOne: Bool { Set(mentions.map(\.option)).count == 1 && !declinesBoth }

    /// "Actually" and the like where they begin a sentence or a clause, "on second thought", "changed my mind".
    func isCorrection(_ index: Int) -> Bool {
        if lexicon.correctionPhrases.has(texts, at: index) { return true }
        return lexicon.corrections.has(texts, at: index) && (isAtBreak(index) || words.isSetOff(index))
    }

    private func settle(_ signs: [Sign]) -> ChoiceOutcome {
        guard var last = signs.first else { return .none }
        for sign in signs.dropFirst() {
            let isCorrected = sign.corrects || (last.at..<sign.at).contains(where: isCorrection)
            guard sign.option == last.option || isCorrected else { return .ambiguous }
            last = sign
        }
        let isTakenBack = lexicon.retractions.occurs(texts, in: min(last.at + 1, texts.count)..<texts.count)
        return isTakenBack || isDoubted(last.at) ? .ambiguous : ChoiceOutcome(last.option)
    }

    func isAtBreak(_ index: Int) -> Bool { index == 0 || words.gap(index).endsSentence }
}

import Text

/// What the objects and tags of a reply say together, with the prose around them.
struct ChoiceDocuments {
    /// The choice that is left standing.
    private(set) var outcome = ChoiceOutcome.none
    /// Whether objects named both options as a template does, and chose none.
    private(set) var isEcho = false
    /// The prose, without tags and entities.
    let prose: String
    private let fields: ChoiceFields
    private let behind: String

    init(_ bytes: Bytes, _ parts: LooseReply, _ fields: ChoiceFields) {
        self.fields = fields
        let tags = ChoiceTags(Self.text(bytes, parts.prose), isChoice: fields.isChoice)
        prose = ChoiceMarks.spelled(tags.text)
        let last = parts.documents.last?.range.upperBound ?? 0
        let rest = Self.text(bytes, parts.prose.filter { $0.lowerBound >= last })
        behind = parts.documents.isEmpty ? "" : ChoiceTags(rest, isChoice: fields.isChoice).text
        guard parts.documents.count <= ChoiceText.crowd else {
            outcome = .ambiguous
            return
        }
        var end: Int?
        for document in parts.documents {
            let next = fields.outcome(of: document)
            guard next != .none, !isExample(bytes, before: document.range.lowerBound) else { continue }
            let between = end.map { end in
                Self.text(
                    bytes, parts.prose.filter { $0.lowerBound >= end && $0.upperBound <= document.range.lowerBound })
            }
            add(next, document, between: between ?? "")
            end = document.range.upperBound
            if isDenied(bytes, before: document.range.lowerBound) { outcome = .ambiguous }
        }
        if outcome == .none, !isEcho { takeTags(tags.answers) }
    }

    /// The choice in the light of the prose behind the objects.
    var corrected: ChoiceOutcome {
        guard !behind.isEmpty else { return outcome }
        let text = ChoiceText(behind, labels: fields.labels, literal: fields.literal)
        let stated = text.outcome(beginning: false)
        if stated == .none || stated == .notAnOption {
            let isTakenBack = text.lexicon.retractions.occurs(text.texts, in: text.texts.indices)
            return isTakenBack && outcome != .notAnOption ? .ambiguous : outcome
        }
        guard stated != outcome else { return outcome }
        return text.corrects ? stated : .ambiguous
    }

    private mutating func add(_ next: ChoiceOutcome, _ document: LooseDocument, between: String) {
        if outcome == .none || outcome == next {
            outcome = next
            return
        }
        let text = ChoiceText(between, labels: fields.labels)
        if document.isComplete, text.corrects || text.announcesFinal {
            outcome = next
        } else if text.isOnlyJoiner, document.isComplete {
            // "either {…} or {…}": what was asked for, word for word. What follows may still choose.
            (outcome, isEcho) = (.none, true)
        } else {
            outcome = .ambiguous
        }
    }

    private mutating func takeTags(_ answers: [String]) {
        let outcomes = Set(answers).map { fields.outcome(of: Entities.decoded($0)) }.filter { $0 != .none }
        guard let first = outcomes.first else { return }
        outcome = outcomes.allSatisfy { $0 == first } ? first : .ambiguous
    }

    /// "I can't answer {…}": the words that run into the object deny it.
    private func isDenied(_ bytes: Bytes, before start: Int) -> Bool {
        var end = start
        while end > 0, bytes[end - 1] == .space || bytes[end - 1] == .backtick { end -= 1 }
        guard end > 0, bytes[end - 1].isWordByte else { return false }
        var begin = end
        while begin > 0, end - begin < 80, bytes[begin - 1] != .newline, bytes[begin - 1] != .comma,
            bytes[begin - 1] != .colon,
            bytes[begin - 1] != UInt8(ascii: "."), bytes[begin - 1] != .closeBrace
        {
            begin -= 1
        }
        let text = ChoiceText(bytes.text(begin..<end), labels: fields.labels)
        return text.texts.indices.contains { text.isDenial($0) }
    }

    /// "For example, {…}", "Format: {…}", "The answer should look like {…}": the form, and no answer.
    private func isExample(_ bytes: Bytes, before start: Int) -> Bool {
        var end = start
        while end > 0, bytes[end - 1].isBlank || bytes[end - 1] == .backtick { end -= 1 }
        var begin = end
        while begin > 0, end - begin < 80, bytes[begin - 1] != .newline, bytes[begin - 1] != .closeBrace { begin -= 1 }
        let lexicon = fields.labels.lexicon
        let words = Words(bytes.text(begin..<end), elisions: lexicon.elisions)
        let texts = lexicon.words(words)
        // "My answer, for example:" still speaks of the form; "My answer:" ends in no such words.
        if lexicon.examples.length(texts, endingAt: texts.count) > 0 { return true }
        let marks: Set<String> = ["example", "format", "eg"]
        return texts.contains(where: marks.contains)
            && texts.allSatisfy { marks.contains($0) || ["for", "the", "an", "expected", "output"].contains($0) }
    }

    private static func text(_ bytes: Bytes, _ ranges: [Range<Int>]) -> String {
        Entities.decoded(ranges.map { bytes.text($0) }.joined(separator: "\n"))
    }
}

extension ChoiceText {
    /// Whether it says that what follows is the final answer.
    var announcesFinal: Bool { lexicon.finals.occurs(texts, in: texts.indices) }

    /// Whether it joins two things and says nothing else: "or", "/".
    var isOnlyJoiner: Bool {
        texts.isEmpty || lexicon.joiners.isWhole(texts)
    }
}

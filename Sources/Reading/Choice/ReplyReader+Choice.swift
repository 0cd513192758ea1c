import Text

extension ReplyReader {
    /// Reads the choice of a Task 2 reply: 1 or 2, the option as displayed.
    ///
    /// - The labels of the question count first and exactly; numbers, letters and places as far as the labels allow (see
    ///   `ChoiceLabels`).
    /// - An object with an "action", "choice", "answer" field or the like answers by that field alone: an explanation
    ///   that mentions the other option does not count. So does a tag (`<answer>…</answer>`) or `\boxed{…}`. Two different
    ///   answers inside one object are ambiguous.
    /// - Of several objects that differ, a later, complete one counts where what stands between them says that it
    ///   corrects the earlier or is final. "Either {…} or {…}" repeats what was asked and chooses nothing.
    /// - Prose behind the object counts only where it states another choice or takes the answer back: then as a
    ///   correction, if it says so, else the reading is ambiguous.
    /// - Without such a field the prose is read as `ChoiceText` says; of a reply that the output limit has cut, only an
    ///   option at its very beginning counts.
    /// - The literal text of exactly one of the two actions counts as its option where a choice field holds it or the
    ///   prose begins with it.
    /// - "Both", "neither" or "Option 3" are `notAnOption`.
    ///
    /// - Parameters:
    ///   - reply: the reply's UTF-8 bytes.
    ///   - labels: the labels of the two options in the order displayed.
    ///   - actions: the texts of the two options in the order displayed, where they are known.
    ///   - truncated: whether the respondent was stopped by its output limit.
    package func choice(
        in reply: some Sequence<UInt8>, labels: (first: String, second: String) = ("Option 1", "Option 2"),
        actions: (first: String, second: String)? = nil, truncated: Bool = false
    ) -> Reading<Int> {
        let options = prepare(labels: labels)
        return choice(
            in: reply, options: actions.map { options.naming(actions: $0) } ?? options, truncated: truncated)
    }

    /// Reads the choice of a Task 2 reply between options that are ready.
    package func choice(
        in reply: some Sequence<UInt8>, options: ChoiceOptions, truncated: Bool = false
    ) -> Reading<Int> {
        let bytes = Array(reply.prefix(Self.sizeLimit + 1))
        let plain = bytes.withUnsafeBufferPointer(ReplyMarkup.plain) ?? bytes
        let fields = ChoiceFields(labels: options.labels, literal: options.literal, ownKeys: choiceKeys)
        return reading(plain, truncated: truncated) { bytes, parts, _ in
            let documents = ChoiceDocuments(bytes, parts, fields)
            let outcome = documents.outcome == .none ? .none : documents.corrected
            // `{"action": "none"}` beside "as an AI I can't choose" declines.
            if outcome == .notAnOption, Refusal.isRefusal(documents.prose, lexicon) { return .refused }
            if outcome != .none { return Self.reading(outcome) }
            return proseReading(bytes, parts, documents, fields, truncated: truncated)
        }
    }

    /// Reads the choice of a Task 2 reply from text.
    package func choice(
        in reply: String, labels: (first: String, second: String) = ("Option 1", "Option 2"),
        actions: (first: String, second: String)? = nil, truncated: Bool = false
    ) -> Reading<Int> {
        choice(in: reply.utf8, labels: labels, actions: actions, truncated: truncated)
    }

    /// What the prose says of a reply whose objects say nothing.
    private func proseReading(
        _ bytes: Bytes, _ parts: LooseReply, _ documents: ChoiceDocuments, _ fields: ChoiceFields, truncated: Bool
    ) -> Reading<Int> {
        let prose = documents.prose
        let text = ChoiceText(prose, labels: fields.labels, literal: fields.literal)
        var outcome = truncated ? text.leadingOutcome : text.outcome()
        if outcome == .none, !truncated { outcome = text.checked }
        if outcome == .none, let literal = fields.literal, !truncated { outcome = literal.outcome(prose) }
        // Of a string that was cut behind its first letter, such as `"a`, nobody can tell the word.
        if truncated, Self.isBegunString(prose) { outcome = .none }
        if outcome != .none { return Self.reading(outcome) }
        if Refusal.isRefusal(prose, naming: text) || fields.refuses(parts.documents) { return .refused }
        if documents.isEcho { return .unreadable(.ambiguous) }
        if truncated || parts.isCutOff { return .unreadable(.truncated) }
        return .unreadable(text.declinesBoth ? .notAnOption : .noAnswer)
    }

    /// An opening quotation mark and a letter behind it, and nothing else.
    private static func isBegunString(_ prose: some StringProtocol) -> Bool {
        let signs = prose.unicodeScalars.filter { !$0.properties.isWhitespace }
        guard signs.count == 2, let first = signs.first, let last = signs.last else { return false }
        return first.properties.isQuotationMark && last.properties.isAlphabetic
    }

    private static func reading(_ outcome: ChoiceOutcome) -> Reading<Int> {
        switch outcome {
        case .option(let option): .answered(option)
        case .ambiguous: .unreadable(.ambiguous)
        case .notAnOption: .unreadable(.notAnOption)
        case .none: .unreadable(.noAnswer)
        }
    }
}

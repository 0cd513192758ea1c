extension ReplyReader {
    /// Reads the choice of a Task 2 reply: 1 or 2, the option as displayed.
    ///
    /// - An object with an "action", "choice", "answer" field or the like answers by that field alone: an explanation
    ///   that mentions the other option does not count. Of several objects a later, complete one corrects the earlier;
    ///   two different answers inside one object are ambiguous.
    /// - Prose behind the object counts only where it states another choice: then as a correction, if it says so, else
    ///   the reading is ambiguous.
    /// - Without such a field the prose is read as `ChoiceText` says; of a reply that the output limit has cut, only an
    ///   option at its very beginning counts.
    /// - The literal text of exactly one of the two actions counts as its option where a choice field holds it or the
    ///   prose begins with it.
    /// - "Both", "neither" or "Option 3" are `notAnOption`.
    ///
    /// - Parameters:
    ///   - reply: the reply's UTF-8 bytes.
    ///   - actions: the texts of the two options in the order displayed, where they are known.
    ///   - truncated: whether the respondent was stopped by its output limit.
    public func choice(
        in reply: some Sequence<UInt8>, actions: (first: String, second: String)? = nil, truncated: Bool = false
    ) -> Reading<Int> {
        let literal = actions.map { ActionTexts(first: $0.first, second: $0.second) }
        return reading(reply, truncated: truncated) { bytes, parts, _ in
            let fields = ChoiceFields(literal: literal)
            var outcome = ChoiceOutcome.none
            for document in parts.documents {
                outcome = fields.outcome(of: document, after: outcome)
            }
            let prose = parts.prose.map { bytes.text($0) }
            if outcome != .none {
                let last = parts.documents.last?.range.upperBound ?? 0
                let behind = parts.prose.filter { $0.lowerBound >= last }.map { bytes.text($0) }.joined(separator: "\n")
                return Self.reading(fields.corrected(outcome, by: behind))
            }
            let text = ChoiceText(prose.joined(separator: "\n"))
            outcome = truncated ? text.leadingOutcome : text.outcome()
            if outcome == .none, let literal, !truncated { outcome = literal.outcome(prose.joined(separator: "\n")) }
            if outcome != .none { return Self.reading(outcome) }
            if Refusal.isRefusal(bytes, parts.prose) || fields.refuses(parts.documents) { return .refused }
            if truncated || parts.isCutOff { return .unreadable(.truncated) }
            return .unreadable(text.declinesBoth ? .notAnOption : .noAnswer)
        }
    }

    /// Reads the choice of a Task 2 reply from text.
    public func choice(
        in reply: String, actions: (first: String, second: String)? = nil, truncated: Bool = false
    ) -> Reading<Int> {
        choice(in: reply.utf8, actions: actions, truncated: truncated)
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

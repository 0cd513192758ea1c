import Text

/// Finds the field of an object that says which option was chosen.
///
/// - A field by one of the usual names in any language, or by the name that the study's own wording asks for.
/// - Options as names: `{"Option 1": true, "Option 2": false}`, `{"Option 1": "chosen"}`, `{"Option 2": {"chosen": true}}`.
/// - An object that says of itself that it was not chosen (`{"option": "Option 1", "chosen": false}`) names none.
struct ChoiceFields {
    let labels: ChoiceLabels
    let literal: ActionTexts?
    /// The study's own names of the field, folded.
    let ownKeys: Set<[UInt8]>

    /// What one document says.
    func outcome(of document: LooseDocument) -> ChoiceOutcome {
        var found: [ChoiceOutcome] = []
        collect(document.value, isDoubtful: document.isDoubtful, &found)
        let known = found.filter { $0 != .none }
        guard let first = known.first else { return .none }
        return known.allSatisfy { $0 == first } ? first : .ambiguous
    }

    /// Whether a text of an object that names no choice declines to choose: `{"action": null, "note": "I can't choose"}`.
    func refuses(_ documents: [LooseDocument]) -> Bool {
        documents.contains { refuses($0.value) }
    }

    private func refuses(_ value: JSONValue) -> Bool {
        if let items = value.items { return items.contains(where: refuses) }
        return (value.fields ?? []).contains { field in
            guard let text = field.value.text else { return refuses(field.value) }
            // Behind an option's name stands its action, which may refuse all sorts of things.
            return ChoiceText(field.name, labels: labels).bare == nil && declines(text)
        }
    }

    private func declines(_ text: String) -> Bool {
        !ChoiceText(text, labels: labels).namesOne && Refusal.isRefusal(text, labels.lexicon)
    }

    private func collect(_ value: JSONValue, isDoubtful: Bool, _ found: inout [ChoiceOutcome]) {
        switch value {
        case .string(let text), .written(let text): found.append(outcome(of: text))
        case .array(let items) where items.count == 1 || items.allSatisfy({ $0.text == nil }):
            for item in items { collect(item, isDoubtful: isDoubtful, &found) }
        case .object(let fields): collect(fields, isDoubtful: isDoubtful, &found)
        default: break
        }
    }

    private func collect(_ fields: [JSONValue.Member], isDoubtful: Bool, _ found: inout [ChoiceOutcome]) {
        let truths = ChoiceTruths(fields, labels: labels)
        if truths.isUnchosen { return }
        found.append(truths.outcome)
        for field in fields where truths.isAbout(field.name) == nil {
            if let text = field.value.text {
                guard isChoice(field.name) else { continue }
                // The end of a text had to be guessed: one with a quote in it may have swallowed its neighbour.
                let isUncertain = isDoubtful && text.contains { "\"“”".contains($0) }
                found.append(isUncertain ? .ambiguous : outcome(of: text))
            } else if isChoice(field.name), let several = several(field.value) {
                found.append(several)
            } else {
                collect(field.value, isDoubtful: isDoubtful, &found)
            }
        }
    }

    /// `["Option 1", "Option 2"]` in a choice field: more than one.
    private func several(_ value: JSONValue) -> ChoiceOutcome? {
        guard let items = value.items, items.count > 1 else { return nil }
        let outcomes = items.compactMap { $0.text.map(outcome) }
        guard outcomes.count == items.count, let first = outcomes.first else { return nil }
        return outcomes.allSatisfy { $0 == first } ? first : .notAnOption
    }

    func outcome(of text: String) -> ChoiceOutcome {
        let choice = ChoiceText(text, labels: labels, literal: literal)
        let outcome = choice.outcome()
        if outcome != .none { return outcome }
        if let literal, literal.outcome(text) != .none { return literal.outcome(text) }
        return choice.declinesBoth && !Refusal.isRefusal(text, labels.lexicon) ? .notAnOption : .none
    }

    func isChoice(_ key: String) -> Bool {
        let folded = NameFolding.fold(key)
        return labels.lexicon.keys.contains(folded) || ownKeys.contains(folded)
    }
}

/// Finds the field of an object that says which option was chosen.
struct ChoiceFields {
    let literal: ActionTexts?

    /// The choice after one more document. A complete document corrects what came before.
    func outcome(of document: LooseDocument, after earlier: ChoiceOutcome) -> ChoiceOutcome {
        var found: [ChoiceOutcome] = []
        collect(document.value, &found)
        let known = found.filter { $0 != .none }
        guard let first = known.first else { return earlier }
        let here = known.allSatisfy { $0 == first } ? first : .ambiguous
        if document.isComplete || earlier == .none || earlier == here { return here }
        return .ambiguous
    }

    /// The choice in the light of the prose behind the object.
    func corrected(_ outcome: ChoiceOutcome, by prose: String) -> ChoiceOutcome {
        let text = ChoiceText(prose)
        let behind = text.outcome(beginning: false)
        guard behind != .none, behind != .notAnOption, behind != outcome else { return outcome }
        return text.corrects ? behind : .ambiguous
    }

    /// Whether a choice field declines to choose.
    func refuses(_ documents: [LooseDocument]) -> Bool {
        documents.contains { document in
            (document.value.fields ?? []).contains { isChoice($0.key) && Refusal.isRefusal($0.value.text ?? "") }
        }
    }

    private func collect(_ value: LooseValue, _ found: inout [ChoiceOutcome]) {
        switch value {
        case .string(let text), .number(let text): found.append(outcome(of: text))
        case .array(let items) where items.count == 1 || items.allSatisfy({ $0.text == nil }):
            for item in items { collect(item, &found) }
        case .object(let fields):
            for field in fields {
                if isChoice(field.key), let text = field.value.text {
                    found.append(outcome(of: text))
                } else if field.value.text == nil {
                    collect(field.value, &found)
                }
            }
        default: break
        }
    }

    private func outcome(of text: String) -> ChoiceOutcome {
        let choice = ChoiceText(text)
        let outcome = choice.outcome()
        if outcome != .none { return outcome }
        if let literal, literal.outcome(text) != .none { return literal.outcome(text) }
        return choice.declinesBoth ? .notAnOption : .none
    }

    private func isChoice(_ key: String) -> Bool {
        Self.keys.contains(String(decoding: NameFolding.fold(key), as: UTF8.self))
    }

    private static let keys: Set<String> = [
        "action", "choice", "answer", "option", "selection", "decision", "response", "selectedoption", "chosenoption",
        "selectedaction", "chosenaction", "mychoice", "myanswer", "finalanswer", "finalchoice", "selected", "chosen",
        "optionchosen", "optionselected", "preferredoption", "preference",
    ]
}

/// The texts of the two actions, by which a reply may name its choice.
struct ActionTexts: Sendable {
    private let first: [[UInt8]]
    private let second: [[UInt8]]

    init(first: String, second: String) {
        self.first = Words(first).words
        self.second = Words(second).words
    }

    /// The option whose text begins, within the first twelve words, where the other's text is nowhere. Texts of fewer
    /// than three words are too short to be told from other words.
    func outcome(_ text: String) -> ChoiceOutcome {
        let words = Words(text)
        let places = (place(of: first, in: words), place(of: second, in: words))
        switch places {
        case (let at?, nil) where isPlain(words, at): return .option(1)
        case (nil, let at?) where isPlain(words, at): return .option(2)
        default: return .none
        }
    }

    private func place(of wanted: [[UInt8]], in words: Words) -> Int? {
        guard wanted.count >= 3 else { return nil }
        return words.words.indices.first { words.has(wanted, at: $0) }
    }

    private func isPlain(_ words: Words, _ at: Int) -> Bool {
        guard at < 12 else { return false }
        let denials: Set<String> = ["not", "never", "wouldnt", "dont", "cannot", "cant", "wont", "than", "instead"]
        return !(0..<at).contains { denials.contains(words.text($0)) }
    }
}

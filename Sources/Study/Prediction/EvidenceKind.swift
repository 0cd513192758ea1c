/// What an observer is shown of a cell beside its country, topic and value: always the action that was chosen, and with it what else
/// there is.
package enum EvidenceKind: String, Sendable, Hashable, CaseIterable, Codable {
    /// The action alone.
    case action
    /// And the words in it that show the value.
    case attributions
    /// And why it shows what it shows, or the respondent's own reason (``ExplanationSource``).
    case explanation
    /// And both of these.
    case both
    /// And what the respondent thought before it chose, where that is stored. A kind of its own: other cells have none.
    case thoughts

    /// The kinds that every dataset with attributions and explanations has; the paper compares these four.
    package static let usual: [EvidenceKind] = [.action, .attributions, .explanation, .both]

    /// As files name what was predicted from it.
    package var id: String {
        switch self {
        case .action: "action"
        case .attributions: "action_attributions"
        case .explanation: "action_explanation"
        case .both: "action_attributions_explanation"
        case .thoughts: "action_thoughts"
        }
    }

    /// As tables name it.
    package var name: String {
        switch self {
        case .action: "action"
        case .attributions: "action + attributions"
        case .explanation: "action + explanation"
        case .both: "action + attributions + explanation"
        case .thoughts: "action + thoughts"
        }
    }

    /// Whether the explanation is shown.
    package var showsExplanation: Bool { self == .explanation || self == .both }
    /// Whether the attributions are shown.
    package var showsAttributions: Bool { self == .attributions || self == .both }
}

/// Whose explanation is shown; the two are never mixed.
package enum ExplanationSource: String, Sendable, Hashable, CaseIterable, Codable {
    /// The dataset's: whoever wrote the action says why it shows the inclination. It was written knowing the value and the side.
    case dataset
    /// The reason that the respondent itself gave with its choice.
    case own
}

/// One question to the observer about a cell: which evidence, and whether the value's name was taken out of it.
package struct EvidenceCondition: Sendable, Hashable {
    /// What is shown.
    package let kind: EvidenceKind
    /// Whether the value's name and its word family are masked in it (``ValueMask``).
    package let isMasked: Bool

    /// A condition.
    package init(_ kind: EvidenceKind, isMasked: Bool = false) { (self.kind, self.isMasked) = (kind, isMasked) }

    /// As files name it: "action_explanation_masked".
    package var id: String { kind.id + (isMasked ? "_masked" : "") }

    /// A number that stays the same whichever others are asked: the question's variant in the store.
    package var number: Int { 2 * (EvidenceKind.allCases.firstIndex(of: kind) ?? 0) + (isMasked ? 1 : 0) }
}

/// What is known of what a respondent chose in a cell.
package struct PredictionEvidence: Sendable, Hashable {
    /// The action that it chose.
    package var action: String
    /// The words in it that show the value.
    package var attributions: [String]
    /// Why; of one source (``ExplanationSource``); empty where there is none.
    package var explanation: String
    /// What it thought before; empty where nothing is stored.
    package var thoughts: String

    /// Evidence.
    package init(action: String, attributions: [String] = [], explanation: String = "", thoughts: String = "") {
        (self.action, self.attributions) = (action, attributions)
        (self.explanation, self.thoughts) = (explanation, thoughts)
    }

    /// Whether there is all that a kind shows.
    package func has(_ kind: EvidenceKind) -> Bool {
        guard !action.isEmpty else { return false }
        return (!kind.showsAttributions || !attributions.isEmpty) && (!kind.showsExplanation || !explanation.isEmpty)
            && (kind != .thoughts || !thoughts.isEmpty)
    }
}

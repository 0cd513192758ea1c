import Text

/// A value-informed action as a reply has it.
package struct WrittenAction: Sendable, Hashable {
    /// The sentence.
    package let text: String
    /// The spans that are said to show the value.
    package let attributions: [String]
    /// Why the sentence shows it.
    package let explanation: String

    /// An action.
    package init(text: String, attributions: [String], explanation: String) {
        (self.text, self.attributions, self.explanation) = (text, attributions, explanation)
    }
}

/// A generated action, and how much help it needed to be read.
package struct ReadAction: Sendable, Hashable {
    /// The action with its attributions and explanation.
    package let action: WrittenAction
    /// How it was written.
    package let notation: Notation

    /// A read action.
    package init(action: WrittenAction, notation: Notation) {
        self.action = action
        self.notation = notation
    }
}

extension ReplyReader {
    /// Reads a value-informed action.
    ///
    /// - The reply holds an object with "Human Action", "Feature Attributions" and "Natural Language Explanation", the
    ///   names matched on folded letters; "action", "attributions" and "explanation" serve as well, and the object may
    ///   lie inside another one.
    /// - Attributions are a list of texts, or one text, which is taken whole.
    /// - All three must be there and not empty, else `incomplete`.
    /// - Of several objects the last whole one counts, as a correction of the earlier; two different actions inside
    ///   one document are `ambiguous`.
    /// - An object in which the end of a text is not certain is `ambiguous`.
    package func action(in reply: some Sequence<UInt8>, truncated: Bool = false) -> Reading<ReadAction> {
        reading(reply, truncated: truncated) { bytes, parts, whole in
            var problem: UnreadableReason?
            for document in parts.documents.reversed() {
                switch ActionObject.find(in: document) {
                case .success(let action):
                    return .answered(ReadAction(action: action, notation: document.notation))
                case .failure(let reason):
                    problem = problem ?? (reason == .noAnswer ? nil : reason)
                }
            }
            if let problem { return .unreadable(problem) }
            if Refusal.isRefusal(bytes, parts.prose, lexicon) { return .refused }
            return .unreadable(truncated || parts.isCutOff ? .truncated : .noAnswer)
        }
    }

    /// Reads a value-informed action from text.
    package func action(in reply: String, truncated: Bool = false) -> Reading<ReadAction> {
        action(in: reply.utf8, truncated: truncated)
    }
}

/// Finds an action in a document.
private enum ActionObject {
    static func find(in document: LooseDocument) -> Result<WrittenAction, UnreadableReason> {
        var found: [WrittenAction] = []
        var isPartial = false
        collect(document.value, &found, &isPartial)
        guard let action = found.last else {
            guard isPartial else { return .failure(document.isComplete ? .noAnswer : .truncated) }
            if !document.isComplete { return .failure(.truncated) }
            return .failure(document.isDoubtful ? .ambiguous : .incomplete)
        }
        if document.isDoubtful || found.contains(where: { $0 != action }) { return .failure(.ambiguous) }
        return .success(action)
    }

    private static func collect(_ value: JSONValue, _ found: inout [WrittenAction], _ isPartial: inout Bool) {
        switch value {
        case .array(let items):
            for item in items { collect(item, &found, &isPartial) }
        case .object(let fields):
            if let action = action(of: fields, &isPartial) { found.append(action) }
            for field in fields where field.value.fields != nil { collect(field.value, &found, &isPartial) }
        default: break
        }
    }

    private enum Part { case text, attributions, explanation }

    private static func action(of fields: [JSONValue.Member], _ isPartial: inout Bool) -> WrittenAction? {
        var text: String?
        var attributions: [String]?
        var explanation: String?
        for field in fields {
            switch part(named: field.name) {
            case .text?:
                // The same part twice leaves open which one is meant.
                guard text == nil else { return nil }
                text = field.value.text
            case .attributions?: attributions = spans(field.value)
            case .explanation?: explanation = field.value.text
            case nil: break
            }
        }
        isPartial = isPartial || text != nil
        guard let text, let attributions, let explanation else { return nil }
        guard !text.isEmpty, !attributions.isEmpty, !explanation.isEmpty else { return nil }
        return WrittenAction(text: text, attributions: attributions, explanation: explanation)
    }

    private static func part(named key: String) -> Part? {
        switch key {
        case "Human Action": return .text
        case "Feature Attributions": return .attributions
        case "Natural Language Explanation": return .explanation
        default: break
        }
        switch String(decoding: NameFolding.fold(key), as: UTF8.self) {
        case "humanaction", "action", "valueinformedaction": return .text
        case "featureattributions", "featureattribution", "attributions", "attribution": return .attributions
        case "naturallanguageexplanation", "explanation": return .explanation
        default: return nil
        }
    }

    private static func spans(_ value: JSONValue) -> [String]? {
        guard let items = value.items else { return value.text.map { [$0] } }
        let texts = items.compactMap(\.text)
        return texts.count == items.count ? texts : nil
    }
}

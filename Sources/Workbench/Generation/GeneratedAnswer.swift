import AnswerStore
package import Study
import Text

/// What a reply to a request for an action holds, as the store keeps it.
package struct GeneratedAnswer: Sendable, Hashable {
    /// The action with its attributions and explanation, as written but for blanks.
    package let action: Action
    /// The attributions that stand in the action, and how they were found.
    package let spans: [ActionForm.Found]
    /// What keeps it from being used.
    package let problems: [FormProblem]
    /// Whether it names its value.
    package let namesValue: Bool

    /// Longer texts are kept no longer than this, in characters; the reply is kept as it came.
    static let longest = 4000
    /// No more attributions are kept.
    static let mostAttributions = 40

    /// An action that was checked.
    init(_ action: Action, _ form: ActionForm) {
        self.action = action
        (spans, problems, namesValue) = (form.spans, form.problems, form.namesValue)
    }

    /// The answer as it is stored: readable without this program.
    package var text: String {
        let object: JSONValue = [
            "action": .string(action.text), "attributions": .array(action.attributions.map(JSONValue.string)),
            "explanation": .string(action.explanation),
            "names_value": .bool(namesValue), "problems": .array(problems.map { .string($0.rawValue) }),
            "spans": .array(
                spans.map { found in
                    .object(found.span.json.members + [.init("manner", .string(found.manner.rawValue))])
                }),
        ]
        return object.text(indented: false)
    }

    /// What ``text`` wrote; `nil` for anything else.
    package init?(_ text: String) {
        guard let json = JSONReader.read(Array(text.utf8), manner: .strict), let written = json["action"]?.string else {
            return nil
        }
        action = Action(
            text: written, attributions: json["attributions"]?.array?.compactMap(\.string) ?? [],
            explanation: json["explanation"]?.string ?? "")
        spans = (json["spans"]?.array ?? []).compactMap { item in
            guard let span = ActionSpan(item, of: written),
                let manner = item["manner"]?.string.flatMap(SpanFinder.Manner.init(rawValue:))
            else { return nil }
            return ActionForm.Found(span: span, manner: manner)
        }
        problems = (json["problems"]?.array ?? []).compactMap { $0.string.flatMap(FormProblem.init(rawValue:)) }
        namesValue = json["names_value"] == .bool(true)
    }

    /// What is kept of a reply that holds no action, so that it can be shown to who wrote it.
    static func beginning(of reply: String) -> String {
        let object: JSONValue = ["text": .string(String(reply.prefix(1500)))]
        return object.text(indented: false)
    }

    /// What was written, as far as a reading's content has it: the action, or the beginning of a reply without one.
    static func written(_ content: String?) -> String {
        let json = content.flatMap { JSONReader.read(Array($0.utf8), manner: .strict) }
        return json?["action"]?.string ?? json?["text"]?.string ?? ""
    }

    /// How many attributions stand in the action only in another form.
    package var repaired: Int { spans.count { $0.manner != .literal } }
}

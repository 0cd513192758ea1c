/// A question as the store keeps it, so that the store explains itself.
package struct QuestionRecord: Sendable, Hashable {
    /// The question's id: 32 lower-case hex digits, the replicate included. Imported replies have ids that say where they
    /// stood in their file.
    package var id: String
    /// What is asked: "stated" (Task 1), "acted" (Task 2), or any other word of whoever asks.
    package var kind: String
    /// What it is about.
    package var item: ItemRecord
    /// The wording, from 0.
    package var variant: Int
    /// The repetition, from 0.
    package var replicate: Int
    /// Which of the options stood first, where that differs: 0 the agree-action, 1 the disagree-action. `nil` where order
    /// plays no part, and where an imported file does not say.
    package var first: Int?
    /// The system message; `nil` without one, and where it is not known.
    package var system: String?
    /// The user message; `nil` where it is not known.
    package var prompt: String?

    /// A question.
    package init(
        id: String, kind: String, item: ItemRecord, variant: Int = 0, replicate: Int = 0, first: Int? = nil,
        system: String? = nil, prompt: String? = nil
    ) {
        self.id = id
        self.kind = kind
        self.item = item
        self.variant = variant
        self.replicate = replicate
        self.first = first
        self.system = system
        self.prompt = prompt
    }
}

/// An item as an adjudicator sees it: what annotators said, under letters in place of names.
package struct AdjudicationSheet: Sendable {
    /// One of the codebook's questions.
    package struct Criterion: Sendable {
        package var id, name, question, definition: String
        /// Of a code: what it applies to, and what not.
        package var examples: [String] = [], excludes: [String] = []
        /// What may be answered.
        package var answers: [(id: String, label: String)]
        /// What each annotator said.
        package var said: [(letter: String, answer: String)]
        /// Whether they differ.
        package var isDisputed: Bool
        /// What more than half of them say; `nil` where no answer has so many.
        package var majority: String?
        /// What was decided, and why annotators differed, by their ids.
        package var chosen, source: String?

        package init(
            id: String, name: String, question: String, definition: String, answers: [(id: String, label: String)],
            said: [(letter: String, answer: String)], isDisputed: Bool, majority: String?, chosen: String?,
            source: String?
        ) {
            (self.id, self.name, self.question, self.definition) = (id, name, question, definition)
            (self.answers, self.said, self.isDisputed) = (answers, said, isDisputed)
            (self.majority, self.chosen, self.source) = (majority, chosen, source)
        }
    }

    /// What is said and chosen; `nil` where an action is judged.
    package var gap: (says: String, chooses: String, otherAction: String, reason: String)?
    /// Whether the criteria are codes.
    package var isCoding = false
    /// The item's place in the project, from 1.
    package var number: Int
    package var country, topic, value, meaning, inclination: String
    package var action: String
    package var attributions: [String]
    package var explanation, language, guideline: String
    package var criteria: [Criterion] = []
    /// Annotators' notes, and the stretches that they would mark.
    package var notes: [(letter: String, note: String)] = []
    package var spans: [(letter: String, texts: [String])] = []
    /// The adjudicator's own memo.
    package var memo = ""
    /// The number of the adjudicator's last label of the item.
    package var seen: Int64 = 0
    /// Why the form came back; empty where it did not.
    package var problem = ""

    package init(
        number: Int, country: String, topic: String, value: String, meaning: String, inclination: String,
        action: String, attributions: [String], explanation: String, language: String, guideline: String
    ) {
        (self.number, self.country, self.topic, self.value) = (number, country, topic, value)
        (self.meaning, self.inclination, self.action) = (meaning, inclination, action)
        (self.attributions, self.explanation) = (attributions, explanation)
        (self.language, self.guideline) = (language, guideline)
    }

    /// Why annotators differ, by the ids that labels have, as the form says it.
    package static let sources: [(id: String, words: String)] = [
        ("ambiguous_text", "The text can be read both ways"), ("guideline_gap", "The guideline does not say"),
        ("slip", "Somebody slipped"), ("perspective", "Both judged with care, and see it differently"),
    ]
}

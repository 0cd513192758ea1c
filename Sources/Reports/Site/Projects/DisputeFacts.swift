/// An item on which annotators differ, as the queue shows it.
package struct DisputeFacts: Sendable {
    /// A criterion on which they do.
    package struct Criterion: Sendable {
        /// Its id, and its name.
        package var id, name: String
        /// How many annotators gave each answer.
        package var votes: [(label: String, count: Int)]
        /// The share of pairs of answers that are alike.
        package var agreement: Double
        /// Whether no answer has more than half; whether the views are opposite; whether an adjudicator has decided.
        package var isTie, isOpposed, isDecided: Bool

        package init(
            id: String, name: String, votes: [(label: String, count: Int)], agreement: Double, isTie: Bool,
            isOpposed: Bool, isDecided: Bool
        ) {
            (self.id, self.name, self.votes, self.agreement) = (id, name, votes, agreement)
            (self.isTie, self.isOpposed, self.isDecided) = (isTie, isOpposed, isDecided)
        }
    }

    /// The item's place in the project, from 1.
    package var item: Int
    package var country, topic, value: String
    /// The action's words.
    package var action: String
    /// How many people judged.
    package var judges: Int
    /// The share of pairs of answers that are alike, as a mean over the criteria that two or more have answered.
    package var agreement: Double
    /// Where they differ.
    package var criteria: [Criterion]

    package init(
        item: Int, country: String, topic: String, value: String, action: String, judges: Int, agreement: Double,
        criteria: [Criterion]
    ) {
        (self.item, self.country, self.topic, self.value) = (item, country, topic, value)
        (self.action, self.judges, self.agreement, self.criteria) = (action, judges, agreement, criteria)
    }

    /// Whether nothing is left to decide.
    package var isDecided: Bool { criteria.allSatisfy(\.isDecided) }
}

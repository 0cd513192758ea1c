/// A gap in words, as people and models read it that code it: nothing of it says whose gap it is.
package struct GapText: Sendable, Hashable {
    /// What is said of the value: "it agrees with the value (0.12 …)".
    package var says: String
    /// What is chosen: "the action that goes against the value (0.90 …)".
    package var chooses: String
    /// The action that was not chosen; empty where it is not known.
    package var otherAction: String
    /// The respondent's own reason; empty where there is none.
    package var reason: String

    /// A gap in words.
    package init(says: String, chooses: String, otherAction: String = "", reason: String = "") {
        (self.says, self.chooses, self.otherAction, self.reason) = (says, chooses, otherAction, reason)
    }
}

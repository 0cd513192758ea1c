/// How people judge the actions of a study: what they agree to, how many judge each item, what they see.
package struct AnnotationSettings: Sendable, Hashable, Codable {
    /// When people see what a model judged.
    package enum Suggestions: String, Sendable, Hashable, Codable, CaseIterable {
        /// Never.
        case never
        /// When they have judged the item themselves.
        case after
        /// Before: the model's answers are filled in, and a label that only accepts one is marked so.
        case prefilled
    }

    /// Something whose right answer everybody knows who reads: shown among the items.
    package struct AttentionCheck: Sendable, Hashable, Codable {
        /// What is asked.
        package var text: String
        /// The id of the answer that attentive people give to each criterion.
        package var answer: String

        /// A check.
        package init(text: String, answer: String) { (self.text, self.answer) = (text, answer) }
    }

    /// What somebody agrees to before they judge, as plain text in paragraphs.
    package var consent: String
    /// What is judged.
    package var codebook: Codebook
    /// How many people judge each item, from 1.
    package var overlap: Int
    /// For how many minutes an item is held for whoever opened it.
    package var leaseMinutes: Int
    /// Whether an item is judged by people who know its country alone.
    package var byCountry: Bool
    /// The attention check; `nil` for none.
    package var attention: AttentionCheck?
    /// What the last page shows to people who came from a crowd service; `nil` for none.
    package var completionCode: String?
    /// When people see what a model judged.
    package var suggestions: Suggestions

    /// Settings.
    package init(
        consent: String = AnnotationSettings.usualConsent, codebook: Codebook = .via, overlap: Int = 3,
        leaseMinutes: Int = 30, byCountry: Bool = true, attention: AttentionCheck? = nil,
        completionCode: String? = nil, suggestions: Suggestions = .after
    ) {
        (self.consent, self.codebook, self.overlap, self.leaseMinutes) = (consent, codebook, overlap, leaseMinutes)
        (self.byCountry, self.attention, self.completionCode) = (byCountry, attention, completionCode)
        self.suggestions = suggestions
    }

    /// What people agree to where a study says nothing else.
    package static let usualConsent = """
        You are asked to judge short texts that a language model wrote about everyday actions in different countries. Some may be \
        unpleasant to read. Taking part is voluntary: you can skip any item and stop at any time.

        What you answer is kept together with the name on your link, the country and languages that you give below, and the time that each \
        item took. It is used for research and may be published without your name.
        """
}

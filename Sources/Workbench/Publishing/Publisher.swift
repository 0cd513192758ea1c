/// Who publishes a run, and as what.
package struct Publisher: Sendable, Hashable {
    /// Who ran the evaluation.
    package var organization: String
    /// What they are to the model.
    package var relationship: EvaluatorRelationship
    /// The model as the Hub names it, where the respondent's name does not say so.
    package var modelID: String?

    package init(organization: String, relationship: EvaluatorRelationship, modelID: String? = nil) {
        (self.organization, self.relationship, self.modelID) = (organization, relationship, modelID)
    }
}

/// What whoever evaluates is to the model; the words of the shared schema.
package enum EvaluatorRelationship: String, Sendable, Hashable, CaseIterable {
    case firstParty = "first_party"
    case thirdParty = "third_party"
    case collaborative
    case other
}

/// Why a person's reading is not taken; each is nobody's fault but can be put right in the form.
package enum OverruleProblem: Error, Sendable, Hashable {
    /// The form does not say who.
    case nobody
    /// The form does not say why.
    case noReason
    /// A name or a reason of more characters than are kept.
    case tooLong(what: String, most: Int)
    /// A state that no reading has.
    case unknownState(String)
    /// An answer that the question does not offer.
    case notOffered(String, offered: [String])
    /// Ratings that are not one for each value.
    case notRatings(String, values: Int)
    /// An answer that rates nothing: that is unreadable, or refused.
    case nothingRated
    /// The question is of a kind whose answers are not known.
    case unknownKind
    /// The run has no reply to the question.
    case noReply
    /// Somebody has overruled the reading since the page was looked at.
    case changedMeanwhile
    /// There is nothing to be taken back.
    case nothingToTakeBack
}

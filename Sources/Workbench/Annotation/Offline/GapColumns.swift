import Text

/// What tables of labels say of gaps, for whoever leads a project: coders are not told whose gap it is.
enum GapColumns {
    static let names = ["respondent", "run", "stated", "acted", "other_action"]

    /// Empty fields for an item that is no gap.
    static func fields(_ item: ActionItem?) -> [String] {
        guard let gap = item?.gap else { return names.map { _ in "" } }
        return [
            Plain.text(gap.respondent), Plain.text(gap.run), JSONText.shortest(gap.stated),
            JSONText.shortest(gap.acted),
            Plain.text(gap.otherAction),
        ]
    }
}

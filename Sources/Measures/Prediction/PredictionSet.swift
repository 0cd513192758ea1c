/// What was predicted from one kind of evidence, by an observer or by a model that was fitted here.
package struct PredictionSet: Sendable, Hashable {
    /// One prediction.
    package struct Case: Sendable, Hashable {
        /// The cell's number, by which sets are paired.
        package var cell: Int
        /// What is drawn anew together in intervals: the place of the cell's value.
        package var cluster: Int
        /// What the cell truly states: whether it is agreement, with the value.
        package var statesAgree: Bool
        /// Whether the chosen action shows agreement with the value; `nil` where neither was chosen more often.
        package var actsAgree: Bool?
        /// What was predicted of ``statesAgree``; `nil` where the reply refuses, can't be read or is missing.
        package var predicted: Bool?
        /// How probable agreement is said to be, in [0, 1]; `nil` where no probability was given.
        package var probability: Double?
        /// Why nothing was predicted; of no bearing where ``predicted`` is there, and unreadable where it is neither.
        package var absence: Absence?

        /// A prediction.
        package init(
            cell: Int, cluster: Int, statesAgree: Bool, actsAgree: Bool?, predicted: Bool?, probability: Double? = nil,
            absence: Absence? = nil
        ) {
            (self.cell, self.cluster, self.statesAgree) = (cell, cluster, statesAgree)
            (self.actsAgree, self.predicted, self.probability) = (actsAgree, predicted, probability)
            self.absence = absence
        }
    }

    /// Why a case has no prediction. Raw values are words of files.
    package enum Absence: String, Sendable, Hashable, Codable, CaseIterable {
        /// The reply declines.
        case refused
        /// The reply is there and names neither side.
        case unreadable
        /// There is no reply, or nothing to learn from.
        case missing
    }

    /// As files name it: "action", "action_explanation_masked", "cell_features".
    package var id: String
    /// As tables name it.
    package var name: String
    /// Whether the value's name and its word family were taken out of the evidence.
    package var isMasked: Bool
    /// Whether it was fitted here from features of cells, without a model being asked.
    package var isLearned: Bool
    /// In the order of the cells.
    package var cases: [Case]

    /// A set of predictions.
    package init(id: String, name: String, isMasked: Bool = false, isLearned: Bool = false, cases: [Case]) {
        (self.id, self.name, self.isMasked, self.isLearned) = (id, name, isMasked, isLearned)
        self.cases = cases
    }
}

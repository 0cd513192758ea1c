/// What an observer predicts of what somebody states.
package struct StatedPrediction: Sendable, Hashable {
    /// Why a prediction has no probability.
    package enum ProbabilityFault: String, Sendable, Hashable, CaseIterable {
        /// None was given.
        case missing
        /// What was given is no number from 0 to 1, nor a percentage.
        case outOfRange = "out_of_range"
        /// Below one half: the other side would be the more probable one.
        case contradictory
    }

    /// Whether agreement is predicted.
    package var agrees: Bool
    /// How probable the prediction itself is said to be, in [0.5, 1]; `nil` where none counts.
    package var probability: Double?
    /// Why it is `nil`.
    package var fault: ProbabilityFault?

    /// A prediction.
    package init(agrees: Bool, probability: Double?, fault: ProbabilityFault? = nil) {
        (self.agrees, self.probability) = (agrees, probability)
        self.fault = probability == nil ? fault ?? .missing : nil
    }

    /// How probable agreement is said to be, in [0, 1].
    package var agreeProbability: Double? { probability.map { agrees ? $0 : 1 - $0 } }
}

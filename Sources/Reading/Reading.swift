/// What one reply says.
///
/// A question without a reply has no reading: it is missing, which only the store can know.
package enum Reading<Answer: Sendable>: Sendable {
    /// The reply names an answer.
    case answered(Answer)
    /// The reply declines to answer, and holds no answer.
    case refused
    /// Neither: see the reason. The raw reply stays stored, so that a later reader can try again.
    case unreadable(UnreadableReason)

    /// The answer, or `nil`.
    package var answer: Answer? {
        guard case .answered(let answer) = self else { return nil }
        return answer
    }

    /// The reading with its answer changed.
    package func map<Other: Sendable>(_ transform: (Answer) -> Other) -> Reading<Other> {
        switch self {
        case .answered(let answer): .answered(transform(answer))
        case .refused: .refused
        case .unreadable(let reason): .unreadable(reason)
        }
    }
}

extension Reading: Equatable where Answer: Equatable {}

/// Why a reply that is no refusal could not be read. The raw values are what the store and every file hold.
package enum UnreadableReason: String, Sendable, Hashable, Codable, CaseIterable, Error {
    /// Nothing but white space, or nothing behind the reasoning.
    case empty
    /// Two different answers are left standing.
    case ambiguous
    /// The reply ends before its answer does.
    case truncated
    /// Text without an answer in it.
    case noAnswer
    /// An answer that is none of the options: "5" of four, "both", "neither".
    case notAnOption
    /// An object that lacks a part asked for, such as an action without its explanation.
    case incomplete
    /// More than 1 MiB.
    case tooLarge
    /// The model called a tool and wrote nothing.
    case toolCall
    /// Brackets and quotes so entangled that reading them would take more than linear time.
    case tangled
}

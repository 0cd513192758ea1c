/// How likely it is that several runs' different readings of one question matter; the likeliest is the smallest.
///
/// 1. Questions of which runs gave different answers about a cell in which the runs lean to different sides in the question's task
///    (stated for Task 1, acted for Task 2) and in which at least one of them does not act as it speaks; then other questions with
///    different answers; then those that only some of the runs answered.
/// 2. Within each, by how far the answers are apart: 1 for two different choices; of ratings the widest difference in one value, on a
///    scale from 0 to 1.
/// 3. Then by how far the runs' distances between what is stated and what is acted are apart in that cell, 0 to 1.
package struct QuestionRank: Sendable, Hashable, Comparable {
    /// The three kinds, the first one first.
    package enum Kind: Int, Sendable, Comparable {
        case sidesDiffer, answersDiffer, statesDiffer

        package static func < (one: Kind, other: Kind) -> Bool { one.rawValue < other.rawValue }
    }

    package let kind: Kind
    /// How far the answers are apart, 0…1.
    package let apart: Double
    /// How far the runs' gaps in the cell are apart, 0…1.
    package let spread: Double

    package static func < (one: QuestionRank, other: QuestionRank) -> Bool {
        (one.kind, -one.apart, -one.spread) < (other.kind, -other.apart, -other.spread)
    }
}

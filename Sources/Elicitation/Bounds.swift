package import AnswerStore

/// What one start of a run leaves unasked, and what it asks again.
package struct Bounds: Sendable, Equatable {
    /// The most questions to ask; `nil` for all.
    package var limit: Int?
    /// Only these question ids; `nil` for all.
    package var only: Set<String>?
    /// The most that the run may take, over all its starts and processes: each of them holds.
    package var caps: [SpendingCap]
    /// Questions to ask though they have a reply, each with that reply's number: the new reply then stands, and that one is
    /// set aside.
    package var again: [String: Int64]

    /// Bounds; with no argument, none.
    package init(
        limit: Int? = nil, only: Set<String>? = nil, caps: [SpendingCap] = [], again: [String: Int64] = [:]
    ) {
        self.limit = limit
        self.only = only
        self.caps = caps
        self.again = again
    }

    /// Which bound ended a start.
    package enum Reached: Sendable, Hashable {
        /// ``Bounds/limit``.
        case limit
        /// One of ``Bounds/caps``.
        case cap
    }
}

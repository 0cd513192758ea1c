public import AnswerStore

/// What one start of a run leaves unasked, and what it asks again.
public struct Bounds: Sendable, Equatable {
    /// The most questions to ask; `nil` for all.
    public var limit: Int?
    /// Only these question ids; `nil` for all.
    public var only: Set<String>?
    /// The most that the run may take, over all its starts and processes: each of them holds.
    public var caps: [SpendingCap]
    /// Questions to ask though they have a reply, each with that reply's number: the new reply then stands, and that one is
    /// set aside.
    public var again: [String: Int64]

    /// Bounds; with no argument, none.
    public init(
        limit: Int? = nil, only: Set<String>? = nil, caps: [SpendingCap] = [], again: [String: Int64] = [:]
    ) {
        self.limit = limit
        self.only = only
        self.caps = caps
        self.again = again
    }

    /// Which bound ended a start.
    public enum Reached: Sendable, Hashable {
        /// ``Bounds/limit``.
        case limit
        /// One of ``Bounds/caps``.
        case cap
    }
}

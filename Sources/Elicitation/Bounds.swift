public import AnswerStore

/// What one start of a run leaves unasked.
public struct Bounds: Sendable, Equatable {
    /// The most questions to ask; `nil` for all.
    public var limit: Int?
    /// Only these question ids; `nil` for all.
    public var only: Set<String>?
    /// The most that the run may take, over all its starts and processes.
    public var cap: SpendingCap?

    /// Bounds; with no argument, none.
    public init(limit: Int? = nil, only: Set<String>? = nil, cap: SpendingCap? = nil) {
        self.limit = limit
        self.only = only
        self.cap = cap
    }

    /// Which bound ended a start.
    public enum Reached: Sendable, Hashable {
        /// ``Bounds/limit``.
        case limit
        /// ``Bounds/cap``.
        case cap
    }
}

/// What became of the questions of one task.
public struct ReplyCounts: Sendable, Hashable, Codable {
    /// Questions that the study asks.
    public var planned: Int
    /// Replies that were read. A reply to Task 1 that lacks some of its ratings is answered.
    public var answered: Int
    /// Replies that decline to answer.
    public var refused: Int
    /// Replies that say something, but not which option.
    public var unreadable: Int
    /// Questions without a reply.
    public var missing: Int

    /// The counts as given; `addsUp` says whether they are consistent.
    public init(planned: Int = 0, answered: Int = 0, refused: Int = 0, unreadable: Int = 0, missing: Int = 0) {
        self.planned = planned
        self.answered = answered
        self.refused = refused
        self.unreadable = unreadable
        self.missing = missing
    }

    /// Replies that came back, whatever they say.
    public var replies: Int { answered + refused + unreadable }

    /// Whether every planned question is in exactly one state.
    public var addsUp: Bool { planned == replies + missing }
}

/// What became of everything that was asked: the denominators that stand beside every figure.
public struct StateCounts: Sendable, Hashable, Codable {
    /// Task 1: one reply rates several values.
    public var stated: ReplyCounts
    /// Task 2: one reply chooses one action.
    public var acted: ReplyCounts
    /// Ratings that the Task 1 questions ask for: replies planned × values in each.
    public var ratingsAsked: Int
    /// Ratings that were read from the Task 1 replies.
    public var ratingsRead: Int
    /// Ratings that name no option of the scale, such as “5” of four.
    public var ratingsOutOfRange: Int
    /// Ratings of values for which a reply gives two different answers.
    public var ratingsAmbiguous: Int
    /// Cells that Task 2 cannot ask, because the dataset lacks one of their two actions.
    public var cellsWithoutActionPair: Int

    /// The counts as given.
    public init(
        stated: ReplyCounts = ReplyCounts(), acted: ReplyCounts = ReplyCounts(),
        ratingsAsked: Int = 0, ratingsRead: Int = 0, ratingsOutOfRange: Int = 0, ratingsAmbiguous: Int = 0,
        cellsWithoutActionPair: Int = 0
    ) {
        self.stated = stated
        self.acted = acted
        self.ratingsAsked = ratingsAsked
        self.ratingsRead = ratingsRead
        self.ratingsOutOfRange = ratingsOutOfRange
        self.ratingsAmbiguous = ratingsAmbiguous
        self.cellsWithoutActionPair = cellsWithoutActionPair
    }
}

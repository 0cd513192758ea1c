/// What became of the questions of one task.
package struct ReplyCounts: Sendable, Hashable, Codable {
    /// Questions that the study asks.
    package var planned: Int
    /// Replies that were read. A reply to Task 1 that lacks some of its ratings is answered.
    package var answered: Int
    /// Replies that decline to answer.
    package var refused: Int
    /// Replies that say something, but not which option.
    package var unreadable: Int
    /// Questions without a reply.
    package var missing: Int
    /// Replies whose reading a person has overruled; each is counted in the state that the person gave it. 0 where the reader's own
    /// readings count.
    package var overruled = 0

    /// The counts as given; `addsUp` says whether they are consistent.
    package init(planned: Int = 0, answered: Int = 0, refused: Int = 0, unreadable: Int = 0, missing: Int = 0) {
        self.planned = planned
        self.answered = answered
        self.refused = refused
        self.unreadable = unreadable
        self.missing = missing
    }

    /// Replies that came back, whatever they say.
    package var replies: Int { answered + refused + unreadable }

    /// Whether every planned question is in exactly one state.
    package var addsUp: Bool { planned == replies + missing }
}

/// What became of everything that was asked: the denominators that stand beside every figure.
package struct StateCounts: Sendable, Hashable, Codable {
    /// Task 1: one reply rates several values.
    package var stated: ReplyCounts
    /// Task 2: one reply chooses one action.
    package var acted: ReplyCounts
    /// Ratings that the Task 1 questions ask for: replies planned × values in each.
    package var ratingsAsked: Int
    /// Ratings that were read from the Task 1 replies.
    package var ratingsRead: Int
    /// Ratings that name no option of the scale, such as “5” of four.
    package var ratingsOutOfRange: Int
    /// Ratings of values for which a reply gives two different answers.
    package var ratingsAmbiguous: Int
    /// Cells that Task 2 cannot ask, because the dataset lacks one of their two actions.
    package var cellsWithoutActionPair: Int

    /// The counts as given.
    package init(
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

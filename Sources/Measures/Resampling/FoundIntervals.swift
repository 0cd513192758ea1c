/// The intervals of some figures, and why the others have none.
package struct FoundIntervals<Figure: Hashable & Sendable>: Sendable, Hashable {
    private let outcomes: [Figure: IntervalOutcome]

    init(_ outcomes: [Figure: IntervalOutcome]) {
        self.outcomes = outcomes
    }

    /// The interval of a figure, `nil` where it has none.
    package subscript(_ figure: Figure) -> Interval? { outcomes[figure]?.interval }

    /// Why a figure has no interval; `nil` where it has one, and where none was asked for.
    package func absence(of figure: Figure) -> IntervalAbsence? { outcomes[figure]?.absence }

    /// The interval of a figure, or why it has none; `nil` where none was asked for.
    package func outcome(of figure: Figure) -> IntervalOutcome? { outcomes[figure] }
}

/// How many requests may be in flight: one more after every round of answers, half as many after a setback.
///
/// It begins at its ceiling, so that a healthy server is asked as fast as the user allows from the start.
package struct AdaptiveLimit: Sendable, Hashable {
    package let floor: Int
    package let ceiling: Int
    /// How many setbacks were heeded. A question that was sent before the last of them tells nothing new.
    package private(set) var setbacks = 0
    private var exact: Double

    /// Numbers below 1 count as 1, a ceiling below the floor as the floor.
    package init(floor: Int, ceiling: Int) {
        self.floor = max(1, floor)
        self.ceiling = max(self.floor, ceiling)
        exact = Double(self.ceiling)
    }

    /// The limit of this moment.
    package var current: Int { Int(exact) }

    /// One answer adds 1/limit: a whole round of them, one question.
    package mutating func succeeded() {
        exact = min(Double(ceiling), exact + 1 / exact)
    }

    /// A server in difficulty halves the limit, once for all questions that were out at the time.
    ///
    /// - Parameter sentAfter: the number of ``setbacks`` when the question was sent.
    package mutating func setBack(sentAfter: Int) {
        guard sentAfter == setbacks else { return }
        setbacks += 1
        exact = max(Double(floor), (exact / 2).rounded(.down))
    }
}

/// How often a cell's readings say what, and what stood first where they did.
package struct CellDistribution: Sendable, Equatable {
    /// How many readings of one answer, by what stood first.
    package struct Count: Sendable, Equatable {
        /// Agreement, or the action for the value, stood first; disagreement did; it is not known.
        package var agreeFirst, disagreeFirst, unknown: Int

        package init(agreeFirst: Int = 0, disagreeFirst: Int = 0, unknown: Int = 0) {
            (self.agreeFirst, self.disagreeFirst, self.unknown) = (agreeFirst, disagreeFirst, unknown)
        }

        package var all: Int { agreeFirst + disagreeFirst + unknown }

        /// One more reading.
        package mutating func add(first: ShownQuestion.Side?) {
            switch first {
            case .agree: agreeFirst += 1
            case .disagree: disagreeFirst += 1
            case nil: unknown += 1
            }
        }
    }

    /// Questions of one task that were not read as an answer.
    package struct Unread: Sendable, Equatable {
        package var refused, unreadable, failed, missing: Int

        package init(refused: Int = 0, unreadable: Int = 0, failed: Int = 0, missing: Int = 0) {
            (self.refused, self.unreadable, self.failed, self.missing) = (refused, unreadable, failed, missing)
        }
    }

    /// The labels of Task 1's options, from the most agreement; those of several framings together.
    package var labels: [String]
    /// Readings of Task 1, one for each label.
    package var stated: [Count]
    /// Readings of Task 2: the action for the value, the one against it.
    package var acted: [Count]
    /// What was not read.
    package var statedUnread, actedUnread: Unread
    /// Replies that answer but say nothing of this value.
    package var notRated: Int
    /// Readings that people overruled, counted as they did; nil where the reader's own count.
    package var overruled: Int?
    /// Questions that were looked at, of how many: a cell asked very often is looked at in part.
    package var looked, questions: Int

    package init(labels: [String], questions: Int) {
        self.labels = labels
        stated = Array(repeating: Count(), count: labels.count)
        acted = Array(repeating: Count(), count: 2)
        (statedUnread, actedUnread, notRated) = (Unread(), Unread(), 0)
        (looked, self.questions) = (0, questions)
    }

    /// The mean of Task 1's readings, 0 = agree, 1 = disagree; nil without any.
    package var statedScore: Double? { Self.mean(stated) }
    /// The same of Task 2's choices.
    package var actedScore: Double? { Self.mean(acted) }

    private static func mean(_ counts: [Count]) -> Double? {
        let readings = counts.reduce(0) { $0 + $1.all }
        guard readings > 0, counts.count > 1 else { return nil }
        let sum = counts.enumerated().reduce(0.0) { $0 + Double($1.offset * $1.element.all) }
        return sum / Double(counts.count - 1) / Double(readings)
    }
}

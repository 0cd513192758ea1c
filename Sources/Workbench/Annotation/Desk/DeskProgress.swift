package import Study

/// How far a judge is.
package struct DeskProgress: Sendable {
    /// One of the items that they were given.
    package struct Entry: Sendable {
        /// What they call it, from 1.
        package let number: Int
        /// The item.
        package let item: ActionItem
        /// What they say of it.
        package let answers: OwnAnswers
    }

    /// In the order in which they were given.
    package let entries: [Entry]
    /// How many items they may be given at most.
    package let most: Int

    /// Judged whole, and not left out.
    package var judged: Int { entries.count { $0.answers.isComplete } }
    /// Left out.
    package var skipped: Int { entries.count { !$0.answers.isComplete && $0.answers.skipped != nil } }
    /// Neither.
    package var open: [Entry] { entries.filter { !$0.answers.isDone } }
}

extension AnnotatorDesk {
    /// How far they are.
    package func progress(_ consent: Consent) throws -> DeskProgress {
        let entries = try given().enumerated().map { index, item in
            DeskProgress.Entry(number: index + 1, item: item, answers: try answers(to: item))
        }
        return DeskProgress(entries: entries, most: most(for: consent))
    }
}

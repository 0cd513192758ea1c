package import Text

/// What can be said of a cell: how its two tasks go together.
package enum GapState: String, CaseIterable, Sendable {
    /// Its sides differ.
    case misaligned
    /// A score of it is exactly 0.5.
    case undecided
    /// Its sides are the same.
    case aligned
    /// It lacks a score in one task or both.
    case missing
}

/// To which side a misaligned cell's acting differs from its saying.
package enum GapDirection: String, CaseIterable, Sendable {
    /// Says agree, acts against the value.
    case against
    /// Says disagree, acts for the value.
    case `for`
}

/// A cell as the list of gaps shows it.
package struct GapCell: Sendable {
    /// Its number on the run's axes.
    package var cell: Int
    package var country, topic, value, group: String
    /// Its scores, 0 = agree, 1 = disagree; nil where a task has no reading.
    package var stated, acted: Double?
    /// Readings of Task 1 and of Task 2.
    package var statedReadings, actedReadings: Int
    package var state: GapState
    /// Nil where it isn't misaligned.
    package var direction: GapDirection?
    /// The side of the action that was chosen more often; nil where neither was.
    package var inclination: MisalignedCell.Inclination?
    /// Its text; empty where it isn't known.
    package var action: String
    /// Bit k: whether the cell is misaligned by its readings in variant k of the task, against all those of the other task.
    package var statedVariants: UInt64 = 0, actedVariants: UInt64 = 0
    /// Bit k: whether a reply came from provider k, or stopped for reason k, of ``GapsInput``.
    package var providers: UInt64 = 0, stops: UInt64 = 0

    package init(
        cell: Int, country: String, topic: String, value: String, group: String, stated: Double?, acted: Double?,
        statedReadings: Int, actedReadings: Int, state: GapState, direction: GapDirection? = nil,
        inclination: MisalignedCell.Inclination? = nil, action: String = ""
    ) {
        (self.cell, self.country, self.topic, self.value, self.group) = (cell, country, topic, value, group)
        (self.stated, self.acted, self.state, self.direction) = (stated, acted, state, direction)
        (self.statedReadings, self.actedReadings) = (statedReadings, actedReadings)
        (self.inclination, self.action) = (inclination, action)
    }

    /// acted − stated; nil where a score is missing.
    package var signedGap: Double? {
        guard let stated, let acted else { return nil }
        return acted - stated
    }
}

/// All that the list of gaps is made of.
package struct GapsInput: Sendable {
    /// One variant of a task.
    package struct Variant: Sendable, Equatable {
        /// 1 or 2.
        package var task: Int
        /// From 0; below 64.
        package var index: Int
        /// Framing, order and requirement, in the study's words; empty where they aren't known.
        package var words: String

        package init(task: Int, index: Int, words: String) {
            (self.task, self.index, self.words) = (task, index, words)
        }

        /// "acted-3", as an address has it.
        package var name: String { (task == 1 ? "stated-" : "acted-") + "\(index)" }
    }

    package var run: Int
    package var respondent: RespondentSummary
    package var study: String
    /// Every planned cell, in the order of the run's axes.
    package var cells: [GapCell] = []
    /// What may be chosen.
    package var countries: [String] = [], topics: [String] = [], values: [String] = [], groups: [String] = []
    package var variants: [Variant] = []
    /// Names of providers and reasons, bit by bit of ``GapCell/providers`` and ``GapCell/stops``.
    package var providers: [String] = [], stops: [String] = []
    /// Whether the run has not changed since its figures were made; nil while there are none.
    package var isCurrent: Bool?
    /// Why there are no figures.
    package var failure: String?
    /// What was looked for and found; nil where nothing was.
    package var search: SearchFindings?
    package var version: String

    package init(run: Int, respondent: RespondentSummary, study: String, version: String) {
        (self.run, self.respondent, self.study, self.version) = (run, respondent, study, version)
    }
}

/// What a search found.
package struct SearchFindings: Sendable {
    /// What was looked for.
    package var query: SearchQuery
    /// By cell: in how many of its texts it stands: actions, explanations, replies of Task 2 and their thoughts.
    package var texts: [Int: Int] = [:]
    /// Replies of Task 1 in which it stands: each rates all values of a scenario, and so is of no cell.
    package var scenarioReplies = 0
    /// Some of them.
    package var scenarioSnippets: [FoundText] = []
    /// By cell, for the cells that are shown.
    package var snippets: [Int: [FoundText]] = [:]
    /// So many of the run's replies are searched so far, of so many.
    package var searched = 0, replies = 0
    /// Whether more texts hold it than are looked at for one page.
    package var isPartial = false
    /// Why not all can be.
    package var hindrance: String?

    package init(query: SearchQuery) { self.query = query }
}

/// A text in which something was found.
package struct FoundText: Sendable {
    /// "the action against the value", "reply, Task 2, variant 3".
    package var label: String
    /// The question's id; nil of an action.
    package var question: String?
    package var snippet: SearchSnippet

    package init(label: String, question: String?, snippet: SearchSnippet) {
        (self.label, self.question, self.snippet) = (label, question, snippet)
    }
}

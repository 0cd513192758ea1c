package import Foundation
package import Study

/// How files of answers are to be taken.
package struct ExchangeSettings: Sendable {
    /// Whose answers of people become a run.
    package enum People: String, Sendable, CaseIterable {
        /// All of them are one respondent; each is a repetition of its questions.
        case together
        /// Each is a respondent and a run.
        case apart
    }

    /// The name of the run; nil takes the one that a log has, and the file's name for people.
    package var model: String?
    /// What was asked, where that was said; nil takes all questions of the study, and counts as planned what stands in the files.
    package var selection: Selection?
    /// Names of ours (`country`, `topic`, `value`, `task`, `variant`) to names of a sample's metadata.
    package var map: [String: String]
    /// What becomes of answers of several people.
    package var people: People
    /// When it is imported.
    package var now: Date

    /// So many repetitions are looked through for ids where nothing is said of them.
    static let usualRepeats = 10

    /// Settings.
    package init(
        model: String? = nil, selection: Selection? = nil, map: [String: String] = [:], people: People = .together,
        now: Date
    ) {
        (self.model, self.selection, self.map, self.people, self.now) = (model, selection, map, people, now)
    }
}

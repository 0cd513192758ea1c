import Text

/// Why a codebook can't take the place of a project's.
package enum CodebookProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// It has another name: it is no version of the project's codebook.
    case otherName(name: String, needed: String)
    /// Its version is not later, and it is not the same.
    case notLater(version: Int, current: Int)
    /// Two of its criteria claim the same earlier one.
    case claimedTwice(former: String, first: String, second: String)
    /// A criterion says that it had an id which no earlier version knows.
    case unknownFormer(former: String, criterion: String, known: [String])
    /// Somebody stored another version meanwhile.
    case changedMeanwhile

    /// What is wrong, and what to do.
    package var description: String { Plain.line(words) }

    private var words: String {
        switch self {
        case .otherName(let name, let needed):
            "the codebook is called '\(name)', and the project is judged by '\(needed)': a version of it has the same name, and another "
                + "codebook needs a project of its own"
        case .notLater(let version, let current):
            "the codebook is version \(version), differs from the project's, and that is version \(current) already: labels name their "
                + "version, so give the change a later one, 'version: \(current + 1)'"
        case .claimedTwice(let former, let first, let second):
            "the criteria '\(first)' and '\(second)' both claim labels of '\(former)': give the new one an id that no version had"
        case .unknownFormer(let former, let criterion, let known):
            "the criterion '\(criterion)' was formerly '\(former)', it says, but the project never had that; it had "
                + known.map { "'\($0)'" }.joined(separator: ", ")
        case .changedMeanwhile: "somebody else changed the project meanwhile: look at it again"
        }
    }
}

/// What a new version of a codebook does to what is stored.
package struct CodebookChange: Sendable, Hashable {
    /// Whether anything was stored: a codebook that is in force already changes nothing.
    package var isNew: Bool
    /// The version in force now.
    package var version: Int
    /// Criteria that have another id than before.
    package var renamed: [Renaming]
    /// Ids of criteria that were not there before.
    package var added: [String]
    /// Ids of criteria that are no more: their labels stay, and count as left out.
    package var removed: [String]
    /// Labels that stood before and are left out now.
    package var labelsLeftOut: Int

    /// A criterion's two ids.
    package struct Renaming: Sendable, Hashable {
        /// As labels of before name it, and as it is called from now on.
        package var from, to: String

        package init(from: String, to: String) { (self.from, self.to) = (from, to) }
    }
}

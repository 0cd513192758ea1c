package import Study

/// What a page sends of one item: only what it has fields for.
package struct DeskForm: Sendable {
    /// The item's hash, by which the page says what it is about.
    package var item: String
    /// The number of the judge's last label of the item that the page has seen.
    package var seen: Int64
    /// Answers by the criterion's id; an empty one takes back what stands.
    package var answers: [String: String] = [:]
    /// The note; `nil` where the page has no field for it.
    package var note: String?
    /// The numbers of the words that are marked; `nil` where the page has no field for them.
    package var words: Set<Int>?
    /// Marked stretches with their text, as a JSON list, in place of words.
    package var spans: String?
    /// What is ticked of a codebook's codes; `nil` where the page has no boxes, or a script that says each change as an answer.
    package var codes: Codes?
    /// A code that the coder proposes, an empty one to take it back; `nil` where the page has no field for it.
    package var proposal: CodeProposal?
    /// Why the item is left out, or empty to take that back; `nil` where neither is said.
    package var skip: String?
    /// Whether it is to be saved although something else was saved since.
    package var isForced = false
    /// Seconds that the judge has spent on the item.
    package var seconds: Double?
    /// How it came.
    package var way: Judgement.Way

    /// Boxes of a page without a script.
    package struct Codes: Sendable, Hashable {
        /// The ids of the codes that are ticked.
        package var ticked: Set<String>
        /// Whether “No code applies” is.
        package var saysNone: Bool
        /// Whether what is not ticked is to count as not applying.
        package var isWhole: Bool

        /// What is ticked.
        package init(ticked: Set<String>, saysNone: Bool, isWhole: Bool) {
            (self.ticked, self.saysNone, self.isWhole) = (ticked, saysNone, isWhole)
        }
    }

    /// A form without any field.
    package init(item: String, seen: Int64, way: Judgement.Way) {
        (self.item, self.seen, self.way) = (item, seen, way)
    }

    /// The most characters of a note.
    package static let mostNote = 4000
    /// The most seconds of one item that are believed.
    package static let mostSeconds = 3600.0
}

/// Why nothing was saved.
package enum DeskProblem: Error, Sendable, Hashable {
    /// The judge has not agreed, or no longer.
    case noConsent
    /// The judge was never given this item.
    case notGiven
    /// The judge has saved something else of this item since the page was made; the number of the last label now.
    case stale(revision: Int64)
    /// An answer that the criterion does not offer.
    case unknownAnswer(String, criterion: String)
    /// A criterion that the codebook lacks.
    case unknownCriterion(String)
    /// A note of more characters than are kept.
    case noteTooLong(Int)
    /// Nothing is ticked, and nobody has said that no code applies.
    case nothingTicked
    /// “No code applies” is ticked beside codes, by their names.
    case noneBesideCodes([String])
    /// A code was proposed, and the codebook takes none.
    case noProposals
    /// A proposal that has no name, or a name of too many characters.
    case proposalName(count: Int)
    /// A span that does not stand in the action, or whose text is another.
    case badSpan(String)
}

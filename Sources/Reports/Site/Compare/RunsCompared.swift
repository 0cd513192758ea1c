package import Text

/// Runs that were compared, with all that the pages, the tables and the document of the comparison show.
package struct RunsCompared: Sendable {
    /// What a report of the comparison shows.
    package let input: ComparisonInput
    /// The runs value by value in every country and topic.
    package let map: ComparisonMap
    /// The comparison for programs, as `vlens compare --json` has it.
    package let document: JSONValue

    package init(input: ComparisonInput, map: ComparisonMap, document: JSONValue) {
        (self.input, self.map, self.document) = (input, map, document)
    }
}

/// A run that may be chosen.
package struct RunChoice: Sendable, Hashable {
    /// Its number in the store.
    package let run: Int
    /// Who was asked, with what must not be missing beside it.
    package let label: String
    /// The study's name, and the day on which the run began, in UTC: "2026-01-31".
    package let study, begun: String

    package init(run: Int, label: String, study: String, begun: String) {
        (self.run, self.label, self.study, self.begun) = (run, label, study, begun)
    }
}

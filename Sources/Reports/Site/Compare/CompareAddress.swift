package import Pages

/// Runs against the first of them.
package struct CompareAddress: SiteAddress {
    /// A part of the comparison: each is a page of its own, so that none grows too long.
    package enum Part: String, CaseIterable, Sendable {
        /// What was found, all measures of the whole run, and the groups of values.
        case summary
        /// By country and by topic.
        case places
        /// Value by value.
        case values
        /// Every value in every country or topic.
        case map
    }

    /// The columns of the map.
    package enum Columns: String, CaseIterable, Sendable {
        case country, topic
    }

    /// Two to six, the first one first; an address that somebody typed may have any number.
    package var runs: [Int]
    package var part = Part.summary
    package var by = Columns.country
    /// Which run is set against the first where a page has room for one; nil for the second of the runs.
    package var with: Int?

    package init(runs: [Int], part: Part = .summary, by: Columns = .country, with: Int? = nil) {
        (self.runs, self.part, self.by) = (runs, part, by)
        self.with = runs.dropFirst().first == with ? nil : with
    }

    package var steps: [String] { ["compare"] }
    package var query: [(name: String, value: String)] {
        var query = runs.map { (name: "run", value: "\($0)") }
        if part != .summary { query.append(("part", part.rawValue)) }
        if part == .map, by != .country { query.append(("by", by.rawValue)) }
        if part != .summary || runs.count > 2, let with { query.append(("with", "\(with)")) }
        return query
    }

    /// So many runs are compared at most.
    package static let most = 6

    /// The place of ``with`` among the runs but the first, from 0.
    package var other: Int { with.flatMap { runs.dropFirst().firstIndex(of: $0) }.map { $0 - 1 } ?? 0 }
}

/// The replies of several runs to the same questions, side by side.
package struct SideBySideAddress: SiteAddress {
    /// In what replies differ.
    package enum Differ: String, CaseIterable, Sendable {
        /// In anything.
        case any
        /// Two runs gave different answers.
        case answer
        /// Some gave an answer and some refused, or can't be read.
        case state
    }

    /// A task of the study.
    package enum Task: String, CaseIterable, Sendable {
        case stated, acted
    }

    /// Two to six, the first one first.
    package var runs: [Int]
    package var differ = Differ.any
    /// Only questions of this task.
    package var task: Task?
    /// Only questions about these; names as the study has them.
    package var country, topic, value: String?
    /// From 1.
    package var page = 1

    package init(runs: [Int]) { self.runs = runs }

    package var steps: [String] { ["compare", "replies"] }
    package var query: [(name: String, value: String)] {
        var query = runs.map { (name: "run", value: "\($0)") }
        if differ != .any { query.append(("differ", differ.rawValue)) }
        if let task { query.append(("task", task.rawValue)) }
        for (name, value) in [("country", country), ("topic", topic), ("value", value)] {
            if let value { query.append((name, value)) }
        }
        if page != 1 { query.append(("page", "\(page)")) }
        return query
    }

    /// So many questions stand on a page.
    package static let pageSize = 10

    /// The same on another page.
    package func on(page: Int) -> SideBySideAddress {
        var address = self
        address.page = page
        return address
    }
}

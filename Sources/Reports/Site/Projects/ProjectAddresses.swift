package import Pages

/// All projects of a store that people judge.
package struct ProjectsAddress: SiteAddress {
    package init() {}

    package var steps: [String] { ["projects"] }
    package var query: [(name: String, value: String)] { [] }
}

/// How far a project is, and how its annotators judge.
package struct ProjectAddress: SiteAddress {
    /// The project's name.
    package var project: String

    package init(project: String) { self.project = project }

    package var steps: [String] { ["projects", project] }
    package var query: [(name: String, value: String)] { [] }
}

/// The items of a project on which annotators differ.
package struct DisagreementsAddress: SiteAddress {
    /// Which of them.
    package enum Show: String, CaseIterable, Sendable {
        /// Those that nobody has decided.
        case open
        /// Those that an adjudicator has decided.
        case decided
        /// Both.
        case all
    }

    /// The project's name.
    package var project: String
    /// Only items of this country; only those that differ on this criterion, by its id.
    package var country, criterion: String?
    package var show = Show.open
    /// From 1.
    package var page = 1

    package init(project: String) { self.project = project }

    /// What somebody asks for.
    ///
    /// - Throws: ``AddressProblem``.
    package init(project: String, _ query: SiteQuery) throws(AddressProblem) {
        self.init(project: project)
        (country, criterion) = (query.text("country"), query.text("criterion"))
        show = try query.choice("show") ?? .open
        page = try query.number("page", in: 1...1_000_000) ?? 1
    }

    package var steps: [String] { ["projects", project, "disagreements"] }
    package var query: [(name: String, value: String)] {
        let parts: [(String, String?)] = [
            ("show", show == .open ? nil : show.rawValue), ("country", country), ("criterion", criterion),
            ("page", page == 1 ? nil : "\(page)"),
        ]
        return parts.compactMap { name, value in value.map { (name, $0) } }
    }
}

/// All that was said of one item of a project.
package struct ItemTrailAddress: SiteAddress {
    /// The project's name.
    package var project: String
    /// The item's place in it, from 1.
    package var item: Int

    package init(project: String, item: Int) { (self.project, self.item) = (project, item) }

    package var steps: [String] { ["projects", project, "items", "\(item)"] }
    package var query: [(name: String, value: String)] { [] }
}

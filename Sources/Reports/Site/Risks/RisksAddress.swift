package import Pages

/// What the misaligned cells of a project were coded for.
package struct RisksAddress: SiteAddress {
    /// The project's name.
    package var project: String
    /// Whose codes are counted: a coder's name; `nil` for people, or who there is.
    package var by: String?
    /// Which coded cells are listed: of a respondent, a country, a topic; with a code, by its id.
    package var respondent, country, topic, code: String?
    /// From 1.
    package var page = 1

    package init(project: String, code: String? = nil) { (self.project, self.code) = (project, code) }

    /// What somebody asks for.
    ///
    /// - Throws: ``AddressProblem`` for a page that is none.
    package init(project: String, _ query: SiteQuery) throws(AddressProblem) {
        self.init(project: project, code: query.text("code"))
        (by, respondent) = (query.text("by"), query.text("respondent"))
        (country, topic) = (query.text("country"), query.text("topic"))
        page = try query.number("page", in: 1...1_000_000) ?? 1
    }

    package var steps: [String] { ["risks", project] }

    package var query: [(name: String, value: String)] {
        let parts: [(String, String?)] = [
            ("by", by), ("respondent", respondent), ("code", code), ("country", country), ("topic", topic),
            ("page", page > 1 ? "\(page)" : nil),
        ]
        return parts.compactMap { name, value in value.map { (name: name, value: $0) } }
    }
}

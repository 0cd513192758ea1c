package import Pages

/// A run, as its findings.
package struct RunAddress: SiteAddress {
    /// What the heatmaps' columns are.
    package enum Columns: String, CaseIterable, Sendable {
        case country, topic
    }

    /// In which order the heatmaps' rows stand.
    package enum Order: String, CaseIterable, Sendable {
        /// The theory's groups, each in the theory's order.
        case group
        /// The widest distance first.
        case gap
        /// What is stated, acted with most disagreement first.
        case stated, acted
        /// The largest share of inconsistent cells first.
        case inconsistency
        /// By name.
        case name
    }

    /// Its number in the store.
    package var run: Int
    /// The heatmaps' columns, and the order of their rows.
    package var columns = Columns.country
    package var order = Order.group
    /// Where the ranking is looked at; the whole run where both are nil, one scenario where neither is.
    package var country, topic: String?

    package init(run: Int) { self.run = run }

    package var steps: [String] { ["runs", "\(run)"] }
    package var query: [(name: String, value: String)] {
        (columns == .country ? [] : [("by", columns.rawValue)])
            + (order == .group ? [] : [("sort", order.rawValue)])
            + [("country", country), ("topic", topic)].compactMap { name, value in value.map { (name, $0) } }
    }
}

extension RunAddress {
    /// The address that a query names.
    ///
    /// - Throws: `AddressProblem` for a word that is none of those.
    package init(run: Int, query: SiteQuery) throws(AddressProblem) {
        self.init(run: run)
        columns = try query.choice("by") ?? .country
        order = try query.choice("sort") ?? .group
        (country, topic) = (query.text("country"), query.text("topic"))
    }
}

/// The instrument's own errors in a run, value by value figures, and how it was measured.
package struct InstrumentAddress: SiteAddress {
    package var run: Int

    package init(run: Int) { self.run = run }

    package var steps: [String] { ["runs", "\(run)", "instrument"] }
    package var query: [(name: String, value: String)] { [] }
}

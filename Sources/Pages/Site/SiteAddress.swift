/// Where a view of the explorer lies. An address carries all that determines the view (filters, order, chosen runs), so that each view
/// can be cited; what is as it is by default stands nowhere, so that a view has one address.
package protocol SiteAddress: Sendable, Hashable {
    /// The parts of the path from the site's root; numbers and words of the program, never a text from outside.
    var steps: [String] { get }
    /// What stands behind the question mark, in this order; values may be any text.
    var query: [(name: String, value: String)] { get }
}

/// In which form a view is answered.
package enum SiteFormat: String, CaseIterable, Sendable {
    /// A page for people.
    case html
    /// All of it for programs.
    case json
    /// Its main table.
    case csv
}

extension SiteAddress {
    /// A link to the view, or to a place in it.
    package func link(section: Anchor? = nil) -> Link {
        Link.site(steps, query: query, section: section) ?? .root
    }

    /// Where a section of the view is had alone, to be looked at anew.
    package func live(_ section: Anchor) -> Link {
        Link.site(steps, query: query + [("section", section.name)]) ?? .root
    }

    /// A link to the same view in another form.
    package func link(as format: SiteFormat) -> Link {
        Link.site(steps, query: query + (format == .html ? [] : [("format", format.rawValue)])) ?? .root
    }
}

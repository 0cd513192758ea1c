package import Pages

/// Where a page is looked at: names in a file lead nowhere, since what they would lead to is not there.
package enum Site: Sendable, Hashable {
    /// In a file of its own.
    case file
    /// In the explorer, as a page of a run.
    case served(run: Int)

    /// The misaligned cells of a country, a topic, a value or a group.
    package func gaps(
        country: String? = nil, topic: String? = nil, value: String? = nil, group: String? = nil
    ) -> Link? {
        guard case .served(let run) = self else { return nil }
        return GapsAddress(run: run, country: country, topic: topic, value: value, group: group).link()
    }

    /// All that was asked and answered in one cell.
    package func cell(country: String, topic: String, value: String) -> Link? {
        guard case .served(let run) = self else { return nil }
        return CellAddress(run: run, country: country, topic: topic, value: value).link()
    }

    /// A name, leading somewhere where there is somewhere to go.
    package func name(_ name: String, _ link: Link?) -> Markup {
        let text = Markup.element("bdi", text: name)
        return link.map { .element("a", ["href": $0.href], [text]) } ?? text
    }
}

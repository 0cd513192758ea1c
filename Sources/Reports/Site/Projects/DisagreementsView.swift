package import Pages
package import Text

/// The items of a project on which annotators differ: what hangs on a decision first.
package struct DisagreementsView: SiteView {
    private let place: DisagreementsAddress
    private let all: [DisputeFacts]
    private let criteria: [(id: String, name: String)]
    private let version: String

    /// So many items stand on a page.
    static let size = 50

    /// - Parameters:
    ///   - all: every item on which annotators differ, what matters most first.
    ///   - criteria: the codebook's.
    package init(
        _ place: DisagreementsAddress, _ all: [DisputeFacts], criteria: [(id: String, name: String)], version: String
    ) {
        (self.place, self.all, self.criteria, self.version) = (place, all, criteria, version)
    }

    package var address: any SiteAddress { place }

    private var found: [DisputeFacts] {
        all.filter { item in
            let isShown =
                switch place.show {
                case .open: !item.isDecided
                case .decided: item.isDecided
                case .all: true
                }
            return isShown && (place.country == nil || place.country == item.country)
                && (place.criterion == nil || item.criteria.contains { $0.id == place.criterion })
        }
    }

    package func page() throws(TemplateError) -> Page {
        let found = found
        var page = Page(
            title: "Disagreements of \(place.project)", generator: ReportFrame.generator(version),
            header: Page.Header(
                eyebrow: "Judging", heading: .text("Disagreements"),
                subtitle: .text(
                    "Items on which annotators differ. First come those without a majority, of them those with opposite views; "
                        + "then those that agree least.")),
            skip: "Skip to the queue",
            sections: [
                Page.Section(
                    "queue", label: "Queue", heading: Numerals.count(found.count, "item", "items"), body: body(found),
                    live: address.live("queue"))
            ], footer: ReportFrame.footer(version))
        page.trail = [
            Page.Entry("Runs", OverviewAddress().link()), Page.Entry("Projects", ProjectsAddress().link()),
            Page.Entry(place.project, ProjectAddress(project: place.project).link()),
        ]
        return page
    }

    private func body(_ found: [DisputeFacts]) -> Markup {
        let pages = ListPages(rows: found.count, size: Self.size, wanted: place.page) { [place] number in
            var address = place
            address.page = number
            return address.link()
        }
        let rows = found[pages.range].map(line)
        let list =
            found.isEmpty
            ? Markup.element("p", text: all.isEmpty ? "Annotators differ on nothing." : "No item is so.")
            : .element("ol", ["class": "disputes"], rows)
        return .lines([form, list, pages.markup(label: "Pages of the queue"), formats])
    }

    private var form: Markup {
        let countries = Set(all.map(\.country)).sorted()
        return FilterForm(
            address: ProjectPlace(place),
            fields: [
                .choice(
                    name: "show", label: "Items", none: nil,
                    choices: [
                        .init(value: "open", words: "to be decided"), .init(value: "decided", words: "decided"),
                        .init(value: "all", words: "all"),
                    ], chosen: place.show.rawValue),
                .choice(
                    name: "criterion", label: "Criterion", none: "Any",
                    choices: criteria.map { criterion in
                        .init(
                            value: criterion.id, words: criterion.name,
                            count: all.count { $0.criteria.contains { $0.id == criterion.id } })
                    }, chosen: place.criterion),
                .choice(
                    name: "country", label: "Country", none: "All",
                    choices: countries.map { name in
                        .init(value: name, words: name, count: all.count { $0.country == name })
                    }, chosen: place.country),
            ]
        ).markup
    }

    private func line(_ item: DisputeFacts) -> Markup {
        let link = ItemTrailAddress(project: place.project, item: item.item).link()
        let criteria = item.criteria.map { criterion -> Markup in
            let votes = criterion.votes.map { "\($0.label) \($0.count)" }.joined(separator: ", ")
            let kind =
                criterion.isDecided
                ? "decided" : criterion.isTie ? (criterion.isOpposed ? "opposite views" : "a tie") : "a majority"
            return .element(
                "li", [:], [.element("strong", text: criterion.name), .text(": \(votes) (\(kind))")])
        }
        return .element(
            "li", [:],
            [
                .element(
                    "h3", [:],
                    [
                        .element("a", ["href": link.href], text: "Item \(item.item)"),
                        .element(
                            "span", ["class": "range"],
                            text: "\(item.country) · \(item.topic) · \(item.value) · agreement "
                                + "\(Numerals.percent(item.agreement, places: 0)) of \(item.judges)"),
                    ]),
                .element("blockquote", ["dir": "auto"], text: cut(item.action, to: 400)),
                .element("ul", ["class": "votes"], criteria),
            ])
    }

    /// All that were found, not only those of the page.
    package var json: JSONValue {
        .array(
            found.map { item in
                [
                    "item": .integer(item.item), "country": .string(item.country), "topic": .string(item.topic),
                    "value": .string(item.value), "action": .string(item.action), "judges": .integer(item.judges),
                    "item_agreement": .number(item.agreement),
                    "criteria": .array(
                        item.criteria.map { criterion in
                            [
                                "criterion": .string(criterion.id),
                                "votes": .object(criterion.votes.map { .init($0.label, .integer($0.count)) }),
                                "item_agreement": .number(criterion.agreement), "tie": .bool(criterion.isTie),
                                "opposed": .bool(criterion.isOpposed), "decided": .bool(criterion.isDecided),
                            ]
                        }),
                ]
            })
    }

    /// An item and a criterion a row.
    package var table: CSVTable {
        CSVTable(
            name: "disagreements.csv",
            header: [
                "item", "country", "topic", "value", "action", "judges", "criterion", "votes", "item_agreement", "tie",
                "opposed", "decided",
            ],
            rows: found.flatMap { item in
                item.criteria.map { criterion in
                    [
                        .count(item.item), .text(item.country), .text(item.topic), .text(item.value),
                        .text(item.action), .count(item.judges), .text(criterion.id),
                        .text(criterion.votes.map { "\($0.label) \($0.count)" }.joined(separator: "; ")),
                        .number(criterion.agreement), .truth(criterion.isTie), .truth(criterion.isOpposed),
                        .truth(criterion.isDecided),
                    ]
                }
            })
    }
}

/// The queue without its filters: what its form is sent to.
private struct ProjectPlace: SiteAddress {
    private let project: String

    init(_ address: DisagreementsAddress) { project = address.project }

    var steps: [String] { ["projects", project, "disagreements"] }
    var query: [(name: String, value: String)] { [] }
}

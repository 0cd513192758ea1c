package import Pages
package import Text

/// The value-informed actions of a run's study.
package struct DataView: SiteView {
    package let address: any SiteAddress
    let place: DataAddress
    let input: DataInput
    let filter: DataFilter
    let pages: ListPages

    /// Cells of a page.
    package static let size = 25

    package init(_ address: DataAddress, _ input: DataInput) {
        filter = DataFilter(address, input)
        var address = address
        pages = ListPages(rows: filter.pairs.count, size: Self.size, wanted: address.page) { [address] number in
            var other = address
            other.page = number
            return other.link()
        }
        address.page = pages.page
        (place, self.address, self.input) = (address, address, input)
    }

    package func page() throws(TemplateError) -> Page {
        var page = Page(
            title: "Actions, run \(input.run)", generator: ReportFrame.generator(input.version),
            header: Page.Header(
                eyebrow: "Run \(input.run)", heading: .text("The study’s actions"),
                subtitle: .element("bdi", [:], text: input.study)),
            skip: "Skip to the actions",
            sections: [
                Page.Section(
                    "actions", label: "Actions",
                    heading: input.counted(filter.pairs.count), body: .lines(actions)),
                Page.Section("flags", label: "Flags", heading: "What the flags mean", body: .lines([flags])),
            ], footer: ReportFrame.footer(input.version))
        page.trail = [
            Page.Entry("Runs", OverviewAddress().link()),
            Page.Entry("Run \(input.run)", RunAddress(run: input.run).link()),
        ]
        return page
    }

    private var actions: [Markup] {
        [
            .element("p", [:], text: summary),
            FilterForm(address: place, fields: fields).markup, chips,
            pages.markup(label: "Pages of the list"),
            .element(
                "ul", ["class": "pairs"],
                filter.pairs[pages.range].map { DataPairView(pair: $0, place: place).markup }),
            pages.markup(label: "Pages of the list, below it"), formats,
        ]
    }

    private var summary: String {
        let all = input.counted(input.pairs.count)
        guard input.pairs.contains(where: { $0.agree != nil || $0.disagree != nil }) else {
            return
                "The study has no actions: none of its \(all) has one. A dataset file of actions, imported into the same store, "
                + "brings them."
        }
        return
            "\(Numerals.count(filter.pairs.count)) of the study’s \(all), each with the action that shows its value and the one "
            + "against it. Highlighted: the words that show it, as the dataset says. A flag is a sign to look, no verdict."
    }

    private var fields: [FilterForm.Field] {
        func choices(_ facet: DataFilter.Facet, _ words: [(String, String)]) -> [FilterForm.Choice] {
            words.map { .init(value: $0, words: $1, count: filter.counts[facet]?[$0] ?? 0) }
        }
        func named(
            _ facet: DataFilter.Facet, _ name: String, _ label: String, _ names: [String], _ chosen: String?
        ) -> FilterForm.Field {
            .choice(
                name: name, label: label, none: "All", choices: choices(facet, names.map { ($0, $0) }), chosen: chosen)
        }
        return [
            .choice(
                name: "flag", label: "Flag", none: "Any or none",
                choices: choices(.flag, ActionFlag.allCases.map { ($0.rawValue, $0.words) }),
                chosen: place.flag?.rawValue),
            .choice(
                name: "inclination", label: "Actions", none: "Both of a cell",
                choices: [
                    .init(value: "agree", words: "those that show the value"),
                    .init(value: "disagree", words: "those against the value"),
                ], chosen: place.inclination?.rawValue),
            named(.country, "country", "Country", input.countries, place.country),
            named(.topic, "topic", "Topic", input.topics, place.topic),
            named(.group, "group", "Group of values", input.groups, place.group),
            named(.value, "value", "Value", input.values, place.value),
        ]
    }

    private var chips: Markup {
        var chips: [(label: String, value: String, without: any SiteAddress)] = []
        func add(_ label: String, _ value: String?, _ clear: (inout DataAddress) -> Void) {
            guard let value else { return }
            var other = place
            clear(&other)
            other.page = 1
            chips.append((label, value, other))
        }
        add("Flag", place.flag?.words) { $0.flag = nil }
        add("Actions", place.inclination.map { $0 == .agree ? "those that show the value" : "those against the value" })
        {
            $0.inclination = nil
        }
        add("Country", place.country) { $0.country = nil }
        add("Topic", place.topic) { $0.topic = nil }
        add("Group", place.group) { $0.group = nil }
        add("Value", place.value) { $0.value = nil }
        return FilterChips(chips: chips).markup
    }

    /// Each flag with its definition, where links to it lead, and how many cells have it.
    private var flags: Markup {
        .element(
            "dl", ["class": "methods"],
            ActionFlag.allCases.flatMap { flag -> [Markup] in
                var there = place
                (there.flag, there.page) = (flag, 1)
                let count = filter.counts[.flag]?[flag.rawValue] ?? 0
                return [
                    .element(
                        "dt", ["id": "flag-\(flag.rawValue)"],
                        [
                            .text(flag.words.prefix(1).uppercased() + flag.words.dropFirst() + ", "),
                            .element("a", ["href": there.link().href], text: input.counted(count)),
                        ]),
                    .element("dd", [:], text: flag.definition),
                ]
            })
    }
}

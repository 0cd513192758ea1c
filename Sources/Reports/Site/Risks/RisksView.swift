import Measures
package import Pages
package import Text

/// Agreement, counts and coded cells of a project of gaps; without figures as long as nobody has coded anything.
package struct RisksView: SiteView {
    package var address: any SiteAddress { place }
    private let place: RisksAddress
    private let input: RiskInput?
    /// Who else's codes can be counted, by name.
    private let coders: [String]
    private let version: String
    /// The coded cells that are asked for.
    private let found: [CodedExample]
    private let pages: ListPages

    /// So many coded cells a page has.
    package static let size = 24

    /// A view.
    package init(_ address: RisksAddress, _ input: RiskInput?, coders: [String] = [], version: String) {
        (self.input, self.coders, self.version) = (input, coders, version)
        let name = input?.coded.codes.first { $0.id == address.code }?.name
        let found = (input?.examples ?? []).filter { example in
            (address.respondent == nil || example.respondent == address.respondent)
                && (address.country == nil || example.cell.country == address.country)
                && (address.topic == nil || example.cell.topic == address.topic)
                && (address.code == nil || name.map(example.codes.contains) ?? false)
        }
        let pages = ListPages(rows: found.count, size: Self.size, wanted: address.page) { number in
            var other = address
            other.page = number
            return other.link()
        }
        var place = address
        place.page = pages.page
        (self.place, self.found, self.pages) = (place, found, pages)
    }

    private var shown: [CodedExample] { Array(found[pages.range]) }

    package func page() throws(TemplateError) -> Page {
        var page = Page(
            title: "Risks · \(place.project)", generator: ReportFrame.generator(version),
            header: input.map(RiskPage.header)
                ?? Page.Header(
                    eyebrow: "Project", heading: .text("Risks in ") + .element("bdi", text: place.project),
                    subtitle: .text("Nobody has coded anything yet")),
            skip: "Skip to the agreement", sections: sections, footer: ReportFrame.footer(version))
        page.trail = [
            Page.Entry("Runs", OverviewAddress().link()), Page.Entry("Projects", ProjectsAddress().link()),
            Page.Entry(place.project, ProjectAddress(project: place.project).link()),
        ]
        return page
    }

    private var sections: [Page.Section] {
        guard let input else {
            return [
                Page.Section(
                    "risks", label: "Risks", heading: "Risks",
                    body: .lines([
                        .element(
                            "p",
                            text: "There are no codes to count. Figures are here as soon as somebody has coded a gap."),
                        formats,
                    ]))
            ]
        }
        let place = place
        let made = RiskSections(
            input: input,
            link: { unit in
                guard case .code(let code) = unit else { return nil }
                var other = RisksAddress(project: place.project, code: input.coded.codes[code].id)
                other.by = place.by
                return other.link()
            })
        return [made.agreement, made.taxonomy, made.places, made.corrected, made.comparisons, cells(input)]
            .compactMap(\.self)
    }

    // MARK: - Coded cells

    private func cells(_ input: RiskInput) -> Page.Section {
        let count = Numerals.count(found.count, "coded cell", "coded cells")
        return Page.Section(
            "coded", label: "Coded cells", heading: count,
            body: .lines([
                FilterForm(address: place, fields: fields(input)).markup, FilterChips(chips: chips(input)).markup,
                pages.markup(label: "Pages of the list"), shown.isEmpty ? .empty : RiskCards.cards(shown),
                pages.markup(label: "Pages of the list, below it"), formats,
            ]))
    }

    private func fields(_ input: RiskInput) -> [FilterForm.Field] {
        func choices(_ names: [String], _ count: (String) -> Int) -> [FilterForm.Choice] {
            names.map { .init(value: $0, words: $0, count: count($0)) }
        }
        func names(_ axis: RiskPlace.Axis) -> [String] { input.coded.names(axis) }
        let examples = input.examples
        return [
            .choice(
                name: "by", label: "Codes by", none: "People, or who there is",
                choices: coders.map { .init(value: $0, words: $0) }, chosen: place.by),
            .choice(
                name: "respondent", label: "Respondent", none: "All",
                choices: choices(names(.respondent)) { name in examples.count { $0.respondent == name } },
                chosen: place.respondent),
            .choice(
                name: "code", label: "Risk", none: "All",
                choices: input.coded.codes.map { code in
                    .init(value: code.id, words: code.name, count: examples.count { $0.codes.contains(code.name) })
                }, chosen: place.code),
            .choice(
                name: "country", label: "Country", none: "All",
                choices: choices(names(.country)) { name in examples.count { $0.cell.country == name } },
                chosen: place.country),
            .choice(
                name: "topic", label: "Topic", none: "All",
                choices: choices(names(.topic)) { name in examples.count { $0.cell.topic == name } },
                chosen: place.topic),
        ]
    }

    private func chips(_ input: RiskInput) -> [(label: String, value: String, without: any SiteAddress)] {
        var chips: [(label: String, value: String, without: any SiteAddress)] = []
        func add(_ label: String, _ value: String?, _ clear: (inout RisksAddress) -> Void) {
            guard let value else { return }
            var other = place
            clear(&other)
            other.page = 1
            chips.append((label, value, other))
        }
        add("Codes by", place.by) { $0.by = nil }
        add("Respondent", place.respondent) { $0.respondent = nil }
        add("Risk", place.code.map { id in input.coded.codes.first { $0.id == id }?.name ?? id }) { $0.code = nil }
        add("Country", place.country) { $0.country = nil }
        add("Topic", place.topic) { $0.topic = nil }
        return chips
    }

    // MARK: - Other forms

    package var json: JSONValue {
        input?.json(examples: shown) ?? ["project": .string(place.project), "counts": []]
    }

    /// Counts: of what is asked for where something is.
    package var table: CSVTable {
        guard let input else { return CSVTable(name: "risk-counts.csv", header: ["by"], rows: []) }
        let asked: [(RiskPlace.Axis, String?)] = [
            (.respondent, place.respondent), (.country, place.country), (.topic, place.topic),
        ]
        let places = asked.compactMap { axis, name in name.map { RiskPlace(axis: axis, name: $0) } }
        return input.countsTable(
            input.report.counts.filter { found in
                (places.isEmpty || places.contains(found.place))
                    && (place.code == nil || input.id(found.unit) == place.code)
            })
    }
}

package import Pages
package import Text

/// The cells of a run that somebody asks for.
package struct GapsView: SiteView {
    package let address: any SiteAddress
    let place: GapsAddress
    private(set) var input: GapsInput
    let filter: GapFilter
    let pages: ListPages

    /// Rows of a page; fewer where each shows what was found in its texts.
    package static let size = 100, sizeWithTexts = 25

    /// A view.
    package init(_ address: GapsAddress, _ input: GapsInput) {
        filter = GapFilter(address, input)
        var address = address
        let pages = ListPages(
            rows: filter.cells.count, size: input.search == nil ? Self.size : Self.sizeWithTexts, wanted: address.page
        ) { [address] number in
            var other = address
            other.page = number
            return other.link()
        }
        self.pages = pages
        address.page = pages.page
        (place, self.address, self.input) = (address, address, input)
    }

    /// The cells on the page that is asked for.
    package var shown: [GapCell] { Array(filter.cells[pages.range]) }

    /// Puts what was found beside the cells that are shown: which they are, only the view knows.
    package mutating func show(_ findings: SearchFindings) { input.search = findings }

    package func page() throws(TemplateError) -> Page {
        var page = Page(
            title: "\(title), run \(input.run): \(input.respondent.label)",
            generator: ReportFrame.generator(input.version),
            header: Page.Header(
                eyebrow: "Run \(input.run)", heading: .text(title),
                kinds: (input.respondent.isSimulated ? ["simulated respondent"] : [])
                    + (input.respondent.isImported ? ["imported replies"] : []),
                subtitle: .element("bdi", [:], text: input.respondent.name) + .text(" · ")
                    + .element("bdi", [:], text: input.study),
                notices: notices),
            skip: "Skip to the cells",
            sections: [
                Page.Section("cells", label: "Cells", heading: heading, body: .lines(cells)),
                Page.Section("words", label: "Words", heading: "What these words mean", body: .lines([GapWords.list])),
            ], footer: ReportFrame.footer(input.version))
        page.trail = [
            Page.Entry("Runs", OverviewAddress().link()),
            Page.Entry("Run \(input.run)", RunAddress(run: input.run).link()),
        ]
        return page
    }

    private var title: String {
        switch place.show {
        case .misaligned: "Misaligned cells"
        case .undecided: "Undecided cells"
        case .aligned: "Aligned cells"
        case .missing: "Missing cells"
        case .all: "Cells"
        }
    }

    private var heading: String {
        guard input.isCurrent != nil else { return "No figures yet" }
        return Numerals.count(filter.cells.count, "cell", "cells")
    }

    private var notices: [String] {
        var notices: [String] = []
        if input.isCurrent == false {
            notices.append("Figures of this run are still being made; these are the last that there are.")
        }
        if let search = input.search { notices += SearchWords.notices(search) }
        return notices
    }

    private var cells: [Markup] {
        guard input.isCurrent != nil else {
            return [
                .element(
                    "p", [:],
                    text: input.failure.map { "The run’s figures can’t be made: \($0)" }
                        ?? "The run’s figures are being made. Load this page again in a moment.")
            ]
        }
        return [
            .element("p", [:], text: GapWords.summary(place, filter, of: input.cells.count)),
            GapsForm(filter: filter).markup, chips,
            SearchWords.scenarios(input.search, run: input.run),
            pages.markup(label: "Pages of the list"),
            shown.isEmpty ? .empty : GapRows(place: place, cells: shown, input: input).markup,
            pages.markup(label: "Pages of the list, below it"), formats,
        ]
    }

    private var chips: Markup {
        var chips: [(label: String, value: String, without: any SiteAddress)] = []
        func add(_ label: String, _ value: String?, _ clear: (inout GapsAddress) -> Void) {
            guard let value else { return }
            var other = place
            clear(&other)
            other.page = 1
            chips.append((label, value, other))
        }
        add("Words", place.sought) { $0.sought = nil }
        add("Cells", place.show == .misaligned ? nil : GapWords.show(place.show)) { $0.show = .misaligned }
        add("Country", place.country) { $0.country = nil }
        add("Topic", place.topic) { $0.topic = nil }
        add("Value", place.value) { $0.value = nil }
        add("Group", place.group) { $0.group = nil }
        add("Direction", place.direction.map(GapWords.direction)) { $0.direction = nil }
        add("Gap of at least", place.least.map(Numerals.plain)) { $0.least = nil }
        add("Misaligned in", place.variant.map { GapWords.variant($0, input) }) { $0.variant = nil }
        add("Provider", place.provider) { $0.provider = nil }
        add("Stop reason", place.stop) { $0.stop = nil }
        return FilterChips(chips: chips).markup
    }
}

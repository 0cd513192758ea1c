import Measures
package import Pages
package import Text

/// How far the people of a project agree, and how good what they judged is.
package struct AgreementAddress: SiteAddress {
    /// The project's name.
    package var project: String

    package init(project: String) { self.project = project }

    package var steps: [String] { ["projects", project, "agreement"] }
    package var query: [(name: String, value: String)] { [] }
}

/// Agreement, quality and prompt variants of a project; without figures as long as nobody has judged anything.
package struct AgreementView: SiteView {
    package var address: any SiteAddress { place }
    let place: AgreementAddress
    let input: AgreementInput?
    let version: String

    package init(_ address: AgreementAddress, _ input: AgreementInput?, version: String) {
        (place, self.input, self.version) = (address, input, version)
    }

    package func page() throws(TemplateError) -> Page {
        let subtitle =
            input.map { input in
                "\(Numerals.count(input.labels.items.count, "action", "actions")), "
                    + "\(Numerals.count(input.labels.people.count, "person", "people")), codebook \(input.codebook)"
            } ?? "Nobody has judged anything yet"
        var page = Page(
            title: "Agreement · \(place.project)", generator: ReportFrame.generator(version),
            header: Page.Header(
                eyebrow: "Project", heading: .text("Agreement in ") + .element("bdi", text: place.project),
                subtitle: .element("bdi", text: subtitle)),
            skip: "Skip to the agreement",
            sections: input.map { AgreementSections(input: $0, formats: formats).all }
                ?? [
                    Page.Section(
                        "agreement", label: "Agreement", heading: "Agreement",
                        body: .lines([
                            .element(
                                "p",
                                text:
                                    "There are no labels to compare. Figures are here as soon as somebody has judged an action."
                            ),
                            formats,
                        ]))
                ],
            footer: ReportFrame.footer(version))
        page.trail = trail
        return page
    }

    private var trail: [Page.Entry] {
        [
            Page.Entry("Runs", OverviewAddress().link()), Page.Entry("Projects", ProjectsAddress().link()),
            Page.Entry(place.project, ProjectAddress(project: place.project).link()),
        ]
    }

    package var json: JSONValue { input?.json ?? ["project": .string(place.project), "criteria": []] }

    package var table: CSVTable {
        input?.agreementTable ?? CSVTable(name: "agreement.csv", header: ["criterion"], rows: [])
    }

    package var standing: SiteStanding { .whole }
}

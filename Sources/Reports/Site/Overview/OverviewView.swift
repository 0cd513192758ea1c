package import Pages
package import Text

/// The explorer's first page.
package struct OverviewAddress: SiteAddress {
    package init() {}

    package var steps: [String] { [] }
    package var query: [(name: String, value: String)] { [] }
}

/// All runs of a store: who was asked what, how far it is, and the figures that lead.
package struct OverviewView: SiteView {
    package let address: any SiteAddress = OverviewAddress()
    let rows: [OverviewRow]
    let projects: Int
    let version: String

    /// - Parameters:
    ///   - rows: in the order of their numbers; the last one stands first on the page.
    ///   - projects: how many projects people judge in the store.
    package init(rows: [OverviewRow], projects: Int = 0, version: String) {
        (self.rows, self.projects, self.version) = (rows, projects, version)
    }

    package func page() throws(TemplateError) -> Page {
        Page(
            title: "Runs", generator: ReportFrame.generator(version),
            header: Page.Header(
                eyebrow: "Value–action gap", heading: .text("Runs"),
                subtitle: .text("Does each respondent act as it says it would? ")
                    + .element("a", ["href": WordsAddress().link().href], text: "What the words mean")
                    + projectsLink),
            skip: "Skip to the runs",
            sections: [
                Page.Section(
                    "runs", label: "Runs", heading: Numerals.count(rows.count, "run", "runs"), body: body,
                    live: Link.site([], query: [("section", "runs")]))
            ], footer: ReportFrame.footer(version))
    }

    /// Where people judge.
    private var projectsLink: Markup {
        guard projects > 0 else { return .empty }
        return .text(" · ")
            + .element(
                "a", ["href": ProjectsAddress().link().href],
                text: Numerals.count(projects, "project that people judge", "projects that people judge"))
    }

    private var body: Markup {
        guard !rows.isEmpty else {
            return .lines([
                .element(
                    "p", [:],
                    [
                        .text("This store holds no run yet. Start one with "), .element("code", text: "vlens run"),
                        .text(": this page shows it while it is asked."),
                    ])
            ])
        }
        return .lines([form, formats])
    }

    /// The table is a form where runs are chosen.
    private var form: Markup {
        let table = PageBlocks.scrolling(OverviewTable(rows: rows).markup, label: "All runs")
        let button =
            rows.count < 2
            ? [] : [Markup.element("p", [:], [.element("button", ["type": "submit"], text: "Compare the chosen runs")])]
        return .element("form", ["action": "/compare", "method": "get"], [table] + button)
    }

    package var json: JSONValue { .array(rows.map(\.json)) }

    package var table: CSVTable {
        CSVTable(
            name: "runs.csv",
            header: [
                "run", "respondent", "study", "status", "planned", "answered", "refused", "unreadable", "failed",
                "figures", "inconsistency_share", "deconvolved_gap", "kappa", "dollars",
            ],
            rows: rows.map { row in
                let lead = OverviewFigures(row)
                return [
                    .count(row.run), .text(row.respondent.label), .text(row.study), .text(row.status.rawValue),
                    .count(row.planned), .count(row.answered), .count(row.refused), .count(row.unreadable),
                    .count(row.failed), .text(lead.state), .number(lead.share), .number(lead.gap), .number(lead.kappa),
                    .number(row.dollars),
                ]
            })
    }
}

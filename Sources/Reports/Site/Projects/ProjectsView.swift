package import Pages
package import Text

/// All projects of a store that people judge.
package struct ProjectsView: SiteView {
    package let address: any SiteAddress = ProjectsAddress()
    let projects: [ProjectFacts]
    let version: String

    /// - Parameter projects: in the order in which they were made; the last one stands first on the page.
    package init(_ projects: [ProjectFacts], version: String) { (self.projects, self.version) = (projects, version) }

    package func page() throws(TemplateError) -> Page {
        var page = Page(
            title: "Projects", generator: ReportFrame.generator(version),
            header: Page.Header(
                eyebrow: "Judging", heading: .text("Projects"),
                subtitle: .text(
                    "Actions that people judge together: how far each project is, and where its judges differ")),
            skip: "Skip to the projects",
            sections: [
                Page.Section(
                    "projects", label: "Projects", heading: Numerals.count(projects.count, "project", "projects"),
                    body: body, live: address.live("projects"))
            ], footer: ReportFrame.footer(version))
        page.trail = [Page.Entry("Runs", OverviewAddress().link())]
        return page
    }

    private var body: Markup {
        guard !projects.isEmpty else {
            return .lines([
                .element(
                    "p", [:],
                    [
                        .text("This store holds no project yet. Begin one with "),
                        .element("code", text: "vlens annotate"), .text("."),
                    ])
            ])
        }
        let rows = projects.reversed().map { project -> [HTMLTable.Field] in
            [
                HTMLTable.Field(project.name, link: ProjectAddress(project: project.name).link()),
                HTMLTable.Field(project.study), HTMLTable.Field(project.codebook),
                HTMLTable.Field(project.whole.progress), HTMLTable.Field(Numerals.count(project.annotators.count)),
                HTMLTable.Field(
                    Numerals.count(project.disputed),
                    link: project.disputed == 0 ? nil : DisagreementsAddress(project: project.name).link()),
            ]
        }
        var table = HTMLTable(
            caption: "All projects, the last one first",
            columns: ["Project", "Study", "Codebook", "Judged as often as wanted", "Annotators", "Open disagreements"],
            fields: rows, textColumns: 3)
        table.isStacked = true
        return .lines([table.block, formats])
    }

    package var json: JSONValue {
        .array(
            projects.map { project in
                .object(project.counts.members + [.init("annotators", .integer(project.annotators.count))])
            })
    }

    package var table: CSVTable {
        CSVTable(
            name: "projects.csv",
            header: ["project", "study", "codebook", "overlap"] + ProjectShare.columns + ["annotators", "disputed"],
            rows: projects.map { project in
                [.text(project.name), .text(project.study), .text(project.codebook), .count(project.overlap)]
                    + project.whole.fields + [.count(project.annotators.count), .count(project.disputed)]
            })
    }
}

extension ProjectShare {
    static let columns = ["items", "complete", "judgements", "wanted"]

    var fields: [CSVTable.Field] { [.count(items), .count(complete), .count(judgements), .count(wanted)] }

    var members: [JSONValue.Member] {
        [
            .init("items", .integer(items)), .init("complete", .integer(complete)),
            .init("judgements", .integer(judgements)), .init("wanted", .integer(wanted)),
        ]
    }

    /// "12 of 40 items (30.0 %)".
    var progress: String {
        "\(Numerals.count(complete)) of \(Numerals.count(items, "item", "items")) (\(Numerals.percent(complete, of: items)))"
    }
}

extension ProjectFacts {
    /// What is counted, without what is known of people and criteria.
    var counts: JSONValue {
        .object(
            [
                .init("project", .string(name)), .init("study", .string(study)), .init("codebook", .string(codebook)),
                .init("codebook_digest", .string(codebookDigest)), .init("overlap", .integer(overlap)),
            ] + whole.members + [
                .init("extras", .integer(extras)), .init("begun", .integer(begun)), .init("skipped", .integer(skipped)),
                .init("held", .integer(held)), .init("disputed", .integer(disputed)),
                .init("decided", .integer(decided)), .init("labels", .integer(labels)),
                .init("standing", .integer(standing)),
                .init("left_out", .object(leftOut.map { .init($0.reason, .integer($0.labels)) })),
                .init("provenance", .object(provenance.map { .init($0.name, .integer($0.labels)) })),
            ])
    }
}

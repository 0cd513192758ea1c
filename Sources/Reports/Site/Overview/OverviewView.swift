package import Measures
package import Pages
package import Text

/// A run as the list of runs shows it.
package struct OverviewRow: Sendable {
    /// Its number in the store.
    package var run: Int
    /// Who was asked.
    package var respondent: RespondentSummary
    /// The study's name.
    package var study: String
    /// "finished", "running", "stopped".
    package var status: String
    /// Replies by what was read in them.
    package var answered, refused, unreadable: Int
    /// Questions that were asked in vain.
    package var failed: Int
    /// US dollars; nil where that is not known.
    package var dollars: Double?
    /// The figures; nil while none was made.
    package var measures: MeasureReport?

    /// A run with what is known of it.
    package init(
        run: Int, respondent: RespondentSummary, study: String, status: String, answered: Int, refused: Int,
        unreadable: Int,
        failed: Int, dollars: Double?, measures: MeasureReport?
    ) {
        (self.run, self.respondent, self.study, self.status) = (run, respondent, study, status)
        (self.answered, self.refused, self.unreadable, self.failed) = (answered, refused, unreadable, failed)
        (self.dollars, self.measures) = (dollars, measures)
    }
}

/// The explorer's first page.
package struct OverviewAddress: SiteAddress {
    package let steps: [String] = []
    package let query: [(name: String, value: String)] = []

    package init() {}

    package static func == (_: Self, _: Self) -> Bool { true }
    package func hash(into _: inout Hasher) {}
}

/// All runs of a store.
package struct OverviewView: SiteView {
    package let address: any SiteAddress = OverviewAddress()
    let rows: [OverviewRow]
    let version: String

    package init(rows: [OverviewRow], version: String) {
        (self.rows, self.version) = (rows, version)
    }

    package func page() throws(TemplateError) -> Page {
        Page(
            title: "Runs", generator: ReportFrame.generator(version),
            header: Page.Header(
                eyebrow: "Value–action gap", heading: .text("Runs"),
                subtitle: .text(Numerals.count(rows.count, "run", "runs"))),
            skip: "Skip to the runs",
            sections: [
                Page.Section("runs", label: "Runs", heading: "Runs", body: .lines([htmlTable.block, formats]))
            ], footer: ReportFrame.footer(version))
    }

    private var htmlTable: HTMLTable {
        HTMLTable(
            caption: "All runs of this store", columns: ["Run", "Respondent", "Study", "Status", "Replies"],
            rows: rows.map {
                [
                    "\($0.run)", $0.respondent.label, $0.study, $0.status,
                    Numerals.count($0.answered + $0.refused + $0.unreadable),
                ]
            }, textColumns: 4)
    }

    package var json: JSONValue {
        .array(
            rows.map { row in
                ["run": .integer(row.run), "respondent": .string(row.respondent.name), "study": .string(row.study)]
            })
    }

    package var table: CSVTable {
        CSVTable(
            name: "runs.csv", header: ["run", "respondent", "study", "status"],
            rows: rows.map { [.count($0.run), .text($0.respondent.name), .text($0.study), .text($0.status)] })
    }
}

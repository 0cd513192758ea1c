package import Pages
package import Text

/// A run without figures: why, and what to do.
package struct AbsentRunView: SiteView {
    package let address: any SiteAddress
    let respondent: String
    let version: String
    /// Why none could be made; nil while they are being made.
    let reason: String?

    /// - Parameter reason: why no figures could be made; nil while they are being made.
    package init(_ address: any SiteAddress, respondent: String, reason: String?, version: String) {
        (self.address, self.respondent, self.reason, self.version) = (address, respondent, reason, version)
    }

    private var words: String {
        reason.map { "The run can’t be measured: \($0)" }
            ?? "The run’s figures are being made. Load the page again in a moment."
    }

    package func page() throws(TemplateError) -> Page {
        var page = Page(
            title: "Run of \(respondent)", generator: ReportFrame.generator(version),
            header: Page.Header(
                eyebrow: "Run", heading: .element("bdi", text: respondent), subtitle: .text("no figures yet")),
            skip: "Skip to what is known",
            sections: [
                Page.Section(
                    "pending", label: "Figures", heading: reason == nil ? "Being made" : "No figures",
                    body: .lines([
                        .element("p", ["dir": "auto"], text: words),
                        reason == nil
                            ? .empty
                            : .element(
                                "p",
                                text:
                                    "The replies are still there. vlens measure says the same, with what to do; more replies "
                                    + "are asked for by the command of the run, given again."), formats,
                    ]), live: reason == nil ? address.live("pending") : nil)
            ], footer: ReportFrame.footer(version))
        page.trail = [Page.Entry("Runs", .root)]
        return page
    }

    package var standing: SiteStanding { reason == nil ? .pending : .whole }

    package var json: JSONValue {
        ["respondent": .string(respondent), "absent": JSONValue(reason)]
    }

    package var table: CSVTable {
        CSVTable(
            name: "run.csv", header: ["respondent", "absent"], rows: [[.text(respondent), .text(reason ?? "")]])
    }
}

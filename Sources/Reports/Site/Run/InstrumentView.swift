import Measures
package import Pages
package import Text

/// The instrument's own errors in a run, and the figures of every value that its page has no room for.
package struct InstrumentView: SiteView {
    package var address: any SiteAddress { place }
    let place: InstrumentAddress
    let input: ReportInput
    let isPending: Bool

    /// - Parameter isPending: whether the figures, or newer ones, are being made.
    package init(_ address: InstrumentAddress, input: ReportInput, isPending: Bool) {
        (place, self.input, self.isPending) = (address, input, isPending)
    }

    package func page() throws(TemplateError) -> Page {
        let header = HTMLReport.header(input)
        var page = Page(
            title: "Instrument · \(input.title)", generator: ReportFrame.generator(input.version),
            header: Page.Header(
                eyebrow: "Run \(place.run)", heading: .text("The instrument in ") + header.heading, kinds: header.kinds,
                subtitle: header.subtitle, notices: header.notices + (isPending ? [Self.pending] : [])),
            skip: ReportFrame.skip, sections: try sections, footer: ReportFrame.footer(input.version))
        page.trail = [
            Page.Entry("Runs", .root), Page.Entry("Run \(place.run)", RunAddress(run: place.run).link()),
        ]
        return page
    }

    private static let pending = "Its figures are being made. Load the page again in a moment."

    private var sections: [Page.Section] {
        get throws(TemplateError) {
            let figures = FigureBlocks(
                input: input, figures: input.figure(.instrument).map { [.instrument: $0] } ?? [:], run: place.run)
            guard let instrument = input.instrument else {
                return [
                    Page.Section(
                        "instrument", label: "Instrument", heading: "The instrument",
                        body: .lines([
                            .element(
                                "p",
                                text: isPending
                                    ? Self.pending
                                    : "Nothing is known of it: a task has no reply at all. To ask on, give the command of the "
                                        + "run again."), formats,
                        ]))
                ]
            }
            let section = try InstrumentSection(instrument, effects: figures.block(.instrument)).section
            return [
                Page.Section(
                    section.anchor, label: section.label, heading: section.heading,
                    body: .lines([section.body, formats]))
            ]
        }
    }

    package var json: JSONValue { JSONValue.object([]).with(instrument: input.instrument) }

    /// What the wording does, a row for each effect; without rows while nothing is known.
    package var table: CSVTable {
        InstrumentCSV.tables(input).first ?? CSVTable(name: "instrument.csv", header: ["task"], rows: [])
    }
}

package import Pages
package import Text

/// What the explorer shows at an address, as one value in three forms: a page for people, JSON, and its main table.
package protocol SiteView: Sendable {
    /// Where it lies.
    var address: any SiteAddress { get }
    /// The page; where its style and scripts come from is set by whoever serves it.
    ///
    /// - Throws: `TemplateError` where a template does not parse.
    func page() throws(TemplateError) -> Page
    /// All that the page says, for programs. Keys are terms of the data dictionary.
    var json: JSONValue { get }
    /// The page's main table.
    var table: CSVTable { get }
    /// Whether it shows what was asked for.
    var standing: SiteStanding { get }
}

extension SiteView {
    /// Links to the view's other forms, for the end of a page.
    package var formats: Markup {
        .element(
            "p", ["class": "formats"],
            [
                .text("The same as "),
                .element("a", ["href": address.link(as: .json).href], text: "JSON"),
                .text(" or "),
                .element("a", ["href": address.link(as: .csv).href], text: "CSV"),
                .text("."),
            ])
    }
}

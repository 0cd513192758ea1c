package import Pages
package import Text

/// The page of words.
package struct WordsAddress: SiteAddress {
    package init() {}

    package var steps: [String] { ["words"] }
    package var query: [(name: String, value: String)] { [] }
}

/// What every word of the pages means.
package struct WordsView: SiteView {
    package let address: any SiteAddress = WordsAddress()
    let version: String

    package init(version: String) { self.version = version }

    package func page() throws(TemplateError) -> Page {
        let anchors: [Anchor] = ["asked", "answered", "measured", "sureness"]
        var page = Page(
            title: "Words", generator: ReportFrame.generator(version),
            header: Page.Header(
                eyebrow: "Explorer", heading: .text("Words"),
                subtitle: .text("One word for one thing, on pages, in files and on the command line")),
            skip: "Skip to the words",
            sections: zip(anchors, Glossary.parts).map { anchor, part in
                Page.Section(anchor, label: part.heading, heading: part.heading, body: Self.body(part))
            }, footer: ReportFrame.footer(version))
        page.trail = [Page.Entry("Runs", OverviewAddress().link())]
        return page
    }

    private static func body(_ part: Glossary.Part) -> Markup {
        .lines([
            .element(
                "dl", ["class": "methods words"],
                part.entries.flatMap { entry in
                    [
                        Markup.element("dt", ["id": Glossary.anchor(entry.id).name], text: entry.word),
                        .element("dd", [:], [Glossary.markup(entry.meaning)]),
                    ]
                })
        ])
    }

    package var json: JSONValue {
        .array(
            Glossary.parts.flatMap(\.entries).map { entry in
                ["word": .string(entry.word), "meaning": .string(entry.plainMeaning)]
            })
    }

    package var table: CSVTable {
        CSVTable(
            name: "words.csv", header: ["word", "meaning"],
            rows: Glossary.parts.flatMap(\.entries).map { [.text($0.word), .text($0.plainMeaning)] })
    }
}

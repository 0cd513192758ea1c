import Pages
import TestSupport
import Testing

@Suite("A page")
struct PageTests {
    static let hostile = "\"'><script>alert(1)</script>\u{202E}{{title}}"

    static func page(_ text: String = "plain") -> Page {
        let sections = [
            Page.Section(
                "one", label: "First \(text)", heading: "One \(text)", body: .lines([.element("p", text: text)])),
            Page.Section("two", label: "Second", heading: "Two", body: .empty, live: Link.site(["runs", text])),
        ]
        return Page(
            title: "T \(text)", generator: "Tool \(text)",
            header: Page.Header(
                eyebrow: "E \(text)", heading: .text("H \(text)"), kinds: ["K \(text)"], subtitle: .text("S \(text)"),
                notices: ["N \(text)"]),
            skip: "Skip \(text)", sections: sections, footer: "F \(text)")
    }

    @Test func `lists its sections, and the list, the link before everything and the anchors agree`() throws {
        let text = try Self.page().document()
        let anchors = text.matches(of: /<section id="([a-z]+)" aria-labelledby="([a-z-]+)"/)
        #expect(anchors.map(\.output.1) == ["one", "two"])
        #expect(anchors.map(\.output.2) == ["one-title", "two-title"])
        #expect(text.contains("<a class=\"skip\" href=\"#one\">Skip plain</a>"))
        #expect(text.contains("<a href=\"#one\">First plain</a>\n<a href=\"#two\">Second</a>\n</nav>"))
        #expect(text.contains("<h2 id=\"one-title\">One plain</h2>\n<p>plain</p>\n</section>"))
        #expect(text.contains("<h1>H plain <span class=\"kind\">K plain</span></h1>"))
        #expect(text.contains("<p class=\"notice\">N plain</p>"))
    }

    @Test func `that stands alone holds its style and asks for nothing`() throws {
        let text = try Self.page().document()
        #expect(text.contains("<style>\n\(PageStyle.sheet.source)\n</style>"))
        #expect(!text.contains("<link") && !text.contains("<script") && !text.contains("aria-label=\"Way here\""))
    }

    @Test func `of a site links its style and scripts, and says the way to it`() throws {
        var page = Self.page()
        let style = try #require(Link.site(["style.css"], query: [("v", "1"), ("t", "a")]))
        let script = try #require(Link.site(["live.js"]))
        page.resources = .linked(styles: [style], scripts: [script])
        page.trail = [Page.Entry("Runs", try #require(Link.site(["runs"])))]
        let text = try page.document()
        #expect(text.contains("<link rel=\"stylesheet\" href=\"/style.css?v=1&amp;t=a\">\n"))
        #expect(text.contains("<script src=\"/live.js\" defer></script>\n</head>"))
        #expect(text.contains("<nav aria-label=\"Way here\">\n<a href=\"/runs\">Runs</a>\n</nav>"))
        #expect(!text.contains("<style>"))
    }

    @Test func `gives a section alone as it stands on the page, with where it is asked for anew`() throws {
        let page = Self.page()
        let text = try page.document()
        for section in page.sections { #expect(text.contains(try section.fragment())) }
        #expect(
            try page.sections[1].fragment() == """
                <section id="two" aria-labelledby="two-title" data-live="/runs/plain">
                <h2 id="two-title">Two</h2>
                </section>

                """)
        #expect(!(try page.sections[0].fragment()).contains("data-live"))
    }

    @Test func `without sections leads nowhere`() throws {
        var page = Self.page()
        page.sections = []
        #expect(try !page.document().contains("class=\"skip\""))
    }

    @Test func `stays the same page with hostile text in every place`() throws {
        func shape(_ text: String) throws -> [String] {
            var page = Self.page(text)
            page.trail = [Page.Entry(text, .section("one"))]
            // Void elements are closed so that a reader of XML takes the page.
            let document = try page.document().replacing("<!DOCTYPE html>", with: "")
                .replacing(/<meta ([^>]*)>/) { "<meta \($0.output.1)/>" }
            return try XMLCheck.elements(of: document)
        }
        #expect(try shape(Self.hostile) == shape("plain"))
        #expect(try !Self.page(Self.hostile).document().contains("\u{202E}"))
    }
}

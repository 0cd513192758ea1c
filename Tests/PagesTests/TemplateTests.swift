import Pages
import Testing

@Suite("Templates")
struct TemplateTests {
    private enum Sound: String, TemplateName {
        case whole, part

        var source: String {
            switch self {
            case .whole: "{{#items}}\n{{> part}}\n{{/items}}\n"
            case .part: "<i title=\"{{name}}\">{{{mark}}}{{#link}}<a href=\"{{.}}\"></a>{{/link}}</i>\n"
            }
        }
    }

    private enum Broken: String, TemplateName {
        case fine, broken

        var source: String { self == .fine ? "" : "{{#never}}closed" }
    }

    private struct Item {
        let name: String
        let mark: Markup
        let link: Link?
    }

    @Test func `escape text and let markup and links through, in a part too`() throws {
        let items = [
            Item(
                name: "\"\u{301} onclick='x'<b>", mark: .element("b", text: "<"),
                link: Link.site(["a"], query: [("b", "c"), ("d", "")])),
            Item(name: "", mark: .empty, link: nil),
        ]
        let text = try TemplateLibrary<Sound>().render(.whole, ["items": items]).source
        #expect(
            text == """
                <i title="&quot;\u{301} onclick=&#39;x&#39;&lt;b&gt;"><b>&lt;</b><a href="/a?b=c&amp;d="></a></i>
                <i title=""></i>

                """)
    }

    @Test func `that do not parse are an error with their name`() {
        let error = #expect(throws: TemplateError.self) { try TemplateLibrary<Broken>() }
        #expect(error?.name == "broken")
        #expect(error?.reason.isEmpty == false)
    }

    @Test func `of the frame parse, and take in no part that is not there`() throws {
        _ = try TemplateLibrary<PageTemplate>()
        for template in PageTemplate.allCases {
            for part in template.source.matches(of: /\{\{> ?([^}]*)\}\}/) {
                #expect(PageTemplate(rawValue: String(part.output.1)) != nil, "\(part.output.1)")
            }
        }
    }
}

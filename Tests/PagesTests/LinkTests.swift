import Pages
import Testing

@Suite("A link")
struct LinkTests {
    @Test func `leads to a place on the same page`() {
        #expect(Link.section("findings").href == "#findings")
        #expect(Link.section(Anchor("cell", 12)).href == "#cell-12")
    }

    @Test func `leads to a page of the site by the steps of its path`() {
        #expect(Link.site([])?.href == "/")
        #expect(Link.site(["runs", "3"])?.href == "/runs/3")
        #expect(
            Link.site(["runs", "3"], query: [("value", "Social Power"), ("page", "2")], section: "cells")?.href
                == "/runs/3?value=Social%20Power&page=2#cells")
    }

    @Test(
        arguments: [
            ("a/b", "/x/a%2Fb"), ("../y", "/x/..%2Fy"), ("javascript:alert(1)", "/x/javascript%3Aalert%281%29"),
            ("?q#f", "/x/%3Fq%23f"), ("\"><b>", "/x/%22%3E%3Cb%3E"), ("Côte", "/x/C%C3%B4te"), ("\u{0}\n", "/x/%00%0A"),
            ("//evil.example", "/x/%2F%2Fevil.example"), ("a&b=c+d", "/x/a%26b%3Dc%2Bd"), ("%2e%2e", "/x/%252e%252e"),
        ])
    func `takes any text as one step, and nothing in it changes where it leads`(text: String, href: String) {
        #expect(Link.site(["x", text])?.href == href)
    }

    @Test(arguments: ["", ".", ".."])
    func `has no step that browsers would leave out`(step: String) {
        #expect(Link.site(["runs", step]) == nil)
        #expect(Link.site([step]) == nil)
    }

    @Test func `keeps what a query's value holds apart from the query`() {
        #expect(
            Link.site(["x"], query: [("a&b", "c=d&e"), ("", "")])?.href == "/x?a%26b=c%3Dd%26e&=")
    }
}

import Pages
import TestSupport
import Testing

@Suite("Text on a page")
struct EscapeTests {
    @Test(arguments: [
        ("plain", "plain"), ("a < b & c > \"d\" 'e'", "a &lt; b &amp; c &gt; &quot;d&quot; &#39;e&#39;"),
        ("\"\u{301}", "&quot;\u{301}"), ("<\u{338}b>", "&lt;\u{338}b&gt;"), ("&lt;", "&amp;lt;"),
        ("\u{FFFE}\u{FFFF}", "\u{FFFD}\u{FFFD}"), ("می\u{200C}خواهم", "می\u{200C}خواهم"),
    ])
    func `is escaped scalar by scalar`(text: String, escaped: String) {
        #expect(Escape.markup(text) == escaped)
        #expect(Markup.text(text).source == escaped)
    }

    @Test(arguments: ["\u{0}", "\u{1B}[31m", "\u{202E}", "\u{9B}31m", "\u{2066}"])
    func `holds nothing that steers, as text and in an attribute`(text: String) throws {
        let element = Markup.element("p", ["title": "a\(text)"], text: "b\(text)")
        #expect(!element.source.unicodeScalars.contains { text.unicodeScalars.first == $0 })
        #expect(try XMLCheck.elements(of: element.source) == ["p"])
    }

    @Test func `leaves out an attribute that has no value, and closes what is empty`() {
        #expect(Markup.element("path", ["d": "M0 0", "fill": nil]).source == "<path d=\"M0 0\"/>")
        #expect(Markup.element("td", ["class": nil]).source == "<td></td>")
        #expect(Markup.lines([.text("a"), .empty]).source == "a\n\n")
    }

    @Test(arguments: [
        ("a", 1.0), ("", 0), ("日本", 2.1), ("e\u{301}", 0.62),
    ])
    func `takes room by the width of its signs`(text: String, units: Double) {
        #expect(abs(TextWidth.estimate(text, size: 10) - units * 10) < 4)
    }

    @Test func `is cut with an ellipsis where it is too wide, on one line`() {
        let cut = TextWidth.fit("one\ntwo three four five", size: 10, width: 60)
        #expect(cut.hasPrefix("one two") && cut.hasSuffix("…"))
        #expect(TextWidth.estimate(cut, size: 10) <= 60)
        #expect(TextWidth.fit("short", size: 10, width: 60) == "short")
    }
}

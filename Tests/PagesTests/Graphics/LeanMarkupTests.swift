import Pages
import TestSupport
import Testing

@Suite("A figure on a page")
struct LeanMarkupTests {
    private static func lean(_ draw: (inout Drawing) -> Void) -> String {
        var drawing = Drawing()
        draw(&drawing)
        return drawing.inline(width: 9, height: 9, label: "")
            .source
    }

    @Test func `has one path for all cells of one colour`() {
        let text = Self.lean { drawing in
            for place in 0..<100 {
                drawing.box(
                    x: Double(place) * 10, y: 0, width: 9, height: 9, style: place.isMultiple(of: 2) ? "a1" : "a2",
                    tip: "\(place)")
            }
        }
        #expect(text.matches(of: /<path/).count == 2)
        #expect(text.matches(of: /M[0-9]/).count == 100)
        #expect(!text.contains("<title>"))
    }

    @Test func `keeps what lies above what`() {
        // The second blue box covers a part of the orange one, which covers a part of the first.
        let text = Self.lean { drawing in
            drawing.box(x: 0, y: 0, width: 10, height: 10, style: "fill-stated")
            drawing.box(x: 5, y: 0, width: 10, height: 10, style: "fill-acted")
            drawing.box(x: 10, y: 0, width: 10, height: 10, style: "fill-stated")
            drawing.box(x: 50, y: 0, width: 10, height: 10, style: "fill-acted")
        }
        let classes = text.matches(of: /<path class="([^"]*)"/).map { String($0.output.1) }
        #expect(classes == ["fill-stated", "fill-acted", "fill-stated"])
    }

    @Test func `lets a text be read on the colour below it, beside that colour's element or by its name`() {
        func text(on style: String) -> String {
            Self.lean { drawing in
                for place in 0..<3 {
                    drawing.box(x: Double(place) * 30, y: 0, width: 20, height: 10, style: style)
                    drawing.text("1", x: Double(place) * 30 + 10, y: 8, style: "mid over")
                }
            }
        }
        #expect(text(on: "fill-acted").matches(of: /class="fill-acted"[^>]*\/><text/).count == 3)
        let step = text(on: "c20")
        #expect(step.matches(of: /<path/).count == 1 && step.matches(of: /class="mid on-c20"/).count == 3)
        // What it is called by has a colour in the style sheet.
        #expect(PageStyle.sheet.source.contains(".fig .c20+.over,.fig text.on-c20"))
    }

    @Test func `has as many nodes as are counted`() throws {
        let markup = Markup.element(
            "g", [:],
            [.element("path", ["d": "M0 0"]), .text("a < b"), .element("p", [:], text: "c"), .element("i")])
        // g, path, a text, p and its text, i.
        #expect(markup.nodes == 6)
        #expect(Markup.empty.nodes == 0 && Markup.text("x").nodes == 1)
    }

    @Test func `has links for its rows, and for the cells of a small heatmap only`() throws {
        func heatmap(columns: Int) -> Figure {
            var figure = HeatmapFigure(
                Figure.Heading("h", title: "T", summary: "S"),
                sections: [RowSection(heading: "", rows: (0..<10).map { .init(label: "row \($0)", index: $0) })],
                columns: (0..<columns).map { "c\($0)" },
                panels: [HeatmapFigure.Panel(scale: .stated, title: "P", ends: ("0", "1")) { _, _ in 0.4 }])
            figure.rowLink = { Link.site(["runs", "1", "gaps"], query: [("value", "row \($0)&")]) }
            figure.cellLink = { Link.site(["cell", "\($0)", "\($1)"]) }
            return figure.figure
        }
        for (columns, links) in [(4, 50), (30, 10)] {
            let text = heatmap(columns: columns).embedded.source
            #expect(text.matches(of: /<a href="[^"]*">/).count == links)
            #expect(text.contains("href=\"/runs/1/gaps?value=row%203%26\""))
            #expect(text.contains("role=\"group\"") && !text.contains("role=\"img\""))
        }
        // A file has left the site.
        #expect(!heatmap(columns: 4).standalone.contains("<a "))
        _ = try XMLCheck.elements(of: heatmap(columns: 4).standalone)
    }
}

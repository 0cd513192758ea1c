import Pages
import TestSupport
import Testing

@Suite("Figures of plain numbers")
struct FigureTests {
    private static let heading = Figure.Heading("name", title: "A title", summary: "A summary")

    private static func forest(_ rows: [ForestFigure.Row]) -> Figure {
        ForestFigure(
            heading, sides: (below: "less", above: "more"), sections: [(heading: "Section", rows: rows)],
            columns: [
                ForestFigure.Column(offset: 14), ForestFigure.Column(heading: "second", offset: 90, isQuiet: true),
            ],
            layout: ForestFigure.Layout(
                plotWidth: 400, margin: 200, rowHeight: 20, labelWidth: 200, partsOfOne: 10, places: 2)
        ).figure
    }

    @Test func `are well-formed alone and on a page, and say what they are`() throws {
        let figure = Self.forest([ForestFigure.Row(label: "<a>", number: 0.1, ends: nil, fields: ["&", "b"])])
        #expect(try XMLCheck.elements(of: figure.standalone).prefix(4) == ["svg", "title", "desc", "style"])
        #expect(try XMLCheck.text(of: figure.embedded.source).contains("A summary"))
        #expect(figure.embedded.source.contains("id=\"figure-name\""))
    }

    @Test func `fill a dot whose interval leaves out 0, and draw nothing for a number that is none`() throws {
        let text = Self.forest([
            ForestFigure.Row(label: "clear", number: 0.2, ends: Whisker(low: 0.1, high: 0.3), fields: ["c", "d"]),
            ForestFigure.Row(label: "open", number: 0.2, ends: Whisker(low: -0.1, high: 0.3), fields: ["e", "f"]),
            ForestFigure.Row(label: "none", number: nil, ends: nil, fields: ["g", "h"]),
            ForestFigure.Row(label: "nan", number: .nan, ends: nil, fields: ["i", "j"]),
        ]).standalone
        #expect(text.matches(of: /<circle[^>]*class="fill-ink"/).count == 1)
        #expect(text.matches(of: /<circle[^>]*class="hollow line-ink"/).count == 1)
        #expect(text.contains("<title>clear: c</title>"))
        #expect(text.matches(of: />—</).count == 2)
        #expect(!text.contains(">g<") && !text.lowercased().contains("\"nan"))
    }

    @Test func `end their axis at a tenth beyond every interval`() {
        let text = Self.forest([
            ForestFigure.Row(label: "a", number: 0.02, ends: Whisker(low: -0.31, high: 0.1), fields: [])
        ]).standalone
        #expect(text.contains(">−0.40<") && text.contains(">+0.40<"))
        #expect(Self.forest([]).standalone.contains(">+0.10<"))
    }

    @Test func `have panels with an axis and words of their own, a key, and fill what they are told to`() throws {
        func row(_ label: String, _ number: Double, isFilled: Bool) -> ForestFigure.Row {
            ForestFigure.Row(
                label: label, number: number, ends: Whisker(low: number - 0.01, high: number + 0.01),
                isFilled: isFilled, fields: [])
        }
        let text = ForestFigure(
            Self.heading,
            panels: [
                .init(below: "fewer", above: "more", sections: [("A", [row("open", 0.5, isFilled: false)])]),
                .init(below: "worse", above: "better", sections: [("B", [row("clear", 0.02, isFilled: true)])]),
            ], columns: [],
            layout: .init(plotWidth: 300, margin: 100, rowHeight: 20, labelWidth: 100, partsOfOne: 10, places: 2),
            key: .init(filled: "sure", hollow: "unsure", notes: [String(repeating: "many words ", count: 30)])
        ).figure.standalone
        #expect(text.contains(">← fewer<") && text.contains(">better →<"))
        #expect(text.contains(">+0.60<") && text.contains(">+0.10<"))
        // Each a row's and the key's.
        #expect(text.matches(of: /<circle[^>]*class="fill-ink"/).count == 2)
        #expect(text.matches(of: /<circle[^>]*class="hollow line-ink"/).count == 2)
        #expect(text.contains(">sure<") && text.matches(of: />many words/).count > 2)
    }

    @Test func `shade the first ten ranks and leave out rows that reach them nowhere`() {
        let text = RankFigure(
            Self.heading, rows: ["first", "late", "never", "absent"], columns: ["x", "y"],
            rank: { row, column in [[1, 2], [10, 40], [11, 12], [nil, nil]][row][column] }
        ).figure.embedded.source
        #expect(text.contains(">first<") && text.contains(">late<"))
        #expect(!text.contains(">never<") && !text.contains(">absent<"))
        #expect(text.contains("class=\"tint\""))
    }

    @Test func `hatch a cell without a number, in every panel`() {
        let text = HeatmapFigure(
            Self.heading,
            sections: [RowSection(heading: "G", rows: [.init(label: "r", index: 0), .init(label: "s", index: 1)])],
            columns: ["c"],
            panels: [
                HeatmapFigure.Panel(scale: .stated, title: "P", ends: ("low", "high")) { row, _ in row == 0 ? 0.5 : nil
                }
            ]
        ).figure.standalone
        #expect(text.matches(of: /fill="url\(#name-missing\)"/).count == 1)
        #expect(text.contains("<title>s · c: —</title>"))
    }

    @Test func `have scales that hold all they show`() {
        let scale = ValueScale([0.13, 0.57, .nan])
        #expect(scale.low == 0.1 && abs(scale.high - 0.6) < 1e-12 && scale.ticks.count == 3)
        #expect(scale.share(scale.high) == 0 && scale.share(scale.low) == 1 && scale.share(9) == 0)
        #expect(ValueScale([]).low == 0 && ValueScale([0.2, 0.2]).high > 0.2)
        #expect(Scale.signed.step(0) == 12 && Scale.stated.step(1) == 24 && Scale.stated.step(nil) == nil)
        #expect(Scale.stated.step(.nan) == nil && Scale.stated.step(7) == 24)
    }
}

import Foundation
import Measures
import Pages
import Reports
import TestSupport
import Testing

@Suite("A figure in a file of its own")
struct FigureTests {
    @Test
    func `is well-formed SVG with a title, a description, its own colours and a white ground`() throws {
        for figure in Fixture.full.figures + Fixture.pilot.figures {
            let elements = try XMLCheck.elements(of: figure.standalone)
            #expect(elements.starts(with: ["svg", "title", "desc", "style", "rect", "text", "text"]))
            #expect(figure.standalone.contains("xmlns=\"http://www.w3.org/2000/svg\""))
            #expect(figure.standalone.contains("fill=\"#ffffff\""))
            #expect(!figure.standalone.contains("var("))
            #expect(!figure.standalone.lowercased().contains("nan"))
        }
    }

    @Test
    func `names the respondent in its title, and says so where it is simulated`() {
        for figure in Fixture.pilot.figures.map(\.standalone) {
            #expect(figure.contains(/<title [^>]*>[^<]* · simulated respondent: simulated\/steady/))
            #expect(figure.contains(">simulated respondent: simulated/steady"))
        }
        for figure in Fixture.full.figures.map(\.standalone) {
            #expect(figure.contains(/<text [^>]*>openai\/gpt-4o-mini</))
        }
    }

    @Test
    func `has the name of its case, which is that of its file and never changes`() async throws {
        let input = try await Fixture.withInstrument()
        #expect(
            input.figures.map(\.name) == [
                "inclinations", "leanings", "states", "rate-country", "rate-topic", "gap-group", "gap-value",
                "heatmap-country", "heatmap-topic", "inconsistency-value", "ranks", "rank-intervals", "instrument",
            ])
        // The theory has no circle, and no region has two countries.
        for name in ReportFigure.allCases where ![.circle, .regionRates].contains(name) {
            #expect(input.figure(name)?.name == name.rawValue)
        }
        let whole = try await Fixture.whole(Fixture.full)
        for name in ReportFigure.allCases { #expect(whole.figure(name)?.name == name.rawValue) }
    }

    @Test
    func `draws one field for each value and column in every panel of a heatmap, and hatches what is missing`() throws {
        let heatmap = try #require(Fixture.full.figure(.countryHeatmap)).standalone
        let fields = heatmap.matches(of: /<title>([^<]*): ([^<]*)<\/title>/)
        #expect(fields.count == 4 * 56 * 12)
        let hatched = heatmap.matches(of: /fill="url\(#heatmap-country-missing\)"/)
        #expect(hatched.count == fields.filter { $0.output.2 == "—" }.count)
        // One value has no reading in one country: four panels.
        #expect(hatched.count == 4)
    }

    @Test
    func `gives the same number the same shade in every cell, and more of it a further step`() throws {
        let heatmap = try #require(Fixture.full.figure(.countryHeatmap)).standalone
        let fields = heatmap.matches(of: /class="c(\d+)" d="[^"]*"><title>[^<]*: ([0-9.]+)</)
        #expect(fields.count > 600)
        let steps = fields.compactMap { field -> (number: Double, step: Int)? in
            guard let number = Double(field.output.2), let step = Int(field.output.1) else { return nil }
            return (number, step)
        }.sorted { $0.number < $1.number }
        #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.step <= $1.step || $0.number == $1.number })
    }

    @Test
    func `stays inside its frame, whatever the length of names`() throws {
        let long = String(repeating: "A very long name ", count: 20)
        let input = Fixture.make(
            countries: [long, "b"], topics: [long + "t"], groups: [(long, [long + "v", "w"])], seed: 2)
        try expectInsideFrame(input.figures)
    }

    @Test
    func `stays inside its frame where legacy scoring keeps a rating beyond the scale`() throws {
        let axes = try Axes(
            countries: ["A"], topics: ["B"], values: ["one", "two"], groups: ["G"], groupOfValue: [0, 0])
        var stated = try CodedReadings(cells: 2, askings: 1, options: 4, beyondRange: .kept)
        var acted = try CodedReadings(cells: 2, askings: 1, options: 2)
        try stated.record(9, cell: 0, asking: 0)
        try acted.record(0, cell: 0, asking: 0)
        var input = Fixture.pilot
        input.measures = try MeasureReport(axes: axes, stated: stated, acted: acted, scoring: .legacy)
        input.cells = CellRecord.all(stated: stated, acted: acted)
        try expectInsideFrame(input.figures)
    }

    private func expectInsideFrame(_ figures: [Figure]) throws {
        for figure in figures {
            let size = try #require(figure.standalone.firstMatch(of: /viewBox="-16 -60 ([0-9.]+) ([0-9.]+)"/))
            let width = try #require(Double(size.output.1))
            #expect(width < 1_400)
            for match in figure.standalone.matches(of: /\s(?:x|cx|x1|x2)="([-0-9.]+)"/) {
                let x = try #require(Double(match.output.1))
                #expect(x >= -16 && x <= width - 16)
            }
        }
    }
}

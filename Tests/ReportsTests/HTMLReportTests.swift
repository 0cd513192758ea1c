import Foundation
import Measures
import Reports
import Testing

@Suite("The HTML report")
struct HTMLReportTests {
    @Test
    func `has its sections in the order a reader needs them`() throws {
        let page = try HTMLReport.page(Fixture.pilot)
        let sections = ["findings", "asked", "rates", "gap", "heatmaps", "ranking", "cells", "methods"]
        let places = try sections.map { try #require(page.range(of: "<section id=\"\($0)\"")).lowerBound }
        #expect(places == places.sorted())
    }

    @Test
    func `needs nothing but itself: no script, no link to another file, no import`() throws {
        let page = try HTMLReport.page(Fixture.pilot)
        #expect(!page.contains("<script"))
        #expect(!page.contains("<link"))
        #expect(!page.contains("@import"))
        #expect(!page.contains("@font-face"))
        for match in page.matches(of: /(?:src|href|action|data|poster|xlink:href)\s*=\s*["']([^"']*)/) {
            #expect(match.output.1.hasPrefix("#"), "\(match.output.0)")
        }
        for match in page.matches(of: /url\(([^)]*)\)/) {
            #expect(match.output.1.hasPrefix("#"), "\(match.output.0)")
        }
    }

    @Test
    func `has one first heading, and never skips a level of headings`() throws {
        let page = try HTMLReport.page(Fixture.pilot)
        let levels = page.matches(of: /<h([1-6])[ >]/).compactMap { Int($0.output.1) }
        #expect(levels.filter { $0 == 1 }.count == 1)
        #expect(levels.first == 1)
        for (previous, next) in zip(levels, levels.dropFirst()) { #expect(next <= previous + 1) }
    }

    @Test
    func `says of every figure what it is and what it shows, and has a table behind it`() throws {
        let page = try HTMLReport.page(Fixture.pilot)
        let figures = page.split(separator: "<figure id=\"fig-").dropFirst()
        #expect(figures.count == Fixture.pilot.figures.count)
        for figure in figures {
            let name = try #require(figure.firstMatch(of: /role="img" id="([a-z-]+)"/)).output.1
            #expect(figure.contains("aria-labelledby=\"\(name)-title \(name)-desc\""))
            #expect(figure.contains("<title id=\"\(name)-title\">"))
            #expect(figure.contains("<desc id=\"\(name)-desc\">"))
            let isTable = figure.contains("<table>") && figure.contains("<th scope=\"row\">")
            #expect(isTable || figure.contains("<pre class=\"numbers\">"))
        }
    }

    @Test
    func `gives every element an identifier of its own`() throws {
        let page = try HTMLReport.page(Fixture.pilot)
        let identifiers = page.matches(of: /\sid="([^"]*)"/).map(\.output.1)
        #expect(Set(identifiers).count == identifiers.count)
        for match in page.matches(of: /aria-labelledby="([^"]*)"/) {
            for name in match.output.1.split(separator: " ") { #expect(identifiers.contains(name)) }
        }
    }

    @Test
    func `says “simulated respondent” in the title, the heading and above the fold where no model answered`() throws {
        let page = try HTMLReport.page(Fixture.pilot)
        let title = try #require(page.firstMatch(of: /<title>(.*)<\/title>/)).output.1
        let heading = try #require(page.firstMatch(of: /<h1>(.*)<\/h1>/)).output.1
        #expect(title.contains("simulated respondent"))
        #expect(heading.contains("simulated respondent"))
        #expect(try !HTMLReport.page(Fixture.full).contains("imulated respondent"))
    }

    @Test
    func `marks imported replies and the legacy scoring`() throws {
        var input = Fixture.make(
            countries: ["A"], topics: ["B"], groups: [("G", ["one", "two"])], scoring: .legacy, seed: 3)
        input.respondent.isImported = true
        let page = try HTMLReport.page(input)
        #expect(page.contains("imported replies"))
        #expect(page.contains("legacy scoring"))
        #expect(page.contains("Legacy scoring, for reproduction only"))
    }

    @Test
    func `shows each prompt as it was sent, line breaks kept`() throws {
        let page = try HTMLReport.page(Fixture.pilot)
        for prompt in Fixture.pilot.prompts {
            #expect(page.contains("<pre dir=\"auto\">\(prompt.text)</pre>"))
        }
    }

    @Test
    func `never shows a number that is none: an em dash stands in its place`() throws {
        let axes = try Axes(
            countries: ["A"], topics: ["B"], values: ["one", "two"], groups: ["G"], groupOfValue: [0, 0])
        let nothing = try ScoreMatrix([nil, nil])
        let measures = try MeasureReport(axes: axes, stated: nothing, acted: nothing)
        var input = Fixture.pilot
        input.measures = measures
        input.cells = []
        input.misaligned = []
        let page = try HTMLReport.page(input)
        #expect(page.contains("No cell has both a stated and an acted score"))
        #expect(page.contains("No cell has a gap to show"))
        #expect(page.contains("<td class=\"number\">—</td>"))
        for text in [page, try HTMLReport.page(Fixture.pilot)] {
            #expect(!text.lowercased().contains(/\b(nan|-?inf|infinity)\b/))
            #expect(!text.contains("Optional("))
        }
    }
}

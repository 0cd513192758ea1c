import Foundation
import Measures
import Pages
import Reports
import Testing

@Suite("The first screen of a report")
struct FirstScreenTests {
    @Test
    func `says one sentence, then shows the mosaic, the map, the figures and last the paper's measures`() async throws {
        let page = try await HTMLReport.page(Fixture.deconvolved())
        let marks = [
            "<p class=\"lead\">", "id=\"figure-inclinations\"", "id=\"figure-leanings\"", "inconsistent cells",
            "deconvolved gap", "change when asked again", "informedness", "d′", "Cohen’s kappa",
            "The paper’s three measures", "<section id=\"asked\"",
        ]
        var rest = page[...]
        for mark in marks {
            let place = try #require(rest.range(of: mark), "\(mark) is missing, or stands too early")
            rest = rest[place.upperBound...]
        }
    }

    @Test
    func `names all four corners with their counts and percents, and the undecided as a state of their own`() throws {
        let input = try undecided()
        let mosaic = try #require(input.figure(.inclinations)).standalone
        #expect(
            mosaic.contains(
                "Mosaic: of 4 cells with a side in both tasks, 1 (25.0\u{A0}%) are inconsistent. By corner: 2 "
                    + "(50.0\u{A0}%) “says and does”, 1 (25.0\u{A0}%) “says, but acts against”, 0 (0.0\u{A0}%) “rejects, "
                    + "but acts for”, 1 (25.0\u{A0}%) “rejects and acts against”. Beside them 2 cells are undecided"))
        for words in ["says and does", "says, but acts against", "rejects, but acts for", "rejects and acts against"] {
            #expect(mosaic.contains(">\(words)</text>"))
        }
        #expect(mosaic.contains(">undecided, beside the 4</text>"))
        #expect(mosaic.contains("fill=\"url(#inclinations-wide-missing)\""))
        #expect(try HTMLReport.page(input).contains("of 4 with a side in both tasks; 2 more undecided"))
    }

    @Test
    func `tells in words what the map shows, with the shares that the estimate has`() async throws {
        let input = try await Fixture.deconvolved()
        let gap = try #require(input.deconvolution?.overall.gap)
        let map = try #require(input.figure(.leanings)).standalone
        #expect(map.contains("Map: of the leanings of \(gap.cells) cells, “says and does” "))
        #expect(map.contains("deconvolved gap, slips out \(Numerals.percent(gap.gap));"))
        #expect(map.contains("ambivalent cells \(Numerals.percent(gap.ambivalent))."))
        let drawn = map.matches(of: /stated [0-9.]+, acted [0-9.]+;/).count
        #expect(drawn > 3 && drawn <= 576)
    }

    @Test
    func `says why there is no map where cells were read once, and what would bring one`() async throws {
        var input = Fixture.pilot
        let cells = input.measures.axes.cellCount
        var stated = try CodedReadings(cells: cells, askings: 1, options: 4)
        var acted = try CodedReadings(cells: cells, askings: 1, options: 2)
        for cell in 0..<cells {
            try stated.record(cell % 4, cell: cell, asking: 0)
            try acted.record(cell % 2, cell: cell, asking: 0)
        }
        input.measures = try MeasureReport(axes: input.measures.axes, stated: stated, acted: acted)
        input.cells = []
        input.deconvolution = try await DeconvolutionReport(of: input.measures, plan: nil)
        let page = try HTMLReport.page(input)
        #expect(page.contains("No map of the leanings: cells were asked too seldom"))
        #expect(!page.contains("figure-leanings"))
        #expect(!page.contains("deconvolved gap"))
    }

    /// Six cells of one scenario: four with sides, two with a score of one half.
    private func undecided() throws -> ReportInput {
        let axes = try Axes(
            countries: ["A"], topics: ["B"], values: ["1", "2", "3", "4", "5", "6"], groups: ["G"],
            groupOfValue: [0, 0, 0, 0, 0, 0])
        var input = Fixture.pilot
        input.measures = try MeasureReport(
            axes: axes, stated: ScoreMatrix([0, 0, 0, 1, 0.5, 0]), acted: ScoreMatrix([0, 0, 1, 1, 1, 0.5]))
        input.cells = []
        input.misaligned = []
        return input
    }
}

@Suite("What figures tell who cannot see them")
struct FigureSummaryTests {
    @Test
    func `is the finding, with its numbers, not only the kind of figure`() async throws {
        let input = try await Fixture.whole(Fixture.full)
        let beginnings: [ReportFigure: String] = [
            .inclinations: "Mosaic: of ", .leanings: "Map: of the leanings of ", .states: "Task 1: ",
            .countryRates: "F1 of disagree 0.", .topicRates: "F1 of disagree 0.", .groupGaps: "By group of values: ",
            .valueGaps: "By value: ", .countryHeatmap: "Four panels", .topicHeatmap: "Four panels",
            .valueInconsistency: "The widest gap, by share of inconsistent cells: ",
            .ranks: "The paper’s ranking by distance: ", .instrument: "What each way of asking shifts: most by ",
            .regionRates: "F1 of disagree 0.", .rankIntervals: "Ranking of ", .circle: "Circle of ",
        ]
        for figure in ReportFigure.allCases {
            let summary = try #require(input.figure(figure)).heading.summary
            let beginning = try #require(beginnings[figure])
            #expect(summary.hasPrefix(beginning), "\(figure): \(summary)")
            #expect(summary.contains(/[0-9]/), "\(figure): \(summary)")
        }
    }

    @Test
    func `names the values that a figure puts first and last`() throws {
        let input = Fixture.pilot
        let ranked = input.measures.values.filter { $0.pooled[.inconsistencyShare] != nil }
            .max { ($0.pooled[.inconsistencyShare] ?? 0) < ($1.pooled[.inconsistencyShare] ?? 0) }
        let summary = try #require(input.figure(.valueInconsistency)).heading.summary
        let share = Numerals.percent(try #require(ranked).pooled[.inconsistencyShare])
        #expect(summary.contains("inconsistent cells: "))
        #expect(summary.contains("(\(share), "))
    }
}

@Suite("Where the answers tell of something else than a gap")
struct CaveatOnPageTests {
    @Test
    func `the first sentence says so, and no rate stands beside it`() throws {
        let axes = try Axes(
            countries: ["A"], topics: ["B"], values: ["1", "2"], groups: ["G"], groupOfValue: [0, 0])
        var input = Fixture.pilot
        // It agrees with all, in both tasks.
        input.measures = try MeasureReport(axes: axes, stated: ScoreMatrix([0, 0]), acted: ScoreMatrix([0, 0.25]))
        (input.cells, input.misaligned) = ([], [])
        let page = try HTMLReport.page(input)
        #expect(page.contains("<p class=\"lead\">It agrees with every value and acts so in every decided cell."))
        #expect(!page.contains("<ul class=\"key\">"))
        #expect(!page.contains("The paper’s three measures"))
        #expect(try HTMLReport.page(Fixture.pilot).contains("The paper’s three measures"))
    }

    @Test
    func `A distance never stands alone: its floor is beside it`() throws {
        let input = Fixture.pilot
        let floor = Numerals.decimal(input.measures.overall.scenarioMean.floor)
        let page = try HTMLReport.page(input)
        #expect(page.contains("floor \(floor)"))
        for header in page.matches(of: /<th scope="col" class="number">Distance<\/th>(.{0,60})/) {
            #expect(header.output.1.contains("Floor"))
        }
        for figure in [ReportFigure.groupGaps, .valueGaps, .valueInconsistency] {
            #expect(try #require(input.figure(figure)).standalone.contains(/>[^<]*floor[^<]*<\/text>/))
        }
    }
}

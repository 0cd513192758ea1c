import Foundation
import Measures
import Pages
import Reports
import TestSupport
import Testing

@Suite("A comparison of runs, for people and papers")
struct ComparisonReportTests {
    /// Three runs of the pilot; the third is the first once more.
    static func input(names: [String] = ["one", "two", "one again"]) async throws -> ComparisonInput {
        let one = Fixture.pilot
        let two = Fixture.make(
            countries: one.measures.axes.countries, topics: one.measures.axes.topics,
            groups: SchwartzValues.groups.map { ($0.name, [$0.values[0]]) }, seed: 12)
        let reports = [one.measures, two.measures, one.measures]
        let plan = ResamplingPlan(replicates: 100)
        var deconvolved: [DeconvolutionReport.Part] = []
        for report in reports {
            deconvolved.append(try await DeconvolutionReport(of: report, plan: plan, parts: false).overall)
        }
        return ComparisonInput(
            study: one.study, respondents: names.map { RespondentSummary(name: $0) },
            runs: try await ComparedRuns(of: reports, plan: plan),
            comparisons: try await MeasureComparison.each(
                of: [reports[1], reports[2]], against: reports[0], plan: plan),
            deconvolved: deconvolved, version: "0.1.0")
    }

    @Test func `the files are a page, the JSON, tables and figures, and their marker lists them`() async throws {
        let files = try ReportFolder.files(try await Self.input(), json: "{}\n")
        #expect(
            files.map(\.path) == [
                "index.html", "comparison.json", "tables.tex", "runs.csv", "differences.csv", "pairs.csv",
                "dictionary.csv", "figures/differences.svg", "figures/differences-country.svg",
                "figures/differences-topic.svg",
                "figures/differences-value.svg", ".vlens-comparison",
            ])
        for file in files where file.path.hasSuffix(".svg") {
            #expect(try XMLCheck.elements(of: file.text).starts(with: ["svg", "title", "desc", "style"]))
        }
        for file in files { #expect(!file.text.lowercased().contains(/[^a-z]nan[^a-z]/), "\(file.path)") }
    }

    @Test func `the sentences are those of the numbers`() async throws {
        let input = try await Self.input()
        let page = try ComparisonPage.page(input)
        let order = input.runs.ranking
        let share = Numerals.percent(try #require(order.first).share)
        #expect(page.contains("acts against its word least often, in \(share)"))
        #expect(page.contains("one again and one are one run, or have the same readings in every cell"))
        #expect(page.contains("of 2 pairs of runs differ") || page.contains("All 2 pairs of runs differ"))
        #expect(input.runs.pair(0, 2)?.pValue == nil && input.runs.pair(2, 0)?.isOfOneRun == true)
        #expect(input.runs.pair(0, 1)?.holm == input.runs.pair(1, 2)?.holm)
    }

    @Test func `a run whose figures say nothing of a gap is told first, on the page and on the terminal`() async throws
    {
        var input = try await Self.input()
        input.caveats = [nil, .place(first: 0.97), nil]
        let sentence = "Of two: It chose the action that stood first in 97.0\u{00A0}% of its choices"
        #expect(try ComparisonPage.page(input).contains(sentence))
        let text = ComparisonTable(
            input.comparisons, first: "one", others: ["two", "one again"], caveats: input.caveats,
            style: TerminalStyle(width: 200)
        ).text
        #expect(text.hasPrefix("! " + sentence))
    }

    @Test func `runs of one respondent are called by what tells them apart`() async throws {
        var input = try await Self.input(names: ["m", "m", "n"])
        for place in input.respondents.indices { input.respondents[place].distinction = "run \(place + 1)" }
        let pairs = try #require(ComparisonCSV.tables(input).first { $0.name == "pairs.csv" }).text
        #expect(pairs.contains("m (run 1)") && pairs.contains("m (run 2)"))
    }

    @Test func `names from outside are text everywhere`() async throws {
        let input = try await Self.input(names: ["<script>a</script>", "=1+1", "a & b_c"])
        let files = try ReportFolder.files(input, json: "{}\n")
        for file in files where file.path.hasSuffix(".html") || file.path.hasSuffix(".svg") {
            #expect(!file.text.contains("<script"), "\(file.path)")
        }
        #expect(files.first { $0.path == "differences.csv" }?.text.contains(",'=1+1,") == true)
        #expect(files.first { $0.path == "tables.tex" }?.text.contains("a \\& b\\_c") == true)
    }

    @Test func `a forest plot fills no value where too few scenarios let none be told from chance`() async throws {
        // Eight scenarios: no value can be told from chance among ten, whatever its interval.
        let input = try await Self.input()
        let values = input.comparisons[0].values.compactMap { $0.pooled[.inconsistencyShare] }
        #expect(values.allSatisfy { $0.isSignificant != true })
        let figure = try #require(input.figure(.values)).standalone
        // The one that is filled is the key's.
        #expect(figure.matches(of: /<circle[^>]*class="fill-ink"/).count == 1)
        #expect(figure.contains("closer to its word") && figure.contains("95 % intervals"))
    }

    @Test func `measures of which less is closer to a run's word never share an axis with those of which more is`()
        async throws
    {
        let figure = try #require(try await Self.input().figure(.whole)).standalone
        let axes = figure.matches(of: /← ([^<]*)</).map { String($0.1) }
        #expect(axes == ["lower: closer to its word", "lower: farther from its word", "less than in the first run"])
        let places = ["inconsistent cells", ">kappa<", ">signed gap<"].map { figure.firstRange(of: $0)?.lowerBound }
        let heads = axes.map { figure.firstRange(of: $0)?.lowerBound }
        for (place, head) in zip(places, heads) { #expect(try #require(place) > #require(head)) }
        #expect(try #require(places[0]) < #require(heads[1]) && #require(places[1]) < #require(heads[2]))
    }

    @Test func `the page opens in a browser without a complaint`() async throws {
        guard Browser.path != nil else { return }
        let page = try await Browser.dom(of: ComparisonPage.page(try await Self.input()))
        #expect(page.consoleErrors.isEmpty)
    }
}

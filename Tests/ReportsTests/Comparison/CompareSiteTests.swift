import Measures
import Pages
import Reports
import Testing
import Text

@Suite("Runs set against one another on the site")
struct CompareSiteTests {
    private static let choices = (1...3).map {
        RunChoice(run: $0, label: ["one", "<b>two</b>", "one again"][$0 - 1], study: "pilot", begun: "2026-01-31")
    }

    private func view(_ address: CompareAddress, _ state: CompareView.State) -> CompareView {
        CompareView(address, choices: Self.choices, state: state, version: "0.1.0")
    }

    private static func compared() async throws -> RunsCompared {
        let reports = [Fixture.pilot.measures, Fixture.pilot.measures, Fixture.pilot.measures]
        return RunsCompared(
            input: try await ComparisonReportTests.input(names: ["one", "<b>two</b>", "one again"]),
            map: ComparisonMap(of: reports), document: ["comparisons": []])
    }

    @Test(arguments: [
        (CompareAddress(runs: [2, 1]), "/compare?run=2&run=1"),
        (CompareAddress(runs: [1, 2, 3], with: 2), "/compare?run=1&run=2&run=3"),
        (CompareAddress(runs: [1, 2, 3], with: 3), "/compare?run=1&run=2&run=3&with=3"),
        (CompareAddress(runs: [1, 2], part: .map), "/compare?run=1&run=2&part=map"),
        (CompareAddress(runs: [1, 2], part: .map, by: .topic), "/compare?run=1&run=2&part=map&by=topic"),
        (CompareAddress(runs: [1, 2], part: .values, by: .topic), "/compare?run=1&run=2&part=values"),
    ])
    func `an address leaves out what is as it is by default`(address: CompareAddress, text: String) {
        #expect(address.link().href == text)
    }

    @Test func `the address of replies side by side carries all that chooses them`() {
        var address = SideBySideAddress(runs: [1, 2])
        #expect(address.link().href == "/compare/replies?run=1&run=2")
        address.differ = .state
        address.task = .acted
        (address.country, address.topic, address.value, address.page) = ("A & B", nil, "عدالة", 3)
        #expect(
            address.link().href
                == "/compare/replies?run=1&run=2&differ=state&task=acted&country=A%20%26%20B&value=%D8%B9%D8%AF%D8%A7%D9%84%D8%A9&page=3"
        )
    }

    @Test(arguments: [
        (
            ComparisonProblem.oneRun, "One run is chosen. Choose at least one more to set against it.",
            SiteStanding.whole
        ),
        (.tooMany(count: 7), "7 runs are chosen; 6 are compared at most. Choose fewer.", .refused),
        (
            .repeated(run: 2),
            "Run 2 is chosen twice. A run does not differ from itself: choose another to set against it.", .refused
        ),
        (.unknown(runs: [9]), "This store has no run 9.", .absent),
        (.unknown(runs: [8, 9]), "This store has no runs 8, 9.", .absent),
        (
            .differentStudies(first: 1, other: 4),
            "Runs 1 and 4 were not asked about the same countries, topics and values, so that their cells can’t be set against each "
                + "other. Choose runs of one study.", .refused
        ),
        (
            .nothingShared,
            "There is nothing that all of these runs have an answer to, so that nothing can be compared. They were "
                + "asked other questions, or their replies come from files of another kind.", .refused
        ),
        (
            .nothingMeasured(run: 3),
            "Not a single cell of run 3 can be measured: it has no answers in one of the tasks, so that there is no gap to compare. "
                + "Its replies say why.", .refused
        ),
    ])
    func `runs that can't be compared have a page that says why and offers others`(
        problem: ComparisonProblem, words: String, standing: SiteStanding
    ) throws {
        let view = view(CompareAddress(runs: [1]), .problem(problem))
        #expect(problem.description == words)
        #expect(view.standing == standing)
        let page = try view.page().document()
        #expect(page.contains("<p class=\"lead\">\(words)</p>"))
        #expect(page.contains("type=\"checkbox\" name=\"run\" value=\"3\""))
        #expect(view.json["problem"]?.string == words)
        #expect(view.table.text.contains("problem\r\n"))
    }

    @Test func `while runs are compared, the page says so, and its section can be asked for anew`() throws {
        let view = view(CompareAddress(runs: [1, 2]), .pending)
        #expect(view.standing == .pending)
        let page = try view.page().document()
        #expect(page.contains("data-live=\"/compare?run=1&amp;run=2&amp;section=findings\""))
        #expect(page.contains("<a href=\"/compare?run=1&amp;run=2\">Look again</a>"))
        #expect(view.json["comparison_state"]?.string == "pending")
    }

    @Test(arguments: CompareAddress.Part.allCases)
    func `every part names the runs as text, leads to the others, and has its figures`(part: CompareAddress.Part)
        async throws
    {
        let address = CompareAddress(runs: [1, 2, 3], part: part)
        let view = view(address, .made(try await Self.compared(), isCurrent: true))
        let page = try view.page().document()
        #expect(!page.contains("<b>two"))
        #expect(page.contains("aria-current=\"page\""))
        for other in CompareAddress.Part.allCases {
            let link = CompareAddress(runs: [1, 2, 3], part: other).link().href.replacing("&", with: "&amp;")
            #expect(page.contains("href=\"\(link)\""), "\(other)")
        }
        let figures = page.matches(of: /<figure id="fig-([a-z-]+)"/).map { String($0.output.1) }
        let expected: [CompareAddress.Part: [String]] = [
            .summary: ["slopes", "differences"], .places: ["differences-country", "differences-topic"],
            .values: ["differences-value"], .map: ["difference-map"],
        ]
        #expect(figures == expected[part])
    }

    @Test func `names beside a slope's ends never stand on one another, and stay inside the drawing`() async throws {
        let view = view(CompareAddress(runs: [1, 2, 3]), .made(try await Self.compared(), isCurrent: true))
        let page = try view.page().document()
        let figure = try #require(
            page.firstMatch(of: /(?s)<figure id="fig-slopes">.*?<svg[^>]*height="([0-9.]+)">(.*?)<\/svg>/))
        let height = try #require(Double(figure.output.1))
        let places = String(figure.output.2).matches(of: /<text x="([0-9.]+)" y="([0-9.]+)"[^>]*>[^<]*%[^<]*<\/text>/)
            .compactMap { match in Double(match.output.1).flatMap { x in Double(match.output.2).map { (x: x, y: $0) } }
            }
        #expect(places.count == 20)
        for column in Set(places.map(\.x)) {
            let heights = places.filter { $0.x == column }.map(\.y).sorted()
            for (upper, lower) in zip(heights, heights.dropFirst()) { #expect(lower - upper > 12.9) }
            #expect(heights.allSatisfy { (0...height).contains($0) })
        }
    }

    @Test func `a run of the same readings is told as such in the place of a figure`() async throws {
        let view = view(
            CompareAddress(runs: [1, 2, 3], part: .values, with: 3), .made(try await Self.compared(), isCurrent: true))
        let page = try view.page().document()
        #expect(page.contains("one again and one are one run, or have the same readings in every cell"))
        #expect(!page.contains("<figure"))
    }

    @Test func `a comparison that is older than its runs says so`() async throws {
        let view = view(CompareAddress(runs: [1, 2, 3]), .made(try await Self.compared(), isCurrent: false))
        #expect(try view.page().document().contains("A run has changed since; it is being compared anew."))
        #expect(view.json["is_current"] == .bool(false))
    }

    @Test func `every key and column has a term`() async throws {
        let made = view(CompareAddress(runs: [1, 2]), .made(try await Self.compared(), isCurrent: true))
        let map = view(CompareAddress(runs: [1, 2], part: .map), .made(try await Self.compared(), isCurrent: true))
        let refused = view(CompareAddress(runs: [1]), .problem(.oneRun))
        let row = SideRow(
            question: "q", task: .stated, country: "c", topic: "t", value: nil, reason: .answersDiffer, run: 1,
            state: "answered", unreadable: nil, answer: "1,2", values: ["v"])
        let page = SideBySidePage(
            shared: 2, differing: 1, chosen: 1, countries: [], topics: [], values: [], questions: [], rows: [row],
            isCurrent: true)
        let replies = SideBySideView(
            SideBySideAddress(runs: [1, 2]), choices: [], state: .made(page), version: "0.1.0")
        var entries = [made, refused].flatMap { DataDictionary.entries(of: $0.json, named: "compare.json") }
        entries += DataDictionary.entries(of: replies.json, named: "replies-compared.json")
        entries += [made.table, map.table, refused.table, replies.table].flatMap(DataDictionary.entries(of:))
        let lacking = entries.filter { $0.term == nil }.map { "\($0.file): \($0.column)" }
        #expect(lacking == [])
        #expect(entries.count > 40)
    }
}

import Foundation
import Measures
import Pages
import Reports
import Testing
import Text

@Suite("The page of a run")
struct RunViewTests {
    private func page(_ input: ReportInput, _ change: (inout RunAddress) -> Void = { _ in }) throws -> String {
        var address = RunAddress(run: 3)
        change(&address)
        return try RunView(address, input: input, isPending: false).page().document()
    }

    @Test
    func `of 132 scenarios has at most 5,000 elements and texts, by country and by topic, and so has the file`()
        async throws
    {
        let input = try await Fixture.whole(Fixture.full)
        for columns in RunAddress.Columns.allCases {
            let size = try PageSize(try page(input) { $0.columns = columns })
            #expect(size.elements + size.texts <= 5000, "\(columns): \(size.elements) + \(size.texts)")
            #expect(size.elements > 1000)
        }
        let file = try HTMLReport.page(input)
        let size = try PageSize(file)
        #expect(size.elements + size.texts <= 5000, "file: \(size.elements) + \(size.texts)")
        #expect(file.utf8.count < 2_000_000)
    }

    @Test
    func `says at one glance what was asked of whom, whether it acts as it speaks, where not, and how sure that is`()
        async throws
    {
        let input = try await Fixture.whole(Fixture.pilot)
        let page = try page(input)
        let glance = try #require(page.firstMatch(of: /(?s)<div class="glance">(.*?)<\/div>\s*<div class="pair">/))
            .output.1
        let pooled = input.measures.overall.pooled
        for words in [
            "What was asked, of whom", "Does it act as it speaks?", "Where not", "How sure is that?", "in 8 scenarios",
            "10 values",
            Numerals.percent(input.measures.inconsistency.share),
            Numerals.decimal(input.measures.overall.alignmentRate),
            Numerals.decimal(input.measures.overall.scenarioMean.rates?.f1Agree), Numerals.decimal(pooled[.kappa]),
            Numerals.percent(pooled[.statedDisagreeRate]), Numerals.percent(pooled[.actedDisagreeRate]), "least: ",
            "most: ",
            "95\u{A0}% intervals",
        ] {
            #expect(glance.contains(words), "\(words)")
        }
        // Each figure has its interval, and each term its definition one click away.
        let terms = glance.matches(of: /href="#(term-[a-z-]+)"/).map { String($0.output.1) }
        #expect(terms.count == 6)
        for term in terms { #expect(page.contains("<dt id=\"\(term)\">"), "\(term)") }
        #expect(glance.matches(of: /<span class="range">\[/).count >= 6)
    }

    @Test
    func `leads from values, countries and topics to their cells; in a file no name leads anywhere`() async throws {
        let input = try await Fixture.whole(Fixture.pilot)
        let links = try PageSize(try page(input)).links
        for link in [
            "/runs/3/gaps?value=Social%20Power", "/runs/3/gaps?country=Philippines", "/runs/3/gaps?group=Power",
            "/runs/3/instrument", "/runs/3/data", "/runs/3/gaps", "/",
        ] {
            #expect(links.contains(link), "\(link)")
        }
        let cell = input.misaligned[0]
        #expect(
            links.contains(
                CellAddress(run: 3, country: cell.country, topic: cell.topic, value: cell.value).link().href
                    .replacing("&", with: "&amp;")))
        #expect(try PageSize(HTMLReport.page(input)).links.allSatisfy { $0.hasPrefix("#") })
    }

    @Test(arguments: RunAddress.Order.allCases)
    func `sorts the heatmaps' rows, and the links say so`(order: RunAddress.Order) throws {
        let input = Fixture.pilot
        let view = try RunView(
            {
                var address = RunAddress(run: 3)
                address.order = order
                return address
            }(), input: input, isPending: false)
        let rows = CSVReading.rows(view.table.text).dropFirst().map { $0[0] }
        let names = rows.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
        let values = input.measures.values
        let numbers: [Double?] = names.map { name in
            guard let value = values.first(where: { $0.name == name }) else { return nil }
            return switch order {
            case .group, .name: nil
            case .gap: value.pooled.distance
            case .stated: value.pooled.stated
            case .acted: value.pooled.acted
            case .inconsistency: value.pooled[.inconsistencyShare]
            }
        }
        switch order {
        case .group: #expect(names == values.map(\.name))
        case .name: #expect(names == values.map(\.name).sorted { $0.lowercased() < $1.lowercased() })
        default:
            let known = numbers.compactMap(\.self)
            #expect(known == known.sorted(by: >))
            // Those without the number stand last.
            #expect(numbers.prefix(known.count).allSatisfy { $0 != nil })
        }
        let page = try view.page().document()
        let sort = order == .group ? "" : "?sort=\(order.rawValue)"
        #expect(page.contains("<a href=\"/runs/3\(sort)#heatmaps\" aria-current=\"true\">"))
    }

    @Test
    func `puts values without a cell last, whatever they are sorted by`() throws {
        let axes = try Axes(
            countries: ["A"], topics: ["T"], values: ["none", "some"], groups: ["G"], groupOfValue: [0, 0])
        var input = Fixture.pilot
        input.measures = try MeasureReport(
            axes: axes, stated: ScoreMatrix([nil, 0]), acted: ScoreMatrix([1, 0]))
        (input.cells, input.misaligned) = ([], [])
        for order in RunAddress.Order.allCases where order != .group && order != .name {
            var address = RunAddress(run: 1)
            address.order = order
            let table = try RunView(address, input: input, isPending: false).table
            #expect(CSVReading.rows(table.text).dropFirst().map { $0[0] } == ["some", "none"], "\(order)")
        }
    }

    @Test
    func `shows the ranking of a country, a topic, a scenario; and refuses what the run does not have`() async throws {
        let input = try await Fixture.whole(Fixture.pilot)
        let ranges = [RankInterval?](repeating: RankInterval(low: 2, high: 9, level: 0.95), count: 10)
        var address = RunAddress(run: 3)
        address.country = "Philippines"
        let country = try RunView(address, input: input, isPending: false).page().document()
        #expect(country.contains("The paper’s ranking, by distance, in Philippines"))
        #expect(country.contains("<option value=\"Philippines\" dir=\"auto\" selected=\"selected\">"))
        address.topic = "Politics"
        let scenario = try RunView(address, input: input, isPending: false, ranges: ranges).page().document()
        #expect(scenario.contains("The paper’s ranking, by distance, in Politics in Philippines"))
        #expect(scenario.contains("1 [2–9]"))
        #expect(scenario.contains("/runs/3/cell?country=Philippines&amp;topic=Politics&amp;value="))
        address.topic = "Weather"
        let problem = #expect(throws: AddressProblem.self) {
            try RunView(address, input: input, isPending: false)
        }
        #expect(
            problem?.description
                == "“topic=Weather”: topic is one of the run’s: Politics, Social Inequality, Family & Changing Gender Roles, "
                + "Leisure Time and Sports")
    }

    @Test
    func `says that intervals are being made, and where nothing was read why and what to do`() async throws {
        let early = try RunView(RunAddress(run: 3), input: Fixture.pilot, isPending: true).page().document()
        #expect(early.contains("Intervals are being made: figures stand without them for now."))
        var input = Fixture.pilot
        let nothing = try ScoreMatrix([Double?](repeating: nil, count: input.measures.axes.cellCount))
        input.measures = try MeasureReport(
            axes: input.measures.axes, stated: nothing, acted: nothing,
            states: StateCounts(stated: ReplyCounts(planned: 64, answered: 0, refused: 3, unreadable: 1, missing: 60)))
        (input.cells, input.misaligned) = ([], [])
        let page = try RunView(RunAddress(run: 3), input: input, isPending: false).page().document()
        #expect(
            page.contains(
                "Task 1 has 0 answers to 64 questions (3 refused, 1 unreadable, 60 without a reply)"))
        #expect(page.contains("vlens replies --run 3"))
        #expect(!page.contains("<section id=\"heatmaps\""))
        let absent = AbsentRunView(RunAddress(run: 3), respondent: "<b>", reason: nil, version: "1")
        #expect(try absent.page().document().contains("The run’s figures are being made."))
        let failed = AbsentRunView(RunAddress(run: 3), respondent: "<b>", reason: "<script>", version: "1")
        let text = try failed.page().document()
        #expect(text.contains("The run can’t be measured: &lt;script&gt;") && text.contains("vlens measure"))
    }

    @Test
    func `is the same as JSON and CSV, of which every key and column has its term`() async throws {
        let input = try await Fixture.whole(Fixture.pilot)
        for columns in RunAddress.Columns.allCases {
            var address = RunAddress(run: 3)
            address.columns = columns
            let view = try RunView(address, input: input, isPending: false)
            let rows = CSVReading.rows(view.table.text)
            #expect(rows.count == 1 + 10 * (columns == .country ? 2 : 4))
            #expect(DataDictionary.entries(of: view.table).allSatisfy { $0.term != nil })
            let lacking = DataDictionary.entries(of: view.json, named: "report.json").filter { $0.term == nil }
            #expect(lacking.map(\.column) == [])
        }
        let absent = AbsentRunView(RunAddress(run: 3), respondent: "m", reason: "r", version: "1")
        #expect(DataDictionary.entries(of: absent.table).allSatisfy { $0.term != nil })
    }

    @Test
    func `shows hostile names as text, in every place of the page`() async throws {
        let names = ["<script>alert(1)</script>", "\" onload=x", "javascript:alert(1)", "</select><b>", "\u{202E}abc"]
        let groups = names.enumerated().map { ("\($0.offset)\($0.element)", [$0.element]) }
        var input = Fixture.make(countries: names, topics: names, groups: groups, seed: 3)
        input.respondent.name = names[0]
        input = try await Fixture.whole(input)
        var address = RunAddress(run: 3)
        (address.country, address.topic) = (names[0], names[1])
        let page = try RunView(address, input: input, isPending: false).page()
        let text = try page.document()
        #expect(!text.contains("<script>alert") && !text.contains("</select><b>"))
        #expect(!text.contains("\" onload=x"))
        #expect(try PageSize(text).links.allSatisfy { $0.hasPrefix("/") || $0.hasPrefix("#") })
        #expect(!text.contains(/\sstyle="/) && !text.contains(/\son[a-z]+="/))
    }
}

@Suite("The instrument's page of a run")
struct InstrumentViewTests {
    @Test
    func `shows what the wording does, or why nothing is known`() async throws {
        let input = try await Fixture.whole(Fixture.pilot)
        let view = InstrumentView(InstrumentAddress(run: 3), input: input, isPending: false)
        let page = try view.page().document()
        #expect(page.contains("<section id=\"instrument\"") && page.contains("figure-instrument"))
        #expect(page.contains("href=\"/runs/3\""))
        #expect(DataDictionary.entries(of: view.table).allSatisfy { $0.term != nil })
        let pending = try InstrumentView(InstrumentAddress(run: 3), input: Fixture.pilot, isPending: true).page()
        #expect(try pending.document().contains("Its figures are being made."))
        let none = try InstrumentView(InstrumentAddress(run: 3), input: Fixture.pilot, isPending: false).page()
        #expect(try none.document().contains("a task has no reply at all"))
    }
}

@Suite("The circle on a page")
struct CircleSectionTests {
    @Test
    func `has its figure, its fit with intervals and what it means; for another theory there is none`() async throws {
        let input = try await Fixture.whole(Fixture.full)
        let page = try HTMLReport.page(input)
        let section = try #require(page.firstMatch(of: /(?s)<section id="circle".*?<\/section>/)).output
        let circle = try #require(input.circle)
        #expect(section.contains("figure-circle"))
        #expect(section.contains(Numerals.decimal(circle.stated.index)))
        #expect(section.contains("inequalities that the circle predicts"))
        let interval = try #require(circle.stated.interval)
        #expect(section.contains("[\(Numerals.decimal(interval.low)), \(Numerals.decimal(interval.high))]"))
        for group in input.measures.axes.groups { #expect(section.contains(group)) }
        let other = Fixture.make(countries: ["A"], topics: ["T"], groups: [("G", ["one"])], seed: 3)
        #expect(try !HTMLReport.page(try await Fixture.whole(other)).contains("<section id=\"circle\""))
    }

    @Test
    func `says why a matrix has no fit`() async throws {
        var input = Fixture.pilot
        let always = try ScoreMatrix([Double?](repeating: 0, count: input.measures.axes.cellCount))
        let stated = try ScoreMatrix((0..<input.measures.axes.cellCount).map { input.measures.gap(ofCell: $0)?.stated })
        input.measures = try MeasureReport(axes: input.measures.axes, stated: stated, acted: always)
        input.circle = try await CircleReport(of: input.measures, plan: nil)
        let page = try HTMLReport.page(input)
        #expect(
            page.contains("the score of Power is the same in all scenarios")
                || page.contains("are needed"))
    }
}

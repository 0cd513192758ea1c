import Foundation
import Pages
import Reports
import Testing
import Text

/// The list of a run's cells.
@Suite("The list of cells")
struct GapsTests {
    @Test func `shows misaligned cells, the widest gaps first, unless something else is asked for`() {
        #expect(GapsView.cells { _ in } == [0, 8, 1, 9, 7])
        #expect(GapsView.cells { $0.show = .undecided } == [3, 11])
        #expect(GapsView.cells { $0.show = .aligned } == [2, 6, 10])
        #expect(GapsView.cells { $0.show = .missing } == [4, 5])
        #expect(GapsView.cells { $0.show = .all }.count == 12)
    }

    @Test func `is filtered by each of its filters`() {
        #expect(GapsView.cells { $0.country = "Country 1" } == [8, 9, 7])
        #expect(GapsView.cells { $0.topic = "Topic 0" } == [0, 8, 1, 7])
        #expect(GapsView.cells { $0.value = "Value 1" } == [1, 7])
        #expect(GapsView.cells { $0.group = "Odd" } == [1, 7])
        #expect(GapsView.cells { $0.direction = .for } == [1, 9])
        #expect(GapsView.cells { $0.least = 0.75 } == [0, 8, 1, 9])
        #expect(GapsView.cells { ($0.show, $0.variant) = (.all, "acted-3") } == [2])
        #expect(GapsView.cells { $0.provider = "Beta" } == [0, 9])
        #expect(GapsView.cells { ($0.show, $0.stop) = (.all, "length") } == [6])
        #expect(GapsView.cells { $0.country = "Nowhere" } == [])
        #expect(GapsView.cells { $0.variant = "acted-60" } == [])
    }

    @Test func `puts what is missing last in both directions`() {
        for sort in [GapsAddress.Sort.gap, .signed] {
            for order in GapsAddress.Order.allCases {
                let cells = GapsView.cells { ($0.show, $0.sort, $0.order) = (.all, sort, order) }
                #expect(Set(cells.suffix(2)) == [4, 5], "\(sort) \(order)")
            }
        }
        for order in GapsAddress.Order.allCases {
            #expect(GapsView.cells { ($0.show, $0.sort, $0.order) = (.all, .stated, order) }.last == 4)
            #expect(GapsView.cells { ($0.show, $0.sort, $0.order) = (.all, .acted, order) }.last == 5)
        }
    }

    @Test func `is ordered by each column, either way`() {
        #expect(GapsView.cells { $0.sort = .signed } == [0, 8, 7, 1, 9])
        #expect(GapsView.cells { ($0.sort, $0.order) = (.signed, .up) } == [1, 9, 7, 0, 8])
        #expect(GapsView.cells { $0.sort = .country } == [0, 1, 7, 8, 9])
        #expect(GapsView.cells { ($0.sort, $0.order) = (.country, .down) } == [7, 8, 9, 0, 1])
        #expect(GapsView.cells { $0.sort = .value } == [0, 9, 1, 7, 8])
    }

    @Test func `says beside each choice how many cells it would give while all else stays`() throws {
        var address = GapsAddress(run: 3)
        address.country = "Country 1"
        let page = try GapsView(address, GapsFixture.input()).page().document()
        for choice in [
            ">Country 0 (2)<", ">Country 1 (3)<", ">misaligned (3)<", ">all (6)<", ">says agree, acts against (2)<",
            ">Beta (1)<",
            ">Even (2)<",
        ] {
            #expect(page.contains(choice), "\(choice)")
        }
        #expect(page.contains("selected=\"selected\">Country 1"))
        #expect(page.contains("Country: <bdi>Country 1</bdi> (remove)"))
    }

    @Test func `stands whole in its address, and what is usual stands nowhere`() throws {
        let query =
            "q=%22a+b%22&show=all&country=A%2C+B&topic=T&value=V&group=G&direction=for&least=0.25&variant=acted-3"
            + "&provider=P&stop=length&sort=signed&order=up&page=3"
        let address = try GapsAddress(run: 3, SiteQuery(query))
        #expect(address.query.map(\.name).count == 14)
        let again = SiteQuery(
            address.query.map {
                "\($0.name)=\($0.value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
            }.joined(separator: "&"))
        #expect(try GapsAddress(run: 3, again) == address)
        let usual = try GapsAddress(run: 3, SiteQuery("show=misaligned&sort=gap&order=down&page=1&least=0&country=&q="))
        #expect(usual == GapsAddress(run: 3))
        #expect(usual.link().href == "/runs/3/gaps")
    }

    @Test(arguments: [
        ("show=some", "“show=some”: show is one of misaligned, undecided, aligned, missing, all"),
        ("least=2", "“least=2”: least is a number from 0 to 1"),
        ("least=nan", "“least=nan”: least is a number from 0 to 1"),
        ("least=1e-3", "“least=1e-3”: least is a number from 0 to 1"),
        ("variant=acted-64", "“variant=acted-64”: variant is a task and a variant, such as acted-3"),
        ("variant=-1", "“variant=-1”: variant is a task and a variant, such as acted-3"),
        ("sort=gapp", "“sort=gapp”: sort is one of gap, signed, stated, acted, country, topic, value"),
        ("page=0", "“page=0”: page is a whole number from 1 to 1000000"),
        ("direction=up", "“direction=up”: direction is one of against, for"),
    ])
    func `says what an address gets wrong`(query: String, message: String) {
        let error = #expect(throws: AddressProblem.self) { try GapsAddress(run: 3, SiteQuery(query)) }
        #expect(error?.description == message)
    }

    @Test func `is paged, and its exports hold all that matches`() throws {
        let input = GapsFixture.input(countries: 12, topics: 11, values: 56)
        var address = GapsAddress(run: 3)
        address.show = .all
        address.page = 74
        let view = GapsView(address, input)
        #expect(view.shown.count == 92)
        #expect(try view.page().document().contains("Page 74 of 74"))
        #expect(view.json["cells_shown"]?.array?.count == 7392)
        #expect(view.table.text.split(separator: "\r\n").count == 7393)
        address.page = 900
        #expect(GapsView(address, input).address.query.last?.value == "74")
    }

    @Test func `says so where a run has no figures yet, or none can be made`() throws {
        var input = GapsFixture.input()
        input.isCurrent = nil
        #expect(
            try GapsView(GapsAddress(run: 3), input).page().document().contains("The run’s figures are being made."))
        input.failure = "no <reply>"
        let page = try GapsView(GapsAddress(run: 3), input).page().document()
        #expect(page.contains("The run’s figures can’t be made: no &lt;reply&gt;"))
    }

    @Test func `shows what was found, marked, at most so much of it`() throws {
        var input = GapsFixture.input(countries: 12, topics: 11, values: 56)
        var findings = SearchFindings(query: SearchQuery("a*"))
        (findings.searched, findings.replies, findings.scenarioReplies) = (41_000, 59_696, 3)
        findings.isPartial = true
        var tokenizer = SearchTokenizer()
        let text = String(repeating: "a <b>a</b> ", count: 40)
        let found = FoundText(
            label: "Reply, Task 2, variant 3", question: "00ff",
            snippet: SearchSnippet(of: text, for: findings.query, tokenizer: &tokenizer))
        for cell in input.cells.indices {
            findings.texts[cell] = 12
            findings.snippets[cell] = Array(repeating: found, count: 10)
        }
        input.search = findings
        var address = GapsAddress(run: 3)
        (address.show, address.sought) = (.all, "a*")
        let view = GapsView(address, input)
        let page = try view.page().document()
        #expect(view.shown.count == 25)
        #expect(page.contains("41,000 of 59,696 replies are searched so far"))
        #expect(page.contains("More texts hold this than are looked at for one page"))
        #expect(page.contains("<mark>a</mark> &lt;b&gt;<mark>a</mark>&lt;/b&gt;"))
        #expect(page.contains("href=\"/reply/00ff?run=3\""))
        #expect(page.contains("Found in 2 more of its texts"))
        #expect(elements(page) < 5000, "\(elements(page))")
    }

    @Test func `stays small and shows texts as text, whatever the names are`() throws {
        var address = GapsAddress(run: 3, country: "\"><script>alert(3)</script>")
        address.sought = "\"><svg onload=alert(4)>"
        for address in [address, GapsAddress(run: 3)] {
            var address = address
            address.show = .all
            let page = try GapsView(address, GapsFixture.hostile()).page().document()
            for harm in ["<script>a", "<img", "<svg onload", "\u{202E}"] { #expect(!page.contains(harm), "\(harm)") }
            #expect(!page.contains("style=\"") && !page.contains("onerror=\""))
            #expect(elements(page) < 5000, "\(elements(page))")
            #expect(page.utf8.count < 1_500_000)
        }
    }

    @Test func `has a term for every column and key`() throws {
        var input = GapsFixture.input()
        var findings = SearchFindings(query: SearchQuery("do"))
        findings.texts = [0: 2]
        input.search = findings
        var address = GapsAddress(run: 3)
        address.sought = "do"
        let view = GapsView(address, input)
        let entries = DataDictionary.entries(of: view.table) + DataDictionary.entries(of: view.json, named: "gaps.json")
        let lacking = entries.filter { $0.term == nil }.map(\.column)
        #expect(entries.count > 25)
        #expect(lacking == [])
    }
}

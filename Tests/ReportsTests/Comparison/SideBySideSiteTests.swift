import Pages
import Reports
import Testing
import Text

@Suite("Replies side by side on the site")
struct SideBySideSiteTests {
    private static let choices = [
        RunChoice(run: 1, label: "one", study: "s", begun: "2026-01-31"),
        RunChoice(run: 2, label: "two (simulated respondent)", study: "s", begun: "2026-01-31"),
    ]

    private func page(_ questions: [SideQuestion], chosen: Int = 21, _ page: Int = 1) throws -> String {
        var address = SideBySideAddress(runs: [1, 2])
        address.page = page
        let found = SideBySidePage(
            shared: 40, differing: 30, chosen: chosen, countries: ["<i>A</i>"], topics: ["T"], values: ["V"],
            questions: questions, rows: [], isCurrent: true)
        return try SideBySideView(address, choices: Self.choices, state: .made(found), version: "0.1.0").page()
            .document()
    }

    private func reply(_ text: String, bytes: Int? = nil, state: String = "answered", choice: String? = "agree")
        -> SideQuestion.Reply
    {
        SideQuestion.Reply(
            text: text, bytes: bytes ?? text.utf8.count, isWhole: bytes == nil, state: state,
            reason: state == "unreadable" ? "noAnswer" : nil, choice: choice, option: choice.map { _ in "2" },
            stop: "stop")
    }

    private func question(_ replies: [SideQuestion.Reply?], ratings: [SideQuestion.Rating] = []) -> SideQuestion {
        SideQuestion(
            id: "imported/acted/A B//3", task: .acted, country: "<i>A</i>", topic: "T", value: "V",
            reason: .sidesDiffer, prompt: "Which <one>?", replies: replies, ratings: ratings)
    }

    @Test func `each run's reply, its reading, its stop reason and a link to all of it`() throws {
        let page = try page([
            question([reply("<script>x</script>"), reply("no", bytes: 50_000_000, state: "unreadable", choice: nil)])
        ])
        #expect(page.contains("&lt;script&gt;x&lt;/script&gt;</div>"))
        #expect(!page.contains("<script>x"))
        #expect(page.contains("Chooses the agree-action, option 2 as shown"))
        #expect(page.contains("Can’t be read: no answer"))
        #expect(page.contains("Stop reason: <bdi>stop</bdi>"))
        #expect(page.contains("no…</div>"))
        #expect(page.contains("The whole reply, 50,000,000 bytes"))
        #expect(page.contains("href=\"/reply/imported%2Facted%2FA%20B%2F%2F3?run=2\""))
        #expect(page.contains("The runs lean to different sides here, and one of them does not act as it speaks."))
        #expect(page.contains("<pre dir=\"auto\">Which &lt;one&gt;?</pre>"))
        #expect(page.contains("Both runs have a reply to 40 questions; 30 of them were read differently. 21 of those"))
    }

    @Test func `a run without a reply has its place`() throws {
        #expect(try page([question([nil, reply("", choice: nil)])]).contains("<p class=\"said\">No reply</p>"))
    }

    @Test func `an answer without words is one of a file that has none; a refusal may be empty`() throws {
        let words = "Its words are not known: the file that it comes from holds the answer alone."
        #expect(try page([question([reply(""), reply("a")])]).contains(words))
        let empty = try page([question([reply("", state: "unreadable", choice: nil), reply("a")])])
        #expect(empty.contains("An empty reply.") && !empty.contains(words))
    }

    @Test func `of many values that were rated differently twelve are listed, and the others counted`() throws {
        let ratings = (1...15).map { SideQuestion.Rating(value: "value \($0)", options: [1, nil]) }
        let page = try page([question([reply("a", choice: nil), reply("b", choice: nil)], ratings: ratings)])
        #expect(page.contains("15 values rated differently") && page.contains("3 more are not listed"))
        #expect(page.contains(">value 12<") && !page.contains(">value 13<"))
    }

    @Test(arguments: [
        (1, "1 to 10 of 21", ["page=2"], ["page=1\"", "page=3"]), (2, "11 to 20 of 21", ["page=3"], ["page=2\""]),
        (3, "21 to 21 of 21", ["page=2"], ["page=4"]), (9, "There is no page 9", ["page=3"], ["page=10"]),
    ])
    func `pages lead to one another`(number: Int, words: String, links: [String], none: [String]) throws {
        let page = try page([question([nil, nil])], number)
        #expect(page.contains(words))
        for link in links { #expect(page.contains("&amp;\(link)\"")) }
        for link in none { #expect(!page.contains("run=2&amp;\(link)")) }
    }

    @Test func `six runs and a full page stay far below 5,000 nodes`() throws {
        let choices = (1...6).map { RunChoice(run: $0, label: "run", study: "s", begun: "2026-01-31") }
        let ratings = (1...56).map { SideQuestion.Rating(value: "v\($0)", options: Array(repeating: 1, count: 6)) }
        let question = question(Array(repeating: reply("a"), count: 6), ratings: ratings)
        let found = SideBySidePage(
            shared: 10, differing: 10, chosen: 10, countries: (1...12).map { "c\($0)" },
            topics: (1...11).map { "t\($0)" },
            values: (1...56).map { "v\($0)" }, questions: Array(repeating: question, count: 10), rows: [],
            isCurrent: true)
        let page = try SideBySideView(
            SideBySideAddress(runs: Array(1...6)), choices: choices, state: .made(found), version: "0.1.0"
        ).page().document()
        // At most an element and a text for each tag.
        #expect(page.matches(of: /<[a-z]/).count * 2 < 5000)
    }
}

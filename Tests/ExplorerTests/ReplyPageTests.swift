import AnswerStore
import Foundation
import Pages
import Reports
import Study
import Testing
import Text
import Workbench

@Suite("A reply’s page") struct ReplyPageTests {
    @Test func `has one address in every store, and shows each run’s reply`() async throws {
        try await CellStore.with { world in
            let question = try world.question(.acted, 3)
            var other = world.run
            (other.key, other.respondent) = ("another", "openai/gpt-other")
            let second = try world.store.begin(other, of: try LoadedStudy(named: "pilot").record)
            var reply = try #require(CellStore.plain(question))
            reply.text = "what the other said"
            try await ReplyJournal(store: world.store, run: second.id).save([reply])
            let (status, both) = try await world.get("/reply/\(question.id)")
            #expect(status == 200)
            #expect(both.contains("gpt-test") && both.contains("gpt-other") && both.contains("what the other said"))
            let (_, one) = try await world.get("/reply/\(question.id)?run=\(second.id)")
            #expect(one.contains("what the other said") && !one.contains("openai/gpt-test"))
            #expect(one.contains("href=\"/reply/\(question.id)\""))
        }
    }

    @Test func `of a question that nobody was asked says so`() async throws {
        try await CellStore.with { world in
            let (status, body) = try await world.get("/reply/00112233445566778899aabbccddeeff")
            #expect(status == 404)
            #expect(
                body.contains("There is no reply to a question “00112233445566778899aabbccddeeff” in this store here."))
        }
    }

    @Test func `of a run that the store lacks says so`() async throws {
        try await CellStore.with { world in
            for address in [
                "/reply/\(try world.question(.acted, 0).id)?run=99",
                world.address.replacing("/runs/1/", with: "/runs/99/"),
            ] {
                let (status, body) = try await world.get(address)
                #expect(status == 404)
                #expect(body.contains("There is no run “99” here."))
            }
        }
    }

    @Test func `of an imported reply says what is not known`() async throws {
        try await CellStore.with { world in
            var record = world.run
            (record.key, record.origin, record.respondent, record.settings) = ("imported", .imported, "others", "{}")
            record.selections = [#"{"acted":1,"cellsWithoutActions":0,"ratingsPerReply":10,"stated":0}"#]
            let imported = try world.store.begin(record, of: try LoadedStudy(named: "pilot").record)
            let (scenario, value) = (world.cell.scenario, world.cell.value)
            let id = "imported/acted/\(scenario.country)/\(scenario.topic)/\(value)/5"
            let reply = ReplyRecord(
                question: QuestionRecord(
                    id: id, kind: "acted",
                    item: .place(country: scenario.country, topic: scenario.topic, value: value), variant: 5),
                text: "", replied: CellStore.now,
                reading: ReadingRecord(readerVersion: 4, state: "answered", content: "disagree"))
            try await ReplyJournal(store: world.store, run: imported.id).save([reply])
            let link = ReplyAddress(question: id).link().href
            #expect(!link.dropFirst("/reply/".count).contains("/"))
            let (status, body) = try await world.get(link)
            #expect(status == 200)
            #expect(body.contains("The prompt is not known: others recorded this reply."))
            #expect(body.contains("<dt>Stop reason</dt><dd><bdi>not known</bdi></dd>"))
            #expect(body.contains("answered: the action against the value"))
            let cell = world.address.replacing("/runs/1/", with: "/runs/\(imported.id)/")
            let (_, page) = try await world.get(cell)
            #expect(page.contains("Task 2: 1 reading."))
            #expect(page.contains("href=\"\(link)?run=\(imported.id)\""))
        }
    }

    @Test func `a reply of 50 MB comes in parts that together are the reply, cut between characters`() async throws {
        let piece = "👨🏻‍🚒 wörter، أهلًا и слова 🇵🇭 "
        let long = String(repeating: piece, count: 50_000_000 / piece.utf8.count)
        let reply: (Question) -> ReplyRecord? = { question in
            var reply = CellStore.plain(question)
            if question.task == .acted, question.variant.index == 0 { reply?.text = long }
            return reply
        }
        try await CellStore.with(reply: reply) { world in
            let id = try world.question(.acted, 0).id
            let parts = (long.utf8.count + 98_999) / 99_000
            var joined: [String] = []
            for part in [1, 2, 3, parts - 1, parts] {
                let (status, body) = try await world.get("/reply/\(id)?run=1&part=\(part)&format=json")
                #expect(status == 200)
                let document = try #require(JSONReader.read(Array(body.utf8), manner: .strict))
                let first = try #require(document["replies"]?.array?.first)
                #expect(first["parts"]?.integer == parts)
                #expect(first["bytes"]?.integer == long.utf8.count)
                let text = try #require(first["text"]?.string)
                #expect(text.utf8.count <= 100_000)
                joined.append(text)
            }
            #expect(long.hasPrefix(joined[0] + joined[1] + joined[2]))
            #expect(long.hasSuffix(joined[3] + joined[4]))
            for text in joined { #expect(!text.unicodeScalars.contains("\u{FFFD}")) }
            let last = try #require(joined[0].last)
            #expect(piece.contains(last))
            let (_, page) = try await world.get("/reply/\(id)?run=1")
            #expect(page.contains("Part 1 of \(parts)"))
            #expect(page.utf8.count < 600_000)
            let (_, cell) = try await world.get(world.address)
            #expect(cell.utf8.count < 400_000)
        }
    }

    @Test func `bytes that are no UTF-8 are shown as U+FFFD, and escape what they stand among`() async throws {
        let reply: (Question) -> ReplyRecord? = { question in
            var reply = CellStore.plain(question)
            reply?.response = Data([0xFF, 0xFE] + Array("<script>\u{1B}[31m\0".utf8) + [0xC3])
            return reply
        }
        try await CellStore.with(reply: reply) { world in
            let (_, body) = try await world.get("/reply/\(try world.question(.acted, 0).id)")
            #expect(body.contains("\u{FFFD}\u{FFFD}&lt;script&gt;␛[31m␀\u{FFFD}"))
            #expect(!body.contains("<script>"))
        }
    }

    @Test func `has the request as a command that names no key`() async throws {
        try await CellStore.with { world in
            let (_, body) = try await world.get("/reply/\(try world.question(.acted, 0).id)")
            #expect(body.contains("https://api.openai.com/v1/chat/completions"))
            #expect(body.contains("authorization: Bearer &#39;&quot;$API_KEY&quot;"))
        }
        let own = #"{"baseURL":"http://gpu7.lab.example:8000/v1","format":"openai-chat","model":"m"}"#
        try await CellStore.with(settings: own) { world in
            let (_, body) = try await world.get("/reply/\(try world.question(.acted, 0).id)")
            #expect(body.contains("&quot;$BASE_URL&quot;&#39;/chat/completions&#39;"))
            #expect(!body.contains("gpu7.lab"))
        }
    }
}

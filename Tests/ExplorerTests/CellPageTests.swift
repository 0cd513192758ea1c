import AnswerStore
import Costs
import Foundation
import Reports
import Study
import Testing
import Text
import Workbench

@Suite("A cell’s page") struct CellPageTests {
    @Test func `shows its readings before its questions, and all of these`() async throws {
        try await CellStore.with { world in
            let (status, body) = try await world.get(world.address)
            #expect(status == 200)
            let readings = try #require(body.range(of: "id=\"readings\""))
            let questions = try #require(body.range(of: "id=\"questions\""))
            #expect(readings.lowerBound < questions.lowerBound)
            #expect(body.contains("Says 0.00") && body.contains("acts 1.00"))
            #expect(body.contains("Task 1: 8 readings. Task 2: 8 readings."))
            for question in world.questions { #expect(body.contains("/reply/\(question.id)?run=1")) }
            #expect(body.components(separatedBy: "class=\"entry\"").count == 17)
            let pair = try #require(world.study.actions[world.cell])
            #expect(body.contains(pair.agree.explanation.replacing("'", with: "&#39;")))
            #expect(body.contains("<mark>"))
            #expect(body.elements < 5000)
        }
    }

    @Test func `finds the very questions that the plan asks, replicates and all`() async throws {
        try await CellStore.with(replicates: 3) { world in
            var ids: [String] = []
            for page in 1...2 {
                let (_, body) = try await world.get(world.address + "&page=\(page)&format=json")
                let document = try #require(JSONReader.read(Array(body.utf8), manner: .strict))
                #expect(document["pages"]?.integer == 2)
                ids += (document["questions"]?.array ?? []).compactMap { $0["id"]?.string }
            }
            #expect(ids.count == 48)
            #expect(Set(ids) == Set(world.questions.map(\.id)))
        }
    }

    @Test func `finds the cell’s questions for every cell of the pilot study`() async throws {
        try await CellStore.with { world in
            for number in 0..<world.study.cellCount {
                let cell = try #require(world.study.cell(at: number))
                let place = CellAddress(
                    run: 1, country: cell.scenario.country, topic: cell.scenario.topic, value: cell.value)
                let library = RunLibrary(world.store, prices: try .builtIn(), plan: nil)
                let view = try #require(try await CellPage(place, in: library).view())
                let expected = try world.study.questions().filter {
                    $0.scenario == cell.scenario && ($0.task == .stated || $0.value == cell.value)
                }
                let ids = (view.json["questions"]?.array ?? []).compactMap { $0["id"]?.string }
                #expect(ids == expected.map(\.id))
            }
        }
    }

    @Test func `says of each question what came of it, also where nothing did`() async throws {
        let reply: (Question) -> ReplyRecord? = { question in
            question.task == .acted && question.variant.index < 2 ? nil : CellStore.plain(question)
        }
        try await CellStore.with(reply: reply) { world in
            let failed = try world.question(.acted, 1)
            try await world.store.save(
                FailureRecord(
                    questionID: failed.id, attempts: 3, code: "timeout", message: "no answer <b>within</b> 60 s",
                    failed: CellStore.now), run: world.run.id)
            let (_, body) = try await world.get(world.address)
            #expect(body.contains("Task 2: 6 readings, 1 failed, 1 missing."))
            #expect(body.contains("No reply yet: it was planned and has not been asked."))
            #expect(body.contains("asked in vain 3 times") && body.contains("no answer &lt;b&gt;within&lt;/b&gt; 60 s"))
        }
    }

    @Test func `opens the variant that its address names`() async throws {
        try await CellStore.with { world in
            let (_, body) = try await world.get(world.address + "&variant=acted-3")
            #expect(body.contains("<details class=\"entry\" id=\"acted-3-0\" open=\"\">"))
            #expect(!body.contains("id=\"acted-2-0\" open"))
        }
    }

    @Test func `folds thoughts, and tells them from the text`() async throws {
        let reply: (Question) -> ReplyRecord? = { question in
            var reply = CellStore.plain(question)
            if question.variant.index == 0 { reply?.text = "<think>first I wonder</think>\nOption 1" }
            if question.variant.index == 1 { reply?.reasoning = "the server’s own" }
            return reply
        }
        try await CellStore.with(reply: reply) { world in
            let (_, body) = try await world.get(world.address)
            #expect(body.contains("<summary>Thoughts, 14 bytes</summary>"))
            #expect(body.contains("class=\"said thoughts\" dir=\"auto\">first I wonder</div>"))
            #expect(body.contains("class=\"said\" dir=\"auto\">Option 1</div>"))
            #expect(body.contains(">the server’s own</div>"))
        }
    }

    @Test func `shows a reply that was set aside beside the one that stands`() async throws {
        try await CellStore.with { world in
            let question = try world.question(.acted, 0)
            var kept = KeptReply()
            kept.isPaid = true
            var later = try #require(CellStore.plain(question))
            later.text = "a second, late one"
            #expect(try await ReplyJournal(store: world.store, run: world.run.id).save(later, as: kept) == false)
            let (_, body) = try await world.get(world.address)
            #expect(body.contains("It came after another reply to the same question."))
            #expect(body.contains("a second, late one"))
        }
    }

    @Test(arguments: ["country=Nowhere&topic=x&value=y", "topic=Family&value=Authority"])
    func `a cell that is not the study’s has a page that says so`(query: String) async throws {
        try await CellStore.with { world in
            let (status, body) = try await world.get("/runs/1/cell?\(query)")
            #expect(status == 404 || status == 400)
            #expect(
                body.contains("There is no cell “y” in “Nowhere”, “x” here.")
                    || body.contains("country is the name of a country"))
        }
    }

    @Test func `each key and column has its term`() async throws {
        try await CellStore.with { world in
            for (address, name) in [(world.address, "cell"), ("/reply/\(try world.question(.acted, 0).id)", "reply")] {
                let (_, body) = try await world.get(address + (name == "cell" ? "&" : "?") + "format=json")
                let document = try #require(JSONReader.read(Array(body.utf8), manner: .strict))
                let lacking = DataDictionary.entries(of: document, named: "\(name).json").filter { $0.term == nil }
                #expect(lacking.isEmpty, "\(lacking.map(\.column))")
                let (_, csv) = try await world.get(address + (name == "cell" ? "&" : "?") + "format=csv")
                #expect(csv.split(whereSeparator: \.isNewline).count == (name == "cell" ? 17 : 2))
            }
            let place = CellAddress(
                run: 1, country: world.cell.scenario.country, topic: world.cell.scenario.topic, value: world.cell.value)
            let library = RunLibrary(world.store, prices: try .builtIn(), plan: nil)
            let table = try #require(try await CellPage(place, in: library).view()).table
            let lacking = DataDictionary.entries(of: table).filter { $0.term == nil }
            #expect(lacking.isEmpty, "\(lacking.map(\.column))")
        }
    }
}

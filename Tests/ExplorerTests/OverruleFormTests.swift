import AnswerStore
import Foundation
import Measures
import Reports
import Study
import Testing
import Workbench

@Suite("The form that overrules a reading") struct OverruleFormTests {
    private func fields(_ text: String) -> String { "run=1&by=Ana+P.&why=It+says+both&\(text)" }

    @Test func `keeps who, when and why, and shows the former reading beside it`() async throws {
        try await CellStore.with { world in
            let question = try world.question(.acted, 0)
            let (status, _, place) = try await world.post(
                "/reply/\(question.id)/overrule", fields("state=refused&seen="))
            #expect(status == 303)
            #expect(place == "/reply/\(question.id)?run=1")
            let history = try world.store.overrules(runKey: world.run.key, question: question.id)
            #expect(history.map(\.by) == ["Ana P."])
            #expect(history.map(\.why) == ["It says both"])
            #expect(history.first?.reading?.state == "refused")
            let (_, body) = try await world.get("/reply/\(question.id)?run=1")
            #expect(body.contains("overruled as refused") && body.contains("It says both") && body.contains("Ana P."))
            #expect(body.contains("Read by the reader, version 4: "))
            #expect(body.contains("the action against the value"))
        }
    }

    @Test func `changes nothing for somebody without the token, and says how to get it`() async throws {
        try await CellStore.with { world in
            let id = try world.question(.acted, 0).id
            let (status, body, _) = try await world.post(
                "/reply/\(id)/overrule", fields("state=refused&seen="), hasToken: false)
            #expect(status == 403)
            #expect(body.contains("writing needs the token"))
            #expect(try world.store.overrules(runKey: world.run.key, question: id).isEmpty)
            let (_, page) = try await world.get("/reply/\(id)?run=1")
            #expect(page.contains("This is read-only for you."))
            #expect(!page.contains("<form"))
        }
    }

    @Test(arguments: [
        ("state=answered&answer=3&seen=", "“3” is none of the answers that the question offers: 1, 2."),
        ("state=answered&seen=", "“” is none of the answers that the question offers: 1, 2."),
        ("state=maybe&seen=", "“maybe” is no state of a reading"), ("seen=", "There is no overrule to be taken back."),
        ("state=refused&seen=7", "Somebody has overruled this reading since the page was opened"),
    ])
    func `takes only what the question offers`(fields: String, words: String) async throws {
        try await CellStore.with { world in
            let id = try world.question(.acted, 0).id
            let (status, body, _) = try await world.post("/reply/\(id)/overrule", self.fields(fields))
            #expect(status == 422)
            #expect(body.contains(words) && body.contains("Nothing was changed"))
            #expect(try world.store.overrules(runKey: world.run.key, question: id).isEmpty)
        }
    }

    @Test func `takes a rating for each value, and refuses an option that the scale lacks`() async throws {
        try await CellStore.with { world in
            let id = try world.question(.stated, 1).id
            func ratings(_ third: String) -> String {
                (0..<10).map { "rating-\($0)=\($0 == 2 ? third : "1")" }.joined(separator: "&")
            }
            let (refused, body, _) = try await world.post(
                "/reply/\(id)/overrule", fields("state=answered&seen=&" + ratings("5")))
            #expect(refused == 422)
            #expect(body.contains("“5” is none of the answers that the question offers: 1, 2, 3, 4."))
            let (status, _, _) = try await world.post(
                "/reply/\(id)/overrule", fields("state=answered&seen=&" + ratings("4")))
            #expect(status == 303)
            #expect(
                try world.store.overrules(runKey: world.run.key, question: id).last?.reading?.content
                    == "1,1,4,1,1,1,1,1,1,1")
            let (_, strict) = try await world.get(world.address)
            let (_, overruled) = try await world.get(world.address + "&overrides=1")
            #expect(strict.contains("Says 0.00"))
            #expect(overruled.contains("Says 0.12"))
            #expect(overruled.contains("Scoring strict+overrides: 1 reading is counted as people overruled them"))
            #expect(overruled.contains("1 reading overruled by people"))
        }
    }

    @Test func `takes back by a new entry, and keeps the history`() async throws {
        try await CellStore.with { world in
            let id = try world.question(.acted, 0).id
            _ = try await world.post("/reply/\(id)/overrule", fields("state=refused&seen="))
            let first = try #require(try world.store.overrules(runKey: world.run.key, question: id).last?.id)
            let (status, _, _) = try await world.post("/reply/\(id)/overrule", "run=1&by=Ben&seen=\(first)")
            #expect(status == 303)
            let history = try world.store.overrules(runKey: world.run.key, question: id)
            #expect(history.map(\.by) == ["Ana P.", "Ben"])
            #expect(history.last?.reading == nil)
            #expect(try RunOverrules(of: world.run, in: world.store).readings.isEmpty)
            let (_, body) = try await world.get("/reply/\(id)?run=1")
            #expect(body.contains("took the overrule back") && body.contains("overruled as refused"))
        }
    }
}

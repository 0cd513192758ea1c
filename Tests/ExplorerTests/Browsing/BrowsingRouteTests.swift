import AnswerStore
import Costs
import Explorer
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Respondents
import Simulated
import Study
import Testing
import Workbench

/// The pages of cells and of actions, as a browser asks for them.
@Suite struct BrowsingRouteTests {
    private func get(_ paths: [String]) async throws -> [(status: HTTPResponse.Status, body: String, type: String)] {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try AnswerStore(path: folder.appending(path: "vlens.sqlite").path)
        let study = try LoadedStudy(named: "pilot")
        let name = "simulated/subject?seed=3"
        let run = try PlannedRun(
            study, selection: Selection(countries: ["Philippines"]), asking: name,
            RespondentSpecification.named(ModelName(name))
        ).begin(in: store)
        let questions = Array(try study.definition.questions()).filter { $0.scenario.country == "Philippines" }
        try await ReplyJournal(store: store, run: run.id).save(
            questions.prefix(300).map { question in
                let isStated = question.task == .stated
                return ReplyRecord(
                    question: QuestionRecord(question), text: "<script>alert(1)</script> marvellous",
                    replied: Date(timeIntervalSince1970: 1),
                    reading: ReadingRecord(
                        readerVersion: 1, state: "answered",
                        content: isStated ? [String](repeating: "1", count: 10).joined(separator: ",") : "1"))
            })
        let library = RunLibrary(store, prices: try PriceTable.builtIn(), plan: nil)
        while try await library.figures(of: run.id).measured == nil { try await Task.sleep(for: .milliseconds(5)) }
        await library.browser.search.update()
        let server = ExplorerServer(library, settings: ExplorerSettings(token: "t"))
        return try await server.application().test(.router) { client in
            var answers: [(HTTPResponse.Status, String, String)] = []
            for path in paths {
                answers.append(
                    try await client.execute(uri: path, method: .get) {
                        ($0.status, String(buffer: $0.body), $0.headers[.contentType] ?? "")
                    })
            }
            return answers
        }
    }

    @Test func `each page has its three forms`() async throws {
        let answers = try await get([
            "/runs/1/gaps", "/runs/1/gaps?format=json&show=all", "/runs/1/gaps?format=csv&show=all", "/runs/1/data",
            "/runs/1/data?format=json", "/runs/1/data?format=csv&flag=names-value",
        ])
        #expect(answers.allSatisfy { $0.status == .ok })
        #expect(
            answers.map(\.type).map { $0.prefix(16) } == ["text/html; chars", "application/json", "text/csv; charse"]
                + ["text/html; chars", "application/json", "text/csv; charse"])
        #expect(answers[0].body.contains("<h1>Misaligned cells <span class=\"kind\">simulated respondent</span></h1>"))
        #expect(answers[2].body.hasPrefix("country,topic,value,value_group,stated,acted,signed_gap"))
        #expect(answers[2].body.split(separator: "\r\n").count == 41)
        #expect(answers[3].body.contains("The study’s actions"))
    }

    @Test func `what was found is shown as text`() async throws {
        let answer = try await get(["/runs/1/gaps?show=all&q=marvellous"])[0]
        #expect(answer.body.contains("&lt;script&gt;alert(1)&lt;/script&gt; <mark>marvellous</mark>"))
        #expect(!answer.body.contains("<script>alert"))
    }

    @Test func `whatever is typed is answered`() async throws {
        let typed = [
            "%22", "NEAR(", "OR", "a%00b", "%22%22%22", "-", "*", "text:x", "%E2%80%AE", "%FF%FE",
            String(repeating: "x+", count: 5000), String(repeating: "%28", count: 3000),
        ]
        let answers = try await get(typed.map { "/runs/1/gaps?q=\($0)" })
        #expect(answers.allSatisfy { $0.status == .ok })
        #expect(answers[10].body.contains("That is too much to look for"))
        #expect(answers[0].body.contains("Nothing of what was typed is a word: all cells are shown."))
    }

    @Test func `an address that says nothing is answered with what is wrong`() async throws {
        let answers = try await get([
            "/runs/1/gaps?sort=odd", "/runs/1/data?flag=odd", "/runs/2/gaps", "/runs/x/data", "/runs/01/gaps",
            "/runs/1/gaps?page=99",
        ])
        #expect(answers.map(\.status) == [.badRequest, .badRequest, .notFound, .notFound, .notFound, .ok])
        #expect(
            answers[0].body.contains("“sort=odd”: sort is one of gap, signed, stated, acted, country, topic, value"))
        #expect(answers[2].body.contains("There is no run “2” here."))
    }
}

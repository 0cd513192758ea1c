import AnswerStore
import Costs
import Elicitation
import Explorer
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Measures
import Pages
import Respondents
import Simulated
import Study
import Testing
import Workbench

@Suite("A run's figures as files of the explorer")
struct FigureRouteTests {
    private struct Answer {
        let status: HTTPResponse.Status
        let type, name: String?
        let bytes: [UInt8]

        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    /// Asks an explorer of a store with one run of a part of the pilot; what is still being made is waited for.
    private func answers(_ addresses: [String]) async throws -> [Answer] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "figures-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try AnswerStore(path: folder.appending(path: "vlens.sqlite").path)
        let planned = try PlannedRun(
            LoadedStudy(named: "pilot"), selection: Selection(topics: ["Politics"]), asking: "simulated/a?gap=0.2",
            .named(ModelName("simulated/a?gap=0.2&seed=1")))
        let run = try planned.begin(in: store)
        _ = try await planned.ask(run, in: store, Elicitation.Options(concurrency: 16), stop: StopSwitch())
        let library = RunLibrary(store, prices: try PriceTable.builtIn(), plan: nil)
        let server = ExplorerServer(library, settings: ExplorerSettings(token: "t"))
        return try await server.application().test(.router) { client in
            var answers: [Answer] = []
            for address in addresses {
                for _ in 0..<200 {
                    let response = try await client.execute(uri: address, method: .get)
                    let isWaiting = response.status == .serviceUnavailable
                    if isWaiting { try await Task.sleep(for: .milliseconds(200)) }
                    guard !isWaiting else { continue }
                    answers.append(
                        Answer(
                            status: response.status, type: response.headers[.contentType],
                            name: response.headers[.contentDisposition], bytes: Array(response.body.readableBytesView)))
                    break
                }
            }
            return answers
        }
    }

    @Test func `have their types, their names and their sizes on paper`() async throws {
        let found = try await answers(
            ["svg", "csv", "tex"].map { "/runs/1/figures/rate-country.\($0)" })
        try #require(found.count == 3)
        #expect(found.allSatisfy { $0.status == .ok })
        #expect(
            found.map(\.type) == ["image/svg+xml", "text/csv; charset=utf-8", "application/x-tex; charset=utf-8"])
        #expect(
            found.map(\.name)
                == ["svg", "csv", "tex"].map { "attachment; filename=\"run-1-rate-country.\($0)\"" })
        #expect(found[0].text.contains("simulated respondent"))
        #expect(
            found[1].text.hasPrefix(
                "country,f1_disagree,f1_agree,always_agree_f1_agree,both,scoring,respondent,run\r\n"))
        #expect(found[2].text.contains("\\toprule"))
    }

    @Test(.enabled(if: (try? Typeface.find()) != nil, "no font found; install fonts-dejavu-core"))
    func `are PDF and PNG as wide as a paper's columns`() async throws {
        let found = try await answers(
            ["states.pdf", "states.pdf?columns=1", "states.png?columns=1"].map { "/runs/1/figures/\($0)" })
        try #require(found.count == 3)
        #expect(found.map(\.type) == ["application/pdf", "application/pdf", "image/png"])
        #expect(found[0].text.contains("/MediaBox [0 0 504.567 ") && found[1].text.contains("/MediaBox [0 0 240.945 "))
        // 85 mm at 300 dots an inch.
        #expect(Array(found[2].bytes[16..<20]) == [0, 0, 3, 236] as [UInt8])
        #expect(found[1].name == "attachment; filename=\"run-1-states-1.pdf\"")
    }

    @Test func `that are not there, or are asked for in a way that is none, are errors in words`() async throws {
        let found = try await answers([
            "/runs/7/figures/states.svg", "/runs/x/figures/states.svg", "/runs/1/figures/nothing.svg",
            "/runs/1/figures/states.exe", "/runs/1/figures/states.pdf?columns=3", "/runs/1/figures/%3Cb%3E.svg",
        ])
        #expect(
            found.map(\.status) == [.notFound, .notFound, .notFound, .notFound, .badRequest, .notFound])
        #expect(found[0].text.contains("There is no run 7 here."))
        #expect(found[2].text.contains("There is no figure “nothing.svg” here."))
        #expect(found[4].text.contains("“columns=3”: columns is a whole number from 1 to 2."))
        #expect(found.last?.text.contains("<b>") == false)
    }
}

import AnswerStore
import Foundation
import Measures
import Reading
import Study
import TestSupport
import Testing
import Text
import Workbench

struct InstrumentTests {
    private func object(_ json: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    }

    /// A figure at a path of the document's `instrument`.
    private func part(_ document: [String: Any], _ path: String...) throws -> [String: Any] {
        var part = try #require(document["instrument"] as? [String: Any])
        for name in path { part = try #require(part[name] as? [String: Any], "no \(name)") }
        return part
    }

    private func interval(_ estimate: [String: Any]) throws -> ClosedRange<Double> {
        let interval = try #require((estimate["intervals"] as? [String: Any])?["value"] as? [String: Any])
        let (low, high) = (try #require(interval["low"] as? Double), try #require(interval["high"] as? Double))
        return low...high
    }

    @Test func `the design of a stored run says which action stood first as the prompts show it`() async throws {
        let vlens = try Program()
        defer { vlens.remove() }
        let model = "simulated/a?refusal=0&broken=0"
        let result = try await vlens.run("run", "--model", model, "--no-report", "--quiet", "--repeats", "2")
        try #require(result.status == 0, "\(result.error)")
        let store = try AnswerStore(path: vlens.file("vlens.sqlite").path, mode: .readOnly)
        let run = try #require(try store.runs().last)
        let measured = try MeasuredRun(run: run, store: store, scoring: .strict)
        let readings = try #require(measured.readings)
        let (stated, acted) = (readings.stated.design, readings.acted.design)
        #expect(acted.askings == 16 && acted.order == .both && stated.order == .both)
        #expect(acted.replicateOfAsking == [Int](repeating: 0, count: 8) + [Int](repeating: 1, count: 8))
        for question in try measured.study.questions(Selection(tasks: [.stated], replicates: 2)) {
            let scale =
                question.variant.framing == "portrait" ? ("1: very", "1: not") : ("1: strongly a", "1: strongly d")
            let asking = question.replicate * 8 + question.variant.index
            for cell in question.cells {
                let starts = try #require(stated.disagreeFirst(cell: cell, asking: asking))
                #expect(question.prompt.contains(starts ? scale.1 : scale.0))
            }
        }
        var checked = 0
        for question in try measured.study.questions(Selection(tasks: [.acted], replicates: 2)) {
            let cell = question.cells[0]
            let place = try #require(measured.study.cell(at: cell))
            let pair = try #require(measured.study.actions[place])
            let agree = try #require(question.prompt.range(of: pair[.agree].text))
            let disagree = try #require(question.prompt.range(of: pair[.disagree].text))
            let asking = question.replicate * 8 + question.variant.index
            #expect(acted.disagreeFirst[cell * 16 + asking] == (disagree.lowerBound < agree.lowerBound))
            let levels = acted.factors.map { factor in factor.levelOfAsking[asking].map { factor.levels[$0] } }
            #expect(levels == [question.variant.framing, question.variant.order, question.variant.requirement])
            checked += 1
        }
        #expect(checked == 80 * 8 * 2)
        #expect(acted.factors.map(\.name) == ["framing", "order", "requirement"])
    }

    @Test func `a subject that likes the first place shows a bias whose interval holds the truth`() async throws {
        let vlens = try Program()
        defer { vlens.remove() }
        // It takes the first option with probability 0.3 whatever it says: half of that is added to one half.
        let model = "simulated/a?position=0.3&noise=0&acquiescence=0&refusal=0&broken=0"
        let run = try await vlens.run("run", "--model", model, "--no-report", "--quiet", "--repeats", "2")
        try #require(run.status == 0, "\(run.error)")
        let result = try await vlens.run("measure", "--json", "--intervals", "--draws", "500")
        let found = try object(result.output)
        let bias = try interval(part(found, "acted", "position", "bias"))
        #expect(bias.contains(0.15) && bias.lowerBound > 0, "\(bias)")
        // Ratings without noise are the same in every wording.
        let factors = try #require(try part(found, "stated")["factors"] as? [[String: Any]])
        #expect(factors.compactMap { $0["factor"] as? String } == ["framing", "order", "requirement", "scale"])
        for factor in factors {
            #expect((factor["flips"] as? [String: Any])?["value"] as? Double == 0)
            #expect((factor["shift"] as? [String: Any])?["value"] as? Double == 0)
        }
        // 0.3 to be drawn in either asking and turn the choice: repetition alone changes many.
        let repetition = try part(found, "acted", "repetition_flips")
        #expect((repetition["value"] as? Double ?? 0) > 0.1)
    }

    @Test func `a subject that does not mind the place shows no bias, and its text says what is not known`()
        async throws
    {
        let vlens = try Program()
        defer { vlens.remove() }
        let model = "simulated/a?position=0&noise=0&refusal=0&broken=0"
        let run = try await vlens.run("run", "--model", model, "--quiet")
        try #require(run.status == 0, "\(run.error)")
        let found = try object(await vlens.run("measure", "--json").output)
        let bias = try #require(try part(found, "acted", "position", "bias")["value"] as? Double)
        #expect(abs(bias) < 1e-12)
        let text = try await vlens.run("measure").output
        #expect(text.contains("Instrument · Task 2, acted: 8 variants × 1 replicate"))
        // A sentence is wrapped where the terminal ends.
        let sentences = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(sentences.contains("No two variants differ in the direction of their scale alone"))
        #expect(sentences.contains("how many answers change by mere repetition"))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        let name = try #require(
            try vlens.names().first { $0.hasPrefix("report-pilot-simulated-a-position-0-noise-0-refusal-0-broken-0-") })
        let folder = vlens.file(name)
        let page = try String(contentsOf: folder.appending(path: "report.html"), encoding: .utf8)
        #expect(page.contains("<section id=\"instrument\""))
        let report = try object(String(contentsOf: folder.appending(path: "report.json"), encoding: .utf8))
        #expect(try part(report, "acted", "position", "flips")["value"] as? Double == 0)
    }

    @Test func `a run of one variant says that there is nothing to compare`() async throws {
        let vlens = try Program()
        defer { vlens.remove() }
        let run = try await vlens.run("run", "--no-report", "--quiet", "--variants", "5")
        try #require(run.status == 0, "\(run.error)")
        let text = try await vlens.run("measure").output
        #expect(text.contains("Task 1, stated: 1 variant × 1 replicate"))
        #expect(text.contains("One variant was asked, once"))
    }

    @Test(
        .enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)),
        arguments: [("gemma-2-9b-it", 0.9665), ("Llama-3.3-70B-Instruct", 0.9501)])
    func `released files have the published agreement, and an order that nobody knows`(
        model: String, agreement: Double
    ) async throws {
        let vlens = try Program()
        defer { vlens.remove() }
        let files = ["t1", "t2"].map { SharedFolder.file("data/release/outputs/evaluation/\(model)_\($0).csv").path }
        let result = try await vlens.run("measure", "--t1", files[0], "--t2", files[1], "--json")
        let found = try object(result.output)
        let binary = try #require(try part(found, "stated", "agreement", "binary")["value"] as? Double)
        #expect(abs(binary - agreement) < 0.00005)
        let acted = try part(found, "acted")
        #expect(acted["order"] as? String == "unknown" && acted["position"] is NSNull)
        #expect((acted["factors"] as? [Any])?.isEmpty == true)
    }

    @Test(.enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)))
    func `released samples know which action stood first, not which prompts differ in that alone`() async throws {
        let vlens = try Program()
        defer { vlens.remove() }
        let files = ["outputs/evaluation/gemma-2-9b-it_t1.csv", "src/outputs/task2_results_gemma2.csv"]
            .map { SharedFolder.file("data/release/\($0)").path }
        let imported = try await vlens.run(["import", "--model", "gemma"] + files)
        try #require(imported.status == 0, "\(imported.error)")
        let acted = try part(object(await vlens.run("measure", "--json").output), "acted")
        #expect(acted["order"] as? String == "both" && acted["variants"] as? Int == 8)
        let agreement = try #require(acted["agreement"] as? [String: Any])
        let share = (agreement["binary"] as? [String: Any])?["value"] as? Double
        #expect(abs((share ?? 0) - 0.9525) < 0.002)
        let position = try #require(acted["position"] as? [String: Any])
        #expect(position["flips"] is NSNull && position["bias"] is [String: Any])
        #expect(try await vlens.run("measure").output.contains("differ in their order alone, so no pair"))
    }
}

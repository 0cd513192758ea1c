import Foundation
import TestSupport
import Testing
import Text

/// The authors' released files, through the program, against figures that an independent program computed.
@Suite(.enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)))
struct ReleasedDataTests {
    static let models = ["gemma-2-9b-it", "Llama-3.3-70B-Instruct"]
    static let scorings = ["strict", "legacy"]

    @Test(arguments: models, scorings)
    func `two files measured without a store hit every expected figure`(model: String, scoring: String) async throws {
        let vlens = try Program()
        defer { vlens.remove() }
        let result = try await vlens.run(
            "measure", "--t1", Self.file(model, "t1"), "--t2", Self.file(model, "t2"), "--scoring", scoring, "--json")
        #expect(result.status == 0, "\(result.error)")
        try expectFigures(of: model, scoring, in: result.output)
    }

    @Test(arguments: models)
    func `imported, they are runs with the same figures and a report`(model: String) async throws {
        let vlens = try Program()
        defer { vlens.remove() }
        let dataset = SharedFolder.file("data/release/outputs/data_release/value_action_gap_full_data_generation.csv")
        let imported = try await vlens.run("import", dataset.path, Self.file(model, "t1"), Self.file(model, "t2"))
        #expect(imported.status == 0, "\(imported.error)")
        #expect(imported.output.contains("7612 strict, 5681 fenced, 1399 literal, 30 repaired"))
        #expect(imported.output.contains("Action pairs: 7330 of 7392 are complete; the other 62 are never asked."))
        #expect(imported.output.contains("positive = agree, negative = disagree"))
        for scoring in Self.scorings {
            let result = try await vlens.run("measure", "--run", model, "--scoring", scoring, "--json")
            try expectFigures(of: model, scoring, in: result.output)
        }
        let report = try await vlens.run("report", "--out", "report")
        #expect(report.status == 0, "\(report.error)")
        let page = try String(contentsOf: vlens.file("report/report.html"), encoding: .utf8)
        #expect(page.contains("imported"))
        #expect(page.contains("<mark>"))
    }

    @Test func `importing a file twice changes nothing`() async throws {
        let vlens = try Program()
        defer { vlens.remove() }
        let files = [Self.file("gemma-2-9b-it", "t1"), Self.file("gemma-2-9b-it", "t2")]
        for _ in 0..<2 { #expect(try await vlens.run(["import"] + files).status == 0) }
        let result = try await vlens.run("measure", "--json")
        try expectFigures(of: "gemma-2-9b-it", "strict", in: result.output)
    }

    private static func file(_ model: String, _ task: String) -> String {
        SharedFolder.file("data/release/outputs/evaluation/\(model)_\(task).csv").path
    }

    private func expectFigures(of model: String, _ scoring: String, in json: String) throws {
        let expected = try JSONSerialization.jsonObject(
            with: Data(
                contentsOf: SharedFolder.file(
                    "expected/\(model).\(scoring == "strict" ? "strict2" : scoring).json")))
        let found = try JSONSerialization.jsonObject(with: Data(json.utf8))
        var leaves = 0
        expect(expected, in: found, at: "", &leaves)
        #expect(leaves > 800)
    }

    /// Every leaf of the expected tree stands in the same place, numbers within 1e-9.
    private func expect(_ expected: Any, in found: Any?, at path: String, _ leaves: inout Int) {
        switch expected {
        case let object as [String: Any]:
            for (key, value) in object {
                expect(value, in: (found as? [String: Any])?[key], at: "\(path)/\(key)", &leaves)
            }
        case let list as [Any]:
            let others = found as? [Any] ?? []
            #expect(others.count == list.count, "\(path)")
            for (index, value) in list.enumerated() where index < others.count {
                expect(value, in: others[index], at: "\(path)/\(index)", &leaves)
            }
        case let text as String:
            leaves += 1
            #expect(found as? String == text, "\(path)")
        default:
            leaves += 1
            let (want, have) = ((expected as? NSNumber)?.doubleValue, (found as? NSNumber)?.doubleValue)
            guard let want, let have else {
                Issue.record("\(path): expected \(expected), found \(String(describing: found))")
                return
            }
            #expect(abs(want - have) <= 1e-9, "\(path): \(have) instead of \(want)")
        }
    }
}

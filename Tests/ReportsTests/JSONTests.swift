import Foundation
import Measures
import Reports
import TestSupport
import Testing
import Text

@Suite("The JSON document")
struct JSONTests {
    @Test
    func `keeps the order of its keys and escapes what must be escaped`() {
        let document: JSONValue = [
            "b": 1, "a": ["x", .null, true, .number(0.1)], "c": "\"\\/\n\u{1}<\u{2028}é", "empty": .array([]),
            "none": .object([]),
        ]
        #expect(
            document.text(indented: false) == "{\"b\": 1, \"a\": [\"x\", null, true, 0.1], "
                + "\"c\": \"\\\"\\\\/\\n\\u0001\\u003c\\u2028é\", \"empty\": [], \"none\": {}}")
        #expect(document.text().hasPrefix("{\n  \"b\": 1,\n  \"a\": [\"x\", null, true, 0.1],\n"))
        #expect(document.text().hasSuffix("\n}\n"))
    }

    @Test
    func `writes a number in the fewest digits that read back as the same number`() throws {
        var random = Seeded(state: 1)
        let numbers =
            [0, -0.0, 1, 1.0 / 3, 0.1 + 0.2, 1e-300, 1.7976931348623157e308, 5e-324]
            + (0..<500).map { _ in
                random.unit()
            }
        for number in numbers {
            let text = JSONValue.number(number).text(indented: false)
            #expect(Double(text) == number)
            #expect(try JSONDecoder().decode([Double].self, from: Data("[\(text)]".utf8)) == [number])
        }
        #expect(JSONValue.number(2).text(indented: false) == "2")
        #expect(JSONValue.number(.nan).text(indented: false) == "null")
        #expect(JSONValue.number(-.infinity).text(indented: false) == "null")
        #expect(JSONValue(nil as Double?).text(indented: false) == "null")
    }

    @Test
    func `of a report is read by another reader, with the figures as measured`() throws {
        let text = ReportJSON.document(Fixture.pilot).text()
        let read = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let overall = try #require(read["overall"] as? [String: Any])
        let rate = try #require(overall["f1_disagree"] as? Double)
        #expect(abs(rate - (Fixture.pilot.measures.overall.alignmentRate ?? 2)) < 1e-12)
        #expect((read["title"] as? String)?.contains("simulated respondent") == true)
        #expect((read["respondent"] as? [String: Any])?["simulated"] as? Bool == true)
        #expect(read["coding"] as? String == "agree = 0, disagree = 1")
        #expect((read["misaligned"] as? [Any])?.count == Fixture.pilot.misaligned.count)
        let distances = try #require(read["country_value_distance"] as? [String: [String: Any]])
        #expect(distances["Philippines"]?["Daring"] is NSNull)
    }

    @Test
    func `counts refusals among the Task 1 replies without a reading, and tells them apart beside it`() throws {
        let document = Fixture.pilot.measures.json
        #expect(document["counts"]?["t1_unreadable"] == 3)
        #expect(document["states"]?["stated"]?["refused"] == 2)
        #expect(document["states"]?["stated"]?["unreadable"] == 1)
    }

    @Test(
        .enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)),
        arguments: ["gemma-2-9b-it", "Llama-3.3-70B-Instruct"], ["strict", "legacy"])
    func `has every key of the reference figures, in the same shape`(model: String, scoring: String) throws {
        let bytes = try SharedFolder.bytes("expected/\(model).\(scoring).json")
        let reference = try JSONSerialization.jsonObject(with: Data(bytes))
        let document = Fixture.full.measures.json.text()
        let ours = try JSONSerialization.jsonObject(with: Data(document.utf8))
        #expect(Self.differences(reference, ours, at: "") == [])
    }

    /// Where a document lacks a key of the reference or has another kind of value under it.
    private static func differences(_ reference: Any, _ ours: Any?, at path: String) -> [String] {
        switch (reference, ours) {
        case (let reference as [String: Any], let ours as [String: Any]):
            reference.keys.sorted().flatMap { differences(reference[$0] as Any, ours[$0], at: "\(path)/\($0)") }
        case (let reference as [Any], let ours as [Any]):
            reference.count == ours.count
                ? zip(reference, ours).flatMap { differences($0, $1, at: path + "[]") } : [path]
        case (is NSNumber, is NSNumber), (is NSNumber, is NSNull), (is String, is String): []
        default: [path]
        }
    }
}

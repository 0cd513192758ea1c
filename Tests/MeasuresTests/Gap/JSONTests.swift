import Foundation
import Measures
import TestSupport
import Testing
import Text

@Suite("A report as JSON")
struct JSONTests {
    @Test
    func `Texts are escaped, numbers keep every digit, members keep their order`() {
        let json: JSONValue = [
            "b\"\\": .string("line\nend\u{1}é"), "a": .array([.number(0.1), .integer(-3), .null]),
            "empty": .object([]), "none": .array([]),
        ]
        let expected =
            #"{"b\"\\": "line\nend\u0001é", "a": [0.1, -3, null], "empty": {}, "none": []}"#
        #expect(json.text(indented: false) == expected)
        #expect(JSONValue.array([.integer(1), .array([.integer(2)])]).text() == "[\n  1,\n  [2]\n]\n")
        #expect(JSONValue.number(.nan).text(indented: false) == "null")
    }

    @Test(arguments: 0..<20)
    func `Any name and number comes back as it was written`(seed: Int) throws {
        var generator = SeededRandom(seed: seed)
        let name = String(
            String.UnicodeScalarView(
                (0..<40).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0...0x2FF, using: &generator)) }))
        let number = Double(bitPattern: UInt64.random(in: 0..<0x7FE0_0000_0000_0000, using: &generator))
        let json = JSONValue.object([.init(name, .number(number))])
        let read = try JSONDecoder().decode([String: Double].self, from: Data(json.text().utf8))
        #expect(read.keys.first.map { Array($0.unicodeScalars) } == Array(name.unicodeScalars))
        #expect(read.values.first == number)
    }

    @Test
    func `A report names its scoring and coding, and writes what is undefined as null`() throws {
        let report = try MeasureReport(
            axes: axes(countries: 1, topics: 1, values: 2), stated: readings([[0], [nil]], options: 4),
            acted: readings([[0], [1]], options: 2),
            states: StateCounts(stated: ReplyCounts(planned: 2, answered: 1, refused: 1)), scoring: .strict)
        let data = Data(report.json.text().utf8)
        let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(json["convention"] as? String == "strict")
        #expect(json["coding"] as? String == "agree = 0, disagree = 1")
        let distances = try #require(json["value_distance"] as? [String: Any])
        #expect(distances["Value 0"] as? Double == 0)
        #expect(distances["Value 1"] is NSNull)
        let counts = try #require(json["counts"] as? [String: Any])
        #expect(counts["t1_replies"] as? Int == 2)
        #expect(counts["t1_unreadable"] as? Int == 1)
        #expect(counts["missing"] as? Int == 1)
        #expect((json["acted_prompt_agreement"] as? [String: Any])?["two_level"] as? Double == 1)
        #expect((json["stated_prompt_agreement"] as? [String: Any])?["four_level"] as? Double == 1)
    }
}

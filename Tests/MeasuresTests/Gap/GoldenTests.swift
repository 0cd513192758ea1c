import Foundation
import Measures
import TestSupport
import Testing
import Text

@Suite(
    "Measures of the released replies, against an independent program",
    .enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)))
struct GoldenTests {
    @Test(arguments: [Scoring.strict, .legacy])
    func `Llama 3.3 matches in every figure`(scoring: Scoring) throws {
        let replies = try ReleasedReplies(
            model: "Llama-3.3-70B-Instruct", beyondRange: .refused, ratings: ReleasedReplies.ratingsByName)
        // In `strict2` cells with a score of exactly one half are undecided.
        let name = scoring == .strict ? "strict2" : scoring.rawValue
        try expectMatch(try replies.report(scoring), "Llama-3.3-70B-Instruct.\(name).json")
    }

    @Test
    func `Gemma 2 matches in every figure under legacy scoring, its misread ratings included`() throws {
        let replies = try ReleasedReplies(
            model: "gemma-2-9b-it", beyondRange: .kept, ratings: ReleasedReplies.legacyRatings)
        try expectMatch(try replies.report(.legacy), "gemma-2-9b-it.legacy.json")
    }

    /// Every name and number of the expected file stands in the report's JSON, within 1e-9.
    private func expectMatch(_ report: MeasureReport, _ file: String) throws {
        let expected = try parse(Data(contentsOf: SharedFolder.file("expected/\(file)")))
        let found = try parse(Data(report.json.text().utf8))
        var compared = 0
        let differences = differences(expected, found, at: "", compared: &compared)
        #expect(differences.prefix(5) == [])
        // Nearly all of the 56 values × 12 countries and more: the comparison did not pass by comparing nothing.
        #expect(compared > 900)
    }

    private func parse(_ data: Data) throws -> Any {
        try JSONSerialization.jsonObject(with: data)
    }

    private func differences(_ expected: Any, _ found: Any?, at path: String, compared: inout Int) -> [String] {
        switch expected {
        case let expected as [String: Any]:
            let found = found as? [String: Any]
            return expected.flatMap { name, value in
                differences(value, found?[name], at: path + "/" + name, compared: &compared)
            }
        case let expected as [Any]:
            let found = found as? [Any] ?? []
            guard expected.count == found.count else { return ["\(path): \(found.count) items"] }
            return zip(expected, found).enumerated().flatMap { position, pair in
                differences(pair.0, pair.1, at: "\(path)/\(position)", compared: &compared)
            }
        case let expected as String:
            compared += 1
            return expected == found as? String ? [] : ["\(path): \(found ?? "nothing"), expected \(expected)"]
        case let expected as NSNumber:
            compared += 1
            let found = (found as? NSNumber)?.doubleValue
            return close(found, expected.doubleValue, within: 1e-9)
                ? [] : ["\(path): \(found.map { "\($0)" } ?? "nothing"), expected \(expected)"]
        default:
            return ["\(path): unexpected kind"]
        }
    }
}

import Foundation
import Study
import TestSupport
import Testing

@Suite("Misaligned examples as they were released")
struct ReleasedExamplesTests {
    private static let header = ",country,topic,value,T1_response,T2_response,action"
    private static let action =
        #""{'Human Action': 'I wait.', 'Feature Attributions': ['wait'], 'Natural Language Explanation': 'It\'s so.'}""#

    private func names() throws -> ReleasedNames {
        let study = try StudyDefinition.builtIn(named: "schwartz-132")
        return ReleasedNames(theory: study.theory, countries: study.countries, topics: study.topics)
    }

    private func read(_ rows: [String]) throws -> ReleasedExamples {
        let file = FileManager.default.temporaryDirectory.appending(path: "examples-\(UUID()).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        try ([Self.header] + rows).joined(separator: "\r\n").write(to: file, atomically: true, encoding: .utf8)
        return try ReleasedExamples(path: file.path, names: names())
    }

    @Test func `a row is a cell with both signs and the action that was chosen`() throws {
        let found = try read([
            "0,Egypt,Politics,Wealth,negative,positive,\(Self.action)",
            "1,egypt,religion,wealth,Positive,NEGATIVE,\(Self.action)",
        ])
        let example = try #require(found.examples.first)
        #expect(example.cell == Cell(scenario: Scenario(country: "Egypt", topic: "Politics"), value: "Wealth"))
        #expect((example.stated, example.acted) == (.disagree, .agree))
        #expect(example.action.text == "I wait." && example.action.attributions == ["wait"])
        #expect(example.action.explanation == "It's so.")
        #expect(found.examples.map(\.cell.scenario.topic) == ["Politics", "Religion"])
        #expect(found.examples.last?.stated == .agree)
    }

    @Test func `a cell that stands twice counts once, and names that nobody knows are listed`() throws {
        let found = try read([
            "0,Egypt,Politics,Wealth,negative,positive,\(Self.action)",
            "1,Egypt,Politics,Wealth,positive,negative,\(Self.action)",
            "2,Atlantis,Politics,Wealth,positive,negative,\(Self.action)",
        ])
        #expect(found.examples.count == 1 && found.repeated == 1 && found.rows == 3)
        #expect(found.unknown.map(\.description) == ["the country 'Atlantis' in line 4"])
    }

    @Test(arguments: [
        (
            "0,Egypt,Politics,Wealth,maybe,positive,{}",
            "line 2: the T1_response 'maybe' is neither 'positive' nor 'negative'."
        ),
        (
            "0,Egypt,Politics,Wealth,positive,positive,{}",
            "line 2: T1_response and T2_response are both 'positive', so the cell is not misaligned; leave the row out."
        ),
        (
            "0,Egypt,Politics,Wealth,positive,negative,no action here",
            "line 2: the action 'no action here' can't be read; it is an object with 'Human Action', 'Feature Attributions' and "
                + "'Natural Language Explanation'."
        ),
        (
            "0,Atlantis,Politics,Wealth,positive,negative,{}",
            "none of its 1 rows names a known country, topic and value (the country 'Atlantis' in line 2); choose the study that the "
                + "file belongs to."
        ),
    ])
    func `what can't be taken is refused by its line, with the remedy`(row: String, words: String) throws {
        let error = #expect(throws: ReleasedFileError.self) { try read([row]) }
        #expect(error?.description.hasSuffix(words) == true, "\(error?.description ?? "")")
    }

    @Test func `a file is named after its respondent`() {
        #expect(ReleasedExamples.respondent(ofFile: "a/llama3_misaligned_example.csv") == "llama3")
        #expect(ReleasedExamples.respondent(ofFile: "gpt.csv") == "gpt")
        #expect(ReleasedExamples.respondent(ofFile: "_misaligned_example") == "_misaligned_example")
    }

    @Test(.enabled(if: SharedFolder.isPresent, "\(SharedFolder.absence)"))
    func `the released file holds 1,002 cells, 760 in one direction and 242 in the other`() throws {
        let path = "data/release/outputs/evaluation/misaligned_examples/llama3_misaligned_example.csv"
        let found = try ReleasedExamples(path: SharedFolder.file(path).path, names: names())
        #expect(found.examples.count == 1002 && found.rows == 1002)
        #expect(found.repeated == 0 && found.unknown.isEmpty)
        #expect(found.examples.count { $0.stated == .disagree } == 760)
        #expect(found.examples.count { $0.stated == .agree } == 242)
        #expect(found.examples.allSatisfy { !$0.action.text.isEmpty && !$0.action.explanation.isEmpty })
    }
}

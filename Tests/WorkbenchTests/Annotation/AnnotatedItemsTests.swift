import AnswerStore
import Foundation
import Study
import TestSupport
import Testing
import Workbench

@Suite("The items of a project, from a dataset's file")
struct AnnotatedItemsTests {
    private func items(_ text: String, _ name: String = "d.jsonl", of study: String = "pilot") throws -> AnnotatedItems
    {
        let folder = FileManager.default.temporaryDirectory.appending(path: "items-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: name)
        try Data(text.utf8).write(to: file)
        return try AnnotatedItems(
            path: file.path, gold: nil, of: try LoadedStudy(named: study), settings: AnnotationSettings())
    }

    private static let line =
        #"{"country": "Philippines", "topic": "Politics", "value": "Helpful", "inclination": "agree", "action": "I help."}"#

    @Test func `a pair of which only one action is there is one item, in either layout`() throws {
        #expect(try items(Self.line).records.count == 1)
        let table = """
            country,topic,value,polarity,generation_prompt
            Philippines,Politics,Helpful,positive,"{""Human Action"": ""I help."", ""Feature Attributions"": [""help""], \
            ""Natural Language Explanation"": ""It helps.""}"

            """
        #expect(try items(table, "d.csv").records.count == 1)
    }

    @Test(
        arguments: [
            (line.replacing("I help.", with: "  "), "\"action\" is empty"),
            (
                line.replacing("Philippines", with: "Phillipines"),
                "unknown country \"Phillipines\"; did you mean \"Philippines\"?"
            ),
        ])
    func `what a judge could not be shown is refused with its line`(line: String, problem: String) throws {
        let error = try #require(throws: (any Error).self) { try items(Self.line + "\n" + line) }
        #expect("\(error)".contains("d.jsonl:2: \(problem)"), "\(error)")
    }

    @Test(.enabled(if: SharedFolder.isPresent, "\(SharedFolder.absence)"))
    func `the released dataset is 14,722 items: all replies that hold an action, 62 of them without their other half`()
        throws
    {
        let path = SharedFolder.file("data/release/outputs/data_release/value_action_gap_full_data_generation.csv").path
        let items = try AnnotatedItems(
            path: path, gold: nil, of: try LoadedStudy(named: "schwartz-132"), settings: AnnotationSettings())
        #expect(items.records.count == 14_722)
        let cells = Dictionary(grouping: items.records) { $0.item.dimensions.prefix(3).map(\.value) }
        #expect(cells.values.count { $0.count == 1 } == 62)
    }
}

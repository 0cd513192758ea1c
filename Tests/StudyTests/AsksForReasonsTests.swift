import Foundation
import Study
import Testing

struct AsksForReasonsTests {
    private static func requirements(_ said: [Bool?]) -> String {
        said.enumerated().map { place, asks in
            let key = asks.map { "\n      asks_for_reasons: \($0)" } ?? ""
            return "    - name: r\(place)\(key)\n      text: Choose {first} or {second}, \(place)."
        }.joined(separator: "\n")
    }

    private static let plain = "    - name: plain\n      text: Choose {first} or {second}."

    /// Whether each variant of Task 2 asks for reasons: one context, two orders, the requirements changing fastest.
    private func wants(_ said: [Bool?]) throws -> [Bool] {
        let study = try StudyFileSample.study(replacing: Self.plain, with: Self.requirements(said))
        let plan = try study.withActions(StudyFileSample.syntheticActions(for: study))
            .questions(Selection(tasks: [.acted]))
        var wants: [Int: Bool] = [:]
        for question in plan { wants[question.variant.index] = question.wantsReasons }
        return wants.sorted { $0.key < $1.key }.map(\.value)
    }

    @Test func `a requirement says whether it asks for reasons, however many there are`() throws {
        #expect(try wants([true]) == [true, true])
        #expect(try wants([false]) == [false, false])
        #expect(try wants([true, false]) == [true, false, true, false])
        #expect(try wants([false, true]) == [false, true, false, true])
        #expect(try wants([false, true, true]) == [false, true, true, false, true, true])
        #expect(try wants([nil, nil, true]) == [false, false, true, false, false, true])
    }

    @Test func `where none says it, the second of two asks, as before the key was there`() throws {
        #expect(try wants([nil, nil]) == [false, true, false, true])
        #expect(try wants([nil]) == [false, false])
        #expect(try wants([nil, nil, nil]) == [Bool](repeating: false, count: 6))
    }

    @Test func `Task 1 asks for reasons only where its requirement says so`() throws {
        let old = "    - name: plain\n      text: Answer."
        func first(_ new: String) throws -> Question? {
            try StudyFileSample.study(replacing: old, with: new).questions(Selection(tasks: [.stated])).first
        }
        #expect(try first(old)?.wantsReasons == false)
        #expect(try first("    - name: plain\n      asks_for_reasons: true\n      text: Answer.")?.wantsReasons == true)
    }

    @Test func `it is no part of ids and of the protocol's hash`() throws {
        func hashes(_ said: [Bool?]) throws -> [String] {
            let study = try StudyFileSample.study(replacing: Self.plain, with: Self.requirements(said))
            let whole = try study.withActions(StudyFileSample.syntheticActions(for: study))
            return try [whole.protocolHash] + whole.questions().map(\.id)
        }
        let before = try hashes([nil, nil])
        #expect(before.count > 16)
        #expect(try hashes([true, false]) == before)
        #expect(try hashes([false, true]) == before)
    }

    @Test func `the shipped studies and the template say it of every requirement`() throws {
        let template = try StudyDefinition.template(name: "mine").study
        #expect(template.components(separatedBy: "\n      asks_for_reasons: ").count == 5)
        for name in ["pilot", "schwartz-132"] {
            let study = try StudyDefinition.builtIn(named: name)
            #expect(study.acted.requirements.map(\.asksForReasons) == [false, true])
            #expect(study.stated.requirements.map(\.asksForReasons) == [false, false])
        }
    }

    @Test(arguments: ["maybe", "1", "[true]", "\"true\""])
    func `anything but true and false is refused with its place`(word: String) {
        let problems = StudyFileSample.problems(
            replacing: Self.plain, with: Self.plain + "\n      asks_for_reasons: \(word)")
        #expect(problems.count == 1)
        let shown = word.hasPrefix("[") ? "a list" : "the text \"\(word.replacing("\"", with: ""))\""
        #expect(
            problems.first?.hasSuffix("\"asks_for_reasons\" of \"plain\" must be true or false, not \(shown)") == true,
            "\(problems)")
    }

    @Test func `a key that is misspelled is found`() {
        let problems = StudyFileSample.problems(
            replacing: Self.plain, with: Self.plain + "\n      ask_for_reasons: true")
        #expect(problems.first?.contains("did you mean \"asks_for_reasons\"?") == true, "\(problems)")
    }
}

import Study
import Testing

/// Actions of several generators: one more factor of Task 2, and nothing new where one generator wrote them.
struct GeneratorsTests {
    private let pilot: StudyDefinition

    init() throws { pilot = try StudyDefinition.builtIn(named: "pilot") }

    /// The pilot's actions as two generators', the second one's in words of its own.
    ///
    /// - Parameter lacking: cells that the second lacks.
    private func twice(lacking: Int = 0) -> StudyDefinition {
        let cells = (0..<pilot.cellCount).compactMap(pilot.cell(at:))
        let second = cells.dropFirst(lacking).map { cell in
            (cell, pilot.actions[cell].map { ActionPair(agree: $0.agree.again, disagree: $0.disagree.again) })
        }
        return pilot.withActions([
            GeneratedActions(generator: "openai/gpt-4o", pairs: pilot.actions),
            GeneratedActions(
                generator: "meta/llama-3", pairs: Dictionary(uniqueKeysWithValues: second).compactMapValues(\.self)),
        ])
    }

    private func text(_ study: StudyDefinition, named generator: String) -> String {
        study.withActions([GeneratedActions(generator: generator, pairs: study.actions)]).actionsText()
    }

    @Test func `a generator’s name changes nothing where it is the only one`() throws {
        let named = try pilot.withActions(jsonl: text(pilot, named: "openai/gpt-4o"), file: "a.jsonl")
        #expect(named.generator == "openai/gpt-4o" && named.generators.isEmpty)
        #expect(named.protocolHash == pilot.protocolHash)
        #expect(try Array(named.questions().ids) == Array(pilot.questions().ids))
        #expect(named.variants(of: .acted) == pilot.variants(of: .acted))
    }

    @Test func `with two, Task 2 has each variant twice, the first generator’s as if it were alone`() throws {
        let both = twice()
        let variants = both.variants(of: .acted)
        #expect(variants.map(\.index) == Array(0..<16))
        #expect(variants.map(\.generator) == (0..<16).map { $0 < 8 ? "openai/gpt-4o" : "meta/llama-3" })
        #expect(both.variants(of: .stated) == pilot.variants(of: .stated))
        #expect(both.protocolHash != pilot.protocolHash)

        let plan = try both.questions()
        #expect(plan.count(of: .acted) == 2 * 80 * 8)
        let alone = try Set(pilot.questions().ids)
        #expect(Set(plan.filter { $0.variant.generator != "meta/llama-3" }.map(\.id)) == alone)
        for question in plan where question.task == .acted {
            let cell = Cell(scenario: question.scenario, value: try #require(question.value))
            let pair = try #require(both.pair(of: cell, variant: question.variant.index))
            let first = try #require(question.first)
            #expect(question.actions == [pair[first].text, pair[first.opposite].text])
            #expect(question.actions.allSatisfy { $0.hasSuffix(", again.") == (question.variant.index >= 8) })
            #expect(question.actions.allSatisfy(question.prompt.contains))
        }
    }

    @Test func `each generator’s actions are seen in both orders equally often in every cell`() throws {
        var seen: [String: [Inclination: Int]] = [:]
        for question in try twice().questions(Selection(tasks: [.acted])) {
            let cell = "\(question.cells) \(question.variant.generator ?? "")"
            seen[cell, default: [:]][try #require(question.first), default: 0] += 1
        }
        #expect(seen.count == 160)
        #expect(seen.values.allSatisfy { $0 == [.agree: 4, .disagree: 4] })
    }

    @Test func `a cell that one generator lacks is asked with the others’, and every question has its place`() throws {
        let both = twice(lacking: 13)
        let plan = try both.questions(Selection(replicates: 2))
        #expect(plan.cellsWithoutActions == 0)
        #expect(plan.count(of: .acted) == 2 * (80 * 8 + 67 * 8))
        #expect(Set(plan.ids).count == plan.count)
        for position in plan.indices {
            let question = plan[position]
            let place =
                question.task == .stated
                ? plan.scenarios.firstIndex(of: question.cells[0] / 10) : plan.cells.firstIndex(of: question.cells[0])
            #expect(
                plan.position(
                    of: question.task, at: try #require(place), variant: question.variant.index,
                    replicate: question.replicate) == position)
        }
        #expect(plan.position(of: .acted, at: 0, variant: 9, replicate: 0) == nil)
        #expect(plan.position(of: .acted, at: 0, variant: 1, replicate: 2) == nil)
    }

    @Test func `what is written of several generators reads as the same study`() throws {
        let both = twice(lacking: 13)
        let read = try pilot.withActions(jsonl: both.actionsText(), file: "pilot", complete: false, isStored: true)
        #expect(read.actionSets == both.actionSets)
        #expect(read.protocolHash == both.protocolHash)
        #expect(read.actionsText() == both.actionsText())
        #expect(!pilot.actionsText().contains("\"generator\""))
    }

    @Test func `a part of the study keeps the numbers of its variants`() throws {
        let part = try twice(lacking: 79).reduced(countries: [pilot.countries[0]])
        #expect(part.generators == ["openai/gpt-4o", "meta/llama-3"])
        #expect(part.furtherActions[0].pairs.isEmpty)
        #expect(part.variants(of: .acted).count == 16)
        #expect(try part.questions().count(of: .acted) == 40 * 8)
    }

    @Test func `the numbers of variants are those of the wordings, each asked with every generator’s actions`() throws {
        let both = twice()
        let plan = try both.questions(Selection(variants: [.stated: [1], .acted: [1, 7]]))
        #expect(plan.variants.map(\.index) == [1, 1, 7, 9, 15])
        let error = #expect(throws: SelectionError.self) { try both.questions(Selection(variants: [.acted: [8]])) }
        #expect(
            error?.description
                == "unknown variant 8 of the acted task; it has variants 0 to 7, each with the actions of every generator"
        )
    }

    @Test func `two files make two generators, called after them where their lines do not say`() throws {
        let pairs = GeneratedActions(pairs: pilot.actions)
        let named = GeneratedActions(generator: "x/y", pairs: pilot.actions)
        func generators(_ files: [(path: String, sets: [GeneratedActions])]) throws -> [String] {
            try pilot.withActions(ofFiles: files).generators
        }
        #expect(try generators([("some/a.jsonl", [pairs]), ("b.csv", [pairs])]) == ["a", "b"])
        #expect(try generators([("a.jsonl", [named]), ("b.jsonl", [pairs])]) == ["x/y", "b"])
        #expect(try generators([("a.jsonl", [pairs])]).isEmpty)
        let error = #expect(throws: StudyFileError.self) {
            try generators([("1/a.jsonl", [named]), ("b.jsonl", [named])])
        }
        #expect(
            error?.problems.map(\.description) == [
                "b.jsonl: generator \"x/y\" has actions for \(pilot.cell(at: 0).map(Self.label) ?? "") in 1/a.jsonl, too; give each "
                    + "generator a name of its own, with the key \"generator\" or in the file's name"
            ])
    }

    private static func label(_ cell: Cell) -> String {
        "\(cell.scenario.country), \(cell.scenario.topic), \(cell.value)"
    }

    @Test func `one file may hold several generators, of which one may have no name`() throws {
        let text = text(pilot, named: "x/y") + pilot.actionsText()
        let both = try pilot.withActions(jsonl: text, file: "some/mine.jsonl")
        #expect(both.generators == ["x/y", "mine"])
        #expect(both.pairCount == 160 && both.pairedCells == 80)
    }

    @Test func `a second action of one generator for a cell is still an error, as is a name that is no line`() throws {
        let lines = text(pilot, named: "x").split(separator: "\n")
        func problems(_ lines: [Substring]) -> [String] {
            do {
                _ = try pilot.withActions(jsonl: lines.joined(separator: "\n"), file: "a.jsonl", complete: false)
                return []
            } catch { return error.problems.map(\.description) }
        }
        let label = pilot.cell(at: 0).map(Self.label) ?? ""
        #expect(
            problems(Array(lines[0...1]) + [lines[0]]) == [
                "a.jsonl:3: duplicate agree-action for \(label); line 1 has one already"
            ])
        let number = lines[0].replacing(#""generator":"x""#, with: #""generator":7"#)
        #expect(problems([Substring(number)]) == ["a.jsonl:1: \"generator\" must be a text"])
        let long = lines[0].replacing(#""generator":"x""#, with: "\"generator\":\"x\\ny\"")
        #expect(
            problems([Substring(long)]) == [
                "a.jsonl:1: \"generator\" must be one line of 1000 bytes at most: \"x y\""
            ])
    }
}

extension Action {
    fileprivate var again: Action {
        Action(text: text.dropLast() + ", again.", attributions: attributions, explanation: explanation)
    }
}

import AnswerStore
import Measures
import Reports
import Study
import Testing
import Text
import Workbench

@Suite("What coders said of gaps, as arrays")
struct CodedCellsTests {
    @Test func `labels made by hand come out as they were given`() async throws {
        try await GapWorld.with { world in
            let run = try await world.run("simulated/subject?seed=3")
            let project = try world.start("gaps", [run], sample: .init(size: 4, seed: 1)).project
            let items = try project.items()
            // Item 0: both say discrimination. 1: anna alone says it, ben does not. 2: the same, and zoe decides for ben. 3: anna alone.
            try await world.code(items[0], ["discrimination"], by: "anna", in: project)
            try await world.code(items[0], ["discrimination"], by: "ben", in: project)
            try await world.code(
                items[1], ["discrimination", "polarization"], by: "anna", in: project, note: "Who is “they”?")
            try await world.code(items[1], ["polarization"], by: "ben", in: project)
            try await world.code(items[2], ["discrimination"], by: "anna", in: project)
            try await world.code(items[2], [], by: "ben", in: project)
            try await world.code(items[2], [], by: "zoe", in: project, role: .adjudicator)
            try await world.code(items[3], ["misinformation"], by: "anna", in: project)
            let source = try RiskSource(project)
            let cells = source.cells
            #expect(cells.coders.map(\.name) == ["anna", "ben"] && cells.coders.allSatisfy { $0.kind == "person" })
            #expect(cells.codes.map(\.id) == project.codebook.criteria.map(\.id))
            func row(_ code: String) throws -> Int { try #require(cells.codes.firstIndex { $0.id == code }) }
            #expect(
                cells.labels[try row("discrimination")]
                    == [[true, true], [true, false], [true, false], [false, nil]])
            #expect(cells.reference[try row("discrimination")] == [true, nil, false, nil])
            #expect(cells.reference[try row("polarization")] == [false, true, false, nil])
            #expect(source.open == 1 && source.single == 10)
            let all = try RiskSource(project, countsSingle: true)
            #expect(all.cells.reference[try row("misinformation")] == [false, false, false, true])
            let input = try await source.input(basis: source.basis(named: nil), plan: nil)
            #expect(input.report.whole(.code(try row("discrimination")))?.count == 1)
            #expect(input.report.whole(.code(try row("discrimination")))?.coded == 2)
            #expect(input.examples.map(\.codes) == [["Discrimination"], ["Polarization"], []])
            #expect(input.examples.map(\.memo) == [nil, "Who is “they”?", nil])
            #expect(input.sampleSeed == 1 && input.codebook == "risks@1")
        }
    }

    @Test func `a list says why, says it once, and people's codes are counted before its own`() async throws {
        try await GapWorld.with { world in
            let run = try await world.run("simulated/subject?seed=3")
            let project = try world.start("gaps", [run]).project
            let words = try WordList.parse(
                "name: mine\ncodebook: risks\nwords:\n  en:\n    polarization: [i, mean it]\n", file: "mine.yaml")
            let coding = try LexiconCoding(project, words: words, file: "mine.yaml")
            let first = try await coding.code(at: GapWorld.now)
            let count = try project.items().count
            #expect(first.read == count && first.added == count * 10 && first.without == 0)
            #expect(first.found.first { $0.code == "polarization" }?.gaps == count)
            #expect(first.found.first { $0.code == "polarization" }?.patterns["mean it"] == count)
            #expect(try await coding.code(at: GapWorld.now).added == 0)
            let source = try RiskSource(project)
            #expect(source.cells.coders == [.init(name: "mine@1", kind: "lexicon")])
            #expect(try source.basis(named: "mine@1") == .coder(0) && source.basis(named: "lexicon") == .coder(0))
            let error = #expect(throws: RiskError.self) { try source.basis(named: nil) }
            #expect(
                error?.description
                    == "nobody has checked the codes of 'gaps': no person has coded in it. Say whose codes to count with --by: 'mine@1'"
            )
            let unknown = #expect(throws: RiskError.self) { try source.basis(named: "carla") }
            #expect(
                unknown?.description == "'gaps' has no coder 'carla'; --by takes people, or one of: 'mine@1'")
            let input = try await source.input(basis: .coder(0), plan: nil)
            #expect(input.examples.allSatisfy { $0.memo?.contains("reason: “I”, “mean it”") == true })
            // Another list of the same name is another coder, told apart by its hash.
            let other = try WordList.parse(
                "name: mine\ncodebook: risks\nwords:\n  en:\n    polarization: [nothing]\n", file: "mine.yaml")
            _ = try await LexiconCoding(project, words: other, file: "mine.yaml").code(at: GapWorld.now)
            #expect(
                try RiskSource(project).cells.coders.map(\.name)
                    == ["mine@1 (list \(words.hash.prefix(8)))", "mine@1 (list \(other.hash.prefix(8)))"])
        }
    }

    @Test func `a list never reads who the respondent is, nor the place or the value`() async throws {
        try await GapWorld.with { world in
            let run = try await world.run("simulated/subject?seed=3")
            let project = try world.start("gaps", [run]).project
            let words = try WordList.parse(
                "name: mine\ncodebook: risks\nwords:\n  en:\n    polarization: [simulated, subject, philippines]\n",
                file: "mine.yaml")
            let outcome = try await LexiconCoding(project, words: words, file: "mine.yaml").code(at: GapWorld.now)
            let texts = try project.items().map { "\($0.line.action.text) \($0.line.action.explanation)".lowercased() }
            let expected = texts.count { text in ["simulated", "subject", "philippines"].contains { text.contains($0) }
            }
            #expect(outcome.found.first { $0.code == "polarization" }?.gaps == expected && expected < texts.count)
        }
    }

    @Test func `gaps in a language without words are not coded, rather than found free of risk`() async throws {
        try await GapWorld.with { world in
            let run = try await world.run("simulated/subject?seed=3")
            let project = try world.start("gaps", [run]).project
            let words = try WordList.parse(
                "name: mine\ncodebook: risks\nwords:\n  de:\n    polarization: [ich]\n", file: "mine.yaml")
            let error = #expect(throws: RiskError.self) {
                try LexiconCoding(project, words: words, file: "mine.yaml")
            }
            #expect(
                error?.description
                    == "'mine.yaml' has words in de alone, and the gaps are in en; give a list for that with --words")
        }
    }

    @Test func `two runs of one respondent are two respondents, and a run's report has its own gaps alone`()
        async throws
    {
        try await GapWorld.with { world in
            let first = try await world.run("simulated/subject?seed=3")
            let second = try await world.run("simulated/subject?seed=4")
            let project = try world.start("gaps", [first, second]).project
            for item in try project.items() { try await world.code(item, ["discrimination"], by: "anna", in: project) }
            let cells = try RiskSource(project).cells
            #expect(Set(cells.cells.map(\.respondent)) == ["simulated/subject?seed=3", "simulated/subject?seed=4"])
            #expect(Set(cells.misaligned.keys) == Set(cells.cells.map(\.respondent)))
            let own = try #require(try RiskSource.ofRun(second, in: world.store))
            #expect(Set(own.cells.cells.map(\.respondent)) == ["simulated/subject?seed=4"])
            var measured = try MeasuredRun(run: second, store: world.store, scoring: .strict)
            try await measured.addRisks(in: world.store, plan: nil)
            #expect(measured.reportInput().risks?.report.coded.cells.count == own.cells.cells.count)
        }
    }
}

import AnswerStore
import Foundation
import Study
import TestSupport
import Testing
import Text
import Workbench

/// Codebooks on the command line.
struct CodebookTests {
    @Test func `one that ships is printed, and is a codebook again when it is read`() async throws {
        let program = try Program()
        defer { program.remove() }
        let printed = try await program.run("annotate", "codebook", "--codebook", "risks", "--yaml")
        #expect(printed.status == 0 && printed.error.isEmpty)
        #expect(try Codebook.parse(printed.output, file: "c.yaml") == Codebook.load("risks"))
        let unknown = try await program.run("annotate", "codebook", "--codebook", "risk", "--yaml")
        #expect(unknown.status == 1)
        #expect(unknown.error.contains("risk: no such codebook; check the path"))
        let both = try await program.run("annotate", "codebook", "--codebook", "risks", "--study", "pilot")
        #expect(both.status == 2)
        #expect(both.error.contains("--study and --codebook both name a codebook: give one of them"))
    }

    @Test func `the one in force is printed, edited and put in force, and what was coded stays`() async throws {
        let program = try Program()
        defer { program.remove() }
        let store = try AnswerStore(path: program.file("vlens.sqlite").path)
        let study = try StudyDefinition.builtIn(named: "pilot")
        var settings = AnnotationSettings()
        settings.codebook = try Codebook.load("risks")
        let line = DatasetAction(
            cell: Cell(scenario: Scenario(country: "Philippines", topic: "Politics"), value: "Authority"),
            inclination: .agree, action: Action(text: "I vote.", attributions: ["vote"], explanation: "Why not."))
        let gap = CodedGap(respondent: "acme/x", run: "r", stated: 1, acted: 0)
        let now = Date(timeIntervalSince1970: 1_700_000_000)
        let project = try AnnotationProject.begin(
            named: "risks", ProjectDefinition(study, settings: settings), items: [ActionItem.record(line, gap: gap)],
            in: store, at: now)
        let anna = try project.participant(named: "anna", at: now)
        _ = try await store.save(
            [.init(criterion: "risks@1/polarization", content: Judgement(answer: "yes", way: .page).content)],
            of: project.items()[0].id, by: anna.judgeID, seen: 0, at: now)

        let printed = try await program.run("annotate", "codebook", "--yaml")
        let edited = printed.output.replacing("version: 1", with: "version: 2")
            .replacing("id: polarization", with: "id: taking-sides\n    formerly: [polarization]")
        try edited.write(to: program.file("codebook.yaml"), atomically: true, encoding: .utf8)
        let adopted = try await program.run("annotate", "codebook", "--codebook", "codebook.yaml")
        #expect(adopted.status == 0, "\(adopted.error)")
        #expect(
            adopted.output == """
                version 2 is in force
                  'polarization' is 'taking-sides' now, and keeps its labels
                  0 labels kept and left out from now on

                """)
        let again = try #require(try AnnotationProject(named: "risks", in: store))
        let standing = try StandingJudgements(again)
        #expect(standing.entries.map(\.criterion) == ["taking-sides"])
        #expect(standing.entries.map(\.label.criterion) == ["risks@1/polarization"])
        let unchanged = try await program.run("annotate", "codebook", "--codebook", "risks")
        #expect(unchanged.status == 1)
        #expect(unchanged.error.contains("that is version 2 already"))
    }
}

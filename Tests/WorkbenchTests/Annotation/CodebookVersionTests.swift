import AnswerStore
import Foundation
import Study
import Testing
import Workbench

/// A codebook is edited by adding versions; labels stay as they are.
struct CodebookVersionTests {
    private let second: Codebook = {
        var book = Codebook.via
        book.version = 2
        book.criteria[0] = Criterion(
            id: "fit", name: "Fit", question: "Does it fit?", definition: "Yes: it does.", about: .action,
            formerly: ["correctness"])
        book.criteria.remove(at: 1)
        return book
    }()

    @Test
    func `a renamed criterion keeps its labels, a removed one's are counted as left out, and nothing vanishes`()
        async throws
    {
        try await LeadWorld.with { world in
            try await world.judge(0, LeadWorld.all("yes"), by: "anna")
            try await world.judge(1, LeadWorld.all("no"), by: "ben")
            let before = try world.store.labelCount()
            let (project, change) = try world.project.adopt(second, at: LeadWorld.now)
            #expect(change.renamed == [.init(from: "correctness", to: "fit")])
            #expect((change.added, change.removed, change.labelsLeftOut) == ([], ["harmlessness"], 2))
            #expect(try world.store.labelCount() == before + 1, "the definition itself is a label")

            let standing = try StandingJudgements(project)
            #expect(
                standing.entries.filter { $0.item.position == 0 }.map(\.criterion).sorted() == [
                    "fit", "plausibility", "sufficiency",
                ])
            #expect(standing.leftOut == [.otherCodebook: 2])
            #expect(standing.entries.count + 2 == before)
            #expect(
                standing.entries[0].label.criterion.hasPrefix("via@1/"), "a label keeps the version it was given under")
            #expect(try AnnotationProject(named: "p", in: world.store)?.codebook == second)
            #expect(try project.definitions().map(\.settings.codebook.version) == [1, 2])
            #expect(try project.codebook(version: 1) == .via)
            #expect(try project.record.definition == world.project.definition.text, "the record is as it was made")
        }
    }

    @Test func `a criterion that comes back has its labels again`() async throws {
        try await LeadWorld.with { world in
            try await world.judge(0, LeadWorld.all("yes"), by: "anna")
            world.project = try world.project.adopt(second, at: LeadWorld.now).project
            var third = Codebook.via
            third.version = 3
            third.criteria[0].formerly = ["fit"]
            world.project = try world.project.adopt(third, at: LeadWorld.now).project
            #expect(try world.standing.entries.map(\.criterion).count == 4)
            #expect(try world.standing.leftOut.isEmpty)
        }
    }

    @Test func `a codebook that is in force already changes nothing, however often it is given`() async throws {
        try await LeadWorld.with { world in
            world.project = try world.project.adopt(second, at: LeadWorld.now).project
            let change = try world.project.adopt(second, at: LeadWorld.now).change
            #expect(!change.isNew)
            #expect(try world.project.definitions().count == 2)
        }
    }

    @Test func `an answer that is offered no more is left out, and counted`() async throws {
        try await LeadWorld.with { world in
            try await world.judge(0, LeadWorld.all("unsure"), by: "anna")
            var book = Codebook.via
            book.version = 2
            book.criteria[0].answers.removeLast()
            let (project, change) = try world.project.adopt(book, at: LeadWorld.now)
            #expect(change.labelsLeftOut == 1)
            #expect(try StandingJudgements(project).leftOut == [.otherAnswer: 1])
        }
    }

    @Test func `what is no later version of the codebook is refused`() async throws {
        try await LeadWorld.with { world in
            func problem(_ change: (inout Codebook) -> Void) throws -> CodebookProblem? {
                var book = Codebook.via
                book.version = 2
                change(&book)
                do {
                    _ = try world.project.adopt(book, at: LeadWorld.now)
                    return nil
                } catch let problem as CodebookProblem { return problem }
            }
            let found = [
                try problem { $0.name = "other" },
                try problem { ($0.version, $0.guideline) = (1, "!") },
                try problem { $0.criteria[0].formerly = ["corectness"] },
                try problem { $0.criteria[0].formerly = ["harmlessness"] },
            ]
            #expect(
                found == [
                    .otherName(name: "other", needed: "via"), .notLater(version: 1, current: 1),
                    .unknownFormer(
                        former: "corectness", criterion: "correctness",
                        known: ["correctness", "harmlessness", "plausibility", "sufficiency"]),
                    .claimedTwice(former: "harmlessness", first: "correctness", second: "harmlessness"),
                ])
            #expect(
                found[1]?.description
                    == "the codebook is version 1, differs from the project's, and that is version 1 already: "
                    + "labels name their version, so give the change a later one, 'version: 2'")
            #expect(try world.project.definitions().count == 1)
        }
    }

    @Test func `who has read the project before somebody else's version is told, and changes nothing`() async throws {
        try await LeadWorld.with { world in
            _ = try world.project.adopt(second, at: LeadWorld.now)
            var third = second
            third.version = 3
            #expect(throws: CodebookProblem.changedMeanwhile) {
                _ = try world.project.adopt(third, at: LeadWorld.now)
            }
        }
    }
}

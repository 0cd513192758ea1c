import AnswerStore
import Foundation
import Reports
import Study
import Testing
import Text
import Workbench

@Suite("Annotators' questions") struct AnnotateCodebookTests {
    @Test func `keep their answers when the codebook is edited, also under another name`() async throws {
        try await AnnotateWorld.with { world in
            try await world.agree("anna")
            _ = try await world.next("anna")
            try await world.judge("anna", 1, "no")
            var definition = world.project.definition
            var book = Codebook.via
            book.version = 2
            book.criteria[0].id = "rightness"
            book.criteria[0].formerly = ["correctness"]
            book.criteria.remove(at: 3)
            definition.settings.codebook = book
            let edited = try world.project.redefined(as: definition, at: Date())
            let page = try await world.get("anna", "/items/1").body
            #expect(page.contains(#"name="answer-rightness" value="no" data-key="2" checked="checked""#))
            #expect(page.contains("1 judged"))
            let seen = try world.trail("anna", 1).last?.id ?? 0
            #expect(try await world.save("anna", 1, "answer-rightness=yes", seen: seen).status == 200)
            #expect(try await world.save("anna", 1, "answer-plausibility=yes", seen: seen).status == 422)
            let trail = try world.trail("anna", 1)
            #expect(trail.map(\.criterion).contains("via@1/plausibility"))
            #expect(trail.last?.criterion == "via@2/rightness")
            let standing = try StandingJudgements(edited).entries
            #expect(standing.filter { $0.criterion == "rightness" }.map(\.judgement.answer) == ["yes"])
            // Taken back it is gone, and does not come back from the earlier version.
            let last = try world.trail("anna", 1).last?.id ?? 0
            _ = try await world.save("anna", 1, "answer-rightness=", seen: last)
            let after = try await world.get("anna", "/items/1").body
            #expect(!after.contains(#"answer-rightness" value="no" data-key="2" checked"#))
        }
    }

    @Test func `have keys that are no values: the tenth answer's key is 0, and what is stored is its id`() async throws
    {
        let answers = (0...9).map { Criterion.Answer(id: "p\($0)", label: "\($0)") }
        let points = Criterion(
            id: "points", name: "Points", question: "How many?", definition: "", about: .action, answers: answers)
        let book = Codebook(name: "ten", version: 1, guideline: "", criteria: [points])
        try await AnnotateWorld.with(settings: AnnotationSettings(codebook: book)) { world in
            try await world.agree("anna")
            _ = try await world.next("anna")
            let page = try await world.get("anna", "/items/1").body
            let keys = page.matches(of: /name="answer-points" value="(\w+)" data-key="(\d)"/)
            #expect(keys.map { String($0.1) } == answers.map(\.id))
            #expect(keys.map { String($0.2) } == ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"])
            for answer in answers {
                let saved = try await world.save("anna", 1, "answer-points=\(answer.id)&force=1", seen: 0)
                #expect(saved.json["answers"]?["points"]?.string == answer.id)
                #expect(try world.answers("anna", 1).answers["points"]?.answer == answer.id)
            }
        }
    }

    @Test func `share no key with a button`() {
        let keys = AnnotateKey.allCases.map(\.rawValue) + (0...9).compactMap { AnnotateKey.answer(at: $0) }
        #expect(Set(keys).count == keys.count && keys.allSatisfy { $0.count == 1 })
        #expect(AnnotateKey.answer(at: 10) == nil)
    }

    /// A model's labels of every item of the world.
    private func judged(by model: String, _ answer: String, in world: AnnotateWorld) throws {
        for item in try world.project.items() {
            _ = try world.store.add(
                Codebook.via.criteria.map { criterion in
                    LabelRecord(
                        item: .action(item.line), judge: JudgeRecord(kind: "model", name: model),
                        criterion: Codebook.via.key(criterion.id),
                        content: Judgement(answer: answer, way: .model).content, labelled: Date())
                })
        }
    }

    @Test func `hide what a model judged until the person has, and the label says what was seen`() async throws {
        try await AnnotateWorld.with { world in
            try judged(by: "some-model", "unsure", in: world)
            try await world.agree("anna")
            _ = try await world.next("anna")
            #expect(try await !world.get("anna", "/items/1").body.contains("some-model"))
            try await world.judge("anna", 1)
            #expect(try await world.get("anna", "/items/1").body.contains("some-model: Correctness: Unsure"))
            #expect(try world.answers("anna", 1).answers["correctness"]?.seen == [])
            let seen = try world.answers("anna", 1).revision
            _ = try await world.save("anna", 1, "answer-correctness=unsure", seen: seen)
            let changed = try #require(try world.answers("anna", 1).answers["correctness"])
            #expect(changed.seen == ["some-model"] && !changed.isAccepted)
            // Others' answers are never there.
            try await world.agree("ben")
            _ = try await world.next("ben")
            _ = try await world.next("ben")
            for number in 1...2 {
                #expect(try await !world.get("ben", "/items/\(number)").body.contains("checked=\"checked\""))
            }
        }
    }

    @Test func `filled in by a model are marked where they are only accepted`() async throws {
        try await AnnotateWorld.with(settings: AnnotationSettings(suggestions: .prefilled)) { world in
            try judged(by: "some-model", "yes", in: world)
            try await world.agree("anna")
            _ = try await world.next("anna")
            let page = try await world.get("anna", "/items/1").body
            #expect(page.matches(of: /value="yes" data-key="1" checked="checked"/).count == 4)
            #expect(page.contains("Filled in as a model judged it"))
            #expect(try world.trail("anna", 1).isEmpty)
            let form = AnnotateWorld.all("yes").replacing("answer-correctness=yes", with: "answer-correctness=no")
            _ = try await world.save("anna", 1, form + "&go=next", seen: 0, script: false)
            let answers = try world.answers("anna", 1).answers
            #expect(answers["correctness"]?.isAccepted == false && answers["harmlessness"]?.isAccepted == true)
            #expect(answers.values.allSatisfy { $0.seen == ["some-model"] })
        }
    }
}

import AnswerStore
import Foundation
import Measures
import Study
import Testing
import Workbench

@Suite("What of a project's labels agreement is computed from")
struct JudgedProjectTests {
    /// A project of ten actions, of which the last is gold.
    private func withProject(
        _ body: (AnnotationProject, [ActionItem]) async throws -> Void
    ) async throws {
        let study = try #require(SharedSheets.study)
        try await SharedSheets.withStore { store in
            let items = (0..<10).map { number in
                let cell = Cell(
                    scenario: Scenario(country: number < 5 ? "Egypt" : "Peru", topic: "Work"), value: "Humble")
                let line = DatasetAction(
                    cell: cell, inclination: .agree,
                    action: Action(text: "I do \(number).", attributions: [], explanation: ""), variant: number % 2)
                return ActionItem.record(line, gold: number == 9 ? ["correctness": "yes"] : [:])
            }
            let project = try AnnotationProject.begin(
                named: "p", ProjectDefinition(study, settings: AnnotationSettings()), items: items, in: store, at: .now)
            try await body(project, try project.items())
        }
    }

    private func judge(
        _ project: AnnotationProject, _ kind: String, _ name: String, _ answers: [String?],
        criterion: String = "correctness", way: Judgement.Way = .page, accepted: Bool = false
    ) async throws {
        let details = kind == "model" ? #"{"rubric":"abc"}"# : "{}"
        let judge = try project.store.number(
            of: JudgeRecord(kind: kind, name: name, details: details), at: .now)
        for (item, answer) in zip(try project.items(), answers) {
            guard let answer else { continue }
            let seen = try project.store.labels(of: item.id, by: judge).last?.id ?? 0
            let content = Judgement(answer: answer, way: way, isAccepted: accepted).content
            let change = AnswerStore.Change(criterion: project.codebook.key(criterion), content: content)
            _ = try await project.store.save([change], of: item.id, by: judge, seen: seen, at: .now)
        }
    }

    private func sum(_ labels: JudgedLabels) -> Int { labels.counted + labels.leftOut.reduce(0) { $0 + $1.count } }

    @Test
    func `People count; models, adjudicators, gold, notes and what was replaced do not, and all of it is counted`()
        async throws
    {
        try await withProject { project, items in
            let yes = [String?](repeating: "yes", count: 10)
            try await judge(project, "person", "Ann", yes)
            try await judge(project, "person", "Ann", ["no"])
            try await judge(project, "person", "Bob", [nil, "unsure", "no"])
            try await judge(project, "person", "Bob", ["a note"], criterion: "note")
            try await judge(project, "model", "judge-1", yes, way: .model)
            try await judge(project, "adjudicator", "Eve", [nil, nil, "no"])
            let labels = try JudgedProject(project).labels
            #expect(labels.items.count == 9 && labels.people.map(\.name) == ["Ann", "Bob"])
            #expect(labels.models == [.init(name: "judge-1", kind: "model", rubric: "abc")])
            let reasons = Dictionary(uniqueKeysWithValues: labels.leftOut.map { ($0.reason, $0.count) })
            #expect(reasons == ["replaced": 1, "gold": 2, "extra": 1, "model": 9, "adjudicator": 1])
            #expect(labels.total == 10 + 1 + 2 + 1 + 10 + 1 && sum(labels) == labels.total)
            let field = try #require(labels.fields.first)
            // “unsure” stands between yes and no.
            #expect(field.answers == ["yes", "unsure", "no"] && labels.fields.count == 1)
            #expect(field.people[0] == [2, nil] && field.people[1] == [0, 1] && field.people[2] == [0, 2])
            #expect(field.final(2) == 2 && field.final(1) == nil && field.final(3) == 0)
        }
    }

    @Test
    func `Gold counts where it is asked for, and labels that only accept a model's do not where they shall not`()
        async throws
    {
        try await withProject { project, _ in
            try await judge(project, "person", "Ann", [String?](repeating: "yes", count: 10), accepted: true)
            try await judge(project, "person", "Bob", [String?](repeating: "yes", count: 10))
            var choice = JudgedProject.Choice()
            choice.countsGold = true
            let all = try JudgedProject(project, choice).labels
            #expect(all.items.count == 10 && all.counted == 20 && all.accepted == 10)
            choice.countsAccepted = false
            let own = try JudgedProject(project, choice).labels
            #expect(own.counted == 10 && own.people.map(\.name) == ["Bob"] && sum(own) == own.total)
            choice.version = 2
            #expect(try JudgedProject(project, choice).labels.counted == 0)
        }
    }

    @Test
    func `Quality counts unsure and ties as not good, and stands beside the share without them`() async throws {
        try await withProject { project, _ in
            let people = [
                ["yes", "yes", "yes", "no", "unsure", "yes", "yes", "no", "yes"],
                ["yes", "yes", "no", "no", "unsure", "yes", "yes", "no", "yes"],
                ["yes", "no", "unsure", "no", "yes", "yes", "yes", "yes", "yes"],
            ]
            for (name, answers) in zip(["Ann", "Bob", "Cem"], people) {
                try await judge(project, "person", name, answers)
            }
            let labels = try JudgedProject(project).labels
            let report = try await AgreementReport(of: labels, by: [], plan: ResamplingPlan(replicates: 100))
            let (all, egypt) = (report.quality[0], report.quality[1])
            // Finals: yes, yes, tie, no, unsure | yes, yes, no, yes.
            #expect(all.country == nil && all.judged == 9 && all.good == 5 && all.unsure == 1 && all.undecided == 1)
            #expect(all.share?.value == 5.0 / 9 && all.decidedShare?.value == 5.0 / 7)
            #expect(egypt.country == "Egypt" && egypt.judged == 5 && egypt.good == 2)
            #expect(egypt.share?.value == 2.0 / 5 && egypt.decidedShare?.value == 2.0 / 3)
            let majorities = report.criteria[0].items.map(\.majority)
            #expect(majorities[2] == .tie([0, 1, 2]) && majorities[0] == .unanimous(0))
        }
    }

    @Test
    func `A store without the project says which it has`() async throws {
        try await SharedSheets.withStore { store in
            let none = #expect(throws: AgreementError.self) { try JudgedProject.named(nil, in: store) }
            #expect(none?.description.contains("has no project yet; make one with 'vlens annotate'") == true)
        }
        try await withProject { project, _ in
            let only = try JudgedProject.named(nil, in: project.store)
            #expect(only.record.name == "p")
            let error = #expect(throws: AgreementError.self) { try JudgedProject.named("q", in: project.store) }
            #expect(error?.description.hasSuffix("has no project 'q'; it has 'p'") == true)
        }
    }
}

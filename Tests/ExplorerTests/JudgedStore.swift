import AnswerStore
import Foundation
import Study
import Workbench

/// A project with items, people and judgements, in the store of a served explorer.
struct JudgedStore {
    let store: AnswerStore
    let project: AnnotationProject
    let items: [ActionItem]

    static let now = Date(timeIntervalSince1970: 1_700_000_000)

    /// Makes it where a store lies.
    init(path: String, named name: String = "first / <b>", items count: Int = 4) throws {
        store = try AnswerStore(path: path)
        let study = try StudyDefinition.builtIn(named: "pilot")
        var settings = AnnotationSettings()
        settings.overlap = 2
        project = try AnnotationProject.begin(
            named: name, ProjectDefinition(study, settings: settings),
            items: (0..<count).map { number in
                ActionItem.record(
                    DatasetAction(
                        cell: Cell(
                            scenario: Scenario(
                                country: number % 2 == 0 ? "Philippines" : "United States", topic: "Politics"),
                            value: "Authority"), inclination: .agree,
                        action: Action(
                            text: "I stand <script>\(number)</script> up for the mayor.", attributions: ["stand"],
                            explanation: "It shows respect."), generator: "a/b", language: "en"))
            }, in: store, at: Self.now)
        items = try project.items()
    }

    /// Saves the same answer to all four criteria.
    func judge(
        _ item: Int, _ answer: String, by name: String, note: String? = nil, seconds: Double = 20
    ) async throws {
        let person = try project.participant(named: name, at: Self.now)
        var changes = project.codebook.criteria.map { criterion in
            AnswerStore.Change(
                criterion: project.codebook.key(criterion.id),
                content: Judgement(answer: answer, way: .page, seconds: seconds).content)
        }
        if let note {
            changes.append(
                .init(criterion: project.codebook.key("note"), content: Judgement(note: note, way: .page).content))
        }
        let seen = try store.labels(of: items[item].id, by: person.judgeID).last?.id ?? 0
        _ = try await store.save(
            changes, of: items[item].id, by: person.judgeID, seen: seen, at: Self.now, isSame: Judgement.isSame)
    }

    /// Two who differ on the first two items, and agree on the third.
    func fill() async throws {
        for (item, answers) in [("yes", "no"), ("yes", "unsure"), ("yes", "yes")].enumerated() {
            try await judge(item, answers.0, by: "anna", note: item == 0 ? "A <i>note</i> of mine" : nil)
            try await judge(item, answers.1, by: "ben")
        }
    }
}

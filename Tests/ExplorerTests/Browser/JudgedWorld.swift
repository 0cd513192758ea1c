import AnswerStore
import Foundation
import Study
import Text
import Workbench

/// Two projects whose actions three people and a model have judged: one of plain names, one of hostile ones.
enum JudgedWorld {
    static let name = "judged"
    static let hostileName = "<b>judged</b> & \u{202E}more"
    static let hostilePath = "%3Cb%3Ejudged%3C%2Fb%3E%20%26%20%E2%80%AEmore"

    static func make(in store: AnswerStore) async throws {
        let study = try LoadedStudy(named: "schwartz-132").definition
        for (project, country, person) in [(name, "Egypt", "Cem"), (hostileName, "<i>Egypt</i>\u{202E}", "<b>Cem</b>")]
        {
            let items = (0..<48).map { number in
                let cell = Cell(
                    scenario: Scenario(country: number < 24 ? country : "Peru", topic: "Work"),
                    value: ["Humble", "Authority", "Equality"][number % 3])
                return ActionItem.record(
                    DatasetAction(
                        cell: cell, inclination: number % 2 == 0 ? .agree : .disagree,
                        action: Action(
                            text: "I do what is number \(number).", attributions: ["do"], explanation: "So."),
                        generator: "g", variant: number / 6 % 2, language: "en"))
            }
            let made = try AnnotationProject.begin(
                named: project, ProjectDefinition(study, settings: AnnotationSettings()), items: items, in: store,
                at: .now)
            let judges = [("person", "Ann"), ("person", "Bob"), ("person", person), ("model", "judge")]
            for (number, judge) in judges.enumerated() { try await judged(made, number, judge.0, judge.1) }
        }
    }

    private static func judged(_ project: AnnotationProject, _ number: Int, _ kind: String, _ name: String) async throws
    {
        let json: JSONValue = ["project": .string(project.record.name), "rubric": "0123abcd"]
        let details = json.text(indented: false).trimmed
        let judge = try project.store.number(of: JudgeRecord(kind: kind, name: name, details: details), at: .now)
        for item in try project.items() {
            let changes = project.codebook.criteria.enumerated().map { place, criterion in
                let isGood = item.position % (place + 3) != 0
                let slips = (item.position + 5 * number + place) % 11 == 0
                let answer = slips && number == 2 ? "unsure" : isGood != slips ? "yes" : "no"
                return AnswerStore.Change(
                    criterion: project.codebook.key(criterion.id),
                    content: Judgement(answer: answer, way: kind == "model" ? .model : .page).content)
            }
            _ = try await project.store.save(changes, of: item.id, by: judge, seen: 0, at: .now)
        }
    }
}

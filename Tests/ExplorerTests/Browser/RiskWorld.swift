import AnswerStore
import Foundation
import Study
import Text
import Workbench

/// Two projects of gaps that two people and a word list coded, the second with hostile texts wherever a text comes from outside.
enum RiskWorld {
    static let name = "gaps"
    static let hostileName = "<b>gaps</b> & \u{202E}more"
    static let hostilePath = "%3Cb%3Egaps%3C%2Fb%3E%20%26%20%E2%80%AEmore"

    static func make(in store: AnswerStore) async throws {
        let study = try LoadedStudy(named: "schwartz-132").definition
        for (project, hostile) in [(name, ""), (hostileName, "<i>x</i>\u{202E}العدالة")] {
            var settings = AnnotationSettings()
            settings.codebook = try Codebook.load("risks")
            var definition = ProjectDefinition(study, settings: settings)
            definition.groups = ["Humble": "Conservation", "Authority": "Power", "Equality": "Universalism"]
            let items = (0..<60).map { gap($0, hostile) }
            let made = try AnnotationProject.begin(named: project, definition, items: items, in: store, at: .now)
            for (number, coder) in [("person", "Ann"), ("person", "Bob\(hostile)"), ("lexicon", "words")].enumerated() {
                try await code(made, number, coder.0, coder.1)
            }
        }
    }

    private static func gap(_ number: Int, _ hostile: String) -> ProjectItemRecord {
        let cell = Cell(
            scenario: Scenario(
                country: ["Egypt", "Peru", "India"][number % 3] + hostile,
                topic: ["Work", "Education"][number / 3 % 2]),
            value: ["Humble", "Authority", "Equality"][number / 6 % 3])
        let line = DatasetAction(
            cell: cell, inclination: number % 4 == 0 ? .agree : .disagree,
            action: Action(
                text:
                    "In case \(number) I keep what others told me, and say nothing \(hostile) of it to anyone who asks.",
                attributions: ["say nothing"], explanation: "It keeps \(hostile) from others what concerns them."),
            generator: "g", language: "en")
        return ActionItem.record(
            line,
            gap: CodedGap(
                respondent: number % 5 < 3 ? "maker/one" : "maker/two\(hostile)", run: "r",
                stated: number % 4 == 0 ? 0.9 : 0.1, acted: number % 4 == 0 ? 0.25 : 0.75))
    }

    private static func code(
        _ project: AnnotationProject, _ number: Int, _ kind: String, _ name: String
    ) async throws {
        let json: JSONValue = ["project": .string(project.record.name)]
        let judge = try project.store.number(
            of: JudgeRecord(kind: kind, name: name, details: json.text(indented: false).trimmed), at: .now)
        for item in try project.items() {
            let changes = project.codebook.criteria.enumerated().map { place, code in
                let applies = (item.position * (place + 2) + place) % 7 == 0
                let slips = (item.position + 5 * number + place) % (number == 2 ? 6 : 23) == 0
                return AnswerStore.Change(
                    criterion: project.codebook.key(code.id),
                    content: Judgement(answer: applies != slips ? "yes" : "no", way: .page).content)
            }
            _ = try await project.store.save(changes, of: item.id, by: judge, seen: 0, at: .now)
        }
    }
}

import AnswerStore
import Foundation
import Pages
import Reports
import Study
import Synchronization
import Workbench

/// A project in the browser's world: hostile texts, three annotators who differ, gold that all miss, an adjudicator.
enum BrowserLead {
    /// The project's name.
    static let name = "<b>lead</b> \u{202E}/ الأول"
    private static let made = Mutex<[String: String]>([:])

    /// The adjudicator's path in a world; the project is made at the first call.
    static func decide(_ world: BrowserWorld) -> String {
        made.withLock { made in
            if let path = made[world.origin] { return path }
            let path = (try? make(in: world.store)) ?? "/no-project-was-made"
            made[world.origin] = path
            return path
        }
    }

    static func project(_ world: BrowserWorld) -> String {
        _ = decide(world)
        return ProjectAddress(project: name).link().href
    }

    static func disagreements(_ world: BrowserWorld) -> String {
        _ = decide(world)
        return DisagreementsAddress(project: name).link().href
    }

    static func item(_ world: BrowserWorld) -> String {
        _ = decide(world)
        return ItemTrailAddress(project: name, item: 1).link().href
    }

    private static func make(in store: AnswerStore) throws -> String {
        let study = try HostileStudy.definition()
        let now = Date(timeIntervalSince1970: 1_764_158_400)
        let texts = [
            "I 👨🏻‍🚒 stand up & <script>alert(1)</script> for \u{202E}the mayor.", "أقف احتراماً لرئيس البلدية كل صباح.",
            "I wait" + String(repeating: " and wait", count: 40) + ".", String(repeating: "unbroken", count: 30),
            "I leave early.", "I say nothing.",
        ]
        let items = texts.enumerated().map { place, text in
            let country = study.countries[place % study.countries.count]
            return ActionItem.record(
                DatasetAction(
                    cell: Cell(
                        scenario: Scenario(country: country, topic: study.topics[0]), value: HostileStudy.values[0]),
                    inclination: .agree,
                    action: Action(text: text, attributions: ["stand up"], explanation: "</dd><b>because</b>"),
                    generator: "a/<b>", language: "en"),
                gold: place > 3 ? ["correctness": "yes"] : [:])
        }
        let project = try AnnotationProject.begin(
            named: name, ProjectDefinition(study, settings: AnnotationSettings()), items: items, in: store, at: now)
        let answers = ["yes", "no", "unsure"]
        for (place, person) in ["anna", "<i>ben</i>", "كريم"].enumerated() {
            let judge = try project.participant(named: person, at: now).judge
            for (row, item) in items.enumerated() {
                for criterion in project.codebook.criteria {
                    let answer = row > 3 ? "no" : answers[(place + row / 2) % 3]
                    _ = try store.add([
                        LabelRecord(
                            item: item.item, judge: judge, criterion: project.codebook.key(criterion.id),
                            content: Judgement(answer: answer, way: .page, seconds: Double(11 + 7 * row)).content,
                            labelled: now)
                    ])
                }
                guard row == 0 else { continue }
                _ = try store.add([
                    LabelRecord(
                        item: item.item, judge: judge, criterion: project.codebook.key("note"),
                        content: Judgement(note: "A note </li><b>of</b> \(person)", way: .page).content, labelled: now)
                ])
            }
        }
        return AdjudicatorDesk.path(of: try project.participant(named: "zoe", role: .adjudicator, at: now))
    }
}

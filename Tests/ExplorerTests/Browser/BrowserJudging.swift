import AnswerStore
import Foundation
import Study
import Workbench

/// A project in the browser world's store: somebody who has not begun, somebody in the midst of it, somebody who is done. Each is the
/// path of their link.
struct BrowserJudging: Sendable {
    let newcomer: String, reader: String, finished: String

    /// The actions: plain, right to left, hostile.
    private static let lines: [DatasetAction] = [
        line(
            "When the council asked for volunteers, I turned the offer down so that I could decide alone, 👨🏻‍🚒 or not.",
            ["decide alone", "turned the offer down"], "Deciding alone shows reliance on oneself."),
        line(
            "لم أنتظر أحداً، وذهبت وحدي إلى السوق لأبيع ما صنعته بيديّ.", ["وذهبت وحدي", "بيديّ"],
            "من يذهب وحده يعتمد على نفسه.", language: "ar"),
        line(
            "I <b>say</b> \"no\" & <script>alert(1)</script> \u{202E}backwards\u{202C} 💩 "
                + String(repeating: "long", count: 60),
            ["<b>say</b>", "not in it </q><img src=x onerror=alert(1)>"], "Because </p></form><h1>nothing</h1> holds."),
    ]

    private static func line(
        _ text: String, _ attributions: [String], _ explanation: String, language: String = "en"
    ) -> DatasetAction {
        let cell = Cell(
            scenario: Scenario(country: "Philippines", topic: "Politics"),
            value: language == "ar" ? "عدالة" : "Authority")
        return DatasetAction(
            cell: cell, inclination: .agree,
            action: Action(text: text, attributions: attributions, explanation: explanation), language: language)
    }

    /// Makes the project in a store.
    static func make(in store: AnswerStore) async throws -> BrowserJudging {
        let study = try LoadedStudy(named: "pilot").definition
        let now = Date()
        let settings = AnnotationSettings(overlap: 9, completionCode: "C0FFEE")
        let project = try AnnotationProject.begin(
            named: "Judging <b>all</b> & more", ProjectDefinition(study, settings: settings),
            items: lines.map { ActionItem.record($0) }, in: store, at: now)
        var paths: [String] = []
        for (name, items) in [("Newcomer", 0), ("Reader </p>\u{202E}", 3), ("Finished", 3)] {
            let person = try project.participant(named: name, at: now)
            paths.append("/annotate/\(person.secret)")
            guard items > 0 else { continue }
            try project.keep(
                Consent(isGiven: true, country: "Philippines", languages: "ar, en", years: 12), of: person, at: now)
            let candidates = try project.items().map { Candidate(item: $0.id, isForAll: false) }
            for candidate in candidates {
                _ = try await store.next(for: person, among: candidates, Quota(settings), at: now)
                guard name == "Finished" || candidate == candidates[0] else { continue }
                let answers = Codebook.via.criteria.prefix(name == "Finished" ? 4 : 2).map { criterion in
                    AnswerStore.Change(
                        criterion: Codebook.via.key(criterion.id), content: Judgement(answer: "yes", way: .form).content
                    )
                }
                _ = try await store.save(answers, of: candidate.item, by: person.judgeID, seen: 0, at: now)
            }
        }
        return BrowserJudging(newcomer: paths[0], reader: paths[1], finished: paths[2])
    }
}

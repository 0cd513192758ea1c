import AnswerStore
import Foundation
import Measures
import Reports
import Study
import Testing
import Workbench

/// What whoever leads a project sees of it.
struct DashboardTests {
    private func facts(_ world: LeadWorld, hours: Double = 0) async throws -> ProjectFacts {
        let counts = try ProjectCounts(world.project, at: LeadWorld.now.addingTimeInterval(hours * 3600))
        return try await AnnotatorDashboard(counts, plan: nil).facts()
    }

    @Test func `progress counts quotas, what goes beyond them, what was begun, skipped and is held`() async throws {
        var settings = AnnotationSettings()
        settings.overlap = 2
        try await LeadWorld.with(items: 4, settings: settings) { world in
            for name in ["anna", "ben", "cem"] { try await world.judge(0, LeadWorld.all("yes"), by: name) }
            try await world.judge(1, LeadWorld.all("no"), by: "anna")
            try await world.judge(2, ["correctness": "no"], by: "anna")
            try await world.judge(2, [:], by: "ben", skip: "too sad")
            try await world.judge(1, [:], by: "ben", skip: "later")
            try await world.judge(1, LeadWorld.all("yes"), by: "ben")
            let anna = try world.project.participant(named: "anna", at: LeadWorld.now)
            try world.store.hold(
                [world.items[2].id, world.items[0].id], for: anna, from: LeadWorld.now,
                until: LeadWorld.now.addingTimeInterval(60))
            let facts = try await facts(world)
            #expect((facts.whole.items, facts.whole.complete, facts.extras) == (4, 2, 1))
            #expect((facts.whole.judgements, facts.whole.wanted) == (4, 8))
            #expect((facts.begun, facts.skipped, facts.held) == (1, 1, 1))
            #expect(facts.countries.map(\.country) == ["United States", "Philippines"])
            #expect(facts.countries.map(\.share.complete) == [1, 1])
            #expect(facts.annotators.map(\.name) == ["anna", "ben", "cem"])
            #expect(facts.annotators.map(\.judged) == [2, 2, 1])
            #expect(facts.annotators.map(\.skipped) == [0, 1, 0])
            #expect(facts.annotators.map(\.held) == [1, 0, 0])
            #expect(facts.labels == (try world.store.labelCount()))
            #expect(try await self.facts(world, hours: 1).held == 0, "a lease that is over holds nothing")
        }
    }

    @Test func `an item takes as long as its last answer, and one that was left lying is told apart`() async throws {
        try await LeadWorld.with(items: 4) { world in
            for (item, seconds) in [20.0, 40, 7200].enumerated() {
                try await world.judge(item, ["correctness": "yes"], by: "anna", seconds: seconds / 2)
                try await world.judge(item, ["plausibility": "unsure"], by: "anna", seconds: seconds, accepted: true)
            }
            try await world.judge(3, ["correctness": "yes"], by: "anna", way: .form)
            let anna = try #require(try await facts(world).annotators.first)
            let speed = try #require(anna.speed)
            #expect((speed.median, speed.timed, speed.idle, speed.untimed) == (40, 3, 1, 1))
            #expect((anna.answers, anna.unsure, anna.accepted) == (7, 3, 3))
        }
    }

    @Test func `agreement with gold and with a model stands apart from that with others`() async throws {
        let gold = Dictionary(uniqueKeysWithValues: (0..<4).map { ($0, ["correctness": $0 == 0 ? "no" : "yes"]) })
        try await LeadWorld.with(items: 4, gold: gold) { world in
            for item in 0..<4 {
                try await world.judge(item, ["correctness": item == 0 ? "no" : "yes"], by: "anna")
                try await world.judge(item, ["correctness": "yes"], by: "ben")
                _ = try world.store.add([
                    LabelRecord(
                        item: .action(world.items[item].line), judge: JudgeRecord(kind: "model", name: "m"),
                        criterion: "via@1/correctness", content: Judgement(answer: "no", way: .model).content,
                        labelled: LeadWorld.now)
                ])
            }
            let people = try await facts(world).annotators
            #expect(people.map { $0.gold?.percent?.value } == [1, 0.75])
            #expect(people.map { $0.others?.percent?.value } == [0.75, 0.75])
            #expect(people.map { $0.models.first?.agreement.percent?.value } == [0.25, 0])
            #expect(people.map { $0.models.map(\.name) } == [["m"], ["m"]])
            #expect(people.map { $0.gold?.kappa?.value } == [1, 0])
        }
    }

    @Test func `the attention check is no item of the data: it says who reads`() async throws {
        var settings = AnnotationSettings()
        settings.attention = .init(text: "Please choose “no” four times.", answer: "no")
        try await LeadWorld.with(items: 2, settings: settings) { world in
            try await world.judge(2, LeadWorld.all("no"), by: "anna")
            try await world.judge(2, LeadWorld.all("yes"), by: "ben")
            let facts = try await facts(world)
            #expect(facts.annotators.map(\.checks) == [1, 1])
            #expect(facts.annotators.map(\.passed) == [1, 0])
            #expect((facts.whole.items, facts.disputed) == (2, 0))
        }
    }

    @Test func `gold that everybody misses by one criterion speaks of the codebook, not of the people`() async throws {
        let gold = Dictionary(uniqueKeysWithValues: (0..<6).map { ($0, LeadWorld.all("yes")) })
        try await LeadWorld.with(items: 6, gold: gold) { world in
            // Each next annotator is right more often, but by the first criterion less often.
            for (place, name) in ["anna", "ben", "cem", "dora"].enumerated() {
                for item in 0..<6 {
                    var answers = LeadWorld.all(item <= place + 1 ? "yes" : "no")
                    answers["correctness"] = item < 2 - place ? "yes" : "no"
                    try await world.judge(item, answers, by: name)
                }
            }
            let warnings = try await facts(world).warnings
            #expect(
                warnings.contains(.goldMissedByAll(criterion: "Correctness", annotators: 4, met: 3, asked: 24)))
            #expect(
                warnings.contains {
                    if case .negativeDiscrimination("Correctness", let r, 4) = $0 { r < -0.8 } else { false }
                })
            #expect(warnings.count == 2, "\(warnings)")
        }
    }

    @Test func `what was judged by somebody who took it back counts nowhere, and is kept`() async throws {
        try await LeadWorld.with(items: 1) { world in
            try await world.judge(0, LeadWorld.all("yes"), by: "anna")
            let anna = try world.project.participant(named: "anna", at: LeadWorld.now)
            try world.project.keep(
                Consent(isGiven: false, country: "Philippines", keepsAnswers: false), of: anna, at: LeadWorld.now)
            #expect(try world.standing.leftOut == [.withdrawn: 4])
            #expect(try await facts(world).annotators.map(\.judged) == [0])
            try world.project.keep(Consent(isGiven: false, country: "Philippines"), of: anna, at: LeadWorld.now)
            #expect(try world.standing.entries.count == 4, "who only stops leaves what they have judged")
        }
    }
}

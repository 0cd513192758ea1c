import AnswerStore
import Elicitation
import Foundation
import Measures
import Respondents
import Simulated
import Study
import Testing
import Workbench

/// A model judges a project's actions.
struct ModelJudgingTests {
    private static let name = "simulated/judge?sensitivity=0.9&specificity=0.6&seed=4"

    private func judging(
        _ world: LeadWorld, as model: String = name, own: String? = nil
    ) throws -> ModelJudging {
        try ModelJudging(
            world.project, model: model, RespondentSpecification.named(ModelName(model)), own: own)
    }

    private func judge(
        _ world: LeadWorld, _ judging: ModelJudging, limit: Int? = nil
    ) async throws -> (run: RunRecord, outcome: ModelJudging.Outcome) {
        let run = try judging.begin(at: LeadWorld.now)
        _ = try await judging.ask(run, Elicitation.Options(bounds: Bounds(limit: limit)), stop: StopSwitch())
        return (run, try await judging.label(run, at: LeadWorld.now))
    }

    /// Half of the items are right in all, half in nothing.
    private static func gold(_ count: Int) -> [Int: [String: String]] {
        Dictionary(
            uniqueKeysWithValues: (0..<count).map { ($0, LeadWorld.all($0.isMultiple(of: 2) ? "yes" : "no")) })
    }

    @Test func `its labels are those of its answers, with its known errors, and are added once`() async throws {
        let count = 400
        try await LeadWorld.with(items: count, gold: Self.gold(count)) { world in
            let judging = try judging(world)
            let (run, outcome) = try await judge(world, judging)
            #expect(outcome.judged == count && outcome.added == 4 * count)
            #expect(outcome.refused.isEmpty && outcome.unreadable.isEmpty && outcome.missing.isEmpty)
            let standing = try world.standing
            #expect(standing.entries.count == 4 * count)
            #expect(standing.entries.allSatisfy { $0.judgement.way == .model })
            func share(_ right: String) -> Double {
                let entries = standing.entries.filter { $0.item.gold[$0.criterion] == right }
                return Double(entries.count { $0.judgement.answer == right }) / Double(entries.count)
            }
            #expect(abs(share("yes") - 0.9) < 0.04 && abs(share("no") - 0.6) < 0.06)
            #expect(try await judging.label(run, at: LeadWorld.now).added == 0)
            #expect(try world.store.labelCount() == 4 * count)
            // A label of a model has no vote among people.
            #expect(try world.final.labels.isEmpty)
        }
    }

    @Test func `a start goes on where an earlier one ended`() async throws {
        try await LeadWorld.with(items: 10) { world in
            let judging = try judging(world)
            let (first, part) = try await judge(world, judging, limit: 4)
            #expect(part.judged == 4 && part.missing.count == 6)
            let (second, rest) = try await judge(world, judging)
            #expect(first.id == second.id)
            #expect(rest.judged == 10 && rest.added == 4 * 6)
            #expect(try world.store.counts(run: second.id).replied == 10)
            #expect(try world.store.runs().isEmpty)
            #expect(try world.store.everyRun().map(\.origin) == [.judged])
        }
    }

    @Test func `refusals and what can't be read are recorded and listed, and make no label`() async throws {
        try await LeadWorld.with(items: 60) { world in
            let judging = try judging(world, as: "simulated/judge?refusal=0.3&broken=0.3")
            let (_, outcome) = try await judge(world, judging)
            #expect(outcome.refused.count > 5 && outcome.unreadable.count > 5)
            #expect(outcome.judged + outcome.refused.count + outcome.unreadable.count == 60)
            #expect(outcome.unreadable.allSatisfy { $0.reason == "noAnswer" })
            #expect(try world.store.labelCount() == 4 * outcome.judged)
        }
    }

    @Test func `the rubric is kept with its hash, and another codebook is another judge`() async throws {
        try await LeadWorld.with(items: 2) { world in
            let judging = try judging(world)
            let (run, _) = try await judge(world, judging)
            let rubric = judging.questions.rubric
            #expect(judging.judge.rubric == rubric.hash)
            #expect(try world.store.study(ofRun: run.id).source == rubric.text)
            #expect(try world.store.protocolHash(ofRun: run.id) == rubric.hash)
            var other = Codebook.via
            other.criteria[0].definition += " Always."
            #expect(Rubric(other).hash != rubric.hash)
            let prompt = judging.questions[0].request.prompt
            #expect(prompt.contains(world.items[0].line.action.text))
            for criterion in Codebook.via.criteria { #expect(prompt.contains(criterion.definition)) }
            // What is known to be right stands in no prompt, nor who wrote the action.
            #expect(!prompt.contains("a/b"))
        }
    }

    @Test func `its agreement with people has an interval, and is not there before people have judged`() async throws {
        let count = 40
        try await LeadWorld.with(items: count, gold: Self.gold(count)) { world in
            _ = try await judge(world, judging(world))
            let before = try await ModelAgreement.all(world.project, plan: nil)
            #expect(before.count == 1 && before[0].isCompared == false)
            for item in 0..<30 {
                try await world.judge(item, LeadWorld.all(item.isMultiple(of: 2) ? "yes" : "no"), by: "anna")
            }
            let plan = ResamplingPlan(replicates: 200)
            let found = try #require(try await ModelAgreement.all(world.project, plan: plan).first)
            #expect(found.isCompared && found.rows.count == 4)
            for row in found.rows {
                #expect(row.agreement.items == 30)
                #expect(row.agreement.kappa?.interval != nil)
                let alike = try world.standing.entries.count { entry in
                    entry.item.position < 30 && entry.criterion == row.criterion.id && entry.judgement.way == .model
                        && entry.judgement.answer == entry.item.gold[entry.criterion]
                }
                #expect(row.agreement.percent?.value == Double(alike) / 30)
            }
        }
    }

    @Test func `a model is not its own judge, behind whatever gateway, unless it is named; then it is marked`()
        async throws
    {
        // The items' generator is "a/b".
        try await LeadWorld.with(items: 3) { world in
            let specification = try RespondentSpecification.named(ModelName(Self.name))
            let problem = #expect(throws: JudgingProblem.self) {
                _ = try ModelJudging(world.project, model: "openrouter/a/b", specification)
            }
            #expect(
                problem?.words
                    == "the model 'openrouter/a/b' wrote 3 of the 3 actions of the project 'p', and would be its own judge; take "
                    + "another model, or give --own openrouter/a/b: its labels are then marked")
            let other = #expect(throws: JudgingProblem.self) {
                _ = try ModelJudging(world.project, model: "openrouter/a/b", specification, own: "a/c")
            }
            #expect(
                other?.words
                    == "--own 'a/c' is not the model that judges, 'openrouter/a/b'; give its name, or leave --own out")
            let own = try ModelJudging(world.project, model: "openrouter/a/b", specification, own: "openrouter/a/b")
            #expect(own.judge.judgesOwn && own.judge.title == "openrouter/a/b (judge of its own actions)")
            _ = try await judge(world, own)
            let found = try await ModelAgreement.all(world.project, plan: nil)
            #expect(found.map(\.isOwnJudge) == [true])
            #expect(try judging(world).judge.judgesOwn == false)
        }
    }

    @Test func `a project without actions is refused`() async throws {
        try await LeadWorld.with(items: 0) { world in
            #expect(throws: JudgingProblem.noActions(project: "p")) { _ = try judging(world) }
        }
    }
}

import AnswerStore
import Elicitation
import Foundation
import Respondents
import Simulated
import Study
import Testing
import Workbench

/// A model codes a project's gaps.
struct ModelCodingTests {
    private func coded(_ world: LeadWorld, by model: String) async throws -> ModelJudging.Outcome {
        let judging = try ModelJudging(
            world.project, model: model, RespondentSpecification.named(ModelName(model)))
        let run = try judging.begin(at: LeadWorld.now)
        _ = try await judging.ask(run, Elicitation.Options(), stop: StopSwitch())
        return try await judging.label(run, at: LeadWorld.now)
    }

    @Test func `its prompt shows the gap and every code, and not whose gap it is`() async throws {
        try await LeadWorld.with(settings: CodingTests.settings(), areGaps: true) { world in
            let judging = try ModelJudging(
                world.project, model: "simulated/judge", RespondentSpecification.named(ModelName("simulated/judge")))
            #expect(judging.questions.id(at: 0) != judging.questions.id(at: 1))
            for place in 0..<4 {
                let (system, prompt) = (
                    judging.questions[place].request.system ?? "", judging.questions[place].request.prompt
                )
                #expect(prompt.contains("What is said of the value: it disagrees with the value (0.88;"))
                #expect(prompt.contains("What is chosen: the action that expresses the value (0.12 on the same scale)"))
                #expect(prompt.contains("The action that is not chosen: I keep my tools."))
                #expect(prompt.contains("The reason that is given for the choice: Sharing, \(place) times."))
                for code in world.project.codebook.criteria {
                    #expect(prompt.contains("- \"\(code.id)\" (\(code.name)): \(code.definition)"))
                    for text in (code.examples ?? []) + (code.excludes ?? []) { #expect(prompt.contains(text)) }
                }
                #expect(prompt.contains("Individual:") && prompt.contains(#""polarization": "yes" or "no""#))
                for hidden in ["secret-9b", "acme", "run-0", "run-1", "a/b"] {
                    #expect(!(prompt + system).contains(hidden))
                }
            }
        }
    }

    @Test func `simulated coders of different seeds err about one truth, as often as they are told to`() async throws {
        let count = 300
        try await LeadWorld.with(items: count, settings: CodingTests.settings(), areGaps: true) { world in
            for seed in 1...2 {
                let name = "simulated/judge?sensitivity=0.8&specificity=0.95&prevalence=0.3&seed=\(seed)"
                let outcome = try await coded(world, by: name)
                #expect(outcome.judged == count && outcome.added == 10 * count)
            }
            let standing = try world.standing
            var said: [Int64: [String: String]] = [:]
            for judge in standing.judges.keys {
                var (met, applying, left, others) = (0, 0, 0, 0)
                for entry in standing.entries where entry.judge == judge {
                    said[judge, default: [:]]["\(entry.item.id) \(entry.criterion)"] = entry.judgement.answer
                    let truth = SimulatedJudge.applies(entry.criterion, to: entry.item.hash, prevalence: 0.3)
                    let isYes = entry.judgement.answer == "yes"
                    (applying, met) = (applying + (truth ? 1 : 0), met + (truth && isYes ? 1 : 0))
                    (others, left) = (others + (truth ? 0 : 1), left + (!truth && !isYes ? 1 : 0))
                }
                #expect(abs(Double(applying) / Double(10 * count) - 0.3) < 0.03)
                #expect(abs(Double(met) / Double(applying) - 0.8) < 0.05)
                #expect(abs(Double(left) / Double(others) - 0.95) < 0.02)
            }
            #expect(said.count == 2 && Set(said.values).count == 2, "they err differently")
        }
    }

    @Test func `is not asked of gaps of its own unless it is named, and is marked then`() async throws {
        try await LeadWorld.with(items: 3, settings: CodingTests.settings(), areGaps: true) { world in
            let specification = try RespondentSpecification.named(ModelName("simulated/judge"))
            let model = "openrouter/acme/secret-9b"
            let problem = #expect(throws: JudgingProblem.self) {
                _ = try ModelJudging(world.project, model: model, specification)
            }
            #expect(
                problem?.words
                    == "3 of the 3 gaps of the project 'p' are those of the model '\(model)', which would code what it did itself; take "
                    + "another model, or give --own \(model): its labels are then marked")
            #expect(try ModelJudging(world.project, model: model, specification, own: model).judge.judgesOwn)
            // Who wrote the actions has no gap of its own here.
            #expect(try ModelJudging(world.project, model: "a/b", specification).judge.judgesOwn == false)
        }
    }
}
